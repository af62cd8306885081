"""The door to the database: in place on SQLite, by a pool of threads on PostgreSQL.

The shop is synchronous on purpose: nothing inside a transaction can be awaited, so no network call
can happen there.
"""

import asyncio
import os
import secrets
import socket
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from copy import copy
from datetime import UTC, datetime
from typing import Concatenate, ParamSpec, Self, TypeVar

from psycopg import Error as DriversError
from psycopg.errors import IdleInTransactionSessionTimeout, ReadOnlySqlTransaction
from sqlalchemy import Engine, ExceptionContext, create_engine, event, func, select
from sqlalchemy.exc import IntegrityError, InterfaceError, OperationalError, SQLAlchemyError
from sqlmodel import Session

from models.in_place import Busy, InPlace
from models.sqlite_file import sqlite_address, sqlite_engine, sweep

# What other rooms may know of the library: the session's type, and the ways in which a database says no: for any
# reason; because the row is there already; because it is busy, full or out of reach for now.
DatabaseTrouble = SQLAlchemyError
AlreadyThere = IntegrityError
DatabaseAway = (OperationalError, InterfaceError)
__all__ = [
    "AlreadyThere",
    "Database",
    "DatabaseAway",
    "DatabaseTrouble",
    "Session",
    "database_now",
    "passes_by",
    "sqlite_address",
]

P = ParamSpec("P")
R = TypeVar("R")
READERS = 3
BUSY_SECONDS = 30.0
# Nobody can write while a sweep waits for those who read.
SWEEP_WAITS = 1.0
# A process that is paused in the middle of a transaction must not hold up the others, nor a machine that is gone.
POSTGRES = {
    "options": "-c idle_in_transaction_session_timeout=5000",
    "connect_timeout": 5,
    "keepalives_idle": 10,
    "keepalives_interval": 3,
    "tcp_user_timeout": 10_000,
}
Proof = Callable[[Session, bool], None]


