"""Telegram brings updates: only with the secret, and answered with 200 only when they are stored."""

import asyncio
import socket
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from aiohttp import ClientSession
from pydantic import SecretStr
from sqlmodel import col, func, select

from bot.app import Lapak
from bot.settings import Settings
from bot.webhook import HEADER, MOST_BYTES
from models.inbox import InboxRow, store_updates
from tests.bot.conftest import Stage, token_of
from tests.conftest import bot_ids
from tests.support.cast import Json, Person, StoppedClock, Town
from tests.support.sandbox import Sandbox

SECRET = "a-secret-that-only-telegram-knows"


def free_port() -> int:
    """A port on which nobody listens."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@pytest.fixture
async def hooked(sandbox: Sandbox, http: ClientSession, tmp_path: Path) -> AsyncIterator[Town]:
    """A bot to which updates are brought."""
    town, port = Town(http, sandbox.url, next(bot_ids), StoppedClock()), free_port()
    settings = Settings(
        _env_file=None,
        bot_token=SecretStr(token_of(town.bot_id)),
        api_url=sandbox.url,
        data_dir=tmp_path,
        webhook_url=f"http://127.0.0.1:{port}/lapak",
        webhook_secret=SecretStr(SECRET),
        webhook_port=port,
    )
    async with Lapak(settings, town.clock).running() as town.lapak:
        for _ in range(100):
            if await town.calls("setwebhook"):
                break
            await asyncio.sleep(0.02)
        yield town


async def bring(town: Town, update: Any, secret: str | None = SECRET) -> int:
    """Bring an update as Telegram would; the status of the answer."""
    assert town.lapak is not None
    headers = {} if secret is None else {HEADER: secret}
    body = {"data": update} if isinstance(update, bytes) else {"json": update}
    async with town.http.post(town.lapak.settings.webhook_url or "", headers=headers, **body) as response:
        return response.status


async def rows(town: Town) -> int:
    assert town.lapak is not None
    return await town.lapak.database.read(lambda session: session.exec(select(func.count(col(InboxRow.id)))).one())


def message(update_id: int, person: Person) -> Json:
    chat = {"id": person.id, "type": "private", "first_name": person.name}
    sender = {"id": person.id, "is_bot": False, "first_name": person.name}
    return {"update_id": update_id, "message": {"message_id": 1, "date": 1, "chat": chat, "from": sender, "text": "a"}}


async def test_what_telegram_brings_is_answered_in_the_chat(hooked: Town) -> None:
    sari = await hooked.person("Bu Sari")
    await sari.starts()
    await sari.writes("/id")
    await sari.sees(str(sari.id))
    assert await hooked.calls("getupdates") == []


@pytest.mark.parametrize("secret", [None, "", "a-secret", SECRET + "x", SECRET.upper(), "é" * 20])
async def test_without_the_secret_nothing_is_taken(hooked: Town, secret: str | None) -> None:
    sari = await hooked.person("Bu Sari")
    assert await bring(hooked, message(5, sari), secret) == 401
    assert await rows(hooked) == 0
    assert await bring(hooked, message(5, sari)) == 200
    assert await rows(hooked) == 1


async def test_what_is_no_update_or_too_large_is_refused_and_the_next_one_taken(hooked: Town) -> None:
    sari = await hooked.person("Bu Sari")
    assert [await bring(hooked, body) for body in (b"{", b"", b"[]", b"{}", b'{"update_id": "a"}')] == [400] * 5
    assert await bring(hooked, b"a" * (MOST_BYTES + 1)) == 413
    assert [await bring(hooked, message(5, sari)) for _ in range(2)] == [200, 200]
    assert await rows(hooked) == 1


async def test_what_can_not_be_stored_is_not_taken_and_telegram_brings_it_again(
    hooked: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert hooked.lapak is not None
    sari, broken = await hooked.person("Bu Sari"), {"left": 2}
    write = hooked.lapak.database.write

    async def write_or_fail(operation: Any, *args: Any, **kwargs: Any) -> Any:
        if operation is store_updates and broken["left"]:
            broken["left"] -= 1
            raise OSError("no space left on device")
        return await write(operation, *args, **kwargs)

    monkeypatch.setattr(hooked.lapak.database, "write", write_or_fail)
    assert await bring(hooked, message(5, sari)) == 503
    assert await rows(hooked) == 0
    await sari.writes("/id")  # fails once more, and is brought again at once
    await sari.sees(str(sari.id))
    assert broken["left"] == 0


HEAD = f"POST /lapak HTTP/1.1\r\nHost: lapak\r\n{HEADER}: {SECRET}\r\n"


BODY = f"{HEAD}Content-Length: 90\r\n\r\n{{"


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever hesitates is not waited for."""
    monkeypatch.setattr("bot.webhook.QUIET_SECONDS", 0.5)
    monkeypatch.setattr("bot.webhook.BODY_SECONDS", 0.5)


