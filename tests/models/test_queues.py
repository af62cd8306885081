"""What waits: the inbox, the outbox, what is due, the copies of a broadcast. Who is next, and how it is found."""

import itertools
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import delete, event, insert, text
from sqlmodel import Session, SQLModel, col, select

from models.broadcasts import (
    Broadcast,
    Delivery,
    add_deliveries,
    count_deliveries,
    give_up_on_unknown,
    move_delivery,
    unknown_people,
    waiting_deliveries,
)
from models.database import Database
from models.inbox import InboxRow, forget_rows, mark_rows, next_rows, store_updates
from models.notices import Notice, next_notices, settle_notice
from models.people import Person, mark_refused
from models.reminders import Reminder, due_reminders
from models.settings import get_setting, set_setting
from tests.support.market import BUDI, NOW, RINI, SARI, add_person, buy, open_market

MINUTE = timedelta(minutes=1)


def update(update_id: int, chat_id: int = BUDI, **more: Any) -> dict[str, Any]:
    return {"update_id": update_id, "chat_id": chat_id, "body": "{}", "received_at": NOW, "state": "waiting"} | more


def everything(session: Session) -> list[InboxRow]:
    return list(session.exec(select(InboxRow).order_by(col(InboxRow.id))))


def test_an_update_is_stored_once_however_often_it_comes(database: Database) -> None:
    database.write_now(store_updates, [update(7, body='{"a": 1}'), update(5, body='{"c": 3}')])
    database.write_now(mark_rows, [1], "done")
    again = [update(7, body='{"b": 2}'), update(5, body='{"d": 4}'), update(9), update(9)]
    database.write_now(store_updates, again)
    rows = database.read_now(everything)
    assert [(row.update_id, row.state) for row in rows] == [(7, "done"), (5, "waiting"), (9, "waiting")]
    assert rows[0].body == "{}", "what is done is not kept"
    assert rows[1].body == '{"c": 3}'


def test_updates_keep_the_order_in_which_they_came(database: Database) -> None:
    numbers = [30, 10, 20, 40, 5]
    database.write_now(store_updates, [update(number) for number in numbers])
    assert [row.update_id for row in database.read_now(everything)] == numbers


def test_a_number_is_never_given_to_a_second_update(database: Database) -> None:
    """A later effect must not be taken for that of a forgotten row."""
    database.write_now(store_updates, [update(1), update(2)])
    database.write_now(mark_rows, [1, 2], "done")
    database.write_now(forget_rows, NOW + MINUTE)
    database.write_now(store_updates, [update(3)])
    [row] = database.read_now(everything)
    assert row.id > 2


def test_only_what_was_done_with_is_forgotten(database: Database) -> None:
    rows = [update(1), update(2), update(3, received_at=NOW + MINUTE)]
    database.write_now(store_updates, rows)
    database.write_now(mark_rows, [1, 3], "done")
    database.write_now(forget_rows, NOW + MINUTE / 2)
    assert [row.update_id for row in database.read_now(everything)] == [2, 3]


def test_each_chat_is_given_its_oldest_update_and_busy_chats_none(database: Database) -> None:
    database.write_now(store_updates, [update(n, chat) for n, chat in enumerate([11, 12, 11, 13, 12, 13], start=1)])

    def ids(*busy: int, limit: int = 10) -> list[int | None]:
        return [row.id for row in database.read_now(next_rows, frozenset(busy), limit)]

    assert ids() == [1, 2, 4]
    assert ids(11) == [2, 4]
    assert ids(11, 12, 13) == []
    assert ids(limit=2) == [1, 2]
    database.write_now(mark_rows, [1, 4], "done")
    assert ids() == [2, 3, 6]
    database.write_now(mark_rows, [2], "set aside", "it broke")
    assert ids() == [3, 5, 6]


def notice(person_id: int = SARI, lane: str = "orders", **more: Any) -> Notice:
    facts: dict[str, Any] = {"person_id": person_id, "kind": "message", "lane": lane, "try_at": NOW, "created_at": NOW}
    return Notice(**facts | more)


def next_ids(database: Database, *busy: int, minutes: float = 0, limit: int = 10) -> list[int | None]:
    found = database.read_now(next_notices, NOW + minutes * MINUTE, frozenset(busy), limit)
    return [one.id for one in found]


def put(database: Database, *notices: Notice) -> None:
    def work(session: Session) -> None:
        for person_id in (SARI, BUDI, RINI):
            add_person(session, person_id)
        for one in notices:  # one by one, so that their ids follow this order
            session.add(one)
            session.flush()

    database.write_now(work)


