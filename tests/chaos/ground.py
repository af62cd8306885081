"""The ground that a storm goes over: a sandbox with its journal, an empty database, a bot's name, and its processes."""

import asyncio
import itertools
import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import TypeVar
from zoneinfo import ZoneInfo

from aiohttp import ClientSession, ClientTimeout, TCPConnector
from sqlmodel import Session

from models.database import Database, sqlite_address
from models.migrations import migrate
from tests.chaos.evidence import Json, read_journal
from tests.chaos.fleet import Fleet
from tests.chaos.phones import Phone
from tests.support.postgres import postgres_server
from tests.support.processes import Forker
from tests.support.sandbox import Sandbox

R = TypeVar("R")
DATABASES = ("sqlite", "postgresql")
OPERATOR = 700_900_003
NO_LIMITS = {"overall_per_second": 0, "per_chat_per_second": 0, "group_per_minute": 0}
REST_SECONDS = 60.0
bot_ids = itertools.count(8_700_000_001)


@dataclass
class Ground:
    """Where one bot lives and dies. `chance` decides everything that is left to chance."""

    sandbox: Sandbox
    journal: Path
    forker: Forker
    folder: Path
    chance: random.Random
    address: str
    processes: int = 1
    bot_id: int = field(default_factory=lambda: next(bot_ids))

    def __post_init__(self) -> None:
        self._database: Database | None = None
        self.token = f"{self.bot_id}:TEST-chaos-0000000000000000000000"
        self.fleet = Fleet(
            self.forker,
            self.folder,
            self.chance,
            self.processes,
            BOT_TOKEN=self.token,
            API_URL=self.sandbox.url,
            DATABASE_URL="" if self.address.startswith("sqlite") else self.address,
            OPERATORS=OPERATOR,
        )

    async def phone(self, http: ClientSession, name: str, person_id: int | None = None) -> Phone:
        """Somebody comes; they have not written yet."""
        body = {"first_name": name} | ({"id": person_id} if person_id else {})
        async with http.post(f"{self.sandbox.url}/people", json=body) as response:
            assert response.status == 200, await response.text()
            number = int((await response.json())["id"])
        return Phone(http, self.sandbox.url, self.bot_id, number, random.Random(self.chance.random()))

    async def lift_limits(self, http: ClientSession) -> None:
        """What storms is the people, not the pace."""
        async with http.post(f"{self.sandbox.url}/limits?bot={self.bot_id}", json=NO_LIMITS) as response:
            assert response.status == 200

    async def first_update(self, http: ClientSession) -> int:
        """The number of the first update that waits; looking at it confirms nothing."""
        async with http.get(f"{self.sandbox.url}/bot{self.token}/getUpdates?timeout=0") as response:
            return int((await response.json())["result"][0]["update_id"])

    async def drop_updates(self, http: ClientSession) -> None:
        """What was written so far is not asked about."""
        async with http.get(f"{self.sandbox.url}/bot{self.token}/deleteWebhook?drop_pending_updates=true") as response:
            assert response.status == 200

    def prepare(self, work: Callable[[Session], R]) -> R:
        """Make the tables and do something with them."""
        self.folder.mkdir(parents=True, exist_ok=True)
        migrate(self.database.engine)
        return self.database.write_now(work)

    def look(self, query: Callable[[Session], R]) -> R:
        """Look into the database from outside, at one moment of it."""
        return self.database.read_now(query)

    async def rests(self, query: Callable[[Session], bool], patience: float = REST_SECONDS) -> bool:
        """Wait until this is so; False if it takes too long."""
        for _ in range(int(patience / 0.1)):
            if await asyncio.to_thread(self.look, query):
                return True
            await asyncio.sleep(0.1)
        return False

    def calls(self) -> list[Json]:
        """What this bot has called, from the sandbox's journal."""
        return [call for call in read_journal(self.journal) if call["bot"] == self.bot_id]

    @property
    def database(self) -> Database:
        """The bot's database, opened when it is first asked for."""
        self._database = self._database or Database(self.address)
        return self._database

    def close(self) -> None:
        """Nothing is left running or open."""
        self.fleet.stop()
        if self._database is not None:
            self._database.close()


@contextmanager
def ground(
    kind: str,
    folder: Path,
    forker: Forker,
    chance: random.Random,
    sandbox: Sandbox,
    journal: Path,
    processes: int = 1,
) -> Iterator[Ground]:
    """A fresh ground on SQLite or PostgreSQL, without a table; nothing of it is left running."""
    place = folder / kind
    place.mkdir(parents=True, exist_ok=True)
    server = postgres_server() if kind == "postgresql" else None
    address = server.new_address("template0") if server else sqlite_address(place / "lapak.db")
    fresh = Ground(sandbox, journal, forker, place, chance, address, processes)
    try:
        yield fresh
    finally:
        fresh.close()
        if server:
            server.drop(address)


def many_phones() -> ClientSession:
    """A way to the sandbox for any number of people at once. To be closed."""
    return ClientSession(connector=TCPConnector(limit=0), timeout=ClientTimeout(total=120))


def seconds_to_ten_o_clock() -> float:
    """How far to move the bot's clock so that it is ten in the morning for its people: nobody is asleep."""
    zone = ZoneInfo("Asia/Jakarta")
    local = datetime.now(UTC).astimezone(zone)
    ten = datetime.combine(local.date() + timedelta(days=1), time(10), zone)
    return (ten - local).total_seconds()
