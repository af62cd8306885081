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
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar, cast

from sqlalchemy import Engine
from sqlalchemy.exc import OperationalError
from sqlmodel import Session

from models.plain import Plain, named, of_key
from models.sqlite_file import sqlite_engine

R = TypeVar("R")
LONGEST_SECONDS = 0.02
ALONG_SECONDS = 0.02
Done = tuple[asyncio.Future[Any], Any]


class Busy(Exception):  # noqa: N818 # a state, not a fault
    """Another process holds the database, and nothing was done: ask again in a thread, where one can wait."""


class Line:
    """A connection whose transactions are ours to begin and to end, by the driver; SQLAlchemy joins in by `session`."""

    def __init__(self, engine: Engine, session: "type[Reader] | type[Writer]") -> None:
        self.connection = engine.connect()
        self.driver = cast(sqlite3.Connection, self.connection.connection.driver_connection)
        self.session = session(self)

    def say(self, command: str) -> None:
        """Begin, or end. Raises Busy and SQLAlchemy's errors."""
        try:
            self.driver.execute(command)
        except sqlite3.Error as trouble:
            raise _busy_or(named(trouble, command)) from None

    def let_go(self) -> None:
        """Let the session forget what it holds, if it holds anything: the next one to use it starts afresh."""
        if self.session.in_transaction():
            self.session.close()

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


@dataclass
class Asked:
    """A write that waits for its turn; `at_leisure`: in a thread."""

    work: Callable[[Session], Any]
    at_leisure: bool
    written: asyncio.Future[Any]


