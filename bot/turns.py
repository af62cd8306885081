"""One update (or one album) = one turn: who is talking, in which language; transact at most once; then speak.

A turn that was committed but not spoken when the process died is run again: it starts from the conversation as it was,
finds its effect, does nothing a second time, and speaks.
"""

import asyncio
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any, Concatenate, ParamSpec, TypeVar, get_type_hints

import structlog
from aiogram import Bot, Dispatcher
from aiogram.exceptions import TelegramForbiddenError, TelegramNetworkError, TelegramServerError
from aiogram.types import Message, Update
from pydantic import TypeAdapter, ValidationError
from sqlalchemy.exc import IntegrityError, SQLAlchemyError
from sqlmodel import Session

from bot.conversations import Conversations, OpenConversation
from bot.errors import apologise, refuse_kindly
from bot.photoshelf import PhotoShelf
from bot.speaking import Say
from bot.times import Clock
from locales import Words, words_in
from models.conversations import Conversation, write_conversation
from models.database import Database
from models.effects import Effect, effect_of_row
from models.inbox import InboxRow, mark_rows, next_rows, rows_of_album
from models.notices import note_shown
from models.people import find_person, mark_refused
from shop.errors import ShopError
from shop.listings import remember_upload
from shop.people import meet
from shop.views import PersonView, person_view

P = ParamSpec("P")
R = TypeVar("R")
log = structlog.get_logger()

TURNS_AT_ONCE = 32
ALBUM_QUIET = timedelta(milliseconds=700)
LONGEST_PAUSE = 30.0
PAUSE_SECONDS = 1.0


class Loaded:
    """Everything that a turn has to know before it starts, fetched in one read."""

    def __init__(self, session: Session, row: InboxRow) -> None:
        rows = rows_of_album(session, row) if row.album else [row]
        self.row_ids = [part.id for part in rows]
        self.bodies = [part.body for part in rows]
        self.chat_id = row.chat_id
        self.row_id = row.id or 0
        self.last_arrival = rows[-1].received_at
        self.is_album = row.album is not None
        person = find_person(session, row.chat_id)
        self.person = person_view(person) if person else None
        self.met_as = (person.name, person.username, person.refused_at) if person else None
        effect = effect_of_row(session, self.row_id)
        self.conversation = _conversation(session, row.chat_id, effect)


def _conversation(session: Session, chat_id: int, effect: Effect | None) -> OpenConversation:
    if effect is not None:
        return OpenConversation(effect.before["state"], effect.before["data"])
    kept = session.get(Conversation, (chat_id, chat_id))
    return OpenConversation(kept.state, kept.data) if kept else OpenConversation(None, {})


def _load(session: Session, busy: frozenset[int], limit: int) -> list[Loaded]:
    return [Loaded(session, row) for row in next_rows(session, busy, limit)]


