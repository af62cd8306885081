"""The door to the database: what is kept, what is not, and what a reader sees."""

import asyncio
import sqlite3
import subprocess
import sys
import threading
import traceback
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from sqlalchemy import insert, text
from sqlmodel import Session, func, select

from models.database import Database, DatabaseTrouble
from models.orders import Order
from models.people import Person
from models.prepared import add_row
from models.products import Product
from models.settings import Setting
from tests.support.market import BUDI, NOW, RINI, SARI, add_person, open_market, what_is_wrong

ROOT = Path(__file__).parents[2]
# Orders one piece after the other, and says each order's number once it is kept.
SELLING = """
import sys
from models.database import Database
from tests.support.market import BUDI, buy
database = Database(sys.argv[1])
while True:
    print(database.write_now(buy, BUDI, 1, 1).id, flush=True)
"""


def count_people(session: Session) -> int:
    return session.exec(select(func.count()).select_from(Person)).one()


def test_an_error_undoes_the_whole_transaction(database: Database) -> None:
    def half_way(session: Session) -> None:
        add_person(session, BUDI)
        session.flush()
        raise RuntimeError("the roof fell in")

    with pytest.raises(RuntimeError):
        database.write_now(half_way)
    assert database.read_now(count_people) == 0


def test_a_reader_leaves_nothing_behind(database: Database) -> None:
    database.read_now(add_person, BUDI)
    assert database.read_now(count_people) == 0
    database.write_now(add_person, RINI)
    assert database.read_now(count_people) == 1


def test_a_reader_sees_one_moment_of_the_database(database: Database) -> None:
    """A turn loads person, conversation and effect by several queries; they must belong together."""
    database.write_now(add_person, BUDI)
    looked, written = threading.Event(), threading.Event()

    def look_twice(session: Session) -> tuple[int, int]:
        before = count_people(session)
        looked.set()
        assert written.wait(10)
        return before, count_people(session)

    def write() -> None:
        assert looked.wait(10)
        database.write_now(add_person, RINI)
        written.set()

    writer = threading.Thread(target=write)
    writer.start()
    seen = database.read_now(look_twice)
    writer.join(10)
    assert seen == (1, 1)
    assert database.read_now(count_people) == 2


@pytest.mark.parametrize("address", ["postgresql"], indirect=True)
async def test_the_event_loop_does_not_wait_for_postgresql(database: Database) -> None:
    assert await database.write(lambda session: threading.current_thread().name.startswith("writer"))
    assert await database.read(lambda session: threading.current_thread().name.startswith("reader"))


@pytest.mark.parametrize("address", ["sqlite"], indirect=True)
async def test_the_event_loop_does_not_wait_for_another_process_that_holds_the_file(database: Database) -> None:
    await database.write(add_person, BUDI)
    other = sqlite3.connect(database.address.removeprefix("sqlite:///"), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    writing = [asyncio.create_task(database.write(add_person, each)) for each in (RINI, SARI)]
    await asyncio.sleep(0.2)
    assert await database.read(count_people) == 1, "readers go on"
    assert not any(task.done() for task in writing)
    other.execute("COMMIT")
    await asyncio.gather(*writing)
    assert await database.read(count_people) == 3
    other.close()


async def test_many_writes_at_once_come_one_after_the_other(database: Database) -> None:
    await asyncio.gather(*(database.write(add_person, each) for each in range(1, 101)))
    assert await database.read(count_people) == 100


@pytest.mark.parametrize("address", ["sqlite"], indirect=True)
async def test_who_gives_up_waiting_does_not_stop_a_commit(database: Database) -> None:
    writing = asyncio.create_task(database.write(add_person, BUDI))
    await asyncio.sleep(0)
    writing.cancel()
    await database.write(add_person, RINI)
    await asyncio.gather(writing, return_exceptions=True)
    assert writing.cancelled()
    assert await database.read(count_people) == 2


@pytest.mark.parametrize("address", ["sqlite"], indirect=True)
def test_sqlite_waits_for_the_disk_and_keeps_its_foreign_keys(database: Database) -> None:

    def pragma(session: Session) -> list[object]:
        return [
            session.connection().execute(text(f"PRAGMA {name}")).scalar_one()
            for name in ("journal_mode", "synchronous", "foreign_keys")
        ]

    assert database.read_now(pragma) == ["wal", 2, 1]
    assert database.write_now(pragma) == ["wal", 2, 1]


def test_kill_9_loses_no_order_that_was_promised_and_leaves_the_books_in_balance(database: Database) -> None:
    database.write_now(open_market, stock=100_000)
    selling = subprocess.Popen(
        [sys.executable, "-c", SELLING, database.address], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    assert selling.stdout is not None
    promised = [int(selling.stdout.readline()) for _ in range(25)]
    selling.kill()
    promised += [int(line) for line in selling.stdout.read().split("\n")[:-1]]
    selling.wait(10)
    selling.stdout.close()
    kept = database.read_now(lambda session: list(session.exec(select(Order.id))))
    assert set(promised) <= set(kept)
    assert len(kept) - len(promised) <= 1
    assert database.read_now(what_is_wrong) == []
    assert database.read_now(lambda session: session.get_one(Product, 1).stock) == 100_000 - len(kept)


HOME = "Jalan Kenanga 17"


def orders_for_nothing(session: Session) -> None:
    open_market(session)
    session.add(Order(buyer_id=BUDI, stall_id=1, total=0, address=HOME, placed_at=NOW))


def orders_for_nothing_by_a_prepared_statement(session: Session) -> None:
    open_market(session)
    add_row(session, Order, buyer_id=BUDI, stall_id=1, total=0, address=HOME, placed_at=NOW)


def sets_twice(session: Session) -> None:
    for _ in range(2):
        session.execute(insert(Setting).values(name=HOME, value=HOME))


@pytest.mark.parametrize("work", [orders_for_nothing, orders_for_nothing_by_a_prepared_statement, sets_twice])
async def test_an_error_does_not_repeat_what_was_to_be_written(
    database: Database, work: Callable[[Session], None]
) -> None:
    """Errors are logged, and an address is for one person only. Neither our library nor the server may tell it."""
    for error in (await fault_of(database.write(work)), await fault_of(asyncio.to_thread(database.write_now, work))):
        told = "".join(traceback.format_exception(error)) + repr(error) + str(error)
        assert "SQL" in told, "there was something to say"
        assert HOME not in told


async def fault_of(work: Awaitable[None]) -> BaseException:
    with pytest.raises(DatabaseTrouble) as caught:
        await work
    return caught.value
