"""The inbox is worked off: chats beside each other, each chat in its own order, the end of turns written together."""

import asyncio
import time
from collections.abc import Callable
from typing import Any

import structlog
from aiogram.exceptions import (
    TelegramForbiddenError,
    TelegramMigrateToChat,
    TelegramNetworkError,
    TelegramServerError,
    TelegramUnauthorizedError,
)
from aiohttp import ClientError
from pydantic import ValidationError

from bot.chats import ALBUM_QUIET, chats_of
from bot.ending import brought_to_an_end
from bot.errors import apologise, refuse_kindly
from bot.loaded import Loaded
from bot.photoshelf import ShelfFull
from bot.speaking import Say
from bot.together import Together
from bot.turns import Parts, Turn
from bot.updates import StoredUpdate
from handlers.left_questions import close_left_question
from locales import words_in
from models.database import AlreadyThere, DatabaseAway, DatabaseTrouble, Session
from models.inbox import unname_rows
from models.leases import Overtaken
from models.migrations import is_newer
from models.people import mark_refused
from shop.errors import ShopError
from shop.people import meet
from shop.rules import can_be_seen
from shop.views import PersonView

log = structlog.get_logger()

TURNS_AT_ONCE = 32
LONGEST_PAUSE = 30.0
PAUSE_SECONDS = 1.0
# A token that was withdrawn is put right by its owner; what people said meanwhile is not lost.
PASSING = (
    *(TelegramNetworkError, TelegramServerError, TelegramUnauthorizedError),
    *(*DatabaseAway, ClientError, TimeoutError, ShelfFull),
)
# When Telegram answers nobody, all wait. One who waits so long while so many others get through has said something that
# it can't take: Telegram breaks at it each time, or it is too large for the line.
LONGEST_TROUBLE = 3600.0
MANY_OTHERS = 20
Ending = Callable[[Session], None]