class InPlace:
    """One SQLite file, for a single event loop: a write at a time, and reads whenever nobody writes in this instant.

    While the disk has one transaction, what else is to be written gathers for the next one; and for what nobody waits
    for alone none is begun at once, since a commit costs more than what it commits. What another process keeps from
    beginning is done `patiently`, in a thread; the others wait behind it.
    """

    def __init__(self, address: str, patiently: Callable[[Callable[[Session], Any]], Any]) -> None:
        self._engine, self._patiently = sqlite_engine(address, None, 0.0), patiently
        self._thread = ThreadPoolExecutor(1, "writer")
        self._waiting: deque[Asked] = deque()
        self._occupied = False
        # Whether what waits may begin: else it goes along with what is written next, or when it has waited long enough.
        self._due = False

    @cached_property
    def _writer(self) -> Line:
        return Line(self._engine, Writer)

    @cached_property
    def _reader(self) -> Line:
        return Line(self._engine, Reader)

    def read(self, query: Callable[[Session], R]) -> R:
        """Run it on one consistent view. Raises Busy."""
        try:
            line = self._reader
            try:
                line.say("BEGIN")
                return query(line.session)
            finally:
                line.let_go()
                line.driver.rollback()
        except OperationalError as trouble:
            raise _busy_or(trouble) from None

    async def write(self, work: Callable[[Session], R], at_leisure: bool = False, along: bool = False) -> R:
        """Run it, and come back when it is committed; its error undoes it and nothing else. `along`: with the next.

        Nobody is waited for until the commit, so that nothing can come in between; a cancel does not stop a commit.
        """
        loop = asyncio.get_running_loop()
        asked = Asked(work, at_leisure, loop.create_future())
        self._waiting.append(asked)
        if along:
            loop.call_later(ALONG_SECONDS, self._overdue, asked)
        else:
            self._start()
        return cast(R, await asked.written)

    def close(self) -> None:
        """Wait for the disk and let the file go; what still waits is refused."""
        self._thread.shutdown()
        self._refuse_all(RuntimeError("the database was closed"))
        for name in ("_writer", "_reader"):
            if name in vars(self):
                getattr(self, name).connection.close()
        self._engine.dispose()

    def _overdue(self, asked: Asked) -> None:
        if not asked.written.done():
            self._start()

    def _start(self) -> None:
        self._due = bool(self._waiting)
        self._go_on()

    def _go_on(self) -> None:
        while self._waiting and self._due and not self._occupied:
            done: list[Done] = []
            try:
                if self._begun():
                    self._work_off(done)
                    self._commit(done)
                else:
                    self._go_aside()
            except BaseException as fault:
                self._undo()
                _fail([written for written, _ in done], fault)
                self._refuse_all(fault)
                if not isinstance(fault, Exception):
                    raise
            self._due = bool(self._waiting)

    def _begun(self) -> bool:
        """Begin a transaction; False if the next in line has to wait for it in a thread."""
        if self._waiting[0].at_leisure:
            return False
        try:
            self._writer.say("BEGIN IMMEDIATE")
        except (Busy, OperationalError) as trouble:
            if isinstance(_busy_or(trouble), Busy):
                return False
            raise
        return True

    def _go_aside(self) -> None:
        asked = self._waiting[0]

        def over(work: asyncio.Future[Any]) -> None:
            if fault := work.exception():
                _fail([asked.written], fault)
            self._over([] if fault else [(asked.written, work.result())])

        if not asked.written.cancelled():
            self._hand_over(over, self._patiently, asked.work)
        self._waiting.popleft()

    def _work_off(self, done: list[Done]) -> None:
        """Run what waits, for as long as the event loop can be kept from everything else."""
        ends = time.monotonic() + LONGEST_SECONDS
        while self._waiting and not self._waiting[0].at_leisure and (not done or time.monotonic() < ends):
            asked = self._waiting.popleft()
            if asked.written.cancelled():
                continue
            try:
                done.append((asked.written, self._run(asked.work)))
            except Exception as fault:
                _fail([asked.written], fault)
                if not self._writer.driver.in_transaction:  # SQLite has undone all of it: no room on the disk, say
                    _fail([other for other, _ in done], fault)
                    done.clear()
                    return

    def _run(self, work: Callable[[Session], Any]) -> Any:
        line = self._writer
        line.say("SAVEPOINT alone")
        try:
            result = work(line.session)
            line.session.flush()
        except BaseException:
            if line.driver.in_transaction:
                line.say("ROLLBACK TO alone")
            raise
        finally:
            line.let_go()
        line.say("RELEASE alone")
        return result

    def _commit(self, done: list[Done]) -> None:
        def over(commit: asyncio.Future[Any]) -> None:
            if fault := commit.exception():
                _fail([written for written, _ in done], fault)
            self._over(done)

        if done:
            self._hand_over(over, self._writer.commit)
        else:
            self._undo()

    def _hand_over(self, over: Callable[[asyncio.Future[Any]], None], work: Callable[..., Any], *args: Any) -> None:
        """Let the thread do it; nobody writes meanwhile."""
        working = asyncio.get_running_loop().run_in_executor(self._thread, work, *args)
        self._occupied = True
        working.add_done_callback(over)

    def _over(self, done: list[Done]) -> None:
        self._occupied = False
        for written, result in done:
            if not written.done():  # nobody waits any more, or the disk has refused it
                written.set_result(result)
        self._go_on()

    def _refuse_all(self, why: BaseException) -> None:
        waiting, self._waiting = self._waiting, deque()
        _fail([asked.written for asked in waiting], why)

    def _undo(self) -> None:
        if "_writer" in vars(self):
            with suppress(sqlite3.Error):
                self._writer.driver.rollback()


def _fail(asked: Iterable[asyncio.Future[Any]], fault: BaseException) -> None:
    if isinstance(fault, StopIteration):  # which no future takes
        fault = RuntimeError("an operation ended by StopIteration")
    for written in asked:
        if not written.done():
            written.set_exception(fault)


def _busy_or(trouble: BaseException) -> BaseException:
    driver = getattr(trouble, "orig", None)
    return Busy() if getattr(driver, "sqlite_errorname", "").startswith("SQLITE_BUSY") else trouble
