"""What goes wrong, from outside of the bot: Telegram's faults and the host's. Each is over when its call returns."""

import asyncio
import resource
import signal
import sqlite3
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from aiohttp import ClientSession

from tests.chaos.child import Plan
from tests.chaos.ground import Ground
from tests.support.postgres import postgres_server

# One call in so many is hit, by each kind; together one in five. The numbers are prime, so that kinds don't keep step.
EVERY = {"500": 23, "reset": 29, "hang_before": 31, "truncated": 37, "hang_after": 41, "403": 43, "429": 47, "502": 53}
# Polls come seldom and long: each kind hits one of the next few.
EVERY_POLL = {"500": 5, "truncated": 7, "reset": 11}


@dataclass
class Weather:
    """A bot on its ground, and the way to the sandbox that it uses."""

    ground: Ground
    http: ClientSession
    plan: Plan

    def start(self) -> None:
        """The bot comes up."""
        self.ground.fleet.start(0, self.plan)

    async def stop(self) -> None:
        """SIGTERM, and it ends in order. AssertionError, with what it said, if it doesn't."""
        bot = self.ground.fleet.members[0]
        code = await asyncio.to_thread(bot.stop)
        # A process that has hardly begun has nothing to end.
        assert code in (0, -signal.SIGTERM), f"it ended with {code} and said:\n{bot.said[-3000:]}"

    @property
    def process(self) -> int:
        """The number of the bot's process."""
        number = self.ground.fleet.members[0].number
        assert number is not None
        return number

    async def fault(self, kind: str, **more: Any) -> None:
        """From now on Telegram answers this bot so."""
        where = f"{self.ground.sandbox.url}/faults?bot={self.ground.bot_id}"
        async with self.http.post(where, json={"kind": kind} | more) as answer:
            assert answer.status == 200, await answer.text()

    async def faults_end(self) -> None:
        """Telegram is well again."""
        async with self.http.delete(f"{self.ground.sandbox.url}/faults?bot={self.ground.bot_id}") as answer:
            assert answer.status == 200


Bringing = Callable[[Weather], Awaitable[None]]


def faults(seconds: float, hang: float | None = None) -> Bringing:
    """A fifth of all calls goes wrong in every way that there is; `hang`: seconds until a silent connection ends."""

    async def bring(weather: Weather) -> None:
        for kind, every in EVERY.items():
            await weather.fault(kind, every=every, retry_after=1, seconds=hang)
        for kind, every in EVERY_POLL.items():
            await weather.fault(kind, method="getupdates", every=every)
        await asyncio.sleep(seconds)
        await weather.faults_end()

    return bring


def full_disk(seconds: float) -> Bringing:
    """No file of the bot's can grow: the kernel refuses each write beyond what is there."""

    async def bring(weather: Weather) -> None:
        _, most = resource.prlimit(weather.process, resource.RLIMIT_FSIZE)
        resource.prlimit(weather.process, resource.RLIMIT_FSIZE, (0, most))
        await asyncio.sleep(seconds)
        resource.prlimit(weather.process, resource.RLIMIT_FSIZE, (most, most))

    return bring


def locked(seconds: float) -> Bringing:
    """Another program holds the SQLite file."""

    async def bring(weather: Weather) -> None:
        with sqlite3.connect(weather.ground.folder / "lapak.db", isolation_level=None, timeout=30) as other:
            other.execute("BEGIN IMMEDIATE")
            await asyncio.sleep(seconds)
            other.rollback()
        other.close()

    return bring


def postgres_restarts(mode: str, seconds: float) -> Bringing:
    """The server is stopped, `fast` or `immediate`, and comes up again after a while."""

    async def bring(weather: Weather) -> None:
        await asyncio.to_thread(postgres_server().halt, mode)
        await asyncio.sleep(seconds)
        await asyncio.to_thread(postgres_server().resume)

    return bring


def stops(times: int, pause: float) -> Bringing:
    """The service manager stops and starts the bot, again and again."""

    async def bring(weather: Weather) -> None:
        for _ in range(times):
            await weather.stop()
            weather.start()
            await asyncio.sleep(pause)

    return bring
