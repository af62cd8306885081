"""Copies of the database: whole ones, while it is used, and not too many."""

import sqlite3
import subprocess
import sys
import threading
from datetime import timedelta
from pathlib import Path

import pytest

from bot.clock import Ticker
from bot.copies import copy_database, keep_copies
from bot.times import Clock
from models.database import Database, sqlite_address
from models.migrations import migrate
from models.people import Person
from tests.support.cast import StoppedClock
from tests.support.market import BUDI, RINI, add_person, buy, open_market, what_is_wrong
from tests.support.processes import BotProcess, Forker
from tests.support.sandbox import ROOT


@pytest.fixture
def database(tmp_path: Path) -> Database:
    """A database in its data folder, with a market in it."""
    (tmp_path / "data").mkdir()
    opened = Database(sqlite_address(tmp_path / "data" / "lapak.db"))
    migrate(opened.engine)
    opened.write_now(open_market, stock=9_000)
    return opened


def backup(tmp_path: Path, target: Path) -> "subprocess.CompletedProcess[str]":
    """`python -m bot backup`, as a person types it."""
    environment = {"DATA_DIR": str(tmp_path / "data"), "PATH": "/usr/bin:/bin", "BOT_TOKEN": ""}
    command = [sys.executable, "-m", "bot", "backup", str(target)]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=30, check=False)


def is_whole(file: Path) -> bool:
    connection = sqlite3.connect(file)
    try:
        return bool(connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)])
    finally:
        connection.close()


def test_a_copy_that_is_made_while_orders_come_in_is_whole(database: Database, tmp_path: Path) -> None:
    stop = threading.Event()
    placed: list[int] = []

    def keep_buying() -> None:
        while not stop.is_set():
            placed.append(database.write_now(buy, BUDI, 1, 1).id)

    buying = threading.Thread(target=keep_buying)
    buying.start()
    try:
        while len(placed) < 20:
            assert buying.is_alive()
        before = len(placed)
        done = backup(tmp_path, tmp_path / "copy.db")
    finally:
        stop.set()
        buying.join(10)
    assert (done.returncode, "Copied" in done.stdout) == (0, True), done.stderr
    assert len(placed) > before, "nobody was writing meanwhile"
    assert is_whole(tmp_path / "copy.db")
    assert sorted(file.name for file in tmp_path.iterdir()) == ["copy.db", "data"]
    copy = Database(sqlite_address(tmp_path / "copy.db"))
    assert copy.read_now(what_is_wrong) == []
    assert copy.read_now(lambda session: session.get_one(Person, BUDI).name) == "Pak Budi"
    database.close()
    copy.close()


def test_a_half_written_copy_would_be_noticed(database: Database, tmp_path: Path) -> None:
    copy_database(tmp_path / "data" / "lapak.db", tmp_path / "copy.db")
    whole = (tmp_path / "copy.db").read_bytes()
    (tmp_path / "copy.db").write_bytes(whole[: len(whole) // 2 // 4096 * 4096])
    with pytest.raises((AssertionError, sqlite3.DatabaseError)):
        assert is_whole(tmp_path / "copy.db")
    database.close()


class Refusal:
    """`python -m bot backup`, refused: its exit code and what it said."""

    def __init__(self, forker: Forker, tmp_path: Path, target: Path, **settings: str) -> None:
        command = BotProcess(forker, tmp_path / "data", **settings)
        command.start("backup", str(target))
        self.code = command.ends()
        self.said = command.said


def test_a_copy_never_replaces_a_file(database: Database, forker: Forker, tmp_path: Path) -> None:
    database.close()
    (tmp_path / "old.db").write_text("something dear")
    done = Refusal(forker, tmp_path, tmp_path / "old.db")
    assert done.code == 1
    assert "is there already" in done.said
    assert (tmp_path / "old.db").read_text() == "something dear"


def test_without_a_database_the_command_says_so(forker: Forker, tmp_path: Path) -> None:
    done = Refusal(forker, tmp_path, tmp_path / "copy.db")
    assert done.code == 1
    assert "no database" in done.said
    assert not (tmp_path / "copy.db").exists()


def test_a_target_that_can_not_be_written_is_said_in_a_sentence(
    database: Database, forker: Forker, tmp_path: Path
) -> None:
    database.close()
    done = Refusal(forker, tmp_path, tmp_path / "nowhere" / "copy.db")
    assert done.code == 1
    assert done.said
    assert "Traceback" not in done.said


def test_with_postgresql_the_command_points_elsewhere_and_shows_no_password(forker: Forker, tmp_path: Path) -> None:
    done = Refusal(forker, tmp_path, tmp_path / "copy.db", DATABASE_URL="postgresql://lapak:rahasia@db/lapak")
    assert done.code == 1
    assert "rahasia" not in done.said
    assert "pg_dump" in done.said


@pytest.mark.parametrize(("kept", "left"), [(3, 3), (1, 1), (0, 0)])
def test_only_the_newest_copies_stay(database: Database, tmp_path: Path, kept: int, left: int) -> None:
    folder = tmp_path / "data" / "copies"
    now = StoppedClock().now()
    for night in range(5):
        keep_copies(database, folder, now + timedelta(days=night), kept)
    names = [f"lapak-{now + timedelta(days=night):%Y-%m-%d}.db" for night in range(5)]
    assert sorted(file.name for file in folder.iterdir()) == names[5 - left :]
    assert all(is_whole(file) for file in folder.iterdir())
    database.close()


async def test_every_night_there_is_a_copy_and_a_second_one_replaces_the_first(
    database: Database, tmp_path: Path
) -> None:
    clock: Clock = StoppedClock()
    folder = tmp_path / "copies"
    ticker = Ticker(database, clock, frozenset(), folder, 7, lambda: None)
    await ticker.nightly()
    database.write_now(add_person, 12, "Baru")
    await ticker.nightly()
    [copy] = folder.iterdir()
    opened = Database(sqlite_address(copy))
    assert opened.read_now(lambda session: session.get_one(Person, 12).name) == "Baru"
    assert opened.read_now(lambda session: session.get(Person, RINI)) is not None
    opened.close()
    database.close()
