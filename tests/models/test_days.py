"""What a stall has sold and has to do, asked of both databases."""

from datetime import UTC, date, datetime, timedelta

from sqlalchemy import Engine, event
from sqlmodel import select

from models.database import Database, Session
from models.days import answered_between, best_sold, count_orders, orders_to_see_to, sold_by_day
from models.stalls import Stall
from shop.days import today
from shop.orders import accept_order
from shop.rules import days_from
from tests.support.market import BUDI, SARI, add_product, buy, open_market

NOON = datetime(2026, 11, 18, 5, 0, tzinfo=UTC)


def trade(session: Session) -> None:
    """Two sales on Wednesday, one on Saturday just after midnight in Jayapura, one order unanswered."""
    keripik, dodol = open_market(session), add_product(session, name="Dodol")
    for product_id, count, at in (
        (keripik, 2, NOON),
        (dodol, 3, NOON),
        (keripik, 4, NOON + timedelta(hours=58, minutes=1)),
    ):
        accept_order(session, SARI, buy(session, BUDI, product_id, count, at).id, at + timedelta(minutes=count))
    buy(session, BUDI, dodol, 1, NOON)


def stall_id(session: Session) -> int:
    return session.exec(select(Stall)).one().id


def test_both_databases_count_alike(database: Database) -> None:
    database.write_now(trade)
    stall = database.read_now(stall_id)
    papua, java = (days_from(date(2026, 11, 16), zone, 7) for zone in ("Asia/Jayapura", "Asia/Jakarta"))
    assert database.read_now(sold_by_day, stall, papua) == {2: (5, 75_000), 5: (4, 60_000)}
    assert database.read_now(sold_by_day, stall, java) == {2: (5, 75_000), 4: (4, 60_000)}
    best = database.read_now(best_sold, stall, java[0], java[-1], 3)
    assert best == [("Keripik pisang", 6, 90_000), ("Dodol", 3, 45_000)]
    assert len(database.read_now(answered_between, stall, java[0], java[-1])) == 3
    states = ("placed", "ready", "accepted")
    assert database.read_now(count_orders, stall, states) == {"placed": 1, "accepted": 3}
    rows = database.read_now(orders_to_see_to, stall, states, 0, 2)
    assert [(order.id, buyer, name, lines) for order, buyer, name, lines in rows] == [
        (4, "Pak Budi", "Dodol", 1),
        (1, "Pak Budi", "Keripik pisang", 1),
    ]


def queries_of_the_day(database: Database) -> int:
    asked: list[str] = []

    def count(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        asked.append(statement)

    event.listen(Engine, "before_cursor_execute", count)
    try:
        database.read_now(today, SARI, NOON)
    finally:
        event.remove(Engine, "before_cursor_execute", count)
    return len([statement for statement in asked if statement.startswith("SELECT")])


def test_a_busy_day_takes_as_many_queries_as_a_quiet_one(database: Database) -> None:
    database.write_now(trade)
    few = queries_of_the_day(database)
    for _ in range(12):
        database.write_now(buy, BUDI, 1, 1, NOON)
    assert queries_of_the_day(database) == few == 4