class Worker:
    """Takes waiting rows from the inbox and runs their turns: chats beside each other, each chat in its own order."""

    def __init__(self, parts: Parts) -> None:
        self.parts = parts
        self._bell = asyncio.Event()
        self._chats = chats_of(parts.database, self.ring)
        self._busy: set[asyncio.Task[None]] = set()
        self._together = Together(parts.database)
        self._got_through = 0
        # Of each turn that Telegram didn't take: since when others get through, and how many had by then.
        self._troubled: dict[int, tuple[float, int]] = {}

    @property
    def busy(self) -> bool:
        """Whether turns are under way."""
        return bool(self._busy)

    def ring(self) -> None:
        """Something has arrived."""
        self._bell.set()

    async def run(self) -> None:
        """Run turns until cancelled; what is under way is brought to its end first."""
        async with self._chats:
            try:
                while True:
                    self._bell.clear()
                    loaded = await self._next()
                    for one in loaded:
                        self._start(one)
                    if not loaded:
                        await self._wait()
            finally:
                await brought_to_an_end(self._busy)

    async def _next(self) -> list[Loaded]:
        room = TURNS_AT_ONCE - len(self._busy)
        try:
            return await self._chats.next(room) if room else []
        except DatabaseTrouble:
            log.exception("the inbox can't be read")
            asyncio.get_running_loop().call_later(PAUSE_SECONDS, self.ring)
            return []

    async def _wait(self) -> None:
        """Until something arrives; among several workers look anyhow now and then, for what a dead one has left."""
        try:
            async with asyncio.timeout(self._chats.look_every):
                await self._bell.wait()
        except TimeoutError:
            return

    def _start(self, loaded: Loaded) -> None:
        task = asyncio.create_task(self._work_off(loaded))
        self._busy.add(task)
        task.add_done_callback(self._turn_over)

    def _turn_over(self, done: asyncio.Task[None]) -> None:
        self._busy.discard(done)
        self.ring()

    async def _work_off(self, loaded: Loaded) -> None:
        """Take a turn, and let go of its chat: at once, or in a while if it has to be taken again."""
        pause = (ALBUM_QUIET - loaded.quiet_for).total_seconds() if loaded.quiet_for is not None else 0.0
        if pause <= 0:
            try:
                pause = await self._take_turn(loaded)
            except Overtaken:
                log.warning("another worker took over a chat", row=loaded.row_id)
            except Exception:
                log.exception("the end of a turn could not be written", row=loaded.row_id)
                pause = PAUSE_SECONDS
        if pause > 0:
            await self._chats.rest(loaded, pause)
        else:
            self._chats.over(loaded)

    async def _take_turn(self, loaded: Loaded) -> float:
        """Run the turn; 0, or in how many seconds it has to be run again."""
        started = time.monotonic()
        try:
            updates = [StoredUpdate.model_validate_json(body) for body in loaded.bodies]
        except ValidationError as broken:
            await self._set_aside(loaded, f"no update of Telegram's: {broken.error_count()} faults")
            await self._apologise(loaded, None)
            return 0.0
        coming_or_going = updates[0].my_chat_member
        if coming_or_going and coming_or_going.chat.type == "private" and loaded.person is None:
            # Somebody whom we don't know (any more) blocks us, or lets us in: nobody to remember.
            await self._write(loaded, lambda session: unname_rows(session, loaded.row_ids))
            return 0.0
        turn: Turn | None = None
        try:
            person = await self._who(loaded, updates[0])
            turn = Turn(loaded, updates, self.parts, person)
            try:
                await self._run(turn)
            except TelegramMigrateToChat as moved:
                # A group has become a supergroup meanwhile: it is answered there.
                turn.say.chat_id = moved.migrate_to_chat_id
                await self._run(turn)
            await self._write(loaded, turn.finish)
            self._got_through += 1
            self._troubled.pop(loaded.row_id, None)
        except Overtaken:
            raise
        except PASSING as trouble:
            # Telegram or the database is out of reach. The row stays and is run again; nothing is done twice.
            log.warning("a turn has to wait", row=loaded.row_id, trouble=type(trouble).__name__)
            if not isinstance(trouble, (TelegramNetworkError, TelegramServerError)) or not self._is_alone(loaded):
                return min(LONGEST_PAUSE, 1.0 + time.monotonic() - started)
            await self._set_aside(loaded, f"{type(trouble).__name__} again and again, while others got through")
            await self._apologise(loaded, turn)
        except TelegramForbiddenError:
            await self._write(loaded, lambda session: mark_refused(session, loaded.chat_id, self.parts.clock.now()))
            await self._set_aside(loaded, "the person refuses our messages", state="done")
        except Exception as fault:  # one poisonous update must not stop the queue
            if isinstance(fault, DatabaseTrouble) and await asyncio.to_thread(is_newer, self.parts.database.engine):
                log.critical("a newer Lapak has changed the database: this one has to be updated, too")
                raise SystemExit(1) from fault
            log.exception("a turn broke", row=loaded.row_id)
            # In this order: where nothing can be written, it would be run and apologised for again and again.
            await self._set_aside(loaded, f"{type(fault).__name__} in a handler")
            await self._apologise(loaded, turn)
        return 0.0

    def _is_alone(self, loaded: Loaded) -> bool:
        """Whether this turn has been in trouble for long while others got through; it is not asked about again then."""
        now = time.monotonic()
        since, before = self._troubled.pop(loaded.row_id, (now, self._got_through))
        if before == self._got_through:
            since = now  # nobody gets through: that is no fault of this one's, however long it lasts
        alone = now - since > LONGEST_TROUBLE and self._got_through - before >= MANY_OTHERS
        if not alone:
            self._troubled[loaded.row_id] = (since, before)
        return alone

    async def _apologise(self, loaded: Loaded, turn: Turn | None) -> None:
        """Whoever sent what broke a turn hears of it; if it never became one, only somebody whom we know."""
        if turn is not None:
            await apologise(turn.say, turn.words, turn.committed)
        elif loaded.person is not None:
            say = Say(self.parts.bot, self.parts.shelf, loaded.chat_id, None)
            await apologise(say, words_in(loaded.person.language), done=False)

    async def _run(self, turn: Turn) -> None:
        parts = self.parts
        tap = turn.update.callback_query
        try:
            await close_left_question(tap, turn)
            await parts.switchboard.answer(turn.update, **turn.handed())
        except ShopError as refusal:
            turn.conversation.restore()
            await close_left_question(tap, turn)  # that one stays closed, whatever was refused
            await refuse_kindly(refusal, turn.say, turn.words)
        await turn.say.toast()

    async def _who(self, loaded: Loaded, update: StoredUpdate) -> PersonView:
        user = next(
            (
                part.from_user
                for part in (update.message, update.callback_query, update.my_chat_member)
                if part is not None and part.from_user is not None
            ),
            None,
        )
        person_id = user.id if user else loaded.chat_id
        name = user.full_name.strip()[:128] if user and can_be_seen(user.full_name) else "Kak"
        username = user.username if user else None
        if loaded.chat_id <= 0:
            # A group, or an update that is nobody's: nobody has come to us, is written down, or hears announcements.
            return PersonView(id=person_id, name=name, language="id")
        known = loaded.person if loaded.person and loaded.person.id == person_id else None
        gone = update.my_chat_member and update.my_chat_member.new_chat_member.status == "kicked"
        if known and (gone or loaded.met_as == (name, username, None)):
            return known
        met = (loaded, person_id, name, username, self.parts.clock.now())
        try:
            return await self.parts.database.write(_met, *met)
        except AlreadyThere:  # they have written in two chats at once, and were met in the other
            return await self.parts.database.write(_met, *met)

    async def _set_aside(self, loaded: Loaded, problem: str, state: str = "set aside") -> None:
        await self._write(loaded, lambda session: loaded.settle(session, state, problem))

    async def _write(self, loaded: Loaded, work: Ending) -> None:
        """Write the end of a turn; turns that end together share a transaction. Raises Overtaken."""

        def end(session: Session) -> None:
            loaded.prove(session)
            work(session)

        await self._together.write(end)


def _met(session: Session, loaded: Loaded, *who: Any) -> PersonView:
    loaded.prove(session)
    return meet(session, *who)
