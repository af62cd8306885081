"""The machine's clock jumps by a day and back: nothing is told twice, and nothing is skipped."""

import asyncio
import itertools
from datetime import UTC, datetime, timedelta, tzinfo
from pathlib import Path
from typing import Any

import pytest
from apscheduler.schedulers.asyncio import AsyncIOScheduler

import bot.clock
from bot.clock import Ticker
from bot.times import Clock
from models.database import Database, Session, sqlite_address
from models.migrations import migrate
from shop.notices import tell
from tests.support.cast import Person, Town
from tests.support.scenes import lapak, newest, sells

DAY = timedelta(days=1)


async def morning_questions(seller: Person) -> int:
    """How often the seller was asked about what is low in the morning."""
    return sum("Selamat pagi" in words for words in await seller.told())


async def jump(town: Town, by: timedelta) -> None:
    """The clock jumps; the bot looks at what is due by it."""
    town.clock.moment += by
    await lapak(town).ticker.look()
    lapak(town).delivery.ring()
    await asyncio.sleep(0.2)


@pytest.mark.parametrize("first", [DAY, -DAY], ids=["forward and back", "back and forward"])
async def test_a_morning_is_told_once(town: Town, bu_sari: Person, first: timedelta) -> None:
    await bu_sari.starts()
    await sells(bu_sari, "Keripik pisang 15rb stok 2")
    await jump(town, first)
    await jump(town, -first)
    await jump(town, first)
    await jump(town, -first)
    await town.later(hours=21, minutes=5)  # Sunday, past seven
    await bu_sari.sees("Selamat pagi")
    assert await morning_questions(bu_sari) == 1
    before = await newest(bu_sari)
    await town.later(days=1)
    await bu_sari.sees("Selamat pagi", after=before)
    assert await morning_questions(bu_sari) == 2


async def test_news_from_a_wrong_tomorrow_is_told_today_once_and_in_order(town: Town, bu_sari: Person) -> None:
    await bu_sari.starts()
    right, wrong = town.clock.now(), town.clock.now() + DAY

    def news(session: Session) -> None:
        for number, moment in ((601, wrong), (602, wrong), (603, right)):
            tell(session, bu_sari.id, "undelivered", moment, failed_lane="orders", failed_person=number)

    await lapak(town).database.write(news)
    await bu_sari.sees("nomor 603")
    await town.later(days=1)
    await bu_sari.sees_nothing_new(await newest(bu_sari))
    told = [words.split("nomor ")[1][:3] for words in await bu_sari.told() if "nomor 60" in words]
    assert told == ["601", "602", "603"]


class WrongClock(datetime):
    """The machine's clock, `off` by a while."""

    off = timedelta(0)

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override] # a plain datetime is enough
        """What this clock shows."""
        return datetime.now(tz) + cls.off


async def test_it_looks_and_copies_on_though_the_clock_was_put_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A timer that is set by the clock would sleep for a day."""
    for module in ("bot.times", "apscheduler.schedulers.base"):
        monkeypatch.setattr(f"{module}.datetime", WrongClock)
    monkeypatch.setattr(bot.clock, "LADDER_EVERY_SECONDS", 0.05)
    schedulers: list[AsyncIOScheduler] = []

    def noted(**settings: Any) -> AsyncIOScheduler:
        schedulers.append(AsyncIOScheduler(**settings))
        return schedulers[-1]

    monkeypatch.setattr(bot.clock, "AsyncIOScheduler", noted)
    database, looks = Database(sqlite_address(tmp_path / "lapak.db")), itertools.count()
    migrate(database.engine)
    ticker = Ticker(database, Clock(), frozenset(), None, 1, lambda: (next(looks), None)[1])
    running = asyncio.create_task(ticker.run())
    await asyncio.sleep(0.3)
    monkeypatch.setattr(WrongClock, "off", -2 * DAY)
    seen = next(looks)
    await asyncio.sleep(0.4)
    assert next(looks) > seen + 3
    assert schedulers[0].get_job("nightly").next_run_time - WrongClock.now(UTC) < DAY
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
    database.close()
