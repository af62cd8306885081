"""Writes that share a transaction: each is kept or refused by itself."""

import asyncio
from collections.abc import Iterator

import pytest

from bot.together import Together
from models.database import Database, DatabaseAway, Session
from models.leases import Overtaken
from models.settings import Setting, set_setting
from tests.support.postgres import postgres_server


@pytest.fixture
def database() -> Iterator[Database]:
    """An empty shop. On SQLite all writes share transactions, see tests/models/test_in_place.py."""
    address = postgres_server().new_address()
    opened = Database(address)
    yield opened
    opened.close()
    postgres_server().drop(address)


def keep(number: int) -> object:
    def work(session: Session) -> int:
        set_setting(session, f"number {number}", number)
        if number == 3:
            raise ValueError("poison")
        return number

    return work


def late(_: Session) -> int:
    raise Overtaken("a chat")


def is_kept(session: Session, number: int) -> bool:
    return session.get(Setting, f"number {number}") is not None


async def all_of(together: Together, works: list[object]) -> list[object]:
    return await asyncio.gather(*(together.write(work) for work in works), return_exceptions=True)  # type: ignore[arg-type]


async def test_those_that_come_together_share_a_transaction(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    times = 0
    write = database.write

    async def counted(*args: object) -> object:
        nonlocal times
        times += 1
        return await write(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(database, "write", counted)
    assert await all_of(Together(database), [keep(number) for number in (10, 11, 12, 13)]) == [10, 11, 12, 13]
    assert times == 1


async def test_what_can_not_be_written_takes_no_other_with_it(database: Database) -> None:
    results = await all_of(Together(database), [keep(1), keep(2), keep(3), late, keep(4)])
    assert [str(result) for result in results] == ["1", "2", "poison", "a chat", "4"]
    kept = [await database.read(is_kept, number) for number in (1, 2, 3, 4)]
    assert kept == [True, True, False, True]


async def test_a_database_that_is_away_is_told_to_all_at_once(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    tries = 0

    async def away(*_: object) -> object:
        nonlocal tries
        tries += 1
        raise DatabaseAway[0]("BEGIN", None, Exception("locked"))

    monkeypatch.setattr(database, "write", away)
    results = await all_of(Together(database), [keep(1), keep(2)])
    assert [type(result) for result in results] == [DatabaseAway[0]] * 2
    assert tries == 1
