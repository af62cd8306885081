"""Telling: whether a notice is still true when its turn comes, and all that its card needs."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any, TypeVar

from models.broadcasts import Broadcast
from models.contacts import contact_of_stall
from models.database import Session
from models.notices import Notice
from models.orders import Order, sold_since
from models.people import Person
from models.products import Product, low_products, untouched_products
from models.stalls import Stall
from models.variants import variant_stocks
from models.wishes import still_wishes, turns_since
from shop import rules
from shop.amounts import packs_in_stock
from shop.days import Day, day_of
from shop.quoting import buyers_served
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
from shop.weeks import Week, week_of

T = TypeVar("T")

# In which states of its order a notice is still true. A notice that isn't in the list always is.
TRUE_WHILE = {
    "order-placed": ("placed",),
    "order-waiting": ("placed",),
    "order-waits": ("placed",),
    "please-phone": ("placed",),
    "remind-seller": ("placed",),
    "order-accepted": ("accepted", "ready", "sent", "finished"),
    "order-offered": ("offered",),
    "offer-waiting": ("offered",),
    "order-agreed": rules.PROMISED_STATES,
    "order-ready": ("ready",),
    "order-sent": ("sent",),
    "arrived": ("ready", "sent"),
    "order-lapsed-buyer": ("lapsed",),
    "order-lapsed-seller": ("lapsed",),
    "still-wanted": ("lapsed",),
    "order-not-wanted": ("lapsed",),
    "seller-refuses": rules.OPEN_STATES,
    "buyer-refuses": rules.OPEN_STATES,
    "help-seller": rules.OPEN_STATES,
    "payment-claimed": rules.PAYABLE_STATES,
    "payment-confirmed": rules.PAYABLE_STATES,
    "payment-not-yet": rules.PAYABLE_STATES,
}
# … and while its payment is what.
PAYMENT_TRUE_WHILE = {
    "payment-claimed": ("claimed",),
    "payment-confirmed": ("paid",),
    "payment-not-yet": ("open",),
}
# What nobody wants to hear of a stall that is closed.
NOT_WHILE_CLOSED = ("order-waiting", "please-phone", "remind-seller", "low-stock", "morning", "still-there")


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
    day: Day | None = None
    week: Week | None = None


def needed(part: T | None, telling: Telling) -> T:
    """What notices of this kind always have. Raises ValueError for one that has it not."""
    if part is None:
        raise ValueError(f"notice {telling.notice_id} ({telling.kind}) has nothing to show")
    return part


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
    if notice.kind == "product-back":
        return _there_again(session, telling, now)
    if "product_id" in notice.facts:
        return _about_product(session, telling, now)
    if "stall_id" in notice.facts:
        return _about_stall(session, telling, now)
    if "back_stall" in notice.facts:
        return _about_return(session, telling)
    if "week_stall" in notice.facts:
        return _about_week(session, telling)
    return telling


def _about_order(session: Session, telling: Telling) -> Telling | None:
    order = session.get_one(Order, telling.facts["order_id"])
    if order.state not in TRUE_WHILE.get(telling.kind, (order.state,)) or _closed(session, telling, order.stall_id):
        return None
    if order.payment not in PAYMENT_TRUE_WHILE.get(telling.kind, (order.payment,)):
        return None
    if telling.kind == "order-lapsed-seller" and _answered_since(order):
        return None
    if telling.kind == "remind-seller":
        # Whoever has ended it since is left in peace.
        contact = contact_of_stall(session, order.stall_id)
        if contact is None or contact.id != telling.facts["contact_id"]:
            return None
    return telling.model_copy(update={"order": order_view(session, order)})


def _answered_since(order: Order) -> bool:
    """Whether the seller of an order that lapsed has said since then that they can still do it."""
    return order.answered_at is not None and order.ended_at is not None and order.answered_at >= order.ended_at


def _about_product(session: Session, telling: Telling, now: datetime) -> Telling | None:
    product = session.get_one(Product, telling.facts["product_id"])
    mark = packs_in_stock(session.get_one(Stall, product.stall_id).low_mark, product)
    if telling.kind == "batch-closed":
        moot = product.closes_at is not None
    else:
        left = variant_stocks(session, product.id).get(telling.facts.get("variant") or "", product.stock)
        moot = left > mark or not product.reminding or (product.kind == "batch" and product.closes_at is None)
    moot = moot or _closed(session, telling, product.stall_id)
    return None if moot or product.state != "on sale" else _with_product(session, telling, [product], now)


def _there_again(session: Session, telling: Telling, now: datetime) -> Telling | None:
    """Not when it is out again, or others were told before of all that is left: the person stays in the line."""
    product = session.get_one(Product, telling.facts["product_id"])
    told_before = turns_since(session, product.id, now - rules.TURN_LASTS, before=telling.notice_id)
    out = not buyers_served(session, product, telling.facts.get("variant") or "")
    if out or buyers_served(session, product) <= len(told_before) or not still_wishes(session, telling.notice_id):
        return None
    return telling.model_copy(update={"product": product_view(session, product)})


def _about_stall(session: Session, telling: Telling, now: datetime) -> Telling | None:
    """One of the stall's products is asked about; the others wait behind it."""
    stall = session.get_one(Stall, telling.facts["stall_id"])
    if _closed(session, telling, stall.id):
        return None
    if telling.kind == "still-there":
        since = now - timedelta(days=rules.UNTOUCHED_DAYS)
        products = untouched_products(session, stall.id, since)
    else:
        products = most_urgent(session, low_products(session, stall.id, stall.low_mark, now), now)
    return _with_product(session, telling, products, now) if products else None


