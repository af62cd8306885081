"""What a seller says of her stall: its name, place and hours, how people pay, what is brought and for how much."""

from datetime import datetime

from models.database import Session
from shop import rules
from shop.batches import reckon_closing
from shop.notices import tell
from shop.people import agree
from shop.qris import Qris, read_qris
from shop.stalls import own_stall, start_reminders
from shop.views import StallView, stall_view


def rename_stall(session: Session, person_id: int, name: str) -> StallView:
    """Call the stall something else; raises ShopError for a name that nobody can read."""
    stall = own_stall(session, person_id)
    stall.name = rules.check_name(name)[:64]
    session.add(stall)
    return stall_view(stall)


def describe_stall(
    session: Session,
    person_id: int,
    now: datetime,
    *,
    place: str | None = None,
    zone: str | None = None,
    payment_words: str | None = None,
    morning_hour: int | None = None,
    low_mark: int | None = None,
    delivery_fee: int | None = None,
    closing_hour: int | None = None,
    answer_hours: int | None = None,
) -> StallView:
    """Keep what the seller said of the stall; what is None stays as it was. A `delivery_fee` below 0: as they agree."""
    agree(session, person_id, now)
    stall = own_stall(session, person_id)
    stall.place = place or stall.place
    stall.payment_words = payment_words or stall.payment_words
    stall.zone = zone or stall.zone
    stall.morning_hour = stall.morning_hour if morning_hour is None else morning_hour
    stall.low_mark = stall.low_mark if low_mark is None else rules.check_stock(low_mark)
    if delivery_fee is not None:
        stall.delivery_fee = None if delivery_fee < 0 else min(delivery_fee, rules.MOST_RUPIAH)
    stall.closing_hour = stall.closing_hour if closing_hour is None else closing_hour
    stall.answer_hours = stall.answer_hours if answer_hours is None else rules.check_answer_hours(answer_hours)
    stall.asked_about_itself = True
    session.add(stall)
    if zone or morning_hour is not None:
        start_reminders(session, stall, now)
    if zone or closing_hour is not None:
        reckon_closing(session, stall, now)
    return stall_view(stall)


def set_qris(session: Session, person_id: int, payload: str, now: datetime) -> StallView:
    """Use this QRIS from now on; its owner hears of a change. Raises ShopError("qris-not-valid")."""
    stall, read = own_stall(session, person_id), read_qris(payload)
    agree(session, person_id, now)
    if stall.qris and stall.qris != read.payload:
        tell(session, stall.owner_id, "qris-changed", now, name=read.name, nmid=read.nmid)
    stall.qris, stall.qris_name = read.payload, read.name
    session.add(stall)
    return stall_view(stall)


def remove_qris(session: Session, person_id: int, now: datetime) -> StallView:
    """Nobody can pay the stall by QRIS any more; its owner hears of it."""
    stall = own_stall(session, person_id)
    if stall.qris:
        tell(session, stall.owner_id, "qris-changed", now)
    stall.qris = stall.qris_name = None
    session.add(stall)
    return stall_view(stall)


def qris_of(session: Session, person_id: int) -> Qris | None:
    """What this person's own stall has as its QRIS, or None."""
    stall = own_stall(session, person_id)
    return read_qris(stall.qris) if stall.qris else None
