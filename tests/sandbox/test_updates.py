"""Long polling and webhooks: nothing is lost, nothing comes out of order."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiohttp import web

from tests.sandbox.conftest import Json, Stage, inline


async def test_an_offset_confirms_what_is_below_it(stage: Stage) -> None:
    person = await stage.person()
    for text in "abc":
        await stage.say(person, text)
    updates = await stage.ok("getUpdates")
    ids = [update["update_id"] for update in updates]
    assert ids == list(range(ids[0], ids[0] + 4))
    assert await stage.ok("getUpdates", limit=2) == updates[:2]
    assert await stage.ok("getUpdates", offset=ids[2]) == updates[2:]
    assert await stage.ok("getUpdates") == updates[2:]
    assert await stage.ok("getUpdates", offset=ids[3] + 100) == updates[2:]  # far ahead: ignored
    assert await stage.ok("getUpdates", offset=-1) == updates[3:]
    assert await stage.ok("getUpdates", offset=ids[3] + 1) == []


async def test_a_poll_waits(stage: Stage) -> None:
    person = await stage.person()
    await stage.updates()
    poll = asyncio.create_task(stage.ok("getUpdates", timeout=10))
    await asyncio.sleep(0.05)
    assert not poll.done()
    await stage.say(person, "halo")
    assert [update["message"]["text"] for update in await poll] == ["halo"]


async def test_a_newer_poll_ends_the_older(stage: Stage) -> None:
    older = asyncio.create_task(stage.error("getUpdates", timeout=10))
    await asyncio.sleep(0.05)
    newer = asyncio.create_task(stage.error("getUpdates", timeout=10))
    conflict = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
    assert await older == conflict
    await stage.ok("setWebhook", url="http://127.0.0.1:9/nobody")
    assert await newer == "Conflict: terminated by setWebhook request"
    refused = await stage.error("getUpdates")
    assert refused.startswith("Conflict: can't use getUpdates method while webhook is active")
    await stage.ok("deleteWebhook")


async def test_unwanted_kinds_are_never_made(stage: Stage) -> None:
    person = await stage.person()
    await stage.ok("getUpdates", allowed_updates=["callback_query", "nonsense"])
    await stage.updates()
    await stage.say(person, "halo")
    await stage.ok("getUpdates", allowed_updates=["message"])
    assert await stage.updates() == []
    await stage.say(person, "lagi")
    assert len(await stage.updates()) == 1


@asynccontextmanager
async def receiver(answers: list[web.Response]) -> AsyncIterator[tuple[str, list[tuple[Json, str]]]]:
    """A webhook that gives these answers, then 200; its address and what it got."""
    got: list[tuple[Json, str]] = []

    async def take(request: web.Request) -> web.Response:
        got.append((await request.json(), request.headers.get("X-Telegram-Bot-Api-Secret-Token", "")))
        return answers.pop(0) if answers else web.Response()

    app = web.Application()
    app.router.add_post("/hook", take)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        yield f"http://127.0.0.1:{runner.addresses[0][1]}/hook", got
    finally:
        await runner.cleanup()


async def until(done: int, got: list[tuple[Json, str]]) -> None:
    """Return when so many updates have come; at most 5 seconds."""
    for _ in range(500):
        if len(got) >= done:
            return
        await asyncio.sleep(0.01)
    raise AssertionError(f"only {len(got)} of {done} came")


async def test_a_webhook_is_retried_and_serial_in_a_chat(stage: Stage) -> None:
    person = await stage.person()
    await stage.updates()
    async with receiver([web.Response(status=500)]) as (url, got):
        await stage.ok("setWebhook", url=url, secret_token="rahasia")
        for text in ("satu", "dua", "tiga"):
            await stage.say(person, text)
        await until(4, got)
        assert [update["message"]["text"] for update, _ in got] == ["satu", "satu", "dua", "tiga"]
        assert got[0][0]["update_id"] == got[1][0]["update_id"]
        assert {secret for _, secret in got} == {"rahasia"}
        await asyncio.sleep(0.05)
        info = await stage.ok("getWebhookInfo")
        assert (info["url"], info["pending_update_count"]) == (url, 0)
        assert info["last_error_message"] == "Wrong response from the webhook: 500 Internal Server Error"
        await stage.ok("deleteWebhook")


async def test_other_chats_do_not_wait_for_a_stuck_one(stage: Stage) -> None:
    stuck, other = await stage.person(), await stage.person()
    await stage.updates()
    refusals = [web.Response(status=503, headers={"Retry-After": "60"})]
    async with receiver(refusals) as (url, got):
        await stage.ok("setWebhook", url=url)
        await stage.say(stuck, "macet")
        await until(1, got)
        await stage.say(stuck, "menunggu")
        await stage.say(other, "lewat")
        await until(2, got)
        assert [update["message"]["text"] for update, _ in got] == ["macet", "lewat"]
        await stage.ok("deleteWebhook")
    assert [update["message"]["text"] for update in await stage.updates()] == ["macet", "menunggu"]


async def test_a_method_in_a_webhooks_answer_is_carried_out(stage: Stage) -> None:
    person = await stage.person()
    await stage.updates()
    reply = web.json_response(
        {"method": "sendMessage", "chat_id": person, "text": "balas", "reply_markup": inline("x")}
    )
    async with receiver([reply]) as (url, got):
        await stage.ok("setWebhook", url=url)
        seen = await stage.side(f"/people/{person}/chat")
        await stage.say(person, "halo")
        await until(1, got)
        changed = await stage.side(f"/people/{person}/chat", after=seen["seq"] + 1, wait=5)
        assert [message["text"] for message in changed["messages"]] == ["balas"]
        await stage.ok("deleteWebhook")