def _closed(session: Session, telling: Telling, stall_id: int | None) -> bool:
    """Whether this is nothing to speak of while the stall is closed, and it is."""
    return telling.kind in NOT_WHILE_CLOSED and session.get_one(Stall, stall_id).closed_until is not None


def _about_return(session: Session, telling: Telling) -> Telling | None:
    """What waits for a seller who is back; nothing, if the stall was closed again since."""
    stall = session.get_one(Stall, telling.facts["back_stall"])
    if stall.closed_until is not None:
        return None
    return telling.model_copy(update={"day": day_of(session, stall, telling.now)})


def _about_week(session: Session, telling: Telling) -> Telling | None:
    """The numbers as they are when the picture's turn comes."""
    stall = session.get_one(Stall, telling.facts["week_stall"])
    week = week_of(session, stall, date.fromisoformat(telling.facts["monday"]), telling.now)
    return telling.model_copy(update={"week": week}) if week.packs else None


def most_urgent(session: Session, products: Sequence[Product], now: datetime) -> list[Product]:
    """What is out first, then what will be out soonest at its pace, then what has no pace, the least stock first."""
    paces = _paces(session, products, now)

    def urgency(product: Product) -> tuple[bool, float, int]:
        left = rules.days_left(product.stock, *paces.get(product.id, (0, 0)))
        return product.stock > 0, float("inf") if left is None else left, product.stock

    return sorted(products, key=urgency)


def _with_product(session: Session, telling: Telling, products: Sequence[Product], now: datetime) -> Telling:
    first = products[0]
    pace = _paces(session, [first], now).get(first.id, (0, 0))
    lasts = first.kind == "counted" and not first.by_variant
    return telling.model_copy(
        update={
            "product": product_view(session, first),
            "days_left": rules.days_left(first.stock, *pace) if lasts else None,
            "more": len(products) - 1,
        }
    )


def _paces(session: Session, products: Sequence[Product], now: datetime) -> dict[int, tuple[int, int]]:
    since = now - timedelta(days=rules.PACE_DAYS)
    return sold_since(session, [product.id for product in products], since)
