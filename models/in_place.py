"""SQLite, asked in the event loop's own thread.

It answers in microseconds, and a second thread would fight with the loop's for the interpreter at each statement, which
doubles what both of them cost. Only what takes its time hops to a thread: the disk at a commit, and waiting for another
process that holds the file.
"""

import asyncio
import sqlite3
from collections.abc import Callable
from concurrent.futures import Executor
from functools import cached_property
from typing import Any, TypeVar, cast

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import Connection
from sqlalchemy.exc import OperationalError
from sqlmodel import Session

from models.plain import Plain, of_key

R = TypeVar("R")


class Busy(Exception):  # noqa: N818 # a state, not a fault
    """Another process holds the database, and nothing was done: ask again in a thread, where one can wait."""


class Reader(Session):
    """A session that only reads, and so needs nothing of what SQLAlchemy keeps to write changes back."""

    def __init__(self, connection: Connection, driver: sqlite3.Connection) -> None:
        super().__init__(connection, autoflush=False, expire_on_commit=False)
        self.driver = driver

    def takes(self, _: Plain) -> bool:
        """Whether a plain statement may run in it."""
        return True

    def get(self, entity: Any, ident: Any, **_: Any) -> Any:
        """The entity with this key, or None."""
        key = ident if isinstance(ident, tuple) else (ident,)
        return of_key(entity).run(self.driver, {f"key_{at}": part for at, part in enumerate(key)}).first()


class Writer(Session):
    """A session that writes. Its entities are SQLAlchemy's, which writes their changes back."""

    def __init__(self, connection: Connection, driver: sqlite3.Connection) -> None:
        super().__init__(connection, expire_on_commit=False)
        self.driver = driver

    def takes(self, plain: Plain) -> bool:
        """Whether a plain statement may run in it; what was changed before is written first."""
        if plain.has_entities:
            return False
        self.flush()
        return True


class InPlace:
    """One SQLite file, for a single event loop: a write at a time, and reads whenever nobody writes in this instant."""

    def __init__(self, address: str, disk: Executor) -> None:
        self._engine, self._disk = sqlite_engine(address, None, 0.0), disk
        self._committing: asyncio.Future[None] | None = None

    @cached_property
    def _writer(self) -> Connection:
        return self._engine.connect()

    @cached_property
    def _reader(self) -> Connection:
        return self._engine.connect()

    def read(self, query: Callable[[Session], R]) -> R:
        """Run it on one consistent view. Raises Busy."""
        session = Reader(self._reader, _begun(self._reader, "BEGIN"))
        try:
            return query(session)
        except OperationalError as trouble:
            raise _busy_or(trouble) from None
        finally:
            _undo(session)

    async def write(self, work: Callable[[Session], R]) -> R:
        """Run it, and come back when it is committed; any error rolls it back. Raises Busy.

        Nobody is waited for between the beginning and the commit, so that nothing else can come in between; a cancel
        does not stop a commit.
        """
        while self._committing:
            await asyncio.wait([self._committing])
        session = Writer(self._writer, _begun(self._writer, "BEGIN IMMEDIATE"))
        try:
            result = work(session)
            session.flush()
        except BaseException:
            _undo(session)
            raise
        self._committing = asyncio.get_running_loop().run_in_executor(self._disk, _commit, session)
        self._committing.add_done_callback(self._committed)
        await asyncio.shield(self._committing)
        return result

    def close(self) -> None:
        """Let the file go."""
        for name in ("_writer", "_reader"):
            if name in vars(self):
                getattr(self, name).close()
        self._engine.dispose()

    def _committed(self, _: asyncio.Future[None]) -> None:
        self._committing = None


def sqlite_engine(address: str, begin: str | None, patience: float) -> Engine:
    """Connections to the file whose transactions begin so (None: whoever uses one begins them), and that wait so many
    seconds for others who hold it.
    """
    engine = create_engine(address, connect_args={"timeout": patience, "check_same_thread": False})

    @event.listens_for(engine, "connect")
    def _pragmas(connection: sqlite3.Connection, _record: Any) -> None:
        # Python's own implicit BEGIN is deferred and fails at once under contention; we say BEGIN ourselves.
        connection.isolation_level = None
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "temp_store=MEMORY"):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        if begin:
            connection.exec_driver_sql(begin)

    return engine


def _begun(connection: Connection, begin: str) -> sqlite3.Connection:
    """The driver's own connection, in a transaction. Raises Busy."""
    driver: Any = connection.connection.driver_connection
    try:
        driver.execute(begin)
    except sqlite3.OperationalError as trouble:
        raise _busy_or(OperationalError(begin, None, trouble)) from None
    return cast(sqlite3.Connection, driver)


def _commit(session: Writer) -> None:
    try:
        session.commit()
        session.driver.commit()  # SQLAlchemy knows only of what has passed through its own hands
    finally:
        _undo(session)


def _undo(session: Reader | Writer) -> None:
    session.close()
    session.driver.rollback()


def _busy_or(trouble: OperationalError) -> Exception:
    name = getattr(trouble.orig, "sqlite_errorname", "")
    return Busy() if name.startswith("SQLITE_BUSY") else trouble