def settle(database: Database, **changes: Any) -> bool:
    """Settle the first notice."""
    return database.write_now(lambda session: settle_notice(session, session.get_one(Notice, 1), changes))


def test_each_person_is_told_one_thing_at_a_time_the_oldest_first(database: Database) -> None:
    put(database, notice(SARI), notice(BUDI), notice(SARI), notice(BUDI))
    assert next_ids(database) == [1, 2]
    assert next_ids(database, SARI) == [2]
    assert next_ids(database, limit=1) == [1]
    settle(database, state="sent")
    assert next_ids(database) == [2, 3]


def test_orders_go_before_reminders(database: Database) -> None:
    put(database, notice(SARI, "reminders"), notice(BUDI, "reminders"), notice(RINI, "orders"))
    assert next_ids(database) == [3, 1, 2]
    assert next_ids(database, limit=1) == [3]


def test_a_notice_waits_for_its_time(database: Database) -> None:
    put(database, notice(try_at=NOW + MINUTE))
    assert next_ids(database) == []
    assert next_ids(database, minutes=1) == [1]


def test_what_is_tried_again_keeps_its_place_before_later_news(database: Database) -> None:
    """ "Disanggupi" must not come after "selesai"."""
    put(database, notice(try_at=NOW + MINUTE, attempts=2), notice())
    assert next_ids(database) == []
    assert next_ids(database, minutes=1) == [1]


def test_what_waits_for_the_morning_holds_up_no_order(database: Database) -> None:
    """Low stock was noticed at night and waits until six; an order that comes meanwhile is told at once."""
    put(database, notice(lane="reminders", try_at=NOW + 480 * MINUTE), notice(lane="orders"))
    assert next_ids(database) == [2]


def test_a_notice_is_settled_once(database: Database) -> None:
    put(database, notice())
    assert settle(database, state="sent", message_id=5)
    assert not settle(database, state="failed", message_id=None)
    kept = database.read_now(lambda session: session.get_one(Notice, 1))
    assert (kept.state, kept.message_id) == ("sent", 5)


def test_a_notice_that_was_on_its_way_settles_nobody_elses(database: Database) -> None:
    """It was on its way to somebody who was forgotten meanwhile."""
    put(database, notice(BUDI))
    on_its_way = database.read_now(lambda session: session.get_one(Notice, 1))
    database.write_now(lambda session: session.execute(delete(Notice)))
    put(database, notice(SARI))
    assert not database.write_now(settle_notice, on_its_way, {"state": "sent", "facts": {"text": "halo"}})
    assert next_ids(database) == [2]


def test_what_is_longest_overdue_is_seen_to_first(database: Database) -> None:
    def add(session: Session) -> None:
        for minutes in (3, 1, 2, 60):
            session.add(Reminder(kind="lapse", due_at=NOW + minutes * MINUTE))
        session.add(Reminder(kind="lapse", due_at=NOW, settled_at=NOW))

    database.write_now(add)
    due = database.read_now(due_reminders, NOW + 5 * MINUTE, 10)
    assert [(reminder.due_at - NOW) / MINUTE for reminder in due] == [1, 2, 3]
    assert len(database.read_now(due_reminders, NOW + 5 * MINUTE, 2)) == 2


def crowd(session: Session) -> int:
    """Sari sells, Budi has bought, Rini is the operator, one left announcements, one blocked us; a broadcast's id."""
    product_id = open_market(session)
    buy(session, BUDI, product_id, 1, NOW)
    add_person(session, 11)
    add_person(session, 12)
    mark_refused(session, 12, NOW)
    add_person(session, 13).wants_announcements = False
    session.flush()
    broadcast = Broadcast(operator_id=RINI, message_ids=[1], state="sending", created_at=NOW)
    session.add(broadcast)
    session.flush()
    return broadcast.id


@pytest.mark.parametrize(
    ("audience", "people"), [("everybody", {SARI, BUDI, 11}), ("sellers", {SARI}), ("buyers", {BUDI})]
)
def test_a_broadcast_has_one_copy_for_each_in_its_audience(database: Database, audience: str, people: set[int]) -> None:
    broadcast_id = database.write_now(crowd)

    def fill(session: Session) -> None:
        broadcast = session.get_one(Broadcast, broadcast_id)
        broadcast.audience = audience
        add_deliveries(session, broadcast)

    database.write_now(fill)
    waiting = database.read_now(waiting_deliveries, broadcast_id, 100)
    assert {delivery.person_id for delivery in waiting} == people


