"""The inbox is worked off: chats beside each other, each chat in its own order, the end of turns written together."""

import asyncio
import time
from collections.abc import Callable
from datetime import datetime, timedelta

import structlog
from aiogram.exceptions import TelegramForbiddenError, TelegramNetworkError, TelegramServerError
from aiogram.types import Update
from aiohttp import ClientError
from pydantic import ValidationError

from bot.ending import brought_to_an_end
from bot.errors import apologise, refuse_kindly
from bot.speaking import Say
from bot.times import Clock
from bot.turns import Loaded, Parts, Turn
from locales import words_in
from models.database import DatabaseAway, DatabaseTrouble, Session
from models.inbox import mark_rows, next_rows
from models.people import mark_refused
from shop.errors import ShopError
from shop.people import meet
from shop.views import PersonView

log = structlog.get_logger()

TURNS_AT_ONCE = 32
ALBUM_QUIET = timedelta(milliseconds=700)
LONGEST_PAUSE = 30.0
PAUSE_SECONDS = 1.0
PASSING = (TelegramNetworkError, TelegramServerError, DatabaseAway, ClientError, TimeoutError)


def _load(session: Session, busy: frozenset[int], limit: int) -> list[Loaded]:
    return [Loaded(session, row) for row in next_rows(session, busy, limit)]


