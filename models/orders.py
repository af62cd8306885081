"""Order and OrderLine: one buyer, one stall."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import CheckConstraint, Index, func, update
from sqlmodel import Field, Session, SQLModel, col, select

from models.columns import moment, rupiah, telegram_id
from models.stalls import Stall


class Order(SQLModel, table=True):
    """`state`: placed, accepted, finished; declined, cancelled, lapsed. `total` is rupiah.

    `delivery`: talk (pick-up, or as they agree) or address. `contact` (a name, a phone) and `wish` (how to pay, which
    courier) are what the buyer wrote; address and contact are for this order's seller only.
    """

    __tablename__ = "orders"
    __table_args__ = (
        CheckConstraint("total > 0", name="total_is_positive"),
        Index("orders_of_stall", "stall_id", "state", "id"),
        Index("orders_of_buyer", "buyer_id", "id"),
    )

    id: int | None = Field(default=None, primary_key=True)
    buyer_id: int = telegram_id(foreign_key="person.id")
    stall_id: int = Field(foreign_key="stall.id")
    state: str = Field(default="placed", max_length=16)
    total: int = rupiah()
    delivery: str = Field(default="talk", max_length=16)
    address: str | None = Field(default=None, max_length=500)
    contact: str | None = Field(default=None, max_length=120)
    wish: str | None = Field(default=None, max_length=120)
    decline_reason: str | None = Field(default=None, max_length=16)
    placed_at: datetime = moment()
    answered_at: datetime | None = moment(default=None)
    ended_at: datetime | None = moment(default=None)


class OrderLine(SQLModel, table=True):
    """What was ordered, at the name and price of that moment.

    `price` is for `per` × `unit`; `amount` is what the line costs, wholesale prices followed; `taken` is how much
    stock went out for it.
    """

    __table_args__ = (
        CheckConstraint("quantity > 0", name="quantity_is_positive"),
        CheckConstraint("price > 0", name="line_price_is_positive"),
        CheckConstraint("amount > 0", name="amount_is_positive"),
    )

    id: int | None = Field(default=None, primary_key=True)
    order_id: int = Field(foreign_key="orders.id", index=True)
    product_id: int = Field(foreign_key="product.id", index=True)
    name: str = Field(max_length=120)
    price: int = rupiah()
    per: int = 1
    unit: str | None = Field(default=None, max_length=16)
    variant: str | None = Field(default=None, max_length=40)
    quantity: int
    amount: int = rupiah()
    taken: int


def order_of_buyer(session: Session, person_id: int, order_id: int) -> Order | None:
    """The order, if this person placed it."""
    return session.exec(select(Order).where(Order.id == order_id, Order.buyer_id == person_id)).first()


def order_of_seller(session: Session, person_id: int, order_id: int) -> Order | None:
    """The order, if it was placed at this person's stall."""
    query = select(Order).join(Stall).where(Order.id == order_id, Stall.owner_id == person_id)
    return session.exec(query).first()


def lines_of(session: Session, order_id: int) -> list[OrderLine]:
    """What was ordered."""
    query = select(OrderLine).where(OrderLine.order_id == order_id).order_by(col(OrderLine.id))
    return list(session.exec(query))


def move_order(session: Session, order_id: int, from_states: tuple[str, ...], **changes: object) -> bool:
    """Change an order if it still is in one of `from_states`; False if somebody was faster."""
    moved = session.exec(
        update(Order)
        .where(col(Order.id) == order_id, col(Order.state).in_(from_states))
        .values(**changes)
        .execution_options(synchronize_session=False)
    )
    order = session.get(Order, order_id)
    if order is not None:
        session.refresh(order)
    return moved.rowcount == 1


def orders_of_stall(session: Session, stall_id: int, states: tuple[str, ...], limit: int) -> list[Order]:
    """The stall's orders in these states, oldest first."""
    query = (
        select(Order)
        .where(Order.stall_id == stall_id, col(Order.state).in_(states))
        .order_by(col(Order.id))
        .limit(limit)
    )
    return list(session.exec(query))


def orders_in_state(session: Session, state: str) -> list[Order]:
    """Every order in this state, whoever's it is."""
    return list(session.exec(select(Order).where(Order.state == state).order_by(col(Order.id))))


def orders_of_person(session: Session, person_id: int, limit: int) -> list[Order]:
    """What a buyer ordered, newest first."""
    query = select(Order).where(Order.buyer_id == person_id).order_by(col(Order.id).desc()).limit(limit)
    return list(session.exec(query))


def sold_since(session: Session, product_ids: Sequence[int], since: datetime) -> dict[int, tuple[int, int]]:
    """For each product, how many units went out in orders that were finished since then, and in how many orders."""
    query = (
        select(OrderLine.product_id, func.sum(OrderLine.quantity * OrderLine.per), func.count())
        .join(Order)
        .where(col(OrderLine.product_id).in_(product_ids), Order.state == "finished", col(Order.ended_at) >= since)
        .group_by(col(OrderLine.product_id))
    )
    return {product_id: (int(units), sales) for product_id, units, sales in session.exec(query)}
