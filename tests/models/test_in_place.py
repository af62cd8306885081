"""SQLite in the event loop's own thread: writes gather while the disk is at work, and each is kept or refused alone."""

import asyncio
import sqlite3
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from sqlmodel import Session

from models.database import Database, DatabaseAway, DatabaseTrouble
from models.in_place import Line
from models.people import Person, note_consent
from models.settings import Setting, get_setting, set_setting
from tests.support.market import BUDI, NOW, add_person
from tests.support.searching import files_with

pytestmark = pytest.mark.parametrize("address", ["sqlite"], indirect=True)


def keep(number: int, bytes_more: int = 0) -> Callable[[Session], int]:
    def work(session: Session) -> int:
        set_setting(session, f"number {number}", "." * bytes_more)
        if number == 3:
            raise ValueError("poison")
        return number

    return work


async def all_of(database: Database, *works: Callable[[Session], object]) -> list[str]:
    done = await asyncio.gather(*(database.write(work) for work in works), return_exceptions=True)
    return [type(one).__name__ if isinstance(one, BaseException) else str(one) for one in done]


def kept(database: Database) -> list[str]:
    return database.read_now(lambda session: sorted(name for (name,) in session.execute(NAMES)))


def refuse_once(monkeypatch: pytest.MonkeyPatch, command: str, trouble: Exception) -> None:
    """Let SQLite say no to the next transaction that begins, or ends, by this command."""
    say, refusals = Line.say, [trouble]

    def refuses(line: Line, said: str) -> None:
        if said == command and refusals:
            raise refusals.pop()
        say(line, said)

    monkeypatch.setattr(Line, "say", refuses)


NAMES = Setting.__table__.select().with_only_columns(Setting.__table__.c.name)  # type: ignore[attr-defined] # a table


@pytest.fixture
def commits(monkeypatch: pytest.MonkeyPatch) -> list[Line]:
    """One for each commit, however slow the machine is."""
    commits: list[Line] = []
    commit = Line.commit

    def counted(line: Line) -> None:
        commits.append(line)
        commit(line)

    monkeypatch.setattr(Line, "commit", counted)
    monkeypatch.setattr("models.in_place.LONGEST_SECONDS", 10.0)
    return commits


async def test_writes_that_come_while_the_disk_is_at_work_share_the_next_commit(
    database: Database, commits: list[Line]
) -> None:
    assert await all_of(database, *map(keep, range(10, 20))) == [str(number) for number in range(10, 20)]
    assert len(commits) == 2, "the first alone, the nine others together"
    assert len(kept(database)) == 10


