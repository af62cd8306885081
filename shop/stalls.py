"""A seller's stall: it opens by itself with the first photo, and is asked about itself once."""

from datetime import datetime

from models.database import Session
from models.people import Person
from models.reminders import Reminder, waiting_reminder_of_stall
from models.stalls import Stall, stall_of
from shop import rules
from shop.errors import ShopError
from shop.people import agree
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
    due = {
        "morning": rules.next_morning(now, stall.zone, stall.morning_hour),
        "week": rules.next_week(now, stall.zone),
    }
    for kind, due_at in due.items():
        reminder = waiting_reminder_of_stall(session, stall.id or 0, kind)
        reminder = reminder or Reminder(kind=kind, stall_id=stall.id, due_at=due_at)
        reminder.due_at = due_at
        session.add(reminder)


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
    answer_hours: int | None = None,
) -> StallView:
    """Keep what the seller said of the stall; what is None stays as it was."""
    agree(session, person_id, now)
    stall = own_stall(session, person_id)
    stall.place = place or stall.place
    stall.payment_words = payment_words or stall.payment_words
    stall.zone = zone or stall.zone
    stall.morning_hour = stall.morning_hour if morning_hour is None else morning_hour
    stall.low_mark = stall.low_mark if low_mark is None else rules.check_stock(low_mark)
    stall.answer_hours = stall.answer_hours if answer_hours is None else rules.check_answer_hours(answer_hours)
    stall.asked_about_itself = True
    session.add(stall)
    if zone or morning_hour is not None:
        start_reminders(session, stall, now)
    return stall_view(stall)


def my_stall(session: Session, person_id: int) -> StallView | None:
    """This person's stall, or None."""
    stall = stall_of(session, person_id)
    return stall_view(stall) if stall else None
