"""From "I take it" to "it is here": ready to be fetched, sent, received; or, after all, withdrawn."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from models.database import Session
from models.orders import Order
from models.reminders import Reminder
from models.stalls import Stall
from shop import rules
from shop.errors import ShopError
from shop.moving import move_on, order_of, owner_of
from shop.notices import tell
from shop.talking import Enclosure, relay
from shop.views import OrderView, order_view

LONGEST_TRACKING = 60


def make_ready(session: Session, person_id: int, order_id: int, now: datetime) -> OrderView:
    """It can be fetched."""
    order = order_of(session, rules.Who.SELLER, person_id, order_id)
    if move_on(session, order, "ready", now):
        tell(session, order.buyer_id, "order-ready", now, order_id=order_id)
        _ask_later(session, order, now)
    return order_view(session, order)


def send_order(
    session: Session,
    person_id: int,
    order_id: int,
    now: datetime,
    tracking: str | None = None,
    photos: Sequence[str] = (),
) -> OrderView:
    """It is on its way; `tracking` is whatever the seller writes of it (a number, a courier, a driver's name).

    `photos`: the slip, the parcel (Telegram's file_ids), for the buyer.

    Raises ShopError("tracking-too-long") over 60 characters.
    """
    order = order_of(session, rules.Who.SELLER, person_id, order_id)
    tracking = " ".join((tracking or "").split()) or None
    if tracking and len(tracking) > LONGEST_TRACKING:
        raise ShopError("tracking-too-long", most=LONGEST_TRACKING)
    if move_on(session, order, "send", now, tracking=tracking):
        slip: dict[str, Any] = {"photo": photos[0]} if photos else {}
        tell(session, order.buyer_id, "order-sent", now, order_id=order_id, **slip)
        if photos[1:]:
            relay(session, person_id, order_id, now, enclosed=[Enclosure(kind="photo", what=one) for one in photos[1:]])
        _ask_later(session, order, now)
    return order_view(session, order)


def withdraw_order(session: Session, person_id: int, order_id: int, now: datetime) -> OrderView:
    """The seller can't after all; the buyer is told, the stock is back."""
    order = order_of(session, rules.Who.SELLER, person_id, order_id)
    if move_on(session, order, "withdraw", now, decline_reason="withdrawn"):
        tell(session, order.buyer_id, "order-declined", now, order_id=order_id)
    return order_view(session, order)


def receive_order(session: Session, person_id: int, order_id: int, now: datetime) -> OrderView:
    """The buyer has it."""
    order = order_of(session, rules.Who.BUYER, person_id, order_id)
    if move_on(session, order, "receive", now):
        tell(session, owner_of(session, order), "order-received", now, order_id=order_id)
    return order_view(session, order)


def finish_order(session: Session, person_id: int, order_id: int, now: datetime) -> OrderView:
    """The seller has handed the goods over."""
    order = order_of(session, rules.Who.SELLER, person_id, order_id)
    if move_on(session, order, "finish", now):
        tell(session, order.buyer_id, "order-finished", now, order_id=order_id)
    return order_view(session, order)


def ask_if_arrived(session: Session, order_id: int, now: datetime) -> None:
    """The buyer of what was ready or sent long ago is asked whether it has come."""
    order = session.get_one(Order, order_id)
    if order.state in rules.ASK_IF_ARRIVED:
        quiet = rules.polite_time(now, session.get_one(Stall, order.stall_id).zone)
        tell(session, order.buyer_id, "arrived", now, order_id=order_id, lane="reminders", not_before=quiet)


def _ask_later(session: Session, order: Order, now: datetime) -> None:
    """After a day or two the buyer is asked once whether it has come."""
    stall = session.get_one(Stall, order.stall_id)
    due_at = rules.polite_time(now + rules.ASK_IF_ARRIVED[order.state], stall.zone)
    session.add(Reminder(kind="arrived", order_id=order.id, due_at=due_at))
