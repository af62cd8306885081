"""A word between the buyer and the seller of an order, relayed without showing anybody's number."""

from collections.abc import Sequence
from datetime import datetime

from models.database import Session
from models.orders import Order, order_of_buyer, order_of_seller
from models.people import Person, is_nobody
from models.stalls import Stall
from shop.errors import ShopError
from shop.notices import tell
from shop.views import OrderView, order_view

LONGEST_MESSAGE = 1000


def relay(
    session: Session,
    person_id: int,
    order_id: int,
    now: datetime,
    text: str | None = None,
    photos: Sequence[str] = (),
) -> OrderView:
    """Hand a text, or photos (Telegram's file_ids) with a text, to the other side of the order.

    Raises ShopError: order-gone for a stranger, message-too-long over 1,000 characters, other-side-left when the other
    side was forgotten.
    """
    if text and len(text) > LONGEST_MESSAGE:
        raise ShopError("message-too-long", most=LONGEST_MESSAGE)
    order, other_id = _other_side(session, person_id, order_id)
    if is_nobody(other_id):
        raise ShopError("other-side-left", order_id=order_id)
    stall = session.get_one(Stall, order.stall_id)
    sender = stall.name if stall.owner_id == person_id else session.get_one(Person, person_id).name
    for place, photo in enumerate(photos or [None]):
        said = text if place == 0 else None
        tell(session, other_id, "message", now, order_id=order_id, sender=sender, text=said, photo=photo)
    return order_view(session, order)


def _other_side(session: Session, person_id: int, order_id: int) -> tuple[Order, int]:
    bought = order_of_buyer(session, person_id, order_id)
    if bought is not None:
        return bought, session.get_one(Stall, bought.stall_id).owner_id
    sold = order_of_seller(session, person_id, order_id)
    if sold is not None:
        return sold, sold.buyer_id
    raise ShopError("order-gone")
