"""After an order: how was it, what went wrong, the same again."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from models.database import Session
from models.orders import lines_of, rate_order
from models.stalls import count_rating
from shop import rules
from shop.errors import ShopError
from shop.moving import order_of, owner_of
from shop.notices import known, tell
from shop.quoting import Wanted
from shop.talking import LONGEST_BESIDE, LONGEST_MESSAGE
from shop.views import OrderView, order_view


def rate(session: Session, person_id: int, order_id: int, rating: int, now: datetime) -> OrderView:
    """The buyer says how it was, 1 (bad) to 3 (good); the first word counts. Raises ShopError("order-gone")."""
    order = order_of(session, rules.Who.BUYER, person_id, order_id)
    if order.state != "finished" or rating not in rules.RATINGS:
        raise ShopError("order-is-past-that", order_id=order_id, state=order.state)
    if rate_order(session, order_id, rating):
        count_rating(session, order.stall_id, happy=rating == max(rules.RATINGS))
        tell(session, owner_of(session, order), "order-rated", now, order_id=order_id, lane="reminders")
    return order_view(session, order)


def complain(
    session: Session,
    person_id: int,
    order_id: int,
    now: datetime,
    operators: Iterable[int],
    text: str | None = None,
    photos: Sequence[str] = (),
) -> OrderView:
    """The buyer tells the operators what went wrong, in words or with photos (Telegram's file_ids).

    Raises ShopError: order-gone, message-too-long, no-operator (there is nobody to hear it).
    """
    if text and len(text) > LONGEST_MESSAGE:
        raise ShopError("message-too-long", most=LONGEST_MESSAGE)
    order = order_of(session, rules.Who.BUYER, person_id, order_id)
    listeners = [operator_id for operator_id in known(session, operators) if operator_id != person_id]
    if not listeners:
        raise ShopError("no-operator", order_id=order_id)
    shown: Sequence[str | None] = photos or (None,)
    first, *others = shown
    parts = [(text, first)] if first is None or len(text or "") <= LONGEST_BESIDE else [(text, None), (None, first)]
    for operator_id in listeners:
        for said, photo in [*parts, *((None, other) for other in others)]:
            tell(session, operator_id, "complaint", now, order_id=order_id, text=said, photo=photo)
    order.complained_at = now
    session.add(order)
    return order_view(session, order)


def same_again(session: Session, person_id: int, order_id: int) -> tuple[tuple[Wanted, ...], str | None]:
    """What the buyer wanted then, and where it was brought to. Raises ShopError("order-gone")."""
    order = order_of(session, rules.Who.BUYER, person_id, order_id)
    wanted = tuple(
        Wanted(
            product_id=line.product_id,
            quantity=line.asked or line.quantity,
            parts=line.parts,
            variant=line.variant,
        )
        for line in lines_of(session, order_id)
    )
    return wanted, order.address
