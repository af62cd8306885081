"""What is due: the clock calls, the database says what, and each thing is seen to once."""

from datetime import datetime

from models.database import Session
from models.orders import Order
from models.products import low_products
from models.reminders import Reminder, due_reminders, settle_reminders
from models.stalls import Stall
from shop import rules
from shop.notices import tell
from shop.orders import lapse_order

BATCH = 200


def see_to_due(session: Session, now: datetime) -> int:
    """See to up to 200 due reminders; returns how many, so that the caller knows whether to come again."""
    due = due_reminders(session, now, BATCH)
    settle_reminders(session, [reminder.id for reminder in due], now)
    for reminder in due:
        if reminder.kind == "morning":
            _morning(session, reminder, now)
        elif reminder.kind == "lapse":
            lapse_order(session, reminder.order_id or 0, now)
        else:
            _ask_again(session, reminder, now)
    return len(due)


def _ask_again(session: Session, reminder: Reminder, now: datetime) -> None:
    order = session.get_one(Order, reminder.order_id)
    if order.state != "placed" or now >= order.placed_at + rules.LAPSES_AFTER:
        return
    stall = session.get_one(Stall, order.stall_id)
    quiet = rules.polite_time(now, stall.zone)
    tell(session, stall.owner_id, "order-waiting", now, order_id=order.id, lane="reminders", not_before=quiet)


def _morning(session: Session, reminder: Reminder, now: datetime) -> None:
    """Ask about what is low; mornings that were slept through merge into this one."""
    stall = session.get_one(Stall, reminder.stall_id)
    next_due = rules.next_morning(now, stall.zone, stall.morning_hour)
    session.add(Reminder(kind="morning", stall_id=stall.id, due_at=next_due))
    if low_products(session, stall.id or 0, stall.low_mark, now):
        quiet = rules.polite_time(now, stall.zone)
        tell(session, stall.owner_id, "morning", now, stall_id=stall.id, lane="reminders", not_before=quiet)
