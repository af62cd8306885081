"""Mornings of a whole country: `python -m benchmarks.reminders`.

100,000 products of 20,000 stalls are low and due in the same minute. How they are found, what one costs compared with
a small shop's, how long an order has to wait meanwhile, and whether an order's notice still goes first.
"""

import asyncio
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import event, insert, text

from models.database import Database, Session, sqlite_address
from models.migrations import migrate
from models.notices import next_notices
from models.people import Person
from models.products import Product
from models.reminders import Reminder, due_reminders
from models.stalls import Stall
from models.stock import StockMove
from shop.orders import place_order
from shop.quoting import Wanted
from shop.reminders import BATCH, see_to_due
from tests.support.market import BUDI, NOW, add_person

PRODUCTS_A_STALL = 5
SMALL, LARGE = 200, 20_000
FIRST_SELLER = 710_000_000
ORDERS = 60
LATER = NOW + timedelta(hours=1)


def fill(session: Session, stalls: int) -> None:
    """So many stalls, each with five products of which three pieces are left, all due now."""
    numbers = range(1, stalls + 1)
    tables: Sequence[tuple[Any, list[dict[str, Any]]]] = (
        (Person, [{"id": FIRST_SELLER + n, "name": f"Penjual {n}", "met_at": NOW} for n in numbers]),
        (Stall, [{"id": n, "owner_id": FIRST_SELLER + n, "name": f"Lapak {n}", "opened_at": NOW} for n in numbers]),
        (
            Product,
            [
                {
                    "id": (n - 1) * PRODUCTS_A_STALL + place,
                    "stall_id": n,
                    "state": "on sale",
                    "name": f"Keripik {place}",
                    "price": 15_000,
                    "stock": 3,
                    "created_at": NOW,
                    "published_at": NOW,
                }
                for n in numbers
                for place in range(1, PRODUCTS_A_STALL + 1)
            ],
        ),
        (
            StockMove,
            [
                {"product_id": n, "change": 3, "reason": "first stock", "at": NOW}
                for n in range(1, stalls * PRODUCTS_A_STALL + 1)
            ],
        ),
        (Reminder, [{"kind": "morning", "stall_id": n, "due_at": NOW} for n in numbers]),
    )
    for table, rows in tables:
        for start in range(0, len(rows), 10_000):
            session.execute(insert(table), rows[start : start + 10_000])
    add_person(session, BUDI, "Pak Budi")


def shop_of(stalls: int) -> Database:
    """A fresh database with so many stalls."""
    database = Database(sqlite_address(Path(tempfile.mkdtemp()) / "lapak.db"))
    migrate(database.engine)
    database.write_now(fill, stalls)
    return database


def plan_of(database: Database) -> str:
    """How the database finds what is due, in its own words."""
    said: list[str] = []

    def look(session: Session) -> None:
        def explain(connection: Any, _c: Any, statement: str, parameters: Any, _x: Any, _m: Any) -> None:
            if statement.startswith("SELECT") and not said:
                said.append("")
                rows = connection.exec_driver_sql("EXPLAIN QUERY PLAN " + statement, parameters)
                said[0] = "; ".join(row[-1] for row in rows)

        event.listen(session.get_bind(), "before_cursor_execute", explain)
        due_reminders(session, NOW, BATCH)
        event.remove(session.get_bind(), "before_cursor_execute", explain)

    database.read_now(look)
    return said[0]


async def see_to_all(database: Database) -> tuple[float, float, int]:
    """Seconds for all that is due, seconds of the longest transaction, and how many statements were needed.

    At leisure, as the ticker does it.
    """
    statements, longest, began = [0], 0.0, time.perf_counter()

    def count(*_: Any) -> None:
        statements[0] += 1

    event.listen(database.engine, "before_cursor_execute", count)
    done = BATCH
    while done == BATCH:
        start = time.perf_counter()
        done = (await database.at_leisure.write(see_to_due, NOW)).count
        longest = max(longest, time.perf_counter() - start)
        print(f"\r{time.perf_counter() - began:5.1f} s", end="", file=sys.stderr, flush=True)
    event.remove(database.engine, "before_cursor_execute", count)
    print("\r" + " " * 20 + "\r", end="", file=sys.stderr)
    return time.perf_counter() - began, longest, statements[0]


async def order_times(database: Database, pause: float, count: int, times: list[float]) -> None:
    """Note the seconds that placing an order takes, again and again; `pause` seconds lie between."""
    for number in range(count):
        began = time.perf_counter()
        await database.write(place_order, BUDI, [Wanted(product_id=number + 1, quantity=1)], LATER)
        times.append(time.perf_counter() - began)
        await asyncio.sleep(pause)


def look_at_outbox(database: Database) -> float:
    """Seconds that one look for what to send takes."""
    times = []
    for _ in range(20):
        began = time.perf_counter()
        database.read_now(next_notices, LATER, frozenset(), 8)
        times.append(time.perf_counter() - began)
    return statistics.median(times)


async def main() -> None:
    """Print the figures."""
    small, large = shop_of(SMALL), shop_of(LARGE)
    print(f"found by             {plan_of(large)}")
    alone: list[float] = []
    await order_times(small, 0.0, ORDERS, alone)
    took_small, _, _ = await see_to_all(small)
    meanwhile: list[float] = []
    buyers = asyncio.create_task(order_times(large, 0.02, 100_000, meanwhile))
    took, longest, statements = await see_to_all(large)
    buyers.cancel()
    each, each_small = took / LARGE, took_small / SMALL
    print(f"a stall's morning    {1000 * each:6.2f} ms, {each / each_small:.2f} times that of {SMALL} stalls")
    print(f"statements           {statements / LARGE:6.2f} a stall")
    waited, usual = statistics.quantiles(meanwhile, n=20)[-1], statistics.median(alone)
    print(
        f"an order meanwhile   {1000 * waited:6.1f} ms (95 %), alone {1000 * usual:.1f}; longest batch {longest:.2f} s"
    )
    waiting = int(large.read_now(lambda session: session.scalar(text("SELECT count(*) FROM notice")) or 0))
    ratio = look_at_outbox(large) / look_at_outbox(small)
    first = large.read_now(next_notices, LATER, frozenset(), 1)[0].kind
    print(
        f"a look at the outbox {1000 * look_at_outbox(large):6.2f} ms with {waiting} waiting, {ratio:.1f} times 200's"
    )
    print(f"goes first           {first}")
    small.close()
    large.close()


if __name__ == "__main__":
    asyncio.run(main())
