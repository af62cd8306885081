"""The budget of a process that is alone: what Telegram forbade it is known to the next one, too."""

import asyncio
import time

import structlog

from bot.pacing import Budget
from models.database import Database, DatabaseTrouble
from models.settings import get_setting, set_setting

log = structlog.get_logger()
NAME = "keep still"


class KeptBudget(Budget):
    """A `Budget` that writes down each 429: to whom nothing may go, until when, and for how long that was."""

    def __init__(self, database: Database) -> None:
        super().__init__()
        self.database = database
        self._writing: set[asyncio.Task[None]] = set()
        self._timers: list[asyncio.TimerHandle] = []

    async def recall(self) -> None:
        """See `Budget.recall`."""
        now = time.time()
        for whom, until, length in await self.database.read(get_setting, NAME, []):
            # The clock may have been put back since.
            left = max(0.0, min(until - now, length))
            self._pace.forbid(whom, left, self._now())
            self._keep_later(left)

    def halt(self, chat_id: int, seconds: float, cost: int = 1) -> None:
        """See `Budget.halt`."""
        super().halt(chat_id, seconds, cost)
        self._keep()
        self._keep_later(seconds)

    async def close(self) -> None:
        """See `Budget.close`."""
        for timer in self._timers:
            timer.cancel()
        await asyncio.gather(*self._writing)

    def _keep_later(self, seconds: float) -> None:
        """When it is over: whose chat it was is nobody's business any more."""
        self._timers.append(asyncio.get_running_loop().call_later(seconds + 0.1, self._keep))

    def _keep(self) -> None:
        self._timers = [timer for timer in self._timers if timer.when() > self._now()]
        writing = asyncio.create_task(self._write())
        self._writing.add(writing)
        writing.add_done_callback(self._writing.discard)

    async def _write(self) -> None:
        now = time.time()
        kept = [[whom, now + left, left] for whom, left in self._pace.forbidden(self._now())]
        try:
            await self.database.write(set_setting, NAME, kept)
        except DatabaseTrouble as trouble:
            log.warning("a 429 could not be written down", trouble=type(trouble).__name__)
