"""/hapus: a person is forgotten. What they owe to nobody goes; what an order cost stays, without them."""

from datetime import datetime

from models.database import Session
from models.forgetting import (
    begin_forgetting,
    drop_unshown_photos,
    empty_rows,
    orders_to_end,
    replace_by_nobody,
    stop_broadcasts,
)
from models.orders import move_order
from models.personal import bought_by, sold_by
from shop import rules
from shop.errors import ShopError
from shop.notices import tell
from shop.orders import end_order
from shop.views import View

UNANSWERED = ("placed", "offered")


class Leaving(View):
    """What of a person's is still open: orders that they placed, and orders that wait for their own answer."""

    bought: int
    sold: int


def what_is_open(session: Session, person_id: int) -> Leaving:
    """What would be called off if this person were forgotten now.

    Raises ShopError("promised-first") while a buyer waits for what this person has promised.
    """
    promised = orders_to_end(session, sold_by(person_id), rules.PROMISED_STATES)
    if promised:
        raise ShopError("promised-first", left=len(promised))
    return Leaving(
        bought=len(orders_to_end(session, bought_by(person_id), rules.OPEN_STATES)),
        sold=len(orders_to_end(session, sold_by(person_id), UNANSWERED)),
    )


def forget(session: Session, person_id: int, stamp: int, now: datetime) -> tuple[str, ...]:
    """Forget this person; the hashes of photos that nobody shows any more. Done twice it does no harm.

    `stamp` is the turn in which they ask for it: its own update goes when it is over, later ones are not touched.

    Raises ShopError as `what_is_open` does.
    """
    if not begin_forgetting(session, person_id):
        return ()
    what_is_open(session, person_id)
    others = _call_off(session, person_id, now)
    stop_broadcasts(session, person_id)
    session.flush()
    empty_rows(session, person_id, stamp)
    replace_by_nobody(session, person_id, now)
    session.flush()
    # Only now, so that these aren't emptied with the rest.
    for other_id, kind, order_id in others:
        tell(session, other_id, kind, now, order_id=order_id)
    return drop_unshown_photos(session)


def _call_off(session: Session, person_id: int, now: datetime) -> list[tuple[int, str, int]]:
    """End what is open; whom to tell of which order, and how."""
    told = []
    for order in orders_to_end(session, bought_by(person_id), rules.OPEN_STATES):
        # What is on its way has been sold.
        owner_id = end_order(session, order, "finish" if order.state == "sent" else "leave", now).stall.owner_id
        told.append((owner_id, "buyer-left", order.id))
    for order in orders_to_end(session, sold_by(person_id), UNANSWERED):
        buyer_id = end_order(session, order, "close", now).buyer_id
        told.append((buyer_id, "seller-left", order.id))
    for whose, state in ((bought_by(person_id), "cancelled"), (sold_by(person_id), "declined")):
        for order in orders_to_end(session, whose, ("lapsed",)):
            move_order(session, order.id, ("lapsed",), state=state)  # nobody can revive it; its stock is back
    return told
