"""Bots as processes of their own, that a test may kill."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import pytest
from aiohttp import ClientSession

from tests.conftest import MBAK_RINI, bot_ids
from tests.support.cast import Person
from tests.support.postgres import postgres_server
from tests.support.processes import SECRET_HALF, BotProcess, Forker
from tests.support.sandbox import Sandbox

Json = dict[str, Any]
NO_LIMITS = {"overall_per_second": 0, "per_chat_per_second": 0, "group_per_minute": 0}


@pytest.fixture(scope="session")
def forker() -> Iterator[Forker]:
    """What starts bot processes quickly."""
    running = Forker()
    yield running
    running.stop()


class Stage:
    """A bot that is a process, on the sandbox, and the people who talk with it."""

    def __init__(self, http: ClientSession, url: str, bot_id: int, process: BotProcess) -> None:
        self.http, self.url, self.bot_id, self.process = http, url, bot_id, process

    async def person(self, name: str, person_id: int | None = None, starts: bool = True) -> Person:
        """Somebody comes, and presses START (so that the bot may write to them)."""
        person = await somebody(self.http, self.url, self.bot_id, name, person_id)
        if starts:
            await person.writes("/start")
        return person

    async def fault(self, kind: str, **more: object) -> None:
        """Something goes wrong from now on."""
        await self._ask("POST", "faults", {"kind": kind} | more)

    async def faults_end(self) -> None:
        """Nothing goes wrong any more."""
        await self._ask("DELETE", "faults")

    async def calls(self, *methods: str) -> list[Json]:
        """What the bot has called so far."""
        found: list[Json] = await self._ask("GET", "journal?limit=100000")
        return [call for call in found if not methods or call["method"] in methods]

    async def limits(self, **rules: object) -> Json:
        """Set the sending limits, if any are given; else look at what was violated."""
        found: Json = await self._ask(*(("POST", "limits", rules) if rules else ("GET", "limits")))
        return found

    async def pending(self) -> int:
        """How many updates the bot has not confirmed."""
        async with self.http.get(f"{self.url}/bot{self.token}/getWebhookInfo") as response:
            return int((await response.json())["result"]["pending_update_count"])

    async def drop_updates(self) -> None:
        """What people wrote before the bot ran is not asked about (their chats are open all the same)."""
        async with self.http.get(f"{self.url}/bot{self.token}/deleteWebhook?drop_pending_updates=true") as response:
            assert response.status == 200

    @property
    def token(self) -> str:
        """The bot's token."""
        return token_of(self.bot_id)

    async def _ask(self, verb: str, what: str, body: Json | None = None) -> Any:
        joint = "&" if "?" in what else "?"
        address = f"{self.url}/{what}{joint}bot={self.bot_id}"
        async with self.http.request(verb, address, json=body) as response:
            assert response.status == 200, await response.text()
            return await response.json()


class Team(Stage):
    """Several processes of one bot, on one PostgreSQL; `process` is the first."""

    members: list[BotProcess]

    def member(self, **settings: object) -> BotProcess:
        """One more process, not started yet."""
        folder = self.process.folder.with_name(f"member {len(self.members)}")
        one = BotProcess(self.process.forker, folder, **({**self.process.settings, "DATA_DIR": folder} | settings))
        self.members.append(one)
        return one


async def somebody(http: ClientSession, url: str, bot_id: int, name: str, person_id: int | None = None) -> Person:
    """A person; one with this number may be known to the sandbox already, from another bot's test."""
    body = {"first_name": name} | ({"id": person_id} if person_id else {})
    async with http.post(f"{url}/people", json=body) as response:
        return Person(http, url, bot_id, await response.json() if response.status == 200 else body)


def token_of(bot_id: int) -> str:
    """A token as BotFather would write it."""
    return f"{bot_id}:{SECRET_HALF}"


@pytest.fixture
async def stage(sandbox: Sandbox, http: ClientSession, forker: Forker, tmp_path: Path) -> AsyncIterator[Stage]:
    """A bot that is a process, not started yet."""
    bot_id = next(bot_ids)
    process = BotProcess(
        forker, tmp_path / "data", BOT_TOKEN=token_of(bot_id), API_URL=sandbox.url, OPERATORS=MBAK_RINI
    )
    here = Stage(http, sandbox.url, bot_id, process)
    await here.limits(**NO_LIMITS)
    yield here
    process.clean_up()
    await here.faults_end()


@pytest.fixture
async def team(stage: Stage) -> AsyncIterator[Team]:
    """A bot of several processes, none of which is started yet."""
    address = postgres_server().new_address()
    stage.process.settings["DATABASE_URL"] = address
    here = Team(stage.http, stage.url, stage.bot_id, stage.process)
    here.members = [stage.process]
    yield here
    for one in here.members:
        one.clean_up()
    postgres_server().drop(address)
