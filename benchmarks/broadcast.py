"""An announcement to 3,000 people in real time, beside the limit of 30 a second: `python -m benchmarks.broadcast`.

Takes 100 seconds, for that is the limit. PEOPLE=300 in the environment is a short run.
"""

import asyncio
import os
import sys
from pathlib import Path
from typing import Any

from aiohttp import ClientSession
from pydantic import SecretStr

from benchmarks.crowd import send_crowd
from benchmarks.sending import fullest_second, journal
from benchmarks.stage import run_on_stage
from bot.app import Lapak
from bot.pace import WINDOW
from bot.pacing import OVERALL
from bot.settings import Settings
from bot.times import Clock
from models.database import Session
from models.migrations import migrate
from shop.broadcasts import choose_audience, draft_broadcast, start_broadcast
from tests.support.market import NOW, add_person
from tests.support.sandbox import Sandbox

BOT_ID, OPERATOR, FIRST = 8_900_000_501, 700_900_003, 700_500_001
PEOPLE = int(os.environ.get("PEOPLE", "3000"))


async def open_chats(http: ClientSession, url: str, people: list[int]) -> int:
    """Everybody writes once, so that the bot may write to them; the id of the operator's message."""
    await send_crowd({"url": f"{url}/people", "body": {"id": one, "first_name": f"Warga {one}"}} for one in people)
    where = f"{url}/people/{{}}/messages?bot={BOT_ID}"
    await send_crowd({"url": where.format(one), "body": {"text": "/start"}} for one in people)
    async with http.post(where.format(OPERATOR), json={"text": "Besok ada pelatihan."}) as answer:
        return int((await answer.json())["messages"][0]["message_id"])


def announce(session: Session, people: list[int], message: int) -> None:
    """The announcement is ready; it goes out when the bot runs."""
    for one in people:
        add_person(session, one, f"Warga {one}")
    draft = draft_broadcast(session, OPERATOR, [message], NOW)
    choose_audience(session, OPERATOR, draft.id, "everybody")
    start_broadcast(session, OPERATOR, draft.id, message, NOW)


async def copies(http: ClientSession, url: str) -> list[dict[str, Any]]:
    """Every copy that Telegram took."""
    return [call async for call in journal(http, url) if call["method"] == "copymessage" and call["accepted"]]


async def main(sandbox: Sandbox, folder: Path) -> None:
    """Print the figures."""
    people = [OPERATOR, *range(FIRST, FIRST + PEOPLE)]
    token = f"{BOT_ID}:BENCH-lapak-000000000000000000000"
    settings = Settings(_env_file=None, bot_token=SecretStr(token), api_url=sandbox.url, data_dir=folder)
    async with ClientSession() as http:
        message = await open_chats(http, sandbox.url, people)
        await http.get(f"{sandbox.url}/bot{token}/deleteWebhook?drop_pending_updates=true")
        lapak = Lapak(settings, Clock())
        migrate(lapak.database.engine)
        await lapak.database.write(announce, people, message)
        async with lapak.running():
            while len(sent := await copies(http, sandbox.url)) < PEOPLE:
                print(f"\r{len(sent)}/{PEOPLE}", end="", file=sys.stderr, flush=True)
                await asyncio.sleep(2)
        async with http.get(f"{sandbox.url}/limits?bot={BOT_ID}") as answer:
            broken = (await answer.json())["counts"]
    moments = [call["at"] for call in sent]
    took, at_the_limit = max(moments) - min(moments), PEOPLE * WINDOW / OVERALL
    # The first 30 need no time at all: nothing can be faster than this.
    soonest = at_the_limit - WINDOW
    print("\r" + " " * 20 + "\r", end="", file=sys.stderr)
    print(
        f"{PEOPLE:,} copies in {took:.1f} s: {100 * (took / at_the_limit - 1):+.2f} % beside 30 a second,"
        f" {100 * (took / soonest - 1):+.2f} % beside the soonest that the limit allows"
    )
    print(f"{fullest_second(moments)} in the fullest second; limits that were broken: {broken or 'none'}; ", end="")
    print(f"people with two copies: {PEOPLE - len({call['chat_id'] for call in sent})}")


if __name__ == "__main__":
    run_on_stage(main)
