"""A word between the buyer and the seller of an order, relayed without showing anybody's number."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from models.database import Session
from models.mutes import has_muted, set_mute
from models.notices import subject_of_message
from models.people import Person, is_nobody
from shop.errors import ShopError
from shop.notices import tell
from shop.orders import order_for
from shop.stalls import own_stall
from shop.views import OrderView, StallView, View, stall_view

LONGEST_MESSAGE = 1000
# With who says it above, no more fits under a photo, a voice note or a video.
LONGEST_CAPTION = 800
# … and with a whole order below it:
LONGEST_BESIDE = 300
QUICK_REPLIES = 3
LONGEST_QUICK_REPLY = 60


class Enclosure(View):
    """What isn't words: `what` is Telegram's file_id, or where a location is (latitude, longitude)."""

    kind: str
    what: str | tuple[float, float]


class Talk(View):
    """Two people about one order, as one of them sees it: `to` is the other's name.

    `taken`: the other takes messages; `muted`: this person takes none of the other's.
    """

    order: OrderView
    to: str
    taken: bool
    muted: bool


def talk_about(session: Session, person_id: int, order_id: int) -> Talk:
    """How this person and the other side of the order stand; raises ShopError("order-gone") for a stranger."""
    view = order_for(session, person_id, order_id)
    return Talk(
        order=view,
        to=view.stall.name if view.buyer_id == person_id else view.buyer_name,
        taken=not has_muted(session, _other(view, person_id), order_id),
        muted=has_muted(session, person_id, order_id),
    )


def talk_to(session: Session, person_id: int, order_id: int) -> Talk:
    """The same for who wants to write. Raises ShopError("other-side-left") when the other side was forgotten."""
    talk = talk_about(session, person_id, order_id)
    if is_nobody(_other(talk.order, person_id)):
        raise ShopError("other-side-left", order_id=order_id)
    return talk


def order_of_message(session: Session, person_id: int, message_id: int) -> int | None:
    """Which order a message is about that this person has from us; None for anything else."""
    kind, _, number = (subject_of_message(session, person_id, message_id) or "").partition(" ")
    return int(number) if kind == "order" else None


def relay(
    session: Session,
    person_id: int,
    order_id: int,
    now: datetime,
    text: str | None = None,
    enclosed: Sequence[Enclosure] = (),
) -> Talk:
    """Hand words, and what is enclosed, to the other side of the order, unless they take no messages (`taken`).

    Raises ShopError: order-gone for a stranger, message-too-long over 1,000 characters, other-side-left when the other
    side was forgotten.
    """
    if text and len(text) > LONGEST_MESSAGE:
        raise ShopError("message-too-long", most=LONGEST_MESSAGE)
    talk = talk_to(session, person_id, order_id)
    order, to = talk.order, _other(talk.order, person_id)
    if not talk.taken:
        return talk
    sender = session.get_one(Person, person_id).name if person_id == order.buyer_id else order.stall.name
    for words, enclosure in _parts(text, enclosed):
        facts: dict[str, Any] = {enclosure.kind: enclosure.what} if enclosure else {}
        tell(session, to, "message", now, order_id=order_id, sender=sender, text=words, **facts)
    return talk


def _parts(text: str | None, enclosed: Sequence[Enclosure]) -> list[tuple[str | None, Enclosure | None]]:
    """What goes into one message each: the words stand under the first enclosure if they fit there."""
    apart = text is not None and (
        not enclosed or len(text) > LONGEST_CAPTION or enclosed[0].kind in ("location", "video_note")
    )
    parts: list[tuple[str | None, Enclosure | None]] = [(text, None)] if apart else []
    caption = None if apart else text
    return parts + [(caption if place == 0 else None, enclosure) for place, enclosure in enumerate(enclosed)]


def mute(session: Session, person_id: int, order_id: int, muted: bool, now: datetime) -> Talk:
    """Take no more messages of the other side about this order, or take them again; its news come anyhow."""
    talk = talk_about(session, person_id, order_id)
    set_mute(session, person_id, order_id, muted, now)
    return talk.model_copy(update={"muted": muted})


def set_quick_reply(session: Session, person_id: int, place: int, text: str) -> StallView:
    """One of the stall's three quick replies (`place` from 0) says this from now on; "": the usual sentence.

    Raises ShopError("quick-reply-too-long").
    """
    if len(text) > LONGEST_QUICK_REPLY:
        raise ShopError("quick-reply-too-long", most=LONGEST_QUICK_REPLY)
    stall = own_stall(session, person_id)
    replies = [*stall.quick_replies, *[""] * QUICK_REPLIES][:QUICK_REPLIES]
    replies[min(max(place, 0), QUICK_REPLIES - 1)] = text
    stall.quick_replies = replies
    session.add(stall)
    return stall_view(stall)


def _other(order: OrderView, person_id: int) -> int:
    return order.stall.owner_id if person_id == order.buyer_id else order.buyer_id
