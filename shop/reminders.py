"""What is due: the clock calls, the database says what, and each thing is seen to once."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any

from models.copying import COPIED_AT, leave_room
from models.database import DatabaseTrouble, Session
from models.notices import late_reminders
from models.orders import Order, hold_orders, orders_in_state
from models.products import forget_uploads, stalls_with_low, untouched_products
from models.reminders import (
    Reminder,
    due_reminders,
    put_off,
    reminders_of_stalls,
    settle_reminders,
    waiting_lapses,
)
from models.settings import get_setting, set_setting, take_setting
from models.stalls import Stall, stalls_by_id
from shop import rules
from shop.batches import close_batches
from shop.handing_over import ask_if_arrived
from shop.holidays import come_back
from shop.notices import ask_to_phone, tell
from shop.orders import lapse_order
from shop.views import View
from shop.weeks import sold_anything
from shop.wishes import stock_is_back

BATCH = 100
DAY = timedelta(days=1)
TRY_AGAIN = timedelta(hours=1)
LOOKED_AT = "looked at"
# From when on an absence is one; a longer one is a wrong clock.
AWAY, LONGEST_AWAY = timedelta(minutes=15), timedelta(days=30)
TIME_TO_ANSWER = timedelta(hours=2)


class Seen(View):
    """How many reminders were due, and which of them broke, for the log: they are tried again in an hour."""

    count: int
    broken: tuple[str, ...] = ()


def see_to_due(session: Session, now: datetime, operators: Iterable[int] = ()) -> Seen:
    """See to up to 100 due reminders, so that an order never waits long for its turn to be written.

    `operators` are asked to phone a seller whom no message has moved, and who has no second contact.
    """
    due = due_reminders(session, now, BATCH)
    # As a person's answer does it: first the order, then what is due about it; else we could wait for each other.
    hold_orders(session, {reminder.order_id for reminder in due if reminder.order_id})
    ours = settle_reminders(session, due, now)
    broken: list[str] = []

    def see_to_each(some: Iterable[Reminder]) -> None:
        for reminder in some:
            try:
                with session.begin_nested():
                    _see_to(session, reminder, due, operators, now)
            except DatabaseTrouble:
                raise
            except Exception as fault:  # one that can't be seen to must not keep all others from it
                broken.append(f"{reminder.kind} {reminder.id}: {type(fault).__name__}")
                kept = reminder.model_dump(exclude={"id", "settled_at", "due_at"})
                session.add(Reminder(**kept, due_at=now + TRY_AGAIN))

    # What closed or came back in the night is asked about in the morning after, also when both were slept through.
    # A stall that opens now comes last: mornings and weeks that passed while it was closed are over.
    see_to_each(reminder for reminder in ours if reminder.kind in ("closing", "lapse"))
    _mornings(session, [reminder for reminder in ours if reminder.kind == "morning"], now)
    others = (reminder for reminder in ours if reminder.kind not in ("closing", "lapse", "morning"))
    see_to_each(sorted(others, key=lambda reminder: reminder.kind == "return"))
    return Seen(count=len(due), broken=tuple(broken))


def _see_to(
    session: Session, reminder: Reminder, due: Sequence[Reminder], operators: Iterable[int], now: datetime
) -> None:
    if reminder.kind == "week":
        _week(session, reminder, now)
    elif reminder.kind == "closing":
        close_batches(session, session.get_one(Stall, reminder.stall_id), now)
    elif reminder.kind == "return":
        come_back(session, reminder.stall_id or 0, now)
    elif reminder.kind == "wishes":
        stock_is_back(session, reminder.product_id or 0, now)
    elif reminder.kind == "lapse":
        lapse_order(session, reminder.order_id or 0, now)
    elif reminder.kind == "phone":
        ask_to_phone(session, reminder.order_id or 0, operators, now)
    elif reminder.kind == "arrived":
        ask_if_arrived(session, reminder.order_id or 0, now)
    elif not _superseded(reminder, due):
        _ask_again(session, reminder, now)


def _superseded(reminder: Reminder, due: Sequence[Reminder]) -> bool:
    """After a long sleep only the last of an order's steps is taken: nobody is told the same thing three times."""
    return any(other.order_id == reminder.order_id and other.due_at > reminder.due_at for other in due)


def _ask_again(session: Session, reminder: Reminder, now: datetime) -> None:
    """Whoever is to answer is asked again: the seller, or the buyer who was made an offer."""
    order = session.get_one(Order, reminder.order_id)
    stall = session.get_one(Stall, order.stall_id)
    silent = {"placed": (stall.owner_id, "order-waiting"), "offered": (order.buyer_id, "offer-waiting")}
    if order.state in silent:
        quiet = rules.polite_time(now, stall.zone)
        tell(session, *silent[order.state], now, order_id=order.id, lane="reminders", not_before=quiet)


