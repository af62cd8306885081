"""The token opens everything; it never reaches a log, whatever goes wrong."""

import asyncio
import io
import logging
import sys
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.parse import quote

import httpx
import psycopg
import pytest
import structlog
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import Update
from aiohttp import ClientSession
from pydantic import SecretStr
from telegram.ext import ExtBot

from bot.logs import HIDDEN, Redact, set_up_logs
from bot.settings import Settings
from models.database import Database
from models.settings import get_setting
from tests.bot.conftest import Stage, token_of
from tests.bot.test_restarts import is_about_to_order, open_shop
from tests.support.searching import files_with

FAULTS = ("500", "429", "502", "400", "403", "reset", "truncated")


def secrets_of(stage: Stage) -> list[str]:
    """The token, its secret half, and the token as an address writes it."""
    token = token_of(stage.bot_id)
    return [token, token.partition(":")[2], token.replace(":", "%3A")]


async def test_a_mission_with_faults_at_debug_level_never_shows_the_token(stage: Stage) -> None:
    stage.process.settings["LOG_LEVEL"] = "DEBUG"
    sari, budi = await open_shop(stage)
    await stage.fault("truncated", method="getupdates")
    for kind in FAULTS:
        await stage.fault(kind, method="send*", chat_id=sari.id, retry_after=1)
        await stage.fault(kind, method="edit*", chat_id=sari.id, retry_after=1)
        await stage.fault(kind, method="getfile", retry_after=1)
    await is_about_to_order(budi)
    await budi.taps("✅ Pesan")
    await sari.sends_photo("Sambal 20rb stok 5")
    await asyncio.sleep(1)
    await stage.faults_end()
    await budi.sees("sudah sampai")
    assert stage.process.stop() == 0
    said = stage.process.said
    assert len(said.splitlines()) > 5, "there was nothing to look at"
    assert [secret for secret in secrets_of(stage) if secret in said] == []


async def test_a_token_that_is_refused_is_not_shown(stage: Stage) -> None:
    """Somebody else's token for the same bot: the bot ends, and what it says is fit for a forum."""
    async with stage.http.get(f"{stage.url}/bot{stage.token}/getMe") as response:
        assert response.status == 200
    wrong = f"{stage.bot_id}:WRONG-half-of-a-token-000000000000000"
    stage.process.settings |= {"BOT_TOKEN": wrong, "LOG_LEVEL": "DEBUG"}
    stage.process.start()
    code = await asyncio.to_thread(stage.process.ends, 10)
    assert code not in (0, None)
    said = stage.process.said
    assert "Unauthorized" in said
    assert wrong not in said
    assert wrong.partition(":")[2] not in said


@pytest.mark.parametrize("address", ["localhost:1", "ftp://localhost", "http://127.0.0.1:1"])
async def test_a_wrong_address_shows_no_token(stage: Stage, address: str) -> None:
    stage.process.settings |= {"API_URL": address, "LOG_LEVEL": "DEBUG"}
    stage.process.start()
    for _ in range(100):
        await asyncio.sleep(0.05)
        if "out of reach" in stage.process.said or stage.process.ends(0) is not None:
            break
    assert stage.process.said
    assert [secret for secret in secrets_of(stage) if secret in stage.process.said] == []


def test_redaction_reaches_everything_that_a_line_holds() -> None:
    redact = Redact(["a-secret"])
    assert redact.text("http://h/bota-secret/getMe") == f"http://h/bot{HIDDEN}/getMe"
    error = ValueError("no a-secret")
    assert redact(None, "info", f"x error={error!r} parts={['a-secret']}").count(HIDDEN) == 2


TOKEN = "8123456789:AAH-made-up-secret-half-of-a-token-0"
PASSWORD = "s3cret/with@signs"
DATABASE_URL = f"postgresql://lapak:{quote(PASSWORD, safe='')}@127.0.0.1:1/lapak"
WEBHOOK_SECRET = "a-webhook-secret-of-our-own"
NOWHERE = "http://127.0.0.1:1"


async def aiogram_fails() -> None:
    async with Bot(TOKEN, AiohttpSession(api=TelegramAPIServer.from_base(NOWHERE))) as bot:
        await bot.get_me()


