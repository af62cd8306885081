"""Whether memory grows with people and updates: `python -m benchmarks.memory`.

200,000 updates (UPDATES in the environment) of 50,000 people, four each, go through intake, worker and handlers:
everybody opens a link, taps a count, orders, and writes something. Telegram answers by itself, without a network.
"""

import asyncio
import itertools
import os
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import psutil  # type: ignore[import-untyped] # it ships none
from sqlmodel import Session, select

from bot.logs import set_up_logs
from bot.pacing import Budget, ReplyPacing
from handlers.taps import Buy
from models.database import Database, sqlite_address
from models.inbox import InboxRow
from models.migrations import migrate
from tests.forged.harness import Lab, Said, message, tap
from tests.support.cast import Json
from tests.support.market import open_market

UPDATES = int(os.environ.get("UPDATES", "200000"))
EACH, BATCH, FIRST = 4, 100, 700_600_001
# The first tenth fills what is filled once: caches, pools, the allocator's own.
WARM = UPDATES // 10
MEBIBYTE = 2**20


class Forgetful(list[Said]):
    """What Telegram was told is not kept."""

    def append(self, _: Said) -> None:
        """Forget it."""


def actions() -> Iterator[Json]:
    """What people do, each four things, somebody new every time."""
    for person in itertools.count(FIRST):
        card = person  # the message that they tap on
        yield message(person, text="/start p1")
        yield tap(person, Buy(do="count", product_id=1, quantity=1).pack(), message_id=card)
        yield tap(person, Buy(do="order", product_id=1, quantity=1, stamp=person).pack(), message_id=card)
        yield message(person, text=f"halo {person}")


def mebibytes() -> float:
    """How much memory this process holds."""
    return float(psutil.Process().memory_info().rss) / MEBIBYTE


async def feed(lab: Lab, updates: Iterator[tuple[int, Json]]) -> None:
    """Store these updates as they come from Telegram, and wait until they are worked off."""
    while batch := [{"update_id": number} | update for number, update in itertools.islice(updates, BATCH)]:
        await lab.intake.store(batch)
        while await lab.database.read(_some_wait):  # noqa: ASYNC110 # what is waited for is in the database
            await asyncio.sleep(0.002)
        done = batch[-1]["update_id"]
        if done % 1_000 == 0:
            print(f"\r{done:,}/{UPDATES:,}  {mebibytes():.0f} MiB", end="", file=sys.stderr, flush=True)


def _some_wait(session: Session) -> bool:
    return session.exec(select(InboxRow.id).where(InboxRow.state == "waiting").limit(1)).first() is not None


async def main(folder: Path) -> None:
    """Print the figures."""
    database = Database(sqlite_address(folder / "lapak.db"))
    migrate(database.engine)
    database.write_now(open_market, UPDATES)
    lab = Lab(folder, frozenset(), database)
    lab.telegram.said = Forgetful()
    lab.telegram.middleware(ReplyPacing(Budget(overall=0, chat_pace=0.0, group_most=0)))
    numbered = enumerate(actions(), start=1)
    async with lab.at_work():
        await feed(lab, itertools.islice(numbered, WARM))
        before, began = mebibytes(), time.perf_counter()
        await feed(lab, itertools.islice(numbered, UPDATES - WARM))
        after, took = mebibytes(), time.perf_counter() - began
        orders = lab.raw.execute("SELECT count(*) FROM orders").fetchone()[0]
        broken = len(lab.set_aside())
    print("\r" + " " * 40 + "\r", end="", file=sys.stderr)
    print(f"{UPDATES:,} updates of {UPDATES // EACH:,} people, {orders:,} orders, {broken} set aside, ", end="")
    print(f"{(UPDATES - WARM) / took:.0f} a second")
    print(f"{before:.1f} MiB after {WARM:,} updates, {after:.1f} MiB at the end: {after - before:+.1f} MiB")


if __name__ == "__main__":
    set_up_logs("WARNING", [])
    with tempfile.TemporaryDirectory(prefix="lapak-") as made:
        asyncio.run(main(Path(made)))
