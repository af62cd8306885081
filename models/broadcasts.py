"""Broadcast and Delivery: an operator's announcement and each person's copy of it."""

from datetime import datetime

from sqlalchemy import ColumnElement, Index, UniqueConstraint, delete, func, insert, literal, text, update
from sqlmodel import Field, Session, SQLModel, col, select

from models.columns import COUNTED, facts, moment, telegram_id
from models.orders import Order
from models.people import Person
from models.stalls import Stall


class Broadcast(SQLModel, table=True):
    """`state`: draft, sending, done, cancelled. The message itself stays in the operator's chat and is copied."""

    __table_args__ = COUNTED

    id: int = Field(default=None, primary_key=True)
    operator_id: int = telegram_id(foreign_key="person.id")
    message_ids: list[int] = facts()
    audience: str | None = Field(default=None, max_length=12)
    state: str = Field(default="draft", max_length=12)
    progress_message_id: int | None = telegram_id(default=None)
    created_at: datetime = moment()
    started_at: datetime | None = moment(default=None)
    ended_at: datetime | None = moment(default=None)


class Delivery(SQLModel, table=True):
    """`state`: waiting, sending, sent, refused (blocked us), failed, unknown (we died while it was being sent)."""

    __table_args__ = (
        UniqueConstraint("broadcast_id", "person_id"),
        Index(
            "delivery_waiting",
            "broadcast_id",
            "id",
            sqlite_where=text("state = 'waiting'"),
            postgresql_where=text("state = 'waiting'"),
        ),
        COUNTED,
    )

    id: int = Field(default=None, primary_key=True)
    broadcast_id: int = Field(foreign_key="broadcast.id")
    person_id: int = telegram_id(foreign_key="person.id")
    state: str = Field(default="waiting", max_length=12)


def audience(kind: str) -> list[ColumnElement[bool]]:
    """The conditions that choose who hears a broadcast: `everybody`, `sellers` or `buyers`."""
    wanted: list[ColumnElement[bool]] = [col(Person.wants_announcements).is_(True), col(Person.refused_at).is_(None)]
    if kind == "sellers":
        wanted.append(col(Person.id).in_(select(Stall.owner_id)))
    elif kind == "buyers":
        wanted.append(col(Person.id).in_(select(Order.buyer_id)))
    return wanted


def count_audience(session: Session, kind: str, operator_id: int) -> int:
    """How many people a broadcast of this operator's to `kind` would reach."""
    query = select(func.count()).select_from(Person).where(*audience(kind), Person.id != operator_id)
    return session.exec(query).one()


def add_deliveries(session: Session, broadcast: Broadcast) -> None:
    """One waiting copy for everybody in the broadcast's audience but the operator."""
    people = select(literal(broadcast.id), Person.id, literal("waiting")).where(
        *audience(broadcast.audience or "everybody"), Person.id != broadcast.operator_id
    )
    session.exec(insert(Delivery).from_select(["broadcast_id", "person_id", "state"], people))


def broadcasts_under_way(session: Session) -> list[Broadcast]:
    """Broadcasts that are not finished, oldest first."""
    return list(session.exec(select(Broadcast).where(Broadcast.state == "sending").order_by(col(Broadcast.id))))


def waiting_deliveries(session: Session, broadcast_id: int, limit: int) -> list[Delivery]:
    """The next copies to send."""
    query = (
        select(Delivery)
        .where(Delivery.broadcast_id == broadcast_id, Delivery.state == "waiting")
        .order_by(col(Delivery.id))
        .limit(limit)
    )
    return list(session.exec(query))


def move_delivery(session: Session, delivery: Delivery, from_state: str, to_state: str) -> bool:
    """Move one copy on; False if it was not in `from_state` any more."""
    moved = session.exec(
        update(Delivery)
        .where(*_still(delivery, from_state))
        .values(state=to_state)
        .execution_options(synchronize_session=False)
    )
    return moved.rowcount == 1


def drop_delivery(session: Session, delivery: Delivery) -> None:
    """A copy that waits is not to be sent after all, nor counted."""
    session.connection().execute(delete(Delivery).where(*_still(delivery, "waiting")))


def _still(delivery: Delivery, state: str) -> tuple[ColumnElement[bool], ...]:
    return (col(Delivery.id) == delivery.id, col(Delivery.state) == state)


def give_up_on_unknown(session: Session) -> None:
    """Copies that were being sent when we died: nobody can know, so they count as unknown and are not repeated."""
    session.exec(
        update(Delivery)
        .where(col(Delivery.state) == "sending")
        .values(state="unknown")
        .execution_options(synchronize_session=False)
    )


def count_deliveries(session: Session, broadcast_id: int) -> dict[str, int]:
    """How many copies are in each state."""
    query = (
        select(Delivery.state, func.count()).where(Delivery.broadcast_id == broadcast_id).group_by(col(Delivery.state))
    )
    return dict(iter(session.exec(query)))


def unknown_people(session: Session, broadcast_id: int, limit: int) -> list[Person]:
    """Whose copy has an unknown fate."""
    query = (
        select(Person)
        .join(Delivery)
        .where(Delivery.broadcast_id == broadcast_id, Delivery.state == "unknown")
        .limit(limit)
    )
    return list(session.exec(query))