class Transact:
    """Runs one operation of the shop in one transaction, together with its result and the conversation."""

    def __init__(self, turn: "Turn") -> None:
        self._turn = turn

    async def __call__(self, operation: Callable[Concatenate[Session, P], R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Act once for this tap or message, however often it arrives; returns the operation's result.

        Raises ShopError, with nothing kept, when the shop refuses.
        """
        return await self._turn.act(lambda session: operation(session, *args, **kwargs), _result_type(operation))

    async def again(self, operation: Callable[Concatenate[Session, P], R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Act, for an operation that may run any number of times without harm (a choice of language)."""
        return await self._turn.act(lambda session: operation(session, *args, **kwargs), None)


class Turn:
    """One person's turn, from the stored update to the words said."""

    def __init__(self, loaded: Loaded, update: Update, parts: "Parts", person: PersonView) -> None:
        self.loaded, self.update, self.parts, self.person = loaded, update, parts, person
        self.conversation = loaded.conversation
        self.words: Words = words_in(person.language)
        self.say = Say(parts.bot, parts.shelf, loaded.chat_id, update.callback_query)
        self.repeated = False
        self._acted = False

    @property
    def once_key(self) -> str:
        """What makes this tap or message one of a kind, however often it is delivered.

        A button's data holds the version of what it showed: a double tap has the same key, a second deliberate
        tap on the re-rendered card another one.
        """
        tap = self.update.callback_query
        if tap is not None and tap.message is not None:
            return f"tap {self.loaded.chat_id} {tap.message.message_id} {tap.data}"
        if self.update.message is not None:
            return f"message {self.loaded.chat_id} {self.update.message.message_id}"
        return f"update {self.update.update_id}"

    async def read(self, query: Callable[Concatenate[Session, P], R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Look something up; any number of times in a turn."""
        return await self.parts.database.read(query, *args, **kwargs)

    async def act(self, operation: Callable[[Session], R], result_type: TypeAdapter[R] | None) -> R:
        """The one transaction of this turn."""
        if self._acted:
            raise RuntimeError("a turn acts at most once")
        self._acted = True
        try:
            result = await self.parts.database.write(self._act_within, operation, result_type)
        except IntegrityError:
            # Somebody with the same once-key was faster by a hair; this time their effect is found.
            result = await self.parts.database.write(self._act_within, operation, result_type)
        self.conversation.written()
        self.parts.on_commit()
        return result

    def _act_within(self, session: Session, operation: Callable[[Session], R], kind: TypeAdapter[R] | None) -> R:
        if kind is None:
            result = operation(session)
        else:
            known = session.get(Effect, self.once_key)
            if known is not None:
                self.repeated = known.inbox_id != self.loaded.row_id
                return kind.validate_python(known.result)
            result = operation(session)
            session.add(
                Effect(
                    key=self.once_key,
                    inbox_id=self.loaded.row_id,
                    result=kind.dump_python(result, mode="json"),
                    before=self.conversation.snapshot(),
                    at=self.parts.clock.now(),
                )
            )
        if self.conversation.changed:
            self._write_conversation(session)
        return result

    def _write_conversation(self, session: Session) -> None:
        open_now = self.conversation
        write_conversation(session, self.loaded.chat_id, self.person.id, open_now.state, open_now.data)

    def finish(self, session: Session) -> None:
        """What is left to write when a turn is over: a question opened since, what was shown where, photo names."""
        if self.conversation.changed:
            self._write_conversation(session)
        for photo_hash, file_id in self.say.uploads.items():
            remember_upload(session, photo_hash, file_id)
        for about, message_id in self.say.shown.items():
            note_shown(session, self.person.id, about, message_id, self.parts.clock.now())
        mark_rows(session, self.loaded.row_ids, "done")

    def handed(self, album: list[Message]) -> dict[str, Any]:
        """What aiogram hands to a handler by name."""
        return {
            "person": self.person,
            "words": self.words,
            "say": self.say,
            "read": self.read,
            "transact": Transact(self),
            "now": self.parts.clock.now(),
            "album": album,
            "turn": self,
            **self.parts.handed,
        }


class Parts:
    """What every turn of a running bot shares."""

    def __init__(
        self,
        bot: Bot,
        dispatcher: Dispatcher,
        conversations: Conversations,
        database: Database,
        shelf: PhotoShelf,
        clock: Clock,
        on_commit: Callable[[], None],
        handed: dict[str, Any],
    ) -> None:
        self.bot, self.dispatcher, self.conversations = bot, dispatcher, conversations
        self.database, self.shelf, self.clock = database, shelf, clock
        self.on_commit, self.handed = on_commit, handed


class Turns:
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
            await asyncio.gather(*self._busy.values(), return_exceptions=True)

    async def _next(self) -> list[Loaded]:
        room = TURNS_AT_ONCE - len(self._busy)
        try:
            return await self.parts.database.read(_load, self._occupied(), room) if room else []
        except SQLAlchemyError:
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
            await self._set_aside(loaded, f"no update of Telegram's: {broken.error_count()} faults")
            return
        turn: Turn | None = None
        try:
            person = await self._who(loaded, updates[0])
            turn = Turn(loaded, updates[0], self.parts, person)
            await self._run(turn, updates)
            await self._write(turn.finish)
        except (TelegramNetworkError, TelegramServerError) as trouble:
            # The words could not be said. The row stays; it is run again, and what was done is not done twice.
            log.warning("telegram is out of reach", row=loaded.row_id, trouble=type(trouble).__name__)
            self._rest(loaded.chat_id, min(LONGEST_PAUSE, 1.0 + time.monotonic() - started))
        except TelegramForbiddenError:
            await self._write(lambda session: mark_refused(session, loaded.chat_id, self.parts.clock.now()))
            await self._set_aside(loaded, "the person refuses our messages", state="done")
        except Exception as fault:  # one poisonous update must not stop the queue
            log.exception("a turn broke", row=loaded.row_id)
            if turn is not None:
                await apologise(turn.say, turn.words)
            await self._set_aside(loaded, f"{type(fault).__name__} in a handler")

    async def _run(self, turn: Turn, updates: list[Update]) -> None:
        album = [update.message for update in updates if update.message]
        parts = self.parts
        with parts.conversations.opened(parts.bot.id, turn.loaded.chat_id, turn.person.id, turn.conversation):
            try:
                await self.parts.dispatcher.feed_update(self.parts.bot, updates[0], **turn.handed(album))
            except ShopError as refusal:
                await refuse_kindly(refusal, turn.say, turn.words)
            await turn.say.toast(turn.words("already-done") if turn.repeated else None)

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


def _result_type(operation: Callable[..., R]) -> TypeAdapter[R]:
    known: TypeAdapter[R] | None = _RESULT_TYPES.get(operation)
    if known is None:
        known = _RESULT_TYPES[operation] = TypeAdapter(get_type_hints(operation)["return"])
    return known


_RESULT_TYPES: dict[Callable[..., Any], TypeAdapter[Any]] = {}


def _wall_clock() -> datetime:
    """When updates arrive is told by the real clock, which no demo moves."""
    return Clock().now()
