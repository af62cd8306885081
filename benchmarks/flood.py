"""How long others wait while one person sends a thousand updates a second: `python -m benchmarks.flood`.

Both halves run against one sandbox and one bot, so that their ratio holds whatever the machine does: first people who
open a product, then the same while somebody floods the bot. The flood is stored as the intake stores what Telegram
hands it, so that only the bot's own work is measured, and not that of a sandbox which lets a thousand be sent.
"""

import asyncio
import itertools
import statistics
import time
from pathlib import Path

from aiohttp import ClientSession
from pydantic import SecretStr
from sqlmodel import Session, func, select

from benchmarks.stage import run_on_stage
from bot.app import Lapak
from bot.intake import Intake
from bot.settings import Settings
from models.inbox import InboxRow
from tests.support.cast import Person, StoppedClock, Town
from tests.support.sandbox import Sandbox
from tests.support.scenes import sells, update_from

BOT_ID = 8_900_000_003
PEOPLE = 20
VISITS = 3
PER_SECOND, PER_BATCH = 1_000, 100
BATCHES = 50


async def visits(people: list[Person], link: str) -> list[float]:
    """Everybody opens the product in turn, some beside each other; seconds until each sees its card."""
    waits = []

    async def visit(person: Person) -> None:
        before = max((int(seen["message_id"]) for seen in await person.chat()), default=0)
        began = time.perf_counter()
        await person.writes(f"/start {link}")
        await person.sees("Mau berapa", after=before)
        waits.append(time.perf_counter() - began)

    for _ in range(VISITS):
        for start in range(0, len(people), 4):
            await asyncio.gather(*(visit(person) for person in people[start : start + 4]))
    return waits


async def flood(lapak: Lapak, person: Person) -> int:
    """A thousand updates a second are stored as they come from Telegram, a hundred at a time; how many in all."""
    intake = Intake(lapak.listener, lapak.database, lambda: None)
    numbers = itertools.count(1_900_000_000)
    began = time.perf_counter()
    for batch in range(1, BATCHES + 1):
        texts = (f"halo {number}" if number % 2 else "/bantuan" for number in range(PER_BATCH))
        await intake.store([{"update_id": next(numbers)} | update_from(person, text=text) for text in texts])
        await asyncio.sleep(max(0.0, began + batch * PER_BATCH / PER_SECOND - time.perf_counter()))
    return BATCHES * PER_BATCH


async def main(sandbox: Sandbox, folder: Path) -> None:
    """Print the figures."""
    async with ClientSession() as http:
        town = Town(http, sandbox.url, BOT_ID, StoppedClock())
        token = SecretStr(f"{BOT_ID}:BENCH-lapak-000000000000000000000")
        settings = Settings(_env_file=None, bot_token=token, api_url=sandbox.url, data_dir=folder)
        lapak = Lapak(settings, town.clock)
        async with lapak.running():
            town.lapak = lapak
            link = await sells(await town.person("Bu Sari"))
            people = [await town.person(f"Orang {number}") for number in range(PEOPLE)]
            bored = await town.person("Anak Bosan")
            await bored.starts()
            await visits(people, link)
            calm = await visits(people, link)
            flooding = asyncio.create_task(flood(lapak, bored))
            await asyncio.sleep(0.5)
            busy = await visits(people, link)
            sent = await flooding
            waiting = await lapak.database.read(_count_waiting)
            refused = [call for call in await town.calls() if call["status"] == 429]
            told = len([words for words in await bored.told() if words])
    for name, waits in (("calm", calm), ("flooded", busy)):
        p50, p95 = statistics.median(waits), statistics.quantiles(waits, n=20)[-1]
        print(f"{name:8} p50 {1000 * p50:6.0f} ms   p95 {1000 * p95:6.0f} ms")
    print(f"ratio    p50 {statistics.median(busy) / statistics.median(calm):6.2f}      ", end="")
    print(f"p95 {statistics.quantiles(busy, n=20)[-1] / statistics.quantiles(calm, n=20)[-1]:6.2f}")
    print(f"{sent} updates in {sent / PER_SECOND:.0f} s: {told} answers so far, {waiting} still waiting, ", end="")
    print(f"{len(refused)} times 429")


def _count_waiting(session: Session) -> int:
    return int(session.exec(select(func.count()).where(InboxRow.state == "waiting")).one())


if __name__ == "__main__":
    run_on_stage(main)