@pytest.mark.parametrize("begun", ["", HEAD, BODY], ids=["nothing", "a head", "a body"])
@pytest.mark.usefixtures("impatient")
async def test_who_opens_a_connection_and_does_not_go_on_is_not_waited_for(hooked: Town, begun: str) -> None:
    assert hooked.lapak is not None
    reading, writing = await asyncio.open_connection("127.0.0.1", hooked.lapak.settings.webhook_port)
    writing.write(begun.encode())
    heard = await asyncio.wait_for(reading.read(12), 5)
    assert heard in (b"", b"HTTP/1.1 408")
    assert await rows(hooked) == 0
    sari = await hooked.person("Bu Sari")
    assert [await bring(hooked, message(5, sari)) for _ in range(2)] == [200, 200]


async def test_one_that_polls_first_takes_the_webhook_away(stage: Stage) -> None:
    address = f"{stage.url}/bot{stage.token}/setWebhook?url=http://127.0.0.1:{free_port()}"
    async with stage.http.get(address) as response:
        assert response.status == 200
    sari = await stage.person("Bu Sari")
    stage.process.start()
    await sari.sees("Halo")


async def test_the_secret_is_in_no_log(stage: Stage) -> None:
    port = free_port()
    hook = {"WEBHOOK_URL": f"http://127.0.0.1:{port}", "WEBHOOK_SECRET": SECRET, "WEBHOOK_PORT": str(port)}
    stage.process.settings |= hook | {"LOG_LEVEL": "DEBUG"}
    await stage.fault("500", method="setwebhook", count=1)
    stage.process.start()
    sari = await stage.person("Bu Sari")
    await sari.sees("Halo")
    assert stage.process.stop() == 0
    assert "does not take our address yet" in stage.process.said
    assert SECRET not in stage.process.said


POLLED = "WEBHOOK_URL needs BOT_TOKEN"
REFUSALS: dict[str, tuple[list[str], dict[str, str], str]] = {
    "no secret": ([], {"WEBHOOK_URL": "https://lapak.example/"}, "WEBHOOK_URL needs WEBHOOK_SECRET"),
    "a weak secret": ([], {"WEBHOOK_URL": "https://lapak.example/", "WEBHOOK_SECRET": "1234"}, "16 to 256"),
    "a webhook for the demo": ([], {"WEBHOOK_URL": "https://lapak.example/", "BOT_TOKEN": ""}, POLLED),
    "a worker on SQLite": (["worker"], {}, "Set DATABASE_URL"),
    "a worker for the demo": (["worker"], {"BOT_TOKEN": ""}, "A worker needs BOT_TOKEN"),
    "half a token": ([], {"BOT_TOKEN": "abc"}, "copy all of it"),
    "a name for a number": ([], {"OPERATORS": "rini"}, "OPERATORS: "),
    "an @ in a password": ([], {"DATABASE_URL": "postgresql://lapak:bagian@kedua@localhost/lapak"}, "as %40"),
    "a level that there isn't": ([], {"LOG_LEVEL": "loud"}, "LOG_LEVEL: "),
}


@pytest.mark.parametrize("why", REFUSALS)
async def test_it_refuses_to_start_with_settings_that_can_not_work(stage: Stage, why: str) -> None:
    arguments, settings, words = REFUSALS[why]
    stage.process.settings |= settings
    stage.process.start(*arguments)
    assert await asyncio.to_thread(stage.process.ends) == 2
    assert words in stage.process.said
    assert not [word for word in ("Traceback", "kedua") if word in stage.process.said]
