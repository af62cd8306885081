"""Reminder: something that is due at a moment; the database, not a timer, remembers it."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Index, Update, text, update
from sqlmodel import Field, Session, SQLModel, col, select

from models.columns import COUNTED, moment
from models.orders import Order
from models.prepared import add_row
from models.stalls import Stall

WAITING = text("settled_at IS NULL")


class Reminder(SQLModel, table=True):
    """Something due about an order, a stall or a product.

    `kind`: ask again (a silent seller, or a buyer who was made an offer), phone (somebody shall), lapse (an order at
    its limit), arrived (has the buyer got it?), morning (a stall's low stock), week (what was sold, and what nobody has
    said anything of for long), closing (a stall's batches of today), return (a stall that was closed opens),
    wishes (whose turn is it to hear of a product?).
    """

    __table_args__ = (
        Index("reminder_due", "due_at", sqlite_where=WAITING, postgresql_where=WAITING),
        Index("reminder_of_order", "order_id", sqlite_where=WAITING, postgresql_where=WAITING),
        Index("reminder_of_product", "product_id", sqlite_where=WAITING, postgresql_where=WAITING),
        Index("reminder_of_stall", "stall_id", sqlite_where=WAITING, postgresql_where=WAITING),
        COUNTED,
    )

    id: int = Field(default=None, primary_key=True)
    kind: str = Field(max_length=16)
    due_at: datetime = moment()
    order_id: int | None = Field(default=None, foreign_key="orders.id")
    stall_id: int | None = Field(default=None, foreign_key="stall.id")
    product_id: int | None = Field(default=None, foreign_key="product.id")
    settled_at: datetime | None = moment(default=None)


def add_reminders(session: Session, order_id: int, due: Sequence[tuple[str, datetime]]) -> None:
    """Note what becomes due about an order, by kind and moment."""
    for kind, at in due:
        add_row(session, Reminder, kind=kind, due_at=at, order_id=order_id)


def due_reminders(session: Session, now: datetime, limit: int) -> list[Reminder]:
    """What is due and not settled, longest overdue first."""
    query = (
        select(Reminder)
        .where(col(Reminder.settled_at).is_(None), Reminder.due_at <= now)
        .order_by(col(Reminder.due_at), col(Reminder.id))
        .limit(limit)
    )
    return list(session.exec(query))


def settle_reminders_of_order(session: Session, order_id: int, now: datetime) -> None:
    """Nobody needs to be reminded of this order any more."""
    session.exec(_settling(col(Reminder.order_id) == order_id, now))


def settle_reminders_of_placed(session: Session, stall_id: int, now: datetime) -> None:
    """Nobody needs to be reminded of the stall's unanswered orders for now."""
    placed = select(Order.id).where(Order.stall_id == stall_id, Order.state == "placed")
    session.exec(_settling(col(Reminder.order_id).in_(placed), now))


def settle_reminders(session: Session, reminders: Sequence[Reminder], now: datetime) -> list[Reminder]:
    """These reminders are being seen to; those of them that nobody has settled meanwhile."""
    these = col(Reminder.id).in_([reminder.id for reminder in reminders])
    ours = set(session.exec(_settling(these, now).returning(col(Reminder.id))).scalars())
    return [reminder for reminder in reminders if reminder.id in ours]


def _settling(which: ColumnElement[bool], now: datetime) -> Update:
    waiting = update(Reminder).where(which, col(Reminder.settled_at).is_(None))
    return waiting.values(settled_at=now).execution_options(synchronize_session=False)


def remind_of_stall(session: Session, stall_id: int, kind: str, due_at: datetime) -> None:
    """The stall's next reminder of a kind is due then, whenever it was due until now."""
    reminder = waiting_reminder_of_stall(session, stall_id, kind) or Reminder(kind=kind, stall_id=stall_id)
    reminder.due_at = due_at
    session.add(reminder)


def waiting_lapses(session: Session) -> list[tuple[Reminder, Stall]]:
    """Where an order would end that nobody answers; each with its stall."""
    waiting = (col(Reminder.settled_at).is_(None), Reminder.kind == "lapse")
    query = select(Reminder, Stall).join(Order, col(Order.id) == Reminder.order_id)
    return list(session.exec(query.join(Stall, col(Stall.id) == Order.stall_id).where(*waiting)))


def reminders_of_stalls(session: Session, kind: str, after: datetime) -> list[tuple[Reminder, Stall]]:
    """What waits for a moment behind that one; each with its stall."""
    later = (col(Reminder.settled_at).is_(None), Reminder.kind == kind, Reminder.due_at > after)
    return list(session.exec(select(Reminder, Stall).join(Stall, col(Stall.id) == Reminder.stall_id).where(*later)))


def waiting_reminder_of_stall(session: Session, stall_id: int, kind: str) -> Reminder | None:
    """The stall's next reminder of a kind, or None."""
    query = select(Reminder).where(
        Reminder.stall_id == stall_id, Reminder.kind == kind, col(Reminder.settled_at).is_(None)
    )
    return session.exec(query).first()


def put_off(session: Session, delay: timedelta, order_id: int | None = None) -> None:
    """Whatever is still to come about orders, or about one, comes later by `delay`."""
    which = col(Reminder.order_id).is_not(None) if order_id is None else col(Reminder.order_id) == order_id
    for reminder in session.exec(select(Reminder).where(col(Reminder.settled_at).is_(None), which)):
        reminder.due_at += delay
        session.add(reminder)