def _mornings(session: Session, reminders: Sequence[Reminder], now: datetime) -> None:
    """Ask about what is low, in all stalls together: they are due in the same minute.

    Mornings that were slept through merge into this one.
    """
    stall_ids = [reminder.stall_id or 0 for reminder in reminders]
    stalls = stalls_by_id(session, stall_ids)
    low = stalls_with_low(session, stall_ids, now)
    for stall in stalls.values():
        next_due = rules.next_morning(now, stall.zone, stall.morning_hour)
        session.add(Reminder(kind="morning", stall_id=stall.id, due_at=next_due))
        if stall.closed_until is None and stall.id in low:
            quiet = rules.polite_time(now, stall.zone)
            tell(session, stall.owner_id, "morning", now, stall_id=stall.id, lane="reminders", not_before=quiet)


def _week(session: Session, reminder: Reminder, now: datetime) -> None:
    """Once a week: last week as a picture; and is that still there, which nobody has spoken of for two weeks?

    Weeks that were slept through merge into this one.
    """
    stall = session.get_one(Stall, reminder.stall_id)
    session.add(Reminder(kind="week", stall_id=stall.id, due_at=rules.next_week(now, stall.zone)))
    if stall.closed_until is not None:
        return
    quiet, monday = rules.polite_time(now, stall.zone), rules.monday_of(now, stall.zone, weeks_back=1)
    if sold_anything(session, stall, monday):
        facts: dict[str, Any] = {"week_stall": stall.id, "monday": monday.isoformat()}
        tell(session, stall.owner_id, "week-picture", now, lane="reminders", not_before=quiet, **facts)
    if untouched_products(session, stall.id, now - timedelta(days=rules.UNTOUCHED_DAYS)):
        tell(session, stall.owner_id, "still-there", now, stall_id=stall.id, lane="reminders", not_before=quiet)


def note_look(session: Session, now: datetime) -> None:
    """We are here, and see to what is due."""
    set_setting(session, LOOKED_AT, now.isoformat())


def look_after_absence(session: Session, now: datetime) -> None:
    """See to what an absence, or a wrong clock, has done to our plans; as `note_look`, else."""
    looked_at = get_setting(session, LOOKED_AT)
    away = now - datetime.fromisoformat(looked_at) if looked_at is not None else timedelta(0)
    if AWAY < away < LONGEST_AWAY:
        _give_time(session, now)
    elif away < -DAY:
        _plan_anew(session, now)
    note_look(session, now)


def _give_time(session: Session, now: datetime) -> None:
    """Nobody could be told of an order meanwhile, and no answer reached us: what would lapse now waits for two hours
    more, of the day; and what waited for the day before doesn't ring in the night.
    """
    for lapse, stall in waiting_lapses(session):
        if lapse.due_at < now + TIME_TO_ANSWER:
            lapse.due_at = rules.polite_time(now, stall.zone) + TIME_TO_ANSWER
    for notice, zone in late_reminders(session, now):
        notice.try_at = rules.polite_time(now, zone or rules.ZONES["WIB"])


def _plan_anew(session: Session, now: datetime) -> None:
    """The clock was days ahead: what was planned by it would come far too late."""
    for morning, stall in reminders_of_stalls(session, "morning", after=now + 2 * DAY):
        morning.due_at = rules.next_morning(now, stall.zone, stall.morning_hour)
    for week, stall in reminders_of_stalls(session, "week", after=now + 14 * DAY):
        week.due_at = rules.next_week(now, stall.zone)
    for lapse, stall in waiting_lapses(session):
        too_late = lapse.due_at - now - timedelta(hours=stall.answer_hours)
        if too_late > DAY:
            put_off(session, -too_late, lapse.order_id)


def wake_up(session: Session, now: datetime) -> None:
    """If this database is a copy that begins to live: every unanswered order is asked about again, what else is due
    about orders is put off by the time that has passed, so that none lapses before anybody could answer, and no number
    is given that something may have had which was lost since.
    """
    copied_at = take_setting(session, COPIED_AT)
    if copied_at is None:
        return
    leave_room(session)
    forget_uploads(session)
    put_off(session, max(timedelta(0), now - datetime.fromisoformat(copied_at)))
    for order in orders_in_state(session, "placed"):
        session.add(Reminder(kind="ask again", order_id=order.id, due_at=now))
