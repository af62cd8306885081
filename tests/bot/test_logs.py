"""The token opens everything; it never reaches a log, whatever goes wrong."""

import asyncio

import pytest

from bot.logs import HIDDEN, Redact
from tests.bot.conftest import Stage, token_of
from tests.bot.test_restarts import is_about_to_order, open_shop

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
