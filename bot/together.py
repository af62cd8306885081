"""Writes for which nobody waits alone share a transaction: a commit costs more than what it commits."""

import asyncio
from collections.abc import Callable
from typing import Any, TypeVar

from models.database import Database, DatabaseAway, Session
from models.leases import Overtaken

R = TypeVar("R")
Write = Callable[[Session], Any]
Waiting = tuple[Write, asyncio.Future[Any]]


class Together:
    """Shared transactions on one database."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self._waiting: list[Waiting] = []
        self._writer: asyncio.Task[None] | None = None

    async def write(self, work: Callable[[Session], R]) -> R:
        """Do this with others in one transaction, and come back when it is committed.

        `work` may be tried twice. Raises what it raises, or the database; what raises Overtaken, before it has written
        anything, doesn't keep the others from it.
        """
        if self.database.is_sqlite:
            return await self.database.write_along(work)
        written: asyncio.Future[R] = asyncio.get_running_loop().create_future()
        self._waiting.append((work, written))
        if self._writer is None or self._writer.done():
            self._writer = asyncio.create_task(self._write_waiting())
        return await written

    async def _write_waiting(self) -> None:
        while self._waiting:
            batch, self._waiting = self._waiting, []
            try:
                await self._commit(batch)
            except (*DatabaseAway, Overtaken) as fault:
                _fail(batch, fault)
            except Exception:
                # What can't be written must not take the others with it.
                for one in batch:
                    await self._commit_alone(one)

    async def _commit(self, batch: list[Waiting]) -> None:
        results = await self.database.write(_all_of, [work for work, _ in batch])
        for (_, written), result in zip(batch, results, strict=True):
            if written.done():
                continue  # nobody waits any more
            if isinstance(result, Overtaken):
                written.set_exception(result)
            else:
                written.set_result(result)

    async def _commit_alone(self, one: Waiting) -> None:
        try:
            await self._commit([one])
        except Exception as fault:
            _fail([one], fault)


def _fail(batch: list[Waiting], fault: Exception) -> None:
    for _, written in batch:
        if not written.done():
            written.set_exception(fault)


def _all_of(session: Session, works: list[Write]) -> list[Any]:
    results: list[Any] = []
    for work in works:
        try:
            results.append(work(session))
        except Overtaken as late:
            results.append(late)
    return results
