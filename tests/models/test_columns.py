"""What a column takes and gives back: moments, large ids, money, and what it refuses."""

from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from sqlalchemy.exc import IntegrityError, StatementError
from sqlmodel import Session, SQLModel, select

from models.database import Database
from models.inbox import InboxRow, store_updates
from models.notices import Notice
from models.orders import Order, OrderLine
from models.people import Person
from models.products import Product
from models.reminders import Reminder, due_reminders
from models.stalls import Stall
from tests.support.market import BUDI, NOW, add_person, open_market

JAKARTA = timezone(timedelta(hours=7))
LARGEST_ID = 2**52 - 1
MOST_MONEY = 1_000_000_000 * 10_000


def add(session: Session, *rows: SQLModel) -> None:
    session.add_all(rows)


def an_order(**changes: Any) -> Order:
    facts: dict[str, Any] = {"buyer_id": BUDI, "stall_id": 1, "total": 1, "placed_at": NOW}
    return Order(**facts | changes)


def a_line(**changes: Any) -> OrderLine:
    facts: dict[str, Any] = {"order_id": 1, "product_id": 1, "name": "a", "price": 1, "quantity": 1, "taken": 0}
    return OrderLine(**facts | {"amount": 1} | changes)


def a_product(**changes: Any) -> Product:
    facts: dict[str, Any] = {"stall_id": 1, "created_at": NOW}
    return Product(**facts | changes)


REFUSED = {
    "a price of nothing": a_product(price=0),
    "a negative price": a_product(price=-15_000),
    "a negative stock": a_product(stock=-1),
    "a price for no pieces": a_product(per=0),
    "an order for nothing": an_order(total=0),
    "an order of no pieces": a_line(quantity=0),
    "an order line for nothing": a_line(price=0),
    "a product of no stall": a_product(stall_id=99),
    "an order of nobody": an_order(buyer_id=99),
    "a notice to nobody": Notice(person_id=99, kind="message", lane="orders", try_at=NOW, created_at=NOW),
    "a second stall of one person": Stall(owner_id=BUDI, name="Kedua", opened_at=NOW),
}
ACCEPTED = {
    "the lowest price": a_product(price=1),
    "no price yet": a_product(price=None),
    "an empty shelf": a_product(stock=0),
    "the largest order": an_order(total=MOST_MONEY),
    "one piece": a_line(),
}


def copy_of(row: SQLModel) -> SQLModel:
    return type(row)(**row.model_dump())


def prepare(session: Session) -> None:
    """Somebody who has a stall already, a product 1, an order 1."""
    open_market(session)
    session.add(Stall(owner_id=BUDI, name="Pertama", opened_at=NOW))
    session.add(an_order())


def test_the_database_refuses_what_can_not_be(database: Database) -> None:
    database.write_now(prepare)
    taken = []
    for what, row in REFUSED.items():
        try:
            database.write_now(add, copy_of(row))
        except IntegrityError:
            continue
        taken.append(what)
    assert taken == []


def test_the_database_takes_what_is_just_allowed(database: Database) -> None:
    database.write_now(prepare)
    database.write_now(add, *[copy_of(row) for row in ACCEPTED.values()])
    totals = database.read_now(lambda session: list(session.exec(select(Order.total))))
    assert MOST_MONEY in totals


def test_a_moment_comes_back_aware_and_in_utc(database: Database) -> None:
    in_jakarta = datetime(2026, 11, 21, 10, 0, 0, 123456, tzinfo=JAKARTA)
    database.write_now(lambda session: session.add(Person(id=BUDI, name="Pak Budi", met_at=in_jakarta)))
    met_at = database.read_now(lambda session: session.get_one(Person, BUDI).met_at)
    assert met_at == in_jakarta
    assert met_at.tzinfo is UTC
    assert met_at.isoformat() == "2026-11-21T03:00:00.123456+00:00"


def test_a_moment_without_a_zone_is_refused(database: Database) -> None:
    naive = NOW.replace(tzinfo=None)
    with pytest.raises(StatementError, match="without a zone"):
        database.write_now(lambda session: session.add(Person(id=BUDI, name="Pak Budi", met_at=naive)))
    with pytest.raises(StatementError, match="without a zone"):
        database.read_now(lambda session: list(session.exec(select(Person).where(Person.met_at < naive))))


def test_moments_of_different_zones_are_compared_by_what_they_are(database: Database) -> None:
    due = [NOW, (NOW + timedelta(minutes=1)).astimezone(JAKARTA), NOW - timedelta(minutes=1)]
    database.write_now(add, *[Reminder(kind="lapse", due_at=moment) for moment in due])
    now = (NOW + timedelta(seconds=30)).astimezone(timezone(timedelta(hours=-5)))
    found = database.read_now(due_reminders, now, 10)
    assert [reminder.due_at for reminder in found] == [NOW - timedelta(minutes=1), NOW]


def test_the_largest_telegram_ids_fit(database: Database) -> None:
    row = {"update_id": LARGEST_ID, "chat_id": -LARGEST_ID, "body": "{}", "received_at": NOW, "state": "waiting"}

    def keep(session: Session) -> None:
        add_person(session, LARGEST_ID)
        store_updates(session, [row])
        session.add(
            Notice(
                person_id=LARGEST_ID,
                kind="message",
                lane="orders",
                try_at=NOW,
                created_at=NOW,
                message_id=LARGEST_ID,
                facts={"photo": "file", "order_id": LARGEST_ID},
            )
        )

    database.write_now(keep)
    kept = database.read_now(lambda session: session.exec(select(InboxRow)).one())
    notice = database.read_now(lambda session: session.exec(select(Notice)).one())
    assert (kept.update_id, kept.chat_id) == (LARGEST_ID, -LARGEST_ID)
    assert (notice.person_id, notice.message_id, notice.facts["order_id"]) == (LARGEST_ID,) * 3
