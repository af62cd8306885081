"""Work that one process at a time may do. The others stand by, and take over when it stops or dies."""

import asyncio
import time
from collections.abc import Callable, Coroutine
from typing import Any, Protocol

import structlog

from bot.ending import in_full
from models.database import Database, DatabaseTrouble, Session
from models.leases import Overtaken, give_lease_back, prove_lease, renew_lease, take_lease

log = structlog.get_logger()
# A stop lets work finish for up to 8 s (bot/ending.py): what is left after a renewal must be enough for that.
LEASE_SECONDS = 12.0
LOOK_EVERY_SECONDS = 1.0
Work = Callable[[], Coroutine[Any, Any, None]]


class Right(Protocol):
    """What lets us do some work, and the database through which that work writes."""

    database: Database

    async def hold(self, *works: Work) -> None:
        """Do these works, side by side, whenever we may; until cancelled."""


class Alone:
    """On SQLite there is one process, and it may do everything."""

    def __init__(self, database: Database) -> None:
        self.database = database

    async def hold(self, *works: Work) -> None:
        """Do these works until cancelled; one that ends by an error ends all."""
        async with asyncio.TaskGroup() as group:
            for work in works:
                group.create_task(work())


class Lease:
    """On PostgreSQL: taken for a time, renewed at a third of it, given back at a stop, proved in each write.

    The time is for who is paused or cut off: what a dead process held is taken at once.
    """

    def __init__(self, database: Database, name: str) -> None:
        self.name = name
        self.database = database.fenced(self._prove)
        self._plain = database
        self._fence: int | None = None
        self._sure_until = 0.0

    async def hold(self, *works: Work) -> None:
        """Stand by until the lease is ours, do these works, stand by again when it is lost; until cancelled."""
        try:
            while True:
                await in_full(self._take())
                if self._fence is not None:
                    await self._do(works)
                await asyncio.sleep(LOOK_EVERY_SECONDS)
        finally:
            await self._give_back()

    async def _do(self, works: tuple[Work, ...]) -> None:
        log.info("took over", lease=self.name, fence=self._fence)
        try:
            async with asyncio.TaskGroup() as group:
                group.create_task(self._keep(self._fence or 0))
                for work in works:
                    group.create_task(work())
        except* Overtaken:
            log.warning("overtaken, standing by", lease=self.name)
        except* DatabaseTrouble as trouble:
            log.warning("standing by", lease=self.name, trouble=[type(one).__name__ for one in trouble.exceptions])
        await self._give_back()

    async def _take(self) -> None:
        asked_at = time.monotonic()
        try:
            self._fence = await self._plain.write(take_lease, self.name, LEASE_SECONDS)
        except DatabaseTrouble as trouble:
            log.warning("no lease for now", lease=self.name, trouble=type(trouble).__name__)
        self._sure_until = asked_at + LEASE_SECONDS

    async def _keep(self, fence: int) -> None:
        """Renew for as long as it works; raises Overtaken when it can't be proved any more that the lease is ours."""
        while True:
            await asyncio.sleep(LEASE_SECONDS / 3)
            asked_at = time.monotonic()
            try:
                async with asyncio.timeout(max(0.0, self._sure_until - asked_at)):
                    kept = await self._plain.write(renew_lease, self.name, fence, LEASE_SECONDS)
            except (DatabaseTrouble, TimeoutError):
                kept = asked_at < self._sure_until
            else:
                self._sure_until = asked_at + LEASE_SECONDS
            if not kept:
                raise Overtaken(self.name)

    async def _give_back(self) -> None:
        if self._fence is None:
            return
        fence, self._fence = self._fence, None
        try:
            await self._plain.write(give_lease_back, self.name, fence)
        except DatabaseTrouble:
            log.warning("a lease could not be given back; it runs out by itself", lease=self.name)

    def _prove(self, session: Session, to_write: bool) -> None:
        prove_lease(session, self.name, self._fence, to_write=to_write)