def test_what_was_half_sent_at_a_crash_is_unknown_and_not_repeated(database: Database) -> None:
    broadcast_id = database.write_now(crowd)
    database.write_now(lambda session: add_deliveries(session, session.get_one(Broadcast, broadcast_id)))
    first, second, third = database.read_now(waiting_deliveries, broadcast_id, 100)
    assert database.write_now(move_delivery, first, "waiting", "sending")
    assert not database.write_now(move_delivery, first, "waiting", "sending")
    assert database.write_now(move_delivery, second, "waiting", "sending")
    assert database.write_now(move_delivery, second, "sending", "sent")
    database.write_now(give_up_on_unknown)
    assert database.read_now(count_deliveries, broadcast_id) == {"unknown": 1, "sent": 1, "waiting": 1}
    assert [person.id for person in database.read_now(unknown_people, broadcast_id, 9)] == [first.person_id]
    assert [left.id for left in database.read_now(waiting_deliveries, broadcast_id, 9)] == [third.id]


def test_a_setting_is_kept_and_replaced(database: Database) -> None:
    assert database.read_now(get_setting, "clock offset", 0.0) == 0.0
    database.write_now(set_setting, "clock offset", 5.5)
    database.write_now(set_setting, "clock offset", 7.5)
    assert database.read_now(get_setting, "clock offset", 0.0) == 7.5


MANY = 4_000


def long_history(session: Session) -> None:
    """Thousands of things that are over, and a handful that wait."""

    def add(table: type[SQLModel], rows: list[dict[str, Any]]) -> None:
        session.connection().execute(insert(table), rows)

    people = [
        {"id": n, "name": "a", "language": "id", "wants_announcements": True, "met_at": NOW} for n in range(1, 101)
    ]
    add(Person, people)
    add(Broadcast, [{"operator_id": 1, "message_ids": [1], "state": "sending", "created_at": NOW}])
    over = ["waiting" if n % 500 == 0 else "done" for n in range(MANY)]
    add(InboxRow, [update(n, n % 100 + 1, state=state) for n, state in enumerate(over)])
    told = {"kind": "a", "lane": "orders", "facts": {}, "attempts": 0, "try_at": NOW, "created_at": NOW}
    add(Notice, [told | {"person_id": n % 100 + 1, "state": state} for n, state in enumerate(over)])
    reminders = [
        {"kind": "lapse", "due_at": NOW + n * MINUTE, "settled_at": None if state == "waiting" else NOW}
        for n, state in enumerate(over)
    ]
    add(Reminder, reminders)
    add(
        Delivery, [{"broadcast_id": 1, "person_id": n, "state": "waiting" if n > 95 else "sent"} for n in range(1, 101)]
    )


LOOKS: dict[str, Callable[[Session], object]] = {
    "reminder_due": lambda session: due_reminders(session, NOW + timedelta(days=9), 200),
    "inbox_next": lambda session: next_rows(session, frozenset({1, 2}), 32),
    "notice_due": lambda session: next_notices(session, NOW, frozenset({1, 2}), 8),
}


plans = itertools.count()


def plan_of(database: Database, look: Callable[[Session], object]) -> str:
    """How the database goes about the first query that `look` makes."""
    asked: list[tuple[str, Any]] = []

    def note(_c: object, _cursor: object, statement: str, parameters: Any, *_: object) -> None:
        asked.append((statement, parameters))

    with Session(database.engine) as session:
        event.listen(database.engine, "before_cursor_execute", note)
        look(session)
        event.remove(database.engine, "before_cursor_execute", note)
        statement, parameters = next(one for one in asked if one[0].lstrip().upper().startswith("SELECT"))
        # The number keeps the driver from taking out a plan that it has made before.
        explain = f"EXPLAIN {'QUERY PLAN' if database.is_sqlite else ''} /* {next(plans)} */ "
        return "\n".join(str(row) for row in session.connection().exec_driver_sql(explain + statement, parameters))


def test_what_waits_is_found_by_its_index_however_long_the_history(database: Database) -> None:
    database.write_now(long_history)
    database.write_now(lambda session: session.connection().execute(text("ANALYZE")))
    for index, look in LOOKS.items():
        assert index in plan_of(database, look)
    database.write_now(lambda session: session.connection().execute(text("DROP INDEX reminder_due")))
    assert "reminder_due" not in plan_of(database, LOOKS["reminder_due"])
