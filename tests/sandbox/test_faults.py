"""Faults, limits, the journal, and memory."""

import asyncio
from pathlib import Path
from typing import Any

import aiohttp
import orjson
import pytest
from aiohttp import ClientSession

from tests.sandbox.conftest import Stage, inline
from tests.sandbox.test_files import fetched, picture
from tests.support.sandbox import Sandbox


async def last_call(stage: Stage) -> dict[str, Any]:
    """The journal's last entry for this bot."""
    entry: dict[str, Any] = (await stage.side("/journal"))[-1]
    return entry


async def texts(stage: Stage, person: int) -> list[str]:
    """What the bot wrote to a person."""
    chat = await stage.side(f"/people/{person}/chat")
    return [message["text"] for message in chat["messages"] if message["from"]["is_bot"]]


@pytest.mark.parametrize(
    ("kind", "code", "description"),
    [
        ("429", 429, "Too Many Requests: retry after 2"),
        ("500", 500, "Internal Server Error"),
        ("403", 403, "Forbidden: bot was blocked by the user"),
        ("400", 400, "Bad Request: chat not found"),
    ],
)
async def test_refusals_on_order_strike_once(stage: Stage, kind: str, code: int, description: str) -> None:
    person = await stage.person()
    await stage.side("/faults", {"kind": kind, "method": "send*", "chat_id": person, "retry_after": 2})
    answer = await stage.raw("sendMessage", chat_id=person, text="a")
    assert (answer["error_code"], answer["description"]) == (code, description)
    assert (await last_call(stage))["accepted"] is False
    assert (await stage.ok("sendMessage", chat_id=person, text="b"))["text"] == "b"
    assert await texts(stage, person) == ["b"]


@pytest.mark.parametrize(
    ("kind", "accepted"),
    [("hang_before", False), ("hang_after", True), ("reset", False), ("truncated", True)],
)
async def test_lost_answers(stage: Stage, kind: str, accepted: bool) -> None:
    person = await stage.person()
    await stage.side("/faults", {"kind": kind, "chat_id": person})
    url = f"{stage.sandbox.url}/bot{stage.token}/sendMessage"
    async with ClientSession(timeout=aiohttp.ClientTimeout(0.5)) as http:
        with pytest.raises((aiohttp.ClientError, TimeoutError)):
            await (await http.post(url, json={"chat_id": person, "text": "a"})).read()
    assert await texts(stage, person) == (["a"] if accepted else [])
    assert (await last_call(stage))["accepted"] is accepted


async def test_a_bad_gateway_is_no_json(stage: Stage) -> None:
    person = await stage.person()
    await stage.side("/faults", {"kind": "502"})
    url = f"{stage.sandbox.url}/bot{stage.token}/sendMessage"
    async with stage.http.post(url, json={"chat_id": person, "text": "a"}) as response:
        assert (response.status, (await response.read())[:6]) == (502, b"<html>")


async def test_slow_is_slow_and_done(stage: Stage) -> None:
    person = await stage.person()
    await stage.side("/faults", {"kind": "slow", "seconds": 0.3})
    sending = asyncio.create_task(stage.ok("sendMessage", chat_id=person, text="a"))
    await asyncio.sleep(0.1)
    assert await texts(stage, person) == []
    await sending
    assert await texts(stage, person) == ["a"]


async def test_every_third_until_ended(stage: Stage) -> None:
    person = await stage.person()
    await stage.side("/faults", {"kind": "500", "every": 3})
    oks = [(await stage.raw("sendMessage", chat_id=person, text="a"))["ok"] for _ in range(6)]
    assert oks == [True, True, False] * 2
    await stage.side("/faults", verb="DELETE")
    assert [(await stage.raw("sendMessage", chat_id=person, text="a"))["ok"] for _ in range(3)] == [True] * 3


async def test_the_journal_tells_all_in_order(stage: Stage) -> None:
    person = await stage.person()
    await stage.ok("sendMessage", chat_id=person, text="a")
    await stage.error("sendMessage", chat_id=person, text="")
    *_, good, bad = await stage.side("/journal")
    assert (good["method"], good["chat_id"], good["accepted"], good["params"]["text"]) == (
        "sendmessage", person, True, "a",
    )  # fmt: skip
    assert (bad["accepted"], bad["status"], bad["error"]) == (False, 400, "Bad Request: message text is empty")
    assert good["n"] < bad["n"]
    assert (await stage.side("/journal", after=good["n"]))[0]["n"] == bad["n"]
    assert stage.token not in str(await stage.side("/journal"))


