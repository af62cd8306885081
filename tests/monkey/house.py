"""The whole bot in one process: intake, worker and handlers, the ticker, and the delivery of notices."""

import json
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any, cast

from telegram import Message
from telegram.ext import ExtBot

from bot.clock import Ticker
from bot.delivery import Delivery
from models.database import Database
from models.notices import Notice
from shop.telling import Telling
from shop.views import PhotoView
from tests.forged.harness import BOT, MOMENT, Lab, Said, chat_of, message, message_ids, sender
from tests.forged.people import RINI
from tests.monkey.chats import Bubble, Chats, Post
from tests.support.cast import Json, StoppedClock

OPERATORS = frozenset({RINI})
Watch = Callable[[Notice, Bubble], None]


class WatchedDelivery(Delivery):
    """Lets somebody look at each notice when it has just been sent."""

    watch: Watch

    async def _send(self, notice: Notice, telling: Telling) -> tuple[Message, PhotoView | None]:
        sent, uploaded = await super()._send(notice, telling)
        self.watch(notice, self.bot.chats.bubbles[notice.person_id][sent.message_id])  # type: ignore[attr-defined]
        return sent, uploaded


class House:
    """A bot that can be stopped and started anew; people's phones and the clock go on meanwhile."""

    def __init__(self, folder: Path, watch: Watch, address: str | None = None) -> None:
        self.folder, self.watch, self.address = folder, watch, address
        self.chats, self.clock = Chats(), StoppedClock()
        self._running = AsyncExitStack()

    async def start(self) -> None:
        """From now on it answers."""
        database = Database(self.address) if self.address else None
        self.lab = Lab(self.folder, OPERATORS, database, self.chats, self.clock)
        await self._running.enter_async_context(self.lab.at_work())
        post = cast(ExtBot[Any], Post(self.chats))
        self.delivery = WatchedDelivery(post, self.lab.database, self.lab.parts.shelf, self.clock, OPERATORS)
        self.delivery.watch = self.watch
        self.ticker = Ticker(self.lab.database, self.clock, OPERATORS, None, 7, lambda: None)

    async def stop(self) -> None:
        """It answers nobody any more."""
        await self._running.aclose()

    async def starts_anew(self) -> None:
        """It was stopped, and starts again with what it has written down."""
        await self.stop()
        await self.start()

    async def hears(self, *updates: Json) -> list[Said]:
        """What people do, until it is answered and whoever it concerns has heard of it; the answers."""
        self.chats.shown.clear()
        said = await self.lab.hears(*updates)
        await self._deliver()
        return said

    async def waits(self, time: timedelta) -> None:
        """So much time passes at once, and what has become due is seen to."""
        self.chats.shown.clear()
        self.clock.moment += time
        await self.ticker.look()
        await self._deliver()

    async def _deliver(self) -> None:
        """One notice after the other, so that the same happens each time."""
        while due := await self.delivery._next():
            for notice in due:
                await self.delivery._deliver(notice)

    @asynccontextmanager
    async def what_if(self) -> AsyncIterator[None]:
        """What is done inside has not happened afterwards. On SQLite only."""
        self.lab.remember()
        kept, told = self.chats.keep(), list(self.chats.shown)
        try:
            yield
        finally:
            self.lab.back_to_the_beginning()
            self.chats.put_back(kept)
            self.chats.shown[:] = told

    # --- what people do, as updates -------------------------------------------------------------------------------

    def tap(self, person_id: int, message_id: int, data: str) -> tuple[str, Json]:
        """A tap on a button that stands, or once stood, under this message; its id, to count the answers by."""
        tap_id = str(next(message_ids))
        card = self._seen(person_id, message_id)
        body = {"id": tap_id, "from": sender(person_id), "message": card, "chat_instance": "1", "data": data}
        return tap_id, {"callback_query": body}

    def message(self, person_id: int, content: Json, reply_to: int | None = None) -> Json:
        """A message of this content, perhaps in reply to one of the bot's."""
        card: Json = {} if reply_to is None else {"reply_to_message": self._seen(person_id, reply_to)}
        return message(person_id, **content, **card)

    def _seen(self, person_id: int, message_id: int) -> Json:
        """A message of the bot's as the phone sends it along."""
        there = self.chats.bubbles[person_id][message_id]
        card: Json = {"message_id": message_id, "from": json.loads(BOT.model_dump_json(exclude_none=True))}
        card |= {"chat": chat_of(person_id), "date": MOMENT}
        card |= {"reply_markup": {"inline_keyboard": there.rows}} if there.rows else {}
        if there.photo is None:
            return card | {"text": there.text}
        size = {"file_id": there.photo, "file_unique_id": "u", "width": 320, "height": 240}
        return card | {"photo": [size], "caption": there.text}
