"""Notices: what somebody who isn't talking with us should hear, and whether it still matters when its turn comes."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any

from models.broadcasts import Broadcast
from models.database import Session
from models.notices import Notice
from models.orders import Order, sold_since
from models.people import Person, is_nobody
from models.products import Product, low_products, untouched_products
from models.stalls import Stall
from shop import rules
from shop.views import (
    BroadcastView,
    OrderView,
    PersonView,
    ProductView,
    View,
    broadcast_view,
    order_view,
    person_view,
    product_view,
)

# In which states of its order a notice is still true. A notice that isn't in the list always is.
TRUE_WHILE = {
    "order-placed": ("placed",),
    "order-waiting": ("placed",),
    "please-phone": ("placed",),
    "order-accepted": ("accepted", "finished"),
    "still-wanted": ("lapsed",),
    "order-not-wanted": ("lapsed",),
    "seller-refuses": ("placed", "accepted"),
    "buyer-refuses": ("accepted"),
    "help-seller": ("placed", "accepted"),
}


class Telling(View):
    """A notice with everything that its card needs.

    `days_left`: how long the product's stock will last; `more`: how many others wait to be asked about.
    """

    notice_id: int
    kind: str
    person: PersonView
    facts: dict[str, Any]
    now: datetime
    order: OrderView | None = None
    product: ProductView | None = None
    broadcast: BroadcastView | None = None
    days_left: int | None = None
    more: int = 0


def tell(
    session: Session,
    person_id: int,
    kind: str,
    now: datetime,
    *,
    order_id: int | None = None,
    product_id: int | None = None,
    stall_id: int | None = None,
    lane: str = "orders",
    not_before: datetime | None = None,
    **facts: Any,
) -> None:
    """Put a notice into the outbox; it goes out after the commit, and not before `not_before`.

    To somebody who was forgotten there is nothing to tell.
    """
    if is_nobody(person_id):
        return
    ids = {"order_id": order_id, "product_id": product_id, "stall_id": stall_id}
    known = {key: value for key, value in ids.items() if value is not None}
    subject = next((f"{key.removesuffix('_id')} {value}" for key, value in known.items()), None)
    session.add(
        Notice(
            person_id=person_id,
            kind=kind,
            lane=lane,
            subject=subject,
            facts=known | facts,
            created_at=now,
            try_at=max(now, not_before or now),
        )
    )


def what_to_tell(session: Session, notice_id: int, now: datetime) -> Telling | None:
    """All that the notice's card needs, or None if it is no longer true."""
    notice = session.get(Notice, notice_id)
    person = session.get(Person, notice.person_id) if notice else None
    if notice is None or person is None:
        return None
    telling = Telling(notice_id=notice_id, kind=notice.kind, person=person_view(person), facts=notice.facts, now=now)
    if "broadcast_id" in notice.facts:
        broadcast = session.get_one(Broadcast, notice.facts["broadcast_id"])
        return telling.model_copy(update={"broadcast": broadcast_view(session, broadcast)})
    if "order_id" in notice.facts:
        return _about_order(session, telling)
    if "product_id" in notice.facts:
        return _about_product(session, telling, now)
    if "stall_id" in notice.facts:
        return _about_stall(session, telling, now)
    return telling


def refused(session: Session, order_id: int, person_id: int, operators: Iterable[int], now: datetime) -> None:
    """One side of an order takes no message of ours: the other hears of it at once, and for a seller the operators."""
    order = session.get_one(Order, order_id)
    if person_id == order.buyer_id:
        owner_id = session.get_one(Stall, order.stall_id).owner_id
        tell(session, owner_id, "buyer-refuses", now, order_id=order_id)
        return
    tell(session, order.buyer_id, "seller-refuses", now, order_id=order_id)
    for operator_id in _known(session, operators):
        tell(session, operator_id, "help-seller", now, order_id=order_id)


def ask_to_phone(session: Session, order_id: int, operators: Iterable[int], now: datetime) -> None:
    """A seller has let every reminder of an order pass: somebody should phone."""
    if session.get_one(Order, order_id).state == "placed":
        for operator_id in _known(session, operators):
            tell(session, operator_id, "please-phone", now, order_id=order_id)


def undelivered(session: Session, lane: str, person_id: int, operators: Iterable[int], now: datetime) -> None:
    """A notice could not be brought to somebody: the operators hear of it, so that a person sees to it."""
    for operator_id in _known(session, operators):
        if operator_id != person_id:
            tell(session, operator_id, "undelivered", now, failed_lane=lane, failed_person=person_id)


def _known(session: Session, people: Iterable[int]) -> list[int]:
    return [person_id for person_id in people if session.get(Person, person_id) is not None]


def _about_order(session: Session, telling: Telling) -> Telling | None:
    order = session.get_one(Order, telling.facts["order_id"])
    if order.state not in TRUE_WHILE.get(telling.kind, (order.state,)):
        return None
    return telling.model_copy(update={"order": order_view(session, order)})


def _about_product(session: Session, telling: Telling, now: datetime) -> Telling | None:
    product = session.get_one(Product, telling.facts["product_id"])
    mark = product.low_mark or session.get_one(Stall, product.stall_id).low_mark
    if product.state != "on sale" or product.stock > mark or not product.reminding:
        return None
    return _with_product(session, telling, [product], now)


def _about_stall(session: Session, telling: Telling, now: datetime) -> Telling | None:
    """One of the stall's products is asked about; the others wait behind it."""
    stall = session.get_one(Stall, telling.facts["stall_id"])
    if telling.kind == "still-there":
        since = now - timedelta(days=rules.UNTOUCHED_DAYS)
        products = untouched_products(session, stall.id or 0, since)
    else:
        products = most_urgent(session, low_products(session, stall.id or 0, stall.low_mark, now), now)
    return _with_product(session, telling, products, now) if products else None


def most_urgent(session: Session, products: Sequence[Product], now: datetime) -> list[Product]:
    """What is out first, then what will be out soonest at its pace, then what has no pace, the least stock first."""
    paces = _paces(session, products, now)

    def urgency(product: Product) -> tuple[bool, float, int]:
        left = rules.days_left(product.stock, *paces.get(product.id or 0, (0, 0)))
        return product.stock > 0, float("inf") if left is None else left, product.stock

    return sorted(products, key=urgency)


def _with_product(session: Session, telling: Telling, products: Sequence[Product], now: datetime) -> Telling:
    first = products[0]
    pace = _paces(session, [first], now).get(first.id or 0, (0, 0))
    return telling.model_copy(
        update={
            "product": product_view(session, first),
            "days_left": rules.days_left(first.stock, *pace),
            "more": len(products) - 1,
        }
    )


def _paces(session: Session, products: Sequence[Product], now: datetime) -> dict[int, tuple[int, int]]:
    since = now - timedelta(days=rules.PACE_DAYS)
    return sold_since(session, [product.id or 0 for product in products], since)
