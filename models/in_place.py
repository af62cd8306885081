"""SQLite, asked in the event loop's own thread.

It answers in microseconds, and a second thread would fight with the loop's for the interpreter at each statement, which
doubles what both of them cost. Only what takes its time hops to a thread: the disk at a commit, and waiting for another
process that holds the file.
"""

import asyncio
import sqlite3
from collections.abc import Callable
from concurrent.futures import Executor
from typing import Any, TypeVar

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import Connection
from sqlalchemy.exc import OperationalError
from sqlmodel import Session

R = TypeVar("R")


class Busy(Exception):  # noqa: N818 # a state, not a fault
    """Another process holds the database, and nothing was done: ask again in a thread, where one can wait."""


class InPlace:
    """One SQLite file, for a single event loop: a write at a time, and reads whenever nobody writes in this instant."""

    def __init__(self, address: str, disk: Executor) -> None:
        self._writing, self._reading = (sqlite_engine(address, begin, 0.0) for begin in ("BEGIN IMMEDIATE", "BEGIN"))
        self._disk = disk
        self._committing: asyncio.Future[None] | None = None

    def read(self, query: Callable[[Session], R]) -> R:
        """Run it on one consistent view. Raises Busy."""
        try:
            with Session(self._reading, expire_on_commit=False, autoflush=False) as session:
                return query(session)
        except OperationalError as trouble:
            raise _busy_or(trouble) from None

    async def write(self, work: Callable[[Session], R]) -> R:
        """Run it, and come back when it is committed; any error rolls it back. Raises Busy.

        Nobody is waited for between the beginning and the commit, so that nothing else can come in between; a cancel
        does not stop a commit.
        """
        while self._committing:
            await asyncio.wait([self._committing])
        session = Session(self._writing, expire_on_commit=False)
        try:
            session.connection()
        except OperationalError as trouble:
            session.close()
            raise _busy_or(trouble) from None
        try:
            result = work(session)
            session.flush()
        except BaseException:
            session.close()
            raise
        self._committing = asyncio.get_running_loop().run_in_executor(self._disk, _commit, session)
        self._committing.add_done_callback(self._committed)
        await asyncio.shield(self._committing)
        return result

    def close(self) -> None:
        """Let the file go."""
        self._writing.dispose()
        self._reading.dispose()

    def _committed(self, _: asyncio.Future[None]) -> None:
        self._committing = None


def sqlite_engine(address: str, begin: str, patience: float) -> Engine:
    """Connections to the file whose transactions begin so, and that wait so many seconds for others who hold it."""
    engine = create_engine(address, connect_args={"timeout": patience, "check_same_thread": False})

    @event.listens_for(engine, "connect")
    def _pragmas(connection: sqlite3.Connection, _record: Any) -> None:
        # Python's own implicit BEGIN is deferred and fails at once under contention; we say BEGIN ourselves.
        connection.isolation_level = None
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "temp_store=MEMORY"):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return engine


def _commit(session: Session) -> None:
    with session:
        session.commit()


def _busy_or(trouble: OperationalError) -> Exception:
    name = getattr(trouble.orig, "sqlite_errorname", "")
    return Busy() if name.startswith("SQLITE_BUSY") else trouble