async def test_one_chat_has_a_short_burst(stage: Stage) -> None:
    person = await stage.person()
    await stage.side("/limits", {"enforce": True, "per_chat_per_second": 0.5})
    oks = [(await stage.raw("sendMessage", chat_id=person, text="a"))["ok"] for _ in range(6)]
    assert oks == [True] * 5 + [False]
    url = f"{stage.sandbox.url}/bot{stage.token}/sendMessage"
    async with stage.http.post(url, json={"chat_id": person, "text": "a"}) as response:
        answer = await response.json()
        assert (response.status, response.headers["Retry-After"]) == (429, "2")
        assert answer["parameters"] == {"retry_after": 2}
    report = await stage.side("/limits")
    assert report["counts"] == {"per_chat_per_second": 1, "inside_retry_after": 1}
    assert report["violations"][0]["chat_id"] == person


async def test_thirty_a_second_over_all(stage: Stage) -> None:
    people = [await stage.person() for _ in range(7)]
    await stage.side("/limits", {"enforce": True, "per_chat_per_second": 0})
    calls = [stage.raw("sendMessage", chat_id=people[number % 7], text="a") for number in range(33)]
    answers = await asyncio.gather(*calls)
    assert sum(answer["ok"] for answer in answers) == 30
    report = await stage.side("/limits")
    assert report["counts"]["overall_per_second"] == 1
    assert report["counts"]["inside_retry_after"] == 2
    assert report["highest"]["overall_per_second"] == 30


async def test_edits_and_answers_are_no_messages(stage: Stage) -> None:
    person = await stage.person()
    await stage.side("/limits", {"enforce": True})
    message = await stage.ok("sendMessage", chat_id=person, text="a")
    for number in range(8):
        await stage.ok("editMessageText", chat_id=person, message_id=message["message_id"], text=str(number))
    assert (await stage.side("/limits"))["highest"]["overall_per_second"] == 1


async def test_limits_that_only_watch(stage: Stage) -> None:
    person = await stage.person()
    group = (await stage.side("/groups", {"title": "Pasar", "members": [person]}))["id"]
    for _ in range(22):
        await stage.ok("sendMessage", chat_id=group, text="a")
    report = await stage.side("/limits")
    assert report["counts"]["group_per_minute"] == 2
    assert report["highest"]["group_per_minute"] == 22


async def test_a_kill_loses_nothing_that_was_told(tmp_path: Path, http: ClientSession) -> None:
    state, journal = tmp_path / "state", tmp_path / "journal"
    first = Sandbox.start(state=state, journal=journal)
    try:
        stage = Stage(first, http)
        person = await stage.person()
        [update] = await stage.updates()
        await stage.ok("setMyCommands", commands=[{"command": "stok", "description": "Stok"}])
        photo = (await stage.upload("sendPhoto", {"photo": picture(200, 100)}, chat_id=str(person)))["result"]
        asked = await stage.ok("sendMessage", chat_id=person, text="b", reply_markup=inline("x"))
        said = await stage.say(person, "belum dibaca")
        before = await stage.side(f"/people/{person}/chat")
    finally:
        first.kill()
    second = Sandbox.start(state=state, journal=journal)
    try:
        stage.sandbox = second
        assert await stage.side(f"/people/{person}/chat") == before
        [again] = await stage.ok("getUpdates")
        assert (again["update_id"], again["message"]) == (update["update_id"] + 1, said)
        assert len(await fetched(stage, photo["photo"][-1]["file_id"])) == photo["photo"][-1]["file_size"]
        assert (await stage.ok("getMyCommands"))[0]["command"] == "stok"
        here = {"chat_id": person, "message_id": asked["message_id"]}
        assert (await stage.ok("editMessageText", **here, text="c"))["text"] == "c"
        assert (await stage.say(person, "baru"))["message_id"] == said["message_id"] + 1
    finally:
        second.stop()
    lines = [orjson.loads(line) for line in journal.read_bytes().splitlines()]
    assert [line["method"] for line in lines if line["method"].startswith("send")] == ["sendphoto", "sendmessage"]
    assert stage.token.encode() not in state.read_bytes() + journal.read_bytes()
