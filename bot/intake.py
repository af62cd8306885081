"""Updates come in here: stored in the inbox, and only then confirmed to Telegram. By long polling; see webhook.py."""

import asyncio
from collections.abc import Callable
from typing import Any

import structlog
from aiogram import Bot
from aiogram.exceptions import TelegramAPIError
from aiogram.methods import TelegramMethod

from bot.updates import row_of
from models.database import Database
from models.inbox import store_updates
from models.leases import Overtaken

log = structlog.get_logger()
WANTED = ["message", "callback_query", "my_chat_member"]
POLL_SECONDS = 30
PAUSE_SECONDS = 2.0


class RawUpdates(TelegramMethod[list[dict[str, Any]]]):
    """getUpdates without building objects."""

    __returning__ = list[dict[str, Any]]
    __api_method__ = "getUpdates"

    offset: int | None = None
    limit: int = 100
    timeout: int = POLL_SECONDS
    allowed_updates: list[str] = WANTED


class Intake:
    """Fetches updates and stores them. The next fetch confirms what was stored, and nothing else does."""

    def __init__(self, bot: Bot, database: Database, arrived: Callable[[], None]) -> None:
        self.bot, self.database, self.arrived = bot, database, arrived

    async def run(self) -> None:
        """Poll until cancelled; trouble is waited out."""
        offset: int | None = None
        webhook_is_off = False
        while True:
            try:
                if not webhook_is_off:
                    webhook_is_off = await self.bot.delete_webhook()
                updates = await self.bot(RawUpdates(offset=offset), request_timeout=POLL_SECONDS + 15)
                if updates:
                    await self.store(updates)
                    offset = max(int(update["update_id"]) for update in updates) + 1
            except TelegramAPIError as trouble:
                log.warning("no updates for now", trouble=type(trouble).__name__)
                await asyncio.sleep(PAUSE_SECONDS)
            except Overtaken:
                raise
            except Exception:
                # A database that cannot store must not lose what Telegram still holds: ask for the same again.
                log.exception("updates could not be stored")
                await asyncio.sleep(PAUSE_SECONDS)

    async def store(self, updates: list[dict[str, Any]]) -> None:
        """Put updates into the inbox in one transaction, and ring."""
        await self.database.write(store_updates, [row_of(update) for update in updates])
        self.arrived()
