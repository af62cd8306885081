"""Moving an order on: the one place where its state changes, as `rules.ORDER_MOVES` allows."""

from datetime import datetime

from models.database import Session
from models.orders import Order, move_order, order_of_buyer, order_of_seller
from models.reminders import settle_reminders_of_order
from models.stalls import Stall
from shop import rules
from shop.errors import ShopError
from shop.order_stock import give_back

ANSWERS = ("accept", "offer", "decline", "revive")


def order_of(session: Session, who: rules.Who, person_id: int, order_id: int) -> Order:
    """The order, if this person is its buyer, or its seller; raises ShopError("order-gone") otherwise."""
    find = order_of_seller if who is rules.Who.SELLER else order_of_buyer
    order = find(session, person_id, order_id)
    if order is None:
        raise ShopError("order-gone")
    return order


def owner_of(session: Session, order: Order) -> int:
    """The seller of the order."""
    return session.get_one(Stall, order.stall_id).owner_id


def move_on(
    session: Session, order: Order, move: str, now: datetime, *, offers: int | None = None, **changes: object
) -> bool:
    """Move the order on; False, and nothing done, if it is there already (another device, an older message).

    What was due about it before is settled, and what went out comes back if nothing comes of it. Raises
    ShopError("offer-changed") if `offers` is not how many were made, ShopError("order-is-past-that") otherwise.
    """
    _who, from_states, to_state = rules.ORDER_MOVES[move]
    changes["state"] = to_state
    changes["ended_at"] = None if to_state in rules.OPEN_STATES else now
    if move in ANSWERS:
        changes["answered_at"] = order.answered_at or now
    order_id = order.id
    if not move_order(session, order_id, from_states, offers=offers, **changes):
        if order.state == to_state and to_state not in from_states:
            return False
        if offers is not None and order.state in from_states:
            raise ShopError("offer-changed", order_id=order_id)
        raise ShopError("order-is-past-that", order_id=order_id, state=order.state)
    settle_reminders_of_order(session, order_id, now)
    if move in rules.GIVES_STOCK_BACK:
        give_back(session, order, now)
    return True
