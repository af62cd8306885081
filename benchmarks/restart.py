"""How soon people are served again after a kill -9: `python -m benchmarks.restart`.

From the start of the new process to the first correct reply that a person has on their phone, less the time that
imports take: the processes are forked from one that has imported everything (tests/support/forker.py).
"""

import asyncio
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

from aiohttp import ClientSession

from tests.support.cast import Person
from tests.support.market import BUDI, SARI, open_market
from tests.support.processes import BotProcess, Forker
from tests.support.sandbox import Sandbox

BOT_ID = 8_900_000_601
KILLS = int(os.environ.get("KILLS", "20"))


async def first_reply(process: BotProcess, http: ClientSession, url: str, budi: Person) -> tuple[float, float]:
    """Kill it while somebody asks for a product; seconds until they see it, and until the bot first speaks."""
    before = max((int(message["message_id"]) for message in await budi.chat()), default=0)
    process.kill()
    await budi.writes("/start p1")
    began, began_at = time.perf_counter(), time.time()
    await asyncio.to_thread(process.start)
    await budi.sees("Keripik pisang", button="2", after=before)
    took = time.perf_counter() - began
    async with http.get(f"{url}/journal", params={"limit": 100_000, "bot": BOT_ID}) as answer:
        spoken = min(call["at"] for call in await answer.json() if call["at"] > began_at)
    return took, spoken - began_at


async def main(sandbox: Sandbox, forker: Forker, folder: Path) -> None:
    """Print the figures."""
    token = f"{BOT_ID}:BENCH-lapak-000000000000000000000"
    process = BotProcess(forker, folder / "data", BOT_TOKEN=token, API_URL=sandbox.url, LOG_LEVEL="WARNING")
    async with ClientSession() as http:
        off = {"overall_per_second": 0, "per_chat_per_second": 0}
        await http.post(f"{sandbox.url}/limits?bot={BOT_ID}", json=off)
        people = []
        for number, name in ((SARI, "Bu Sari"), (BUDI, "Pak Budi")):
            async with http.post(f"{sandbox.url}/people", json={"first_name": name, "id": number}) as answer:
                people.append(Person(http, sandbox.url, BOT_ID, await answer.json()))
        process.prepare(open_market)
        process.start()
        try:
            await people[1].starts()
            await people[1].sees("Halo")
            replies = []
            for kill in range(KILLS):
                print(f"\r{kill}/{KILLS}", end="", file=sys.stderr, flush=True)
                replies.append(await first_reply(process, http, sandbox.url, people[1]))
        finally:
            process.clean_up()
    print("\r" + " " * 20 + "\r", end="", file=sys.stderr)
    replied, spoken = zip(*replies, strict=True)
    median = statistics.median(replied)
    print(f"{KILLS} kills: the first reply after {median:.2f} s (median), {max(replied):.2f} s at most")
    print(f"           the first call of Telegram after {statistics.median(spoken):.2f} s; the rest is the reply's own")


if __name__ == "__main__":
    running, warm = Sandbox.start(), Forker().warm("tests.chaos.warmth")
    try:
        with tempfile.TemporaryDirectory(prefix="lapak-") as made:
            asyncio.run(main(running, warm, Path(made)))
    except KeyboardInterrupt:
        sys.exit(130)
    finally:
        warm.stop()
        running.stop()
