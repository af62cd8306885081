"""What a message costs by either library, and how many leave in the fullest second: `python -m benchmarks.sending`.

Both libraries send to the sandbox in one run, so that their ratio holds whatever the machine does. CPU is this
process's own; the sandbox is another one.
"""

import asyncio
import resource
import sys
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiohttp import ClientSession
from telegram.ext import ExtBot

from bot.pace import Lane
from bot.pacing import Budget, NoticePacing
from bot.telegram_request import AiohttpRequest
from tests.support.sandbox import Sandbox

TOKEN = "8900000001:BENCH-lapak-000000000000000000000"  # noqa: S105 # opens nothing but the sandbox
MESSAGES = 600
IN_FLIGHT = 8
PEOPLE = 90


def cpu() -> float:
    """Seconds of CPU that this process has used."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


async def in_flight(send: Callable[[int], Awaitable[object]], count: int, workers: int = IN_FLIGHT) -> None:
    """Call `send(n)` for n below `count`, at most `workers` at once."""
    numbers = iter(range(count))

    async def work() -> None:
        for number in numbers:
            await send(number)
            if number % 50 == 0:
                print(f"\r{number}/{count}", end="", file=sys.stderr, flush=True)

    await asyncio.gather(*(work() for _ in range(workers)))
    print("\r" + " " * 20 + "\r", end="", file=sys.stderr)


async def cost(send: Callable[[int], Awaitable[object]]) -> tuple[float, float]:
    """Milliseconds of CPU and of time per message."""
    await in_flight(send, 50)
    cpu_before, began = cpu(), time.perf_counter()
    await in_flight(send, MESSAGES)
    spent, took = cpu() - cpu_before, time.perf_counter() - began
    return 1000 * spent / MESSAGES, 1000 * took / MESSAGES


async def main(sandbox: Sandbox) -> None:
    """Print the figures."""
    async with ClientSession() as http:
        people = []
        for number in range(PEOPLE):
            person = await (await http.post(f"{sandbox.url}/people", json={"first_name": f"Orang {number}"})).json()
            people.append(person["id"])
            where = f"{sandbox.url}/people/{person['id']}/messages?bot={TOKEN.split(':')[0]}"
            await http.post(where, json={"text": "/start"})
        off = {"overall_per_second": 0, "per_chat_per_second": 0}
        await http.post(f"{sandbox.url}/limits", json=off)

        def somebody(number: int) -> int:
            return int(people[number % PEOPLE])

        session = AiohttpSession(api=TelegramAPIServer.from_base(sandbox.url))
        listener, request = Bot(TOKEN, session=session), AiohttpRequest(session.create_session)
        base = f"{sandbox.url}/bot"
        plain: ExtBot[None] = ExtBot(TOKEN, base_url=base, request=request)
        async with plain:
            talking = await cost(lambda number: listener.send_message(somebody(number), "halo"))
            delivering = await cost(lambda number: plain.send_message(somebody(number), "halo"))
        print(f"aiogram              {talking[0]:6.2f} ms CPU a message, {talking[1]:6.2f} ms in all")
        print(f"python-telegram-bot  {delivering[0]:6.2f} ms CPU a message, {delivering[1]:6.2f} ms in all")
        print(f"ratio                {delivering[0] / talking[0]:6.2f}")

        await http.post(f"{sandbox.url}/limits", json={"overall_per_second": 30, "enforce": False})
        paced = ExtBot(TOKEN, base_url=base, request=request, rate_limiter=NoticePacing(Budget()))
        async with paced:
            began = time.perf_counter()
            await in_flight(lambda n: paced.send_message(somebody(n), "halo", rate_limit_args=Lane.ORDERS), 300, 40)
            rate = 300 / (time.perf_counter() - began)
        arrived = [row["at"] async for row in journal(http, sandbox.url) if row["method"] == "sendmessage"][-300:]
        await listener.session.close()
    print(f"paced                {rate:6.2f} messages a second, {fullest_second(arrived)} in the fullest second")


async def journal(http: ClientSession, url: str) -> AsyncIterator[dict[str, Any]]:
    """Every call of the bots, in order."""
    after = 0
    while rows := await (await http.get(f"{url}/journal", params={"after": after, "limit": 1000})).json():
        for row in rows:
            yield row
        after = rows[-1]["n"]


def fullest_second(moments: list[float]) -> int:
    """The most messages that arrived in any sliding second; `moments` in seconds."""
    moments = sorted(moments)
    return max(sum(1 for other in moments if moment <= other < moment + 1) for moment in moments)


if __name__ == "__main__":
    running = Sandbox.start()
    try:
        asyncio.run(main(running))
    finally:
        running.stop()
