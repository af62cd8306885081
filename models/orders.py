"""Order and OrderLine: one buyer, one stall."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, Index, func, update
from sqlmodel import Field, Session, SQLModel, col, select
from sqlmodel.sql.expression import SelectOfScalar

from models.columns import COUNTED, moment, rupiah, telegram_id
from models.prepared import prepared
from models.products import Product
from models.stalls import Stall


class Order(SQLModel, table=True):
    """`state`: placed, offered, accepted, ready, sent, finished; declined, cancelled, lapsed (see `shop/rules.py`).

    `total` is all that there is to pay, in rupiah; `fee` is how much of it is for the delivery (None: not settled).
    `offers` counts what the seller has offered instead of what was ordered; `asked_total` is the total before that.
    `tracking` is what the seller wrote of the parcel; `rating` is 1 to 3.

    `delivery`: talk (pick-up, or as they agree) or address. `contact` (a name, a phone) and `wish` (how to pay, which
    courier) are what the buyer wrote; address and contact are for this order's seller only.

    `payment`: open, claimed (the buyer says so), paid (the seller does). `pay_by`: cash, transfer, qris, or not said.
    `claims` counts how often the buyer has said so: an answer is for one of them.
    """

    __tablename__ = "orders"
    __table_args__ = (
        CheckConstraint("total > 0", name="total_is_positive"),
        Index("orders_of_stall", "stall_id", "state", "id"),
        Index("orders_of_buyer", "buyer_id", "id"),
        COUNTED,
    )

    id: int = Field(default=None, primary_key=True)
    buyer_id: int = telegram_id(foreign_key="person.id")
    stall_id: int = Field(foreign_key="stall.id")
    state: str = Field(default="placed", max_length=16)
    total: int = rupiah()
    delivery: str = Field(default="talk", max_length=16)
    address: str | None = Field(default=None, max_length=500)
    contact: str | None = Field(default=None, max_length=120)
    wish: str | None = Field(default=None, max_length=120)
    decline_reason: str | None = Field(default=None, max_length=16)
    fee: int | None = rupiah(default=None)
    offers: int = 0
    asked_total: int | None = rupiah(default=None)
    tracking: str | None = Field(default=None, max_length=60)
    rating: int | None = None
    complained_at: datetime | None = moment(default=None)
    placed_at: datetime = moment()
    answered_at: datetime | None = moment(default=None)
    ended_at: datetime | None = moment(default=None)
    pay_by: str | None = Field(default=None, max_length=12)
    payment: str = Field(default="open", max_length=12)
    claims: int = 0
    paid_at: datetime | None = moment(default=None)


class OrderLine(SQLModel, table=True):
    """What was ordered, at the name and price of that moment.

    `price` is for `per` × `unit`; `amount` is what the line costs, wholesale prices followed; `taken` is how much
    stock went out for it; `asked` is how many were wanted before the seller offered fewer. What is weighed is counted
    in `parts` of a unit, by `quantity`, `asked` and `taken`; else they count packs of `per`. `days`: how long it takes
    to make, if it isn't there yet.
    """

    __table_args__ = (
        CheckConstraint("quantity > 0", name="quantity_is_positive"),
        CheckConstraint("price > 0", name="line_price_is_positive"),
        CheckConstraint("amount > 0", name="amount_is_positive"),
        COUNTED,
    )

    id: int = Field(default=None, primary_key=True)
    order_id: int = Field(foreign_key="orders.id", index=True)
    product_id: int = Field(foreign_key="product.id", index=True)
    name: str = Field(max_length=120)
    price: int = rupiah()
    per: int = 1
    unit: str | None = Field(default=None, max_length=16)
    variant: str | None = Field(default=None, max_length=40)
    parts: int = 1
    quantity: int
    amount: int = rupiah()
    taken: int
    asked: int | None = None
    days: int | None = None


def order_of_buyer(session: Session, person_id: int, order_id: int) -> Order | None:
    """The order, if this person placed it."""
    return _order_of_buyer(session, person_id, order_id).first()


@prepared
def _order_of_buyer(person_id: int, order_id: int) -> SelectOfScalar[Order]:
    return select(Order).where(Order.id == order_id, Order.buyer_id == person_id)


def order_of_seller(session: Session, person_id: int, order_id: int) -> Order | None:
    """The order, if it was placed at this person's stall."""
    return _order_of_seller(session, person_id, order_id).first()