class Worker:
    """Takes waiting rows from the inbox and runs their turns: chats beside each other, each chat in its own order."""

    def __init__(self, parts: Parts) -> None:
        self.parts = parts
        self._bell = asyncio.Event()
        self._busy: dict[int, asyncio.Task[None]] = {}
        self._resting: set[int] = set()
        self._finished: list[tuple[Callable[[Session], None], asyncio.Future[None]]] = []
        self._writer: asyncio.Task[None] | None = None

    def ring(self) -> None:
        """Something has arrived."""
        self._bell.set()

    async def run(self) -> None:
        """Run turns until cancelled; what is under way is brought to its end first."""
        try:
            while True:
                self._bell.clear()
                loaded = await self._next()
                for one in loaded:
                    self._start(one)
                if not loaded:
                    await self._bell.wait()
        finally:
            await brought_to_an_end(self._busy.values())

    async def _next(self) -> list[Loaded]:
        room = TURNS_AT_ONCE - len(self._busy)
        try:
            return await self.parts.database.read(_load, self._occupied(), room) if room else []
        except DatabaseTrouble:
            log.exception("the inbox can't be read")
            asyncio.get_running_loop().call_later(PAUSE_SECONDS, self.ring)
            return []

    def _occupied(self) -> frozenset[int]:
        return frozenset(self._busy) | frozenset(self._resting)

    def _start(self, loaded: Loaded) -> None:
        wait = ALBUM_QUIET - (_wall_clock() - loaded.last_arrival) if loaded.is_album else timedelta(0)
        if wait > timedelta(0):
            self._rest(loaded.chat_id, wait.total_seconds())
            return
        task = asyncio.create_task(self._take_turn(loaded))
        self._busy[loaded.chat_id] = task
        task.add_done_callback(lambda done: self._turn_over(loaded, done))

    def _turn_over(self, loaded: Loaded, done: asyncio.Task[None]) -> None:
        self._busy.pop(loaded.chat_id, None)
        if not done.cancelled() and done.exception() is not None:
            log.error("the end of a turn could not be written", row=loaded.row_id, exc_info=done.exception())
            self._rest(loaded.chat_id, PAUSE_SECONDS)
        self.ring()

    def _rest(self, chat_id: int, seconds: float) -> None:
        """Leave a chat alone for a moment: the rest of an album is coming, or Telegram is out of reach."""
        self._resting.add(chat_id)
        asyncio.get_running_loop().call_later(seconds, self._rested, chat_id)

    def _rested(self, chat_id: int) -> None:
        self._resting.discard(chat_id)
        self.ring()

    async def _take_turn(self, loaded: Loaded) -> None:
        started = time.monotonic()
        try:
            updates = [Update.model_validate_json(body, context={"bot": self.parts.bot}) for body in loaded.bodies]
        except ValidationError as broken:
            await self._apologise(loaded, None)
            await self._set_aside(loaded, f"no update of Telegram's: {broken.error_count()} faults")
            return
        turn: Turn | None = None
        try:
            person = await self._who(loaded, updates[0])
            turn = Turn(loaded, updates, self.parts, person)
            await self._run(turn)
            await self._write(turn.finish)
        except PASSING as trouble:
            # Telegram or the database is out of reach. The row stays and is run again; nothing is done twice.
            log.warning("a turn has to wait", row=loaded.row_id, trouble=type(trouble).__name__)
            self._rest(loaded.chat_id, min(LONGEST_PAUSE, 1.0 + time.monotonic() - started))
        except TelegramForbiddenError:
            await self._write(lambda session: mark_refused(session, loaded.chat_id, self.parts.clock.now()))
            await self._set_aside(loaded, "the person refuses our messages", state="done")
        except Exception as fault:  # one poisonous update must not stop the queue
            log.exception("a turn broke", row=loaded.row_id)
            await self._apologise(loaded, turn)
            await self._set_aside(loaded, f"{type(fault).__name__} in a handler")

    async def _apologise(self, loaded: Loaded, turn: Turn | None) -> None:
        """Whoever sent what broke a turn hears of it; if it never became one, only somebody whom we know."""
        if turn is not None:
            await apologise(turn.say, turn.words)
        elif loaded.person is not None:
            say = Say(self.parts.bot, self.parts.shelf, loaded.chat_id, None)
            await apologise(say, words_in(loaded.person.language))

    async def _run(self, turn: Turn) -> None:
        parts = self.parts
        with parts.conversations.opened(parts.bot.id, turn.loaded.chat_id, turn.person.id, turn.conversation):
            try:
                await parts.dispatcher.feed_update(parts.bot, turn.update, **turn.handed())
            except ShopError as refusal:
                turn.conversation.restore()
                await refuse_kindly(refusal, turn.say, turn.words)
            await turn.say.toast()

    async def _who(self, loaded: Loaded, update: Update) -> PersonView:
        user = next(
            (
                part.from_user
                for part in (update.message, update.callback_query, update.my_chat_member)
                if part is not None and part.from_user is not None
            ),
            None,
        )
        person_id = user.id if user else loaded.chat_id
        name = (user.full_name.strip() if user else "")[:128] or "Kak"
        username = user.username if user else None
        if loaded.chat_id <= 0:
            # A group, or an update that is nobody's: nobody has come to us, is written down, or hears announcements.
            return PersonView(id=person_id, name=name, language="id")
        if loaded.person and loaded.person.id == person_id and loaded.met_as == (name, username, None):
            return loaded.person
        return await self.parts.database.write(meet, person_id, name, username, self.parts.clock.now())

    async def _set_aside(self, loaded: Loaded, problem: str, state: str = "set aside") -> None:
        await self._write(lambda session: mark_rows(session, loaded.row_ids, state, problem))

    async def _write(self, work: Callable[[Session], None]) -> None:
        """Write the end of a turn; turns that end together share a transaction."""
        written: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._finished.append((work, written))
        if self._writer is None or self._writer.done():
            self._writer = asyncio.create_task(self._write_finished())
        await written

    async def _write_finished(self) -> None:
        while self._finished:
            batch, self._finished = self._finished, []
            try:
                await self.parts.database.write(_all_of, [work for work, _ in batch])
            except Exception as fault:
                for _, written in batch:
                    written.set_exception(fault)
            else:
                for _, written in batch:
                    written.set_result(None)


def _all_of(session: Session, works: list[Callable[[Session], None]]) -> None:
    for work in works:
        work(session)


def _wall_clock() -> datetime:
    """When updates arrive is told by the real clock, which no demo moves."""
    return Clock().now()
