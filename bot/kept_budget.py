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

    async def recall(self) -> None:
        """See `Budget.recall`."""
        now = time.time()
        for whom, until, length in await self.database.read(get_setting, NAME, []):
            # The clock may have been put back since.
            self._pace.forbid(whom, min(until - now, length), self._now())

    def halt(self, chat_id: int, seconds: float) -> None:
        """See `Budget.halt`."""
        super().halt(chat_id, seconds)
        writing = asyncio.create_task(self._write())
        self._writing.add(writing)
        writing.add_done_callback(self._writing.discard)

    async def close(self) -> None:
        """See `Budget.close`."""
        await asyncio.gather(*self._writing)

    async def _write(self) -> None:
        now = time.time()
        kept = [[whom, now + left, left] for whom, left in self._pace.forbidden(self._now())]
        try:
            await self.database.write(set_setting, NAME, kept)
        except DatabaseTrouble as trouble:
            log.warning("a 429 could not be written down", trouble=type(trouble).__name__)
