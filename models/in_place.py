"""SQLite, asked in the event loop's own thread.

It answers in microseconds, and a second thread would fight with the loop's for the interpreter at each statement, which
doubles what both of them cost. Only what takes its time hops to a thread: the disk at a commit, and waiting for another
process that holds the file.
"""

import asyncio
import sqlite3
import time
from collections import deque
from collections.abc import Callable, Iterable
from concurrent.futures import Executor
from functools import cached_property
from typing import Any, TypeVar, cast

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import Connection
from sqlalchemy.exc import DBAPIError, OperationalError
from sqlmodel import Session

from models.plain import Plain, named, of_key

R = TypeVar("R")
LONGEST_SECONDS = 0.02
Asked = tuple[Callable[[Session], Any], asyncio.Future[Any]]
Done = tuple[asyncio.Future[Any], Any]


class Busy(Exception):  # noqa: N818 # a state, not a fault
    """Another process holds the database, and nothing was done: ask again in a thread, where one can wait."""


class Line:
    """A connection whose transactions are ours to begin and to end, by the driver; SQLAlchemy joins in."""

    def __init__(self, engine: Engine) -> None:
        self.connection = engine.connect()
        self.driver = cast(sqlite3.Connection, self.connection.connection.driver_connection)

    def say(self, command: str) -> None:
        """Begin, or end. Raises Busy and SQLAlchemy's errors."""
        try:
            self.driver.execute(command)
        except sqlite3.Error as trouble:
            raise _busy_or(named(trouble, command)) from None

    def commit(self) -> None:
        """Wait for the disk. Raises as `say` does, and then nothing is kept."""
        try:
            self.say("COMMIT")
        finally:
            self.driver.rollback()


class Reader(Session):
    """A session that only reads, and so needs nothing of what SQLAlchemy keeps to write changes back."""

    def __init__(self, line: Line) -> None:
        super().__init__(line.connection, autoflush=False, expire_on_commit=False)
        self.driver = line.driver

    def takes(self, _: Plain) -> bool:
        """Whether a plain statement may run in it."""
        return True

    def get(self, entity: Any, ident: Any, **_: Any) -> Any:
        """The entity with this key, or None."""
        key = ident if isinstance(ident, tuple) else (ident,)
        return of_key(entity).run(self.driver, {f"key_{at}": part for at, part in enumerate(key)}).first()


class Writer(Session):
    """A session that writes. Its entities are SQLAlchemy's, which writes their changes back."""

    def __init__(self, line: Line) -> None:
        super().__init__(line.connection, expire_on_commit=False)
        self.driver = line.driver

    def takes(self, plain: Plain) -> bool:
        """Whether a plain statement may run in it; what was changed before is written first."""
        if plain.has_entities:
            return False
        self.flush()
        return True


class InPlace:
    """One SQLite file, for a single event loop: a write at a time, and reads whenever nobody writes in this instant.

    While the disk has one transaction, what else is to be written gathers for the next one.
    """

    def __init__(self, address: str, disk: Executor) -> None:
        self._engine, self._disk = sqlite_engine(address, None, 0.0), disk
        self._waiting: deque[Asked] = deque()
        self._committing = False

    @cached_property
    def _writer(self) -> Line:
        return Line(self._engine)

    @cached_property
    def _reader(self) -> Line:
        return Line(self._engine)

    def read(self, query: Callable[[Session], R]) -> R:
        """Run it on one consistent view. Raises Busy."""
        line = self._reader
        line.say("BEGIN")
        session = Reader(line)
        try:
            return query(session)
        except OperationalError as trouble:
            raise _busy_or(trouble) from None
        finally:
            session.close()
            line.driver.rollback()

    async def write(self, work: Callable[[Session], R]) -> R:
        """Run it, and come back when it is committed; its error undoes it and nothing else. Raises Busy.

        Nobody is waited for until the commit, so that nothing can come in between; a cancel does not stop a commit.
        """
        written: asyncio.Future[R] = asyncio.get_running_loop().create_future()
        self._waiting.append((work, written))
        self._go_on()
        return await written

    def close(self) -> None:
        """Let the file go."""
        for name in ("_writer", "_reader"):
            if name in vars(self):
                getattr(self, name).connection.close()
        self._engine.dispose()

    def _go_on(self) -> None:
        while self._waiting and not self._committing:
            try:
                self._writer.say("BEGIN IMMEDIATE")
            except (Busy, OperationalError) as trouble:
                _fail([written for _, written in self._waiting], trouble)
                self._waiting.clear()
            else:
                self._commit(self._worked_off())

    def _worked_off(self) -> list[Done]:
        """Run what waits, for as long as the event loop can be kept from everything else."""
        driver, done, ends = self._writer.driver, list[Done](), time.monotonic() + LONGEST_SECONDS
        while self._waiting and (not done or time.monotonic() < ends):
            work, written = self._waiting.popleft()
            if written.cancelled():
                continue
            try:
                done.append((written, self._run(work)))
            except Exception as fault:
                written.set_exception(fault)
                if not driver.in_transaction:  # SQLite has undone all of it: no room on the disk, say
                    _fail([written for written, _ in done], fault)
                    return []
        return done

    def _run(self, work: Callable[[Session], Any]) -> Any:
        line = self._writer
        line.say("SAVEPOINT alone")
        session = Writer(line)
        try:
            result = work(session)
            session.flush()
        except BaseException:
            if line.driver.in_transaction:
                line.say("ROLLBACK TO alone")
            raise
        finally:
            session.close()
        line.say("RELEASE alone")
        return result

    def _commit(self, done: list[Done]) -> None:
        if not done:
            self._writer.driver.rollback()
            return
        committing = asyncio.get_running_loop().run_in_executor(self._disk, self._writer.commit)
        self._committing = True
        committing.add_done_callback(lambda commit: self._committed(done, commit))

    def _committed(self, done: list[Done], commit: asyncio.Future[None]) -> None:
        self._committing = False
        if fault := commit.exception():
            _fail([written for written, _ in done], fault)
        for written, result in done:
            if not written.done():  # nobody waits any more
                written.set_result(result)
        self._go_on()


def sqlite_engine(address: str, begin: str | None, patience: float) -> Engine:
    """Connections to the file whose transactions begin so (None: whoever uses one begins them), and that wait so many
    seconds for others who hold it.
    """
    ours = {"timeout": patience, "check_same_thread": False}
    engine = create_engine(address, connect_args=ours, skip_autocommit_rollback=begin is None)

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


def _fail(asked: Iterable[asyncio.Future[Any]], fault: BaseException) -> None:
    for written in asked:
        if not written.done():
            written.set_exception(fault)


def _busy_or(trouble: DBAPIError) -> Exception:
    name = getattr(trouble.orig, "sqlite_errorname", "")
    return Busy() if name.startswith("SQLITE_BUSY") else trouble
