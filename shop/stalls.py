"""A seller's stall: it opens by itself with the first photo; whose is which, and when it is looked at."""

from datetime import datetime

from models.database import Session
from models.people import Person
from models.reminders import remind_of_stall
from models.stalls import Stall, stall_of
from shop import rules
from shop.errors import ShopError
from shop.views import StallView, stall_view


def own_stall(session: Session, person_id: int) -> Stall:
    """This person's stall; raises ShopError("no-stall") if there is none yet."""
    stall = stall_of(session, person_id)
    if stall is None:
        raise ShopError("no-stall")
    return stall


def open_stall(session: Session, person_id: int, now: datetime) -> Stall:
    """This person's stall; opened under their own name if there is none yet."""
    stall = stall_of(session, person_id)
    if stall is None:
        stall = Stall(owner_id=person_id, name=session.get_one(Person, person_id).name[:64], opened_at=now)
        session.add(stall)
        session.flush()
    return stall


def start_reminders(session: Session, stall: Stall, now: datetime) -> None:
    """From now on, look at the stall's stock every morning at its hour, and once a week at what it sold."""
    remind_of_stall(session, stall.id, "morning", rules.next_morning(now, stall.zone, stall.morning_hour))
    remind_of_stall(session, stall.id, "week", rules.next_week(now, stall.zone))


def look_at_own_stall(session: Session, person_id: int) -> StallView:
    """This person's stall; raises ShopError("no-stall") if there is none yet."""
    return stall_view(own_stall(session, person_id))


def my_stall(session: Session, person_id: int) -> StallView | None:
    """This person's stall, or None."""
    stall = stall_of(session, person_id)
    return stall_view(stall) if stall else None