async def test_what_nobody_waits_for_goes_along_with_the_next(
    database: Database, commits: list[Line], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("models.in_place.ALONG_SECONDS", 60.0)
    along = [asyncio.create_task(database.write_along(keep(number))) for number in (10, 3, 11)]
    await asyncio.sleep(0)
    assert commits == []
    assert await database.write(keep(12)) == 12
    assert [str(one) for one in await asyncio.gather(*along, return_exceptions=True)] == ["10", "poison", "11"]
    assert len(commits) == 1
    assert kept(database) == ["number 10", "number 11", "number 12"], "as they came"


async def test_what_nobody_waits_for_waits_for_nobody(database: Database, commits: list[Line]) -> None:
    assert [*await asyncio.gather(database.write_along(keep(10)), database.write_along(keep(11)))] == [10, 11]
    assert len(commits) == 1
    assert await database.write_along(keep(12)) == 12
    assert len(commits) == 2


async def test_what_can_not_be_written_takes_no_other_with_it(database: Database) -> None:
    assert await all_of(database, keep(0), keep(1), keep(3), keep(2)) == ["0", "1", "ValueError", "2"]
    assert kept(database) == ["number 0", "number 1", "number 2"]


async def test_what_was_refused_in_the_middle_leaves_nothing_behind(database: Database) -> None:
    """Also of what SQLAlchemy still had in hand, and in the next operation's eyes."""
    await database.write(add_person, BUDI)

    def renames_and_fails(session: Session) -> None:
        session.get_one(Person, BUDI).name = "Siapa"
        session.flush()
        raise ValueError("poison")

    def name(session: Session) -> str:
        return session.get_one(Person, BUDI).name

    assert await all_of(database, keep(0), renames_and_fails, name) == ["0", "ValueError", "Orang"]
    assert await database.read(name) == "Orang"


async def test_a_full_disk_is_told_to_whoever_it_concerns_and_leaves_room_for_others(database: Database) -> None:
    def shrink(session: Session) -> int:
        pages = int(session.connection().exec_driver_sql("PRAGMA page_count").scalar_one())
        return int(session.connection().exec_driver_sql(f"PRAGMA max_page_count={pages + 3}").scalar_one())

    await database.write(shrink)
    told = await all_of(database, keep(0), keep(1), keep(2, bytes_more=1_000_000), keep(4))
    assert told[0] == "0"
    assert told[2] == DatabaseAway[0].__name__
    names = kept(database)
    assert ["number 2" in names, "number 4" in names] == [False, True]
    assert ("number 1" in names) == (told[1] == "1"), "nobody is told that something is kept which isn't"


async def test_what_the_disk_refuses_at_the_commit_is_kept_by_nobody(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    refuse_once(monkeypatch, "COMMIT", DatabaseAway[0]("", None, sqlite3.OperationalError("disk I/O error")))
    assert await all_of(database, keep(0), keep(1), keep(2)) == [DatabaseAway[0].__name__, "1", "2"]
    assert kept(database) == ["number 1", "number 2"]


async def test_an_open_loop_is_not_kept_waiting_by_a_long_queue(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is too much for one go waits for the next, and others have their turn between."""
    monkeypatch.setattr("models.in_place.LONGEST_SECONDS", 0.0)
    turns = 0

    async def other() -> None:
        nonlocal turns
        while True:
            turns += 1
            await asyncio.sleep(0)

    busy = asyncio.create_task(other())
    assert await all_of(database, *map(keep, range(10, 15))) == ["10", "11", "12", "13", "14"]
    busy.cancel()
    assert turns > 5


async def test_nobody_overtakes_who_waits_for_the_file(database: Database) -> None:
    """And who waits in a thread is not waiting for those behind."""
    other = sqlite3.connect(database.address.removeprefix("sqlite:///"), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    order: list[int] = []

    async def write(number: int) -> None:
        await database.write(keep(number))
        order.append(number)

    writing = [asyncio.create_task(write(number)) for number in range(10, 20)]
    await asyncio.sleep(0.1)
    other.execute("COMMIT")
    other.close()
    await asyncio.gather(*writing)
    assert order == list(range(10, 20))


async def test_work_at_leisure_and_everyday_writes_do_not_wait_for_each_other_in_a_circle(database: Database) -> None:
    async def everyday() -> None:
        for number in range(100, 160):
            await database.write(keep(number))

    async def nightly() -> None:
        for number in range(200, 230):
            await database.at_leisure.write(keep(number))

    await asyncio.gather(everyday(), nightly())
    assert len(kept(database)) == 90


async def test_an_operation_that_ends_strangely_is_refused_alone(database: Database) -> None:
    def strange(_: Session) -> int:
        raise StopIteration

    assert await all_of(database, keep(0), keep(1), strange, keep(2)) == ["0", "1", "RuntimeError", "2"]
    assert await all_of(database, keep(4)) == ["4"]


async def test_a_transaction_that_can_not_begin_refuses_those_who_wait_for_good(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    refuse_once(monkeypatch, "BEGIN IMMEDIATE", DatabaseTrouble("malformed"))
    assert await all_of(database, keep(0)) == [DatabaseTrouble.__name__]
    assert await all_of(database, keep(1)) == ["1"]
    assert kept(database) == ["number 1"], "what was refused doesn't happen later"


async def test_after_sqlite_has_undone_a_transaction_nothing_of_it_is_kept_by_itself(database: Database) -> None:
    def goes_on_after_all(session: Session) -> None:
        session.connection().exec_driver_sql("ROLLBACK")  # as SQLite does itself, when a disk is full
        with suppress(DatabaseTrouble):
            set_setting(session, "alone", 1)
            session.flush()
        note_consent(session, BUDI, 1, NOW)

    await database.write(add_person, BUDI)
    assert await all_of(database, keep(0), keep(1), goes_on_after_all, keep(2)) == [
        "0",
        DatabaseAway[0].__name__,
        DatabaseAway[0].__name__,
        "2",
    ]
    assert kept(database) == ["number 0", "number 2"]


async def test_what_waits_when_the_database_is_closed_is_refused(database: Database) -> None:
    writing = [asyncio.create_task(database.write(keep(number))) for number in (0, 1, 2)]
    await asyncio.sleep(0)
    database.close()
    done = await asyncio.wait_for(asyncio.gather(*writing, return_exceptions=True), 10)
    assert [type(one) for one in done[1:]] == [RuntimeError] * 2


async def test_nothing_of_one_operation_is_left_for_the_next(database: Database) -> None:
    """They share a session, one after the other."""
    held: list[Setting] = []

    def refused(session: Session) -> None:
        session.add(Setting(name="ghost", value="1"))
        raise ValueError

    def writes_in_a_read(session: Session) -> None:
        session.add(Setting(name="ghost", value="2"))

    def holds(session: Session) -> None:
        held.append(session.get_one(Setting, "number 1"))

    assert await all_of(database, keep(1), refused, holds) == ["1", "ValueError", "None"]
    await database.read(writes_in_a_read)
    held[0].value = "changed too late"
    assert await all_of(database, keep(2)) == ["2"]
    assert kept(database) == ["number 1", "number 2"]
    assert database.read_now(get_setting, "number 1") == ""


async def test_a_sweep_leaves_nothing_of_what_was_deleted(database: Database, tmp_path: Path) -> None:
    def remembers(session: Session) -> None:
        set_setting(session, "secret", "Jalan Kenanga 17")

    await database.write(remembers)
    await database.read(get_setting, "secret")
    assert files_with(tmp_path, "Kenanga") == ["lapak.db-wal: Kenanga"]
    await database.write(lambda session: session.delete(session.get_one(Setting, "secret")))
    assert await database.sweep()
    assert files_with(tmp_path, "Kenanga") == []
    assert await all_of(database, keep(0), keep(1)) == ["0", "1"]


async def test_a_sweep_waits_for_nobody_for_long(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("models.database.SWEEP_WAITS", 0.05)
    await database.write(keep(0))
    other = sqlite3.connect(database.address.removeprefix("sqlite:///"), isolation_level=None)
    other.execute("BEGIN")
    other.execute("SELECT count(*) FROM setting").fetchone()
    await database.write(keep(1))
    assert [await database.sweep(), await database.sweep(thoroughly=True)] == [False, False]
    assert await all_of(database, keep(2)) == ["2"]
    other.execute("COMMIT")
    other.close()
    assert [await database.sweep(), await database.sweep(thoroughly=True)] == [True, True]
    assert kept(database) == ["number 0", "number 1", "number 2"]


async def test_while_the_file_is_swept_others_read_and_write(database: Database) -> None:
    async def sweeps() -> None:
        for thoroughly in (False, True) * 10:
            await database.sweep(thoroughly)

    sweeping = asyncio.create_task(sweeps())
    number = 100
    while not sweeping.done():
        await database.write(keep(number))
        assert await database.read(get_setting, f"number {number}") == ""
        number += 1
    await sweeping
    assert len(kept(database)) == number - 100 > 0
