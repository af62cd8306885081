"""One sandbox for all tests here; each test has a bot and people of its own in it."""

import asyncio
import itertools
from collections.abc import AsyncIterator, Iterator
from typing import Any

import pytest
from aiohttp import ClientSession, FormData

from tests.support.sandbox import Sandbox

Json = dict[str, Any]
numbers = itertools.count(1000)


class Stage:
    """A bot, called by plain HTTP, and the people who write to it."""

    def __init__(self, sandbox: Sandbox, http: ClientSession) -> None:
        self.sandbox = sandbox
        self.http = http
        self.bot_id = next(numbers)
        self.token = f"{self.bot_id}:TEST-token"

    async def raw(self, method: str, **params: Any) -> Json:
        """A call of the bot; the whole answer."""
        async with self.http.post(f"{self.sandbox.url}/bot{self.token}/{method}", json=params) as response:
            answer: Json = await response.json()
            assert response.status == (200 if answer["ok"] else answer["error_code"])
            return answer

    async def ok(self, method: str, **params: Any) -> Any:
        """A call that must succeed; its result."""
        answer = await self.raw(method, **params)
        assert answer["ok"], answer
        return answer["result"]

    async def error(self, method: str, **params: Any) -> str:
        """A call that must be refused; the description."""
        answer = await self.raw(method, **params)
        assert not answer["ok"], answer
        description: str = answer["description"]
        return description

    async def upload(self, method: str, files: dict[str, bytes], **params: str) -> Json:
        """A call with files; the whole answer."""
        form = FormData({name: str(value) for name, value in params.items()})
        for name, data in files.items():
            form.add_field(name, data, filename=f"{name}.jpg", content_type="image/jpeg")
        async with self.http.post(f"{self.sandbox.url}/bot{self.token}/{method}", data=form) as response:
            answer: Json = await response.json()
            return answer

    async def side(self, path: str, body: Any = None, verb: str = "", **query: Any) -> Any:
        """A call of the people side, about this bot; raises AssertionError for an error."""
        verb = verb or ("GET" if body is None else "POST")
        content = {"data": body} if isinstance(body, FormData) else {"json": body}
        query = {"bot": self.bot_id, **query}
        async with self.http.request(verb, self.sandbox.url + path, params=query, **content) as response:
            answer = await response.json()
            assert response.status == 200, answer
            return answer

    async def person(self, start: bool = True, **details: Any) -> int:
        """A new person, who has pressed Start unless told otherwise; their id."""
        person = await self.side("/people", {"first_name": "Siti", "language_code": "id", **details})
        number: int = person["id"]
        if start:
            await self.say(number, "/start")
        return number

    async def say(self, person: int, text: str, **more: Any) -> Json:
        """The person writes; the message."""
        answer = await self.side(f"/people/{person}/messages", {"text": text, **more})
        message: Json = answer["messages"][0]
        return message

    async def updates(self, *kinds: str) -> list[Json]:
        """All pending updates, which are confirmed; only of these kinds if any are named."""
        found: list[Json] = await self.ok("getUpdates", timeout=0)
        if found:
            await self.ok("getUpdates", offset=found[-1]["update_id"] + 1)
        return [update for update in found if not kinds or any(kind in update for kind in kinds)]

    async def tapped(self, person: int, **tap: Any) -> tuple[Json, asyncio.Task[Any]]:
        """Press a button; the callback_query, and the press that waits for its answer."""
        await self.updates()
        press = asyncio.create_task(self.side(f"/people/{person}/taps", tap))
        [update] = await self.ok("getUpdates", timeout=5)
        await self.ok("getUpdates", offset=update["update_id"] + 1)
        return update["callback_query"], press


@pytest.fixture(scope="session")
def sandbox() -> Iterator[Sandbox]:
    """The sandbox, in a process of its own."""
    running = Sandbox.start(shortcuts=["⏩ besok=/besok"])
    yield running
    running.stop()


@pytest.fixture(scope="session")
async def http() -> AsyncIterator[ClientSession]:
    """One HTTP client for all."""
    async with ClientSession() as session:
        yield session


@pytest.fixture
async def stage(sandbox: Sandbox, http: ClientSession) -> Stage:
    """A new bot that may send as fast as it likes."""
    fresh = Stage(sandbox, http)
    await fresh.ok("getMe")
    await fresh.side("/limits", {"enforce": False})
    return fresh


def inline(*labels: str) -> Json:
    """An inline keyboard with one button a row; each carries its label."""
    return {"inline_keyboard": [[{"text": label, "callback_data": label}] for label in labels]}
