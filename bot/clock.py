"""APScheduler as our ticker: it says when to look, the database says what is due, so nothing is lost with a process.

A cron trigger for each time zone for mornings, one for the nightly copy; and we look every few seconds, however the
machine's clock jumps. A tick that comes late, or twice, does no harm.
"""

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.cron import CronTrigger
from apscheduler.triggers.date import DateTrigger

from bot.copies import copied_since, keep_copies
from bot.photoshelf import PhotoShelf
from bot.times import Clock
from models.database import Database, DatabaseTrouble
from models.effects import forget_effects
from models.forgetting import noted_photos
from models.inbox import forget_rows
from models.leases import Overtaken
from models.settings import set_setting
from shop.reminders import BATCH, Seen, look_after_absence, note_look, see_to_due
from shop.rules import ZONES

log = structlog.get_logger()
LADDER_EVERY_SECONDS = 15
NOTE_EVERY = timedelta(minutes=5)
COPY_HOUR = 2
CATCH_UP_AFTER = timedelta(minutes=10)
FORGET_AFTER = timedelta(days=7)
DAY = timedelta(days=1)


class Ticker:
    """Looks for what is due: at mornings, every few seconds, and whenever the demo's clock is moved."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        operators: frozenset[int],
        copies_in: Path | None,
        copies_kept: int,
        told: Callable[[], None],
    ) -> None:
        # Nobody waits for what we do here, and a hundred orders that lapse together take a while.
        self.database, self.clock, self.operators, self.told = database.at_leisure, clock, operators, told
        self.copies_in, self.copies_kept = copies_in, copies_kept
        self.shelf: PhotoShelf | None = None
        self._looking, self._copying = asyncio.Lock(), asyncio.Lock()
        self._noted: datetime | None = None

    async def run(self) -> None:
        """Tick until cancelled; what became due while we were away is seen to at once."""
        scheduler = AsyncIOScheduler(job_defaults={"coalesce": True, "misfire_grace_time": None})
        for zone in ZONES.values():
            scheduler.add_job(self.look, CronTrigger(minute="0", timezone=zone), id=f"mornings in {zone}")
        night = CronTrigger(hour=COPY_HOUR, minute=10, timezone=ZONES["WIB"])
        scheduler.add_job(self.nightly, night, id="nightly")
        soon = DateTrigger(Clock().now() + CATCH_UP_AFTER)
        scheduler.add_job(self.catch_up, soon, id="a night that was slept through")
        scheduler.start()
        self._noted = None
        try:
            before = Clock().now()
            while True:
                await self.look()
                await asyncio.sleep(LADDER_EVERY_SECONDS)
                now = Clock().now()
                if now < before:
                    _begin_anew(scheduler)
                before = now
        finally:
            scheduler.shutdown(wait=False)

    async def look(self) -> None:
        """See to everything that is due now."""
        async with self._looking:
            try:
                await self._note()
                while (await self._see_to_some()).count == BATCH:
                    self.told()
            except DatabaseTrouble:
                log.exception("what is due can't be looked up for now")
            except Overtaken:
                log.info("another process looks after what is due")
            self.told()

    async def _note(self) -> None:
        """That we are here; the first time we may have been away, and a clock that was put back was wrong before."""
        now = self.clock.now()
        if self._noted is None or abs(now - self._noted) >= NOTE_EVERY:
            anew = self._noted is None or now < self._noted
            await self.database.write(look_after_absence if anew else note_look, now)
            self._noted = now

    async def _see_to_some(self) -> Seen:
        seen = await self.database.write(see_to_due, self.clock.now(), self.operators)
        if seen.broken:
            log.error("reminders that can't be seen to", broken=seen.broken)
        return seen

    async def nightly(self) -> None:
        """Forgetting of updates and taps that nobody repeats; then a copy; then of photos that nobody knows."""
        await self.database.write(forget_rows, Clock().now() - FORGET_AFTER)
        await self.database.write(forget_effects, self.clock.now() - FORGET_AFTER)
        if not await self.database.sweep(thoroughly=True):
            log.warning("the database is in use: what was deleted is overwritten another night")
        if self.copies_in is not None:
            async with self._copying:
                await asyncio.to_thread(keep_copies, self.database, self.copies_in, self.clock.now(), self.copies_kept)
            log.info("copied", folder=str(self.copies_in))
        if self.shelf is not None:
            # A photo may lie here a moment before its product is written down: only old ones go.
            before = Clock().now() - DAY
            known = await self.database.read(noted_photos)
            await asyncio.to_thread(self.shelf.drop_halves, before)
            await self.shelf.drop(await asyncio.to_thread(self.shelf.left_behind, known, before))

    async def catch_up(self) -> None:
        """Where the machine is off at night, its work is done in the day."""
        if self.copies_in is None or not copied_since(self.copies_in, Clock().now() - DAY):
            await self.nightly()

    async def move(self, clock: Clock) -> None:
        """The demo's clock was moved: keep that, and look at once."""
        await self.database.write(set_setting, "clock offset", clock.offset.total_seconds())
        await self.look()


def _begin_anew(scheduler: AsyncIOScheduler) -> None:
    """The machine's clock was put back; APScheduler would sleep until it has caught up."""
    log.warning("the clock was put back")
    for job in scheduler.get_jobs():
        job.reschedule(job.trigger)