async def telegram_fails() -> None:
    async with ExtBot(TOKEN, base_url=f"{NOWHERE}/bot"):
        pass


async def httpx_fails() -> None:
    async with httpx.AsyncClient() as client:
        (await client.get(f"{NOWHERE}/bot{TOKEN}/getMe")).raise_for_status()


async def aiohttp_fails() -> None:
    async with ClientSession() as session, session.get(f"nothing://bot{TOKEN}/getMe") as answer:
        await answer.read()


async def psycopg_fails() -> None:
    database = Database(Settings(_env_file=None, database_url=DATABASE_URL).database_address)
    try:
        await database.read(get_setting, "x")
    finally:
        database.close()


async def the_address_is_no_address() -> None:
    Database(f"postgresql//lapak:{quote(PASSWORD, safe='')}@127.0.0.1/lapak")


async def a_dsn_is_no_dsn() -> None:
    psycopg.connect(PASSWORD)


async def settings_fail() -> None:
    Settings(
        _env_file=None, bot_token=SecretStr(TOKEN), database_url=DATABASE_URL, sandbox_port=TOKEN
    )  # a token in the wrong line


async def an_update_is_none() -> None:
    Update.model_validate({"update_id": TOKEN})


async def our_own_fault() -> None:
    raise RuntimeError(f"looking at {Settings(_env_file=None, database_url=DATABASE_URL)!r} {TOKEN=} {DATABASE_URL=}")


TROUBLES = (
    aiogram_fails,
    telegram_fails,
    httpx_fails,
    aiohttp_fails,
    psycopg_fails,
    the_address_is_no_address,
    a_dsn_is_no_dsn,
    settings_fail,
    an_update_is_none,
    our_own_fault,
)


async def all_troubles(secrets: Sequence[str]) -> str:
    """What is written when each trouble is logged, by either logger, and when it ends the process."""
    written = io.StringIO()
    hooks = sys.excepthook, threading.excepthook
    set_up_logs("DEBUG", secrets, written)
    try:
        for trouble in TROUBLES:
            try:
                await trouble()
            except Exception as fault:
                structlog.get_logger().exception("trouble", what=repr(fault), where=[str(fault)])
                logging.getLogger("some.library").exception("trouble: %r", fault)
                logging.getLogger("some.library").debug("it was %s", {"fault": fault}, stack_info=True)
                sys.excepthook(type(fault), fault, fault.__traceback__)
            else:
                raise AssertionError(f"{trouble.__name__} went well")
    finally:
        sys.excepthook, threading.excepthook = hooks
    return written.getvalue()


@pytest.fixture
def other_logs() -> Iterator[None]:
    """Logging is set up by the test; afterwards it is as it was."""
    structured, root = structlog.get_config(), logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    structlog.configure(**structured)
    root.handlers[:], root.level = handlers, level


@pytest.mark.usefixtures("other_logs")
async def test_no_trouble_at_debug_level_shows_a_secret() -> None:
    settings = Settings(_env_file=None, bot_token=SecretStr(TOKEN), database_url=DATABASE_URL)
    secrets = [TOKEN.partition(":")[2], PASSWORD, quote(PASSWORD, safe="")]
    bare = await all_troubles([])
    assert [secret for secret in secrets if secret not in bare] == [], "there was nothing to hide"
    said = await all_troubles(settings.secrets)
    assert HIDDEN in said
    assert [secret for secret in secrets if secret in said] == []


def test_every_secret_setting_is_known_as_one() -> None:
    class More(Settings):
        webhook_secret: SecretStr | None = None

    settings = More(_env_file=None, bot_token=SecretStr(TOKEN), webhook_secret=SecretStr(WEBHOOK_SECRET))
    assert {TOKEN, TOKEN.partition(":")[2], WEBHOOK_SECRET} <= set(settings.secrets)
    assert PASSWORD not in repr(Settings(_env_file=None, database_url=DATABASE_URL.replace("%2F", "/")))


def test_a_token_in_a_file_would_be_found(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "a.log").write_text(f"GET /bot{TOKEN}/getMe")
    assert files_with(tmp_path, TOKEN)
