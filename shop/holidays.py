"""Days off: a stall closes until a day that its seller names, and opens again by itself or by a tap.

While it is closed nobody is asked about orders: each unanswered one gets its whole time from the moment of opening.
"""

from datetime import date, datetime

from models.database import Session
from models.days import count_orders
from models.orders import Order, orders_of_stall
from models.reminders import remind_of_stall, settle_reminders_of_placed, waiting_reminder_of_stall
from models.stalls import Stall
from shop import rules
from shop.days import Day, day_of
from shop.notices import tell
from shop.orders import start_ladder
from shop.stalls import own_stall, start_reminders
from shop.views import StallView, View, stall_view
from shop.wishes import stall_is_back

MOST_WAITING = 1000


class Closed(View):
    """A stall that is closed now, and how many orders wait for its answer until it opens."""

    stall: StallView
    waiting: int


def close_stall(session: Session, person_id: int, until: date, why: str, orders: str, now: datetime) -> Closed:
    """Close the person's stall until a day; new `orders` wait or are refused. The buyers of unanswered ones are told.

    Raises ShopError: no-stall, rest-is-past, rest-too-long.
    """
    stall = own_stall(session, person_id)
    opens = rules.opening_at(until, stall.zone, now)
    news = opens != stall.closed_until
    stall.closed_until, stall.closed_words = opens, why
    stall.closed_orders = "refuse" if orders == "refuse" else "wait"
    session.add(stall)
    remind_of_stall(session, stall.id, "return", opens)
    settle_reminders_of_placed(session, stall.id, now)
    stall_is_back(session, stall, now)  # it refused orders, perhaps, and now they may wait
    waiting = _unanswered(session, stall)
    for order in waiting if news else ():
        tell(session, order.buyer_id, "order-waits", now, order_id=order.id)
    return Closed(stall=stall_view(stall), waiting=len(waiting))


def open_again(session: Session, person_id: int, now: datetime) -> Day:
    """ "Buka sekarang", whatever day had been named; returns what waits. Raises ShopError("no-stall")."""
    stall = own_stall(session, person_id)
    if stall.closed_until is not None:
        _open(session, stall, now)
    return day_of(session, stall, now)


def come_back(session: Session, stall_id: int, now: datetime) -> None:
    """The day has come: the stall opens, and its seller hears once what waits."""
    stall = session.get_one(Stall, stall_id)
    if stall.closed_until is None:
        return
    _open(session, stall, now)
    quiet = rules.polite_time(now, stall.zone)
    tell(session, stall.owner_id, "welcome-back", now, back_stall=stall.id, not_before=quiet)


def my_rest(session: Session, person_id: int) -> Closed:
    """The person's stall and how many orders wait for its answer. Raises ShopError("no-stall")."""
    stall = own_stall(session, person_id)
    waiting = count_orders(session, stall.id, ("placed",)).get("placed", 0)
    return Closed(stall=stall_view(stall), waiting=waiting)


def _open(session: Session, stall: Stall, now: datetime) -> None:
    stall.closed_until = stall.closed_words = None
    session.add(stall)
    reminder = waiting_reminder_of_stall(session, stall.id, "return")
    if reminder is not None:
        reminder.settled_at = now
        session.add(reminder)
    # What is low is part of the welcome, so this morning's own question falls away.
    start_reminders(session, stall, now)
    stall_is_back(session, stall, now)
    for order in _unanswered(session, stall):
        start_ladder(session, order, stall, now)


def _unanswered(session: Session, stall: Stall) -> list[Order]:
    return orders_of_stall(session, stall.id, ("placed",), MOST_WAITING)
