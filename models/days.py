"""What a stall has to do now, and what it has sold: questions over all of its orders at once."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, case, func
from sqlmodel import Session, col, select

from models.orders import Order, OrderLine
from models.people import Person
from models.products import Product

# The states of an order that its seller has agreed to, and the moment when they did.
SOLD = ("accepted", "ready", "sent", "finished")
sold_at = func.coalesce(Order.answered_at, Order.placed_at)


# What there is to do about an order is told by its state; money that a buyer says they have sent goes before that,
# as long as it can be confirmed: not once the order has come to nothing.
_is_claimed = (col(Order.payment) == "claimed") & col(Order.state).in_(SOLD)
stage: Any = case((_is_claimed, "claimed"), else_=col(Order.state))


def count_orders(session: Session, stall_id: int, stages: Sequence[str]) -> dict[str, int]:
    """How many of the stall's orders are at each of `stages`: a state, or claimed; one without any is left out."""
    query = select(stage, func.count()).where(Order.stall_id == stall_id, stage.in_(stages)).group_by(stage)
    return {at: int(count) for at, count in session.exec(query)}


def orders_to_see_to(
    session: Session, stall_id: int, stages: Sequence[str], offset: int, limit: int
) -> list[tuple[Order, str, str, int]]:
    """A page of orders, each with its buyer's name, its first line's name and how many lines it has.

    In the order of `stages`, the oldest of each first.
    """
    lines = (
        select(OrderLine.order_id, func.min(OrderLine.id).label("first"), func.count().label("lines"))
        .join(Order)
        .where(Order.stall_id == stall_id, stage.in_(stages))
        .group_by(col(OrderLine.order_id))
        .subquery()
    )
    urgency = case({at: place for place, at in enumerate(stages)}, value=stage)
    query = (
        select(Order, Person.name, OrderLine.name, lines.c.lines)
        .join(Person, col(Person.id) == Order.buyer_id)
        .join(lines, lines.c.order_id == Order.id)
        .join(OrderLine, col(OrderLine.id) == lines.c.first)
        .order_by(urgency, col(Order.id))
        .offset(offset)
        .limit(limit)
    )
    return [(order, buyer, name, int(count)) for order, buyer, name, count in session.exec(query)]


def sold_by_day(session: Session, stall_id: int, starts: Sequence[datetime]) -> dict[int, tuple[int, int]]:
    """What was sold in each day: number of the day -> (packs, rupiah). Days in which nothing was sold are left out.

    Rupiah are what the goods cost as agreed, without the delivery. `starts` are the moments at which the days begin,
    and the one at which the last ends: which day a moment belongs to depends on the zone, and no two databases reckon
    with zones alike.
    """
    day = case(*((sold_at < end, number) for number, end in enumerate(starts[1:])))
    sold = _sold_between(stall_id, starts[0], starts[-1])
    goods = func.sum(Order.total - func.coalesce(Order.fee, 0))
    rupiah = session.exec(select(day, goods).where(*sold).group_by(day))
    packs = session.exec(
        select(day, _packs()).join(Order, col(OrderLine.order_id) == Order.id).where(*sold).group_by(day)
    )
    earned = {int(number): int(each) for number, each in rupiah}
    return {int(number): (round(each), earned[int(number)]) for number, each in packs}


def best_sold(
    session: Session, stall_id: int, since: datetime, until: datetime, limit: int
) -> list[tuple[str, int, int]]:
    """The products that brought most: (name, packs, rupiah), each with its share of what its orders cost as agreed."""
    sold = _sold_between(stall_id, since, until)
    goods = (
        select(OrderLine.order_id, func.sum(OrderLine.amount).label("asked"))
        .join(Order)
        .where(*sold)
        .group_by(col(OrderLine.order_id))
        .subquery()
    )
    agreed = Order.total - func.coalesce(Order.fee, 0)
    rupiah = func.sum(OrderLine.amount * 1.0 * agreed / goods.c.asked)
    query = (
        select(Product.name, _packs(), rupiah)
        .select_from(OrderLine)
        .join(Order, col(OrderLine.order_id) == Order.id)
        .join(Product, col(OrderLine.product_id) == Product.id)
        .join(goods, goods.c.order_id == Order.id)
        .where(*sold)
        .group_by(col(Product.id), col(Product.name))
        .order_by(rupiah.desc(), col(Product.id))
        .limit(limit)
    )
    return [(name or "", round(packs), round(earned)) for name, packs, earned in session.exec(query)]


def answered_between(
    session: Session, stall_id: int, since: datetime, until: datetime
) -> list[tuple[datetime, datetime]]:
    """When orders were placed and when their seller answered, of those that were answered in this time."""
    query = select(Order.placed_at, Order.answered_at).where(
        Order.stall_id == stall_id, col(Order.answered_at) >= since, col(Order.answered_at) < until
    )
    return [(placed, answered) for placed, answered in session.exec(query) if answered is not None]


def _packs() -> Any:
    """How many packs lines hold; of what is weighed, whole units."""
    return func.sum(OrderLine.quantity * 1.0 / OrderLine.parts)


def _sold_between(stall_id: int, since: datetime, until: datetime) -> tuple[ColumnElement[bool], ...]:
    """The conditions that make an order a sale of this time."""
    return (col(Order.stall_id) == stall_id, col(Order.state).in_(SOLD), sold_at >= since, sold_at < until)