@prepared
def _order_of_seller(person_id: int, order_id: int) -> SelectOfScalar[Order]:
    return select(Order).join(Stall).where(Order.id == order_id, Stall.owner_id == person_id)


def lines_of(session: Session, order_id: int) -> list[OrderLine]:
    """What was ordered."""
    return list(_lines_of(session, order_id))


@prepared
def _lines_of(order_id: int) -> SelectOfScalar[OrderLine]:
    return select(OrderLine).where(OrderLine.order_id == order_id).order_by(col(OrderLine.id))


def move_order(
    session: Session, order_id: int, from_states: tuple[str, ...], *, offers: int | None = None, **changes: object
) -> bool:
    """Change an order if it still is in one of `from_states`; False if somebody was faster.

    `offers`: and only while no more than so many offers were made.
    """
    same_offer = () if offers is None else (col(Order.offers) == offers,)
    return _change(session, order_id, col(Order.state).in_(from_states), *same_offer, **changes)


def hold_orders(session: Session, order_ids: Collection[int]) -> None:
    """Nobody else moves these orders until our transaction is over; whoever is at it already is waited for."""
    held = select(Order.id).where(col(Order.id).in_(sorted(order_ids))).order_by(col(Order.id))
    session.exec(held.with_for_update(key_share=True)).all()


def rate_order(session: Session, order_id: int, rating: int) -> bool:
    """Keep the buyer's word on an order; False if they have given it already."""
    return _change(session, order_id, col(Order.rating).is_(None), rating=rating)


def move_payment(
    session: Session,
    order_id: int,
    in_states: tuple[str, ...],
    from_payments: tuple[str, ...],
    claim: int | None = None,
    **changes: object,
) -> bool:
    """Change an order's payment if it still is one of `from_payments` and its life has got to `in_states`.

    `claim`: only if the buyer has not said so again since. False if somebody was faster.
    """
    same_claim = () if claim is None else (col(Order.claims) == claim,)
    payable = (col(Order.state).in_(in_states), col(Order.payment).in_(from_payments), *same_claim)
    return _change(session, order_id, *payable, **changes)


def _change(session: Session, order_id: int, *only_if: Any, **changes: object) -> bool:
    """Change one order in one statement if all of `only_if` holds; False if it doesn't."""
    changed = session.exec(
        update(Order)
        .where(col(Order.id) == order_id, *only_if)
        .values(**changes)
        .execution_options(synchronize_session=False)
    )
    order = session.get(Order, order_id)
    if order is not None:
        session.refresh(order)
    return changed.rowcount == 1


def orders_of_stall(session: Session, stall_id: int, states: tuple[str, ...], limit: int) -> list[Order]:
    """The stall's orders in these states: those that wait for an answer first, then oldest first."""
    query = select(Order).where(Order.stall_id == stall_id, col(Order.state).in_(states))
    return list(session.exec(query.order_by(col(Order.state) != "placed", col(Order.id)).limit(limit)))


def orders_in_state(session: Session, state: str) -> list[Order]:
    """Every order in this state, whoever's it is."""
    return list(session.exec(select(Order).where(Order.state == state).order_by(col(Order.id))))


def orders_of_person(
    session: Session, person_id: int, limit: int, states: Collection[str] | None = None
) -> list[Order]:
    """What a buyer ordered, newest first; only what is in these states, if given."""
    query = select(Order).where(Order.buyer_id == person_id)
    if states is not None:
        query = query.where(col(Order.state).in_(states))
    return list(session.exec(query.order_by(col(Order.id).desc()).limit(limit)))


def sold_since(session: Session, product_ids: Sequence[int], since: datetime) -> dict[int, tuple[int, int]]:
    """For each product, how much stock went out in orders that were finished since then, and in how many orders."""
    query = (
        select(OrderLine.product_id, func.sum(col(OrderLine.taken) * Product.parts // OrderLine.parts), func.count())
        .join(Order)
        .join(Product)
        .where(col(OrderLine.product_id).in_(product_ids), Order.state == "finished", col(Order.ended_at) >= since)
        .group_by(col(OrderLine.product_id))
    )
    return {product_id: (int(units), sales) for product_id, units, sales in session.exec(query)}