class Database:
    """One database, opened by its address (`sqlite:///file` or `postgresql+psycopg://…`).

    `name`: what PostgreSQL knows us by, for as long as one of our sessions is open.
    """

    def __init__(self, address: str) -> None:
        self.address = address
        self.is_sqlite = address.startswith("sqlite")
        # PostgreSQL keeps up to 63 letters of it.
        self.name = f"lapak {socket.gethostname()[:32]} {os.getpid()} {secrets.token_hex(4)}"
        if self.is_sqlite:
            self._writing = sqlite_engine(address, "BEGIN IMMEDIATE", BUSY_SECONDS)
            self._reading = sqlite_engine(address, "BEGIN", BUSY_SECONDS)
        else:
            self._writing = _postgresql(address, self.name)
            # A reader sees one moment: on SQLite a transaction does, on PostgreSQL it has to be asked for.
            self._reading = self._writing.execution_options(isolation_level="REPEATABLE READ")
        self._writers = ThreadPoolExecutor(1 if self.is_sqlite else 8, "writer")
        self._readers = ThreadPoolExecutor(READERS, "reader")
        self._in_place = InPlace(address, self.write_now) if self.is_sqlite else None
        self._leisurely = False
        self._proof: Proof | None = None

    @property
    def engine(self) -> Engine:
        """The engine that writes; migrations and copies use it."""
        return self._writing

    def fenced(self, proof: Proof) -> Self:
        """The same database for work that has to prove something first, in each of its own transactions.

        `proof(session, to_write)` raises what shall keep the transaction from happening.
        """
        twin = self.at_leisure
        twin._proof = proof
        return twin

    @property
    def at_leisure(self) -> Self:
        """The same database for what may take long: in a thread, whichever database it is."""
        twin = copy(self)
        twin._leisurely = True
        return twin

    async def write(self, operation: Callable[Concatenate[Session, P], R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Run `operation(session, …)` in one transaction and commit it; any error rolls it back."""
        if self._in_place and not self._proof:
            return await self._in_place.write(lambda session: operation(session, *args, **kwargs), self._leisurely)
        return await self._in_thread(self._writers, lambda: self.write_now(operation, *args, **kwargs))

    async def write_along(self, work: Callable[[Session], R]) -> R:
        """`write` for what nobody waits for: on SQLite it is committed with what is written next, or 20 ms later."""
        if self._in_place and not self._proof:
            return await self._in_place.write(work, along=True)
        return await self.write(work)

    async def read(self, query: Callable[Concatenate[Session, P], R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Run `query(session, …)` on one consistent view of the database; nothing is kept of what it changes."""
        if self._in_place and not self._leisurely:
            with suppress(Busy):
                return self._in_place.read(lambda session: query(session, *args, **kwargs))
        return await self._in_thread(self._readers, lambda: self.read_now(query, *args, **kwargs))

    def write_now(self, operation: Callable[Concatenate[Session, P], R], *args: P.args, **kwargs: P.kwargs) -> R:
        """`write` for a caller that has no event loop."""
        with Session(self._writing, expire_on_commit=False) as session, session.begin():
            if self._proof:
                self._proof(session, True)
            return operation(session, *args, **kwargs)

    def read_now(self, query: Callable[Concatenate[Session, P], R], *args: P.args, **kwargs: P.kwargs) -> R:
        """`read` for a caller that has no event loop."""
        with Session(self._reading, expire_on_commit=False, autoflush=False) as session:
            if self._proof:
                self._proof(session, False)
            return query(session, *args, **kwargs)

    async def sweep(self, thoroughly: bool = False) -> bool:
        """Let what was deleted be gone from SQLite's files as well; False if somebody was in the way.

        `thoroughly` takes a second for each 60 MB, in which nobody can write. PostgreSQL does so by itself.
        """
        if not self.is_sqlite:
            return True
        return await self._in_thread(self._readers, lambda: sweep(self.address, SWEEP_WAITS, thoroughly))

    def close(self) -> None:
        """Wait for what is running and let the database go."""
        self._writers.shutdown()
        self._readers.shutdown()
        if self._in_place:
            self._in_place.close()
        self._writing.dispose()
        self._reading.dispose()

    @staticmethod
    async def _in_thread(pool: ThreadPoolExecutor, work: Callable[[], R]) -> R:
        return await asyncio.get_running_loop().run_in_executor(pool, work)


def database_now(session: Session) -> datetime:
    """The real time by the clock that all who use this database share."""
    if session.get_bind().dialect.name == "sqlite":
        return datetime.now(UTC)
    now: datetime = session.execute(select(func.clock_timestamp())).scalar_one()
    return now.astimezone(UTC)


def passes_by(trouble: BaseException) -> bool:
    """Whether a database that is away comes back by itself; a file that can't be opened does not."""
    return getattr(getattr(trouble, "orig", None), "sqlite_errorname", "") != "SQLITE_CANTOPEN"


def _postgresql(address: str, name: str) -> Engine:
    named = POSTGRES | {"application_name": name}
    engine = create_engine(
        address, pool_size=8, max_overflow=4, pool_pre_ping=True, connect_args=named, hide_parameters=True
    )

    @event.listens_for(engine, "handle_error")
    def _looked_at(context: ExceptionContext) -> None:
        _shorten(context)
        # The driver takes it for a fault of its own; in truth the connection is gone, and that passes.
        if isinstance(context.original_exception, IdleInTransactionSessionTimeout):
            context.is_disconnect = True
            raise OperationalError(context.statement, None, context.original_exception)
        # A standby that is not in charge yet, or a disk that its keeper protects: this passes, too.
        if isinstance(context.original_exception, ReadOnlySqlTransaction):
            raise OperationalError(context.statement, None, context.original_exception)

    return engine


def _shorten(context: ExceptionContext) -> None:
    """Errors are logged, and behind its first line PostgreSQL repeats values: "Failing row contains (…)"."""
    fault, ours = context.original_exception, context.sqlalchemy_exception
    if isinstance(fault, DriversError) and (line := fault.diag.message_primary):
        whole, fault.args = str(fault), (line,)
        if ours is not None:
            ours.args = tuple(str(part).replace(whole, line) for part in ours.args)
