"""Wish: somebody wants to hear when a product is there again. The line is in the order of asking."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, Index, UniqueConstraint, delete, exists, func
from sqlmodel import Field, Session, SQLModel, col, select
from sqlmodel.sql.expression import SelectOfScalar

from models.columns import COUNTED, moment, telegram_id
from models.notices import Notice
from models.orders import Order, OrderLine
from models.prepared import prepared
from models.products import Product
from models.reminders import Reminder
from models.stalls import Stall


class Wish(SQLModel, table=True):
    """`variant` is "" when any will do. `told_at` and `notice_id`: when and by which notice it was their turn.

    The outbox knows whether that notice went out: a moot one puts the person back into the line, at their old place.
    """

    __table_args__ = (
        UniqueConstraint("product_id", "variant", "person_id"),
        Index("wish_in_line", "product_id", "asked_at", "id"),
        COUNTED,
    )

    id: int = Field(default=None, primary_key=True)
    product_id: int = Field(foreign_key="product.id")
    variant: str = Field(default="", max_length=40)
    person_id: int = telegram_id(foreign_key="person.id", index=True)
    asked_at: datetime = moment()
    told_at: datetime | None = moment(default=None)
    notice_id: int | None = None


def _waits() -> ColumnElement[bool]:
    """Not told yet, or the notice was no longer true when its turn came; and nothing ordered since."""
    untold = col(Wish.told_at).is_(None) | (col(Notice.state) == "moot")
    return untold & ~_ordered_since()


def _ordered_since() -> ColumnElement[bool]:
    return exists().where(
        col(OrderLine.product_id) == col(Wish.product_id),
        col(OrderLine.order_id) == col(Order.id),
        col(Order.buyer_id) == col(Wish.person_id),
        col(Order.placed_at) > col(Wish.asked_at),
    )


def next_in_line(session: Session, product_id: int, limit: int, variants: Collection[str] | None = None) -> list[Wish]:
    """Who waits for the product, or for one of these variants of it; who asked first comes first."""
    query = (
        select(Wish)
        .join(Notice, col(Notice.id) == col(Wish.notice_id), isouter=True)
        .where(Wish.product_id == product_id, _waits())
        .order_by(col(Wish.asked_at), col(Wish.id))
        .limit(limit)
    )
    if variants is not None:
        query = query.where(col(Wish.variant).in_(variants))
    return list(session.exec(query))


def wished_variants(session: Session, product_id: int) -> set[str]:
    """Which variants of the product anybody has ever waited for; "" stands for any."""
    return set(session.exec(select(Wish.variant).where(Wish.product_id == product_id).distinct()))


def wished_products(session: Session, stall_id: int) -> list[int]:
    """The stall's products that anybody waits for; in the order of ids, as they are locked."""
    query = (
        select(Wish.product_id)
        .join(Product, col(Product.id) == col(Wish.product_id))
        .join(Notice, col(Notice.id) == col(Wish.notice_id), isouter=True)
        .where(Product.stall_id == stall_id, _waits())
        .distinct()
        .order_by(col(Wish.product_id))
    )
    return list(session.exec(query))


def count_waiting(session: Session, product_id: int) -> int:
    """How many wait for the product."""
    return _count_waiting(session, product_id).one()


@prepared
def _count_waiting(product_id: int) -> SelectOfScalar[int]:
    return (
        select(func.count())
        .select_from(Wish)
        .join(Notice, col(Notice.id) == col(Wish.notice_id), isouter=True)
        .where(Wish.product_id == product_id, _waits())
    )


def turns_since(
    session: Session, product_id: int, since: datetime, before: int | None = None, variant: str | None = None
) -> list[datetime]:
    """When those were told who may still come for it: later than `since`, and nothing ordered yet; oldest first.

    `before`: only those told by an earlier notice than this one. `variant`: only those who wait for this one.
    """
    query = (
        select(Wish.told_at)
        .join(Notice, col(Notice.id) == col(Wish.notice_id))
        .where(
            Wish.product_id == product_id,
            col(Wish.told_at) > since,
            col(Notice.state).in_(("waiting", "sent")),
            ~_ordered_since(),
        )
        .order_by(col(Wish.told_at))
    )
    if before is not None:
        query = query.where(col(Wish.notice_id) < before)
    if variant is not None:
        query = query.where(col(Wish.variant) == variant)
    return [told_at for told_at in session.exec(query) if told_at is not None]


def wish_of(session: Session, person_id: int, product_id: int, variant: str = "") -> Wish | None:
    """This person's wish, or None."""
    query = select(Wish).where(Wish.person_id == person_id, Wish.product_id == product_id, col(Wish.variant) == variant)
    return session.exec(query).first()


def is_in_line(session: Session, wish_id: int) -> bool:
    """Whether this wish still waits to be told, or is being told just now."""
    query = (
        select(Wish.id)
        .join(Notice, col(Notice.id) == col(Wish.notice_id), isouter=True)
        .where(Wish.id == wish_id, _waits() | (col(Notice.state) == "waiting"))
    )
    return session.exec(query).first() is not None


def still_wishes(session: Session, notice_id: int) -> bool:
    """Whether this notice's wish was neither dropped nor followed by an order."""
    query = select(Wish.id).where(Wish.notice_id == notice_id, ~_ordered_since())
    return session.exec(query).first() is not None


def drop_wishes(session: Session, person_id: int, product_id: int) -> None:
    """This person doesn't want to hear of the product any more."""
    session.exec(delete(Wish).where(col(Wish.person_id) == person_id, col(Wish.product_id) == product_id))


def wished_product(session: Session, product_id: int) -> tuple[Product, Stall] | None:
    """A product that was on sale once and its stall; one reader at a time, so that nobody's turn comes twice.

    Rows that point to the product (an order's lines) may be written meanwhile: to wait for those would be a deadlock.
    """
    query = (
        select(Product)
        .where(Product.id == product_id, col(Product.state).in_(("on sale", "hidden")))
        .with_for_update(key_share=True)
    )
    product = session.exec(query).first()
    return (product, session.get_one(Stall, product.stall_id)) if product else None


def look_again(session: Session, product_id: int, due_at: datetime, now: datetime) -> None:
    """Look at the product's line again then, and not at another moment that was set before."""
    waiting: Sequence[Reminder] = session.exec(
        select(Reminder).where(
            Reminder.kind == "wishes", Reminder.product_id == product_id, col(Reminder.settled_at).is_(None)
        )
    ).all()
    for reminder in waiting:
        reminder.settled_at = now
        session.add(reminder)
    session.add(Reminder(kind="wishes", product_id=product_id, due_at=due_at))
