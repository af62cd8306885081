"""One update (or one album) = one turn: who is talking, in which language; transact at most once; then speak.

A turn that was committed but not spoken when the process died is run again: it starts from the conversation as it was,
finds its effect, does nothing a second time, and speaks.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Concatenate, ParamSpec, TypeVar, get_type_hints

from aiogram import Bot
from aiogram.fsm.context import FSMContext
from aiogram.fsm.storage.base import StorageKey
from pydantic import TypeAdapter, ValidationError

from bot.flood import Floods
from bot.loaded import Loaded
from bot.photoshelf import PhotoShelf
from bot.speaking import Say
from bot.switchboard import Switchboard
from bot.times import Clock
from bot.updates import StoredUpdate
from handlers.parts import MoveClock
from handlers.parts import Turn as HandlersTurn
from locales import Words, words_in
from models.conversations import write_conversation
from models.database import AlreadyThere, Database, Session
from models.effects import effect_of, is_known, keep_effect
from models.notices import note_shown
from models.products import remember_photo
from models.waking import OUTBOX, wake
from shop.errors import ShopError
from shop.listings import StoredPhoto
from shop.views import PersonView

P = ParamSpec("P")
R = TypeVar("R")


class Transact:
    """Runs one operation of the shop in one transaction, together with its result and the conversation."""

    def __init__(self, turn: "Turn") -> None:
        self._turn = turn

    async def __call__(
        self, operation: Callable[Concatenate[Session, P], R], /, *args: P.args, **kwargs: P.kwargs
    ) -> R:
        """Act once for this tap or message, however often it arrives; returns the operation's result.

        Raises ShopError, with nothing kept, when the shop refuses.
        """
        return await self._turn.act(lambda session: operation(session, *args, **kwargs), _result_type(operation))

    async def done_before(self) -> bool:
        """Whether this very tap or message has already had its effect; then the turn answers so."""
        return await self._turn.done_before()

    async def again(self, operation: Callable[Concatenate[Session, P], R], /, *args: P.args, **kwargs: P.kwargs) -> R:
        """Act, for an operation that may run any number of times without harm (a choice of language)."""
        return await self._turn.act(lambda session: operation(session, *args, **kwargs), None)

    async def at_leisure(
        self, operation: Callable[Concatenate[Session, P], R], /, *args: P.args, **kwargs: P.kwargs
    ) -> R:
        """The same for one that may take long: others can read meanwhile."""
        at_leisure = self._turn.parts.database.at_leisure
        return await self._turn.act(lambda session: operation(session, *args, **kwargs), None, at_leisure)


class Turn:
    """One person's turn, from the stored update to the words said."""

    def __init__(self, loaded: Loaded, updates: Sequence[StoredUpdate], parts: "Parts", person: PersonView) -> None:
        self.loaded, self.update, self.parts, self.person = loaded, updates[0], parts, person
        self.album = [update.message for update in updates if update.message]
        self.stamp, self.now = loaded.row_id, parts.clock.now()
        self.operators, self.move_clock = parts.operators, parts.move_clock
        self.words: Words = words_in(person.language)
        self.say = Say(parts.bot, parts.shelf, loaded.chat_id, self.update.callback_query)
        self.conversation = loaded.conversation
        key = StorageKey(bot_id=parts.bot.id, chat_id=loaded.chat_id, user_id=person.id)
        self.state = FSMContext(self.conversation, key)
        self._acted = self.committed = False
        parts.floods.quieten(self.say, loaded.chat_id, loaded.behind, lambda: self._acted, self.words)

    @property
    def transact(self) -> Transact:
        """Doing something. Made when it is asked for: a turn that held it would hold itself, until the next gc."""
        return Transact(self)

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

    async def read(self, query: Callable[Concatenate[Session, P], R], /, *args: P.args, **kwargs: P.kwargs) -> R:
        """Look something up; any number of times in a turn."""
        return await self.parts.database.read(query, *args, **kwargs)

    async def at_leisure(self, query: Callable[Concatenate[Session, P], R], /, *args: P.args, **kwargs: P.kwargs) -> R:
        """The same for what may take long: nobody is kept waiting meanwhile."""
        return await self.parts.database.at_leisure.read(query, *args, **kwargs)

    async def take_photo(self, file_id: str, size: int | None) -> StoredPhoto:
        """Fetch a photo that a person sent; it is bettered and kept."""
        return await self.parts.shelf.take_in(self.parts.bot, file_id, size)

    async def fetch_photo(self, file_id: str, size: int | None) -> bytes:
        """A photo that a person sent, as it is; nothing is kept."""
        return await self.parts.shelf.fetch(self.parts.bot, file_id, size)

    async def keep_picture(self, make: Callable[[], bytes]) -> StoredPhoto:
        """Keep a picture that we draw ourselves."""
        return await self.parts.shelf.keep(make)

    async def photo_bytes(self, photo_hash: str) -> bytes | None:
        """The JPEG of a photo that we keep; None if it was lost."""
        return await self.parts.shelf.bytes_of(photo_hash)

    async def drop_photos(self, hashes: Sequence[str]) -> None:
        """Take photos that nobody shows any more off the shelf."""
        await self.parts.shelf.drop(hashes)

    def leave_nothing(self) -> None:
        """When this turn is over, its update goes as well: it names whoever was forgotten in it."""
        self.loaded.leaves_nothing = True

    async def sweep(self) -> None:
        """Let what was deleted be gone from the database's files as well; what can't go now goes at night."""
        await self.parts.database.sweep()

    @property
    def copies_kept(self) -> int:
        """For how many nights the copies of the database are kept."""
        return self.parts.copies_kept

    def link_to(self, place: str) -> str:
        """The address that opens the bot at a place."""
        return self.parts.link_to(place)

    async def done_before(self) -> bool:
        """Whether this turn's once-key is known."""
        known = await self.parts.database.read(is_known, self.once_key)
        self.say.repeated = self.words("already-done") if known else None
        return known

    async def act(
        self, operation: Callable[[Session], R], result_type: TypeAdapter[R] | None, database: Database | None = None
    ) -> R:
        """The one transaction of this turn."""
        database = database or self.parts.database
        if self._acted:
            raise RuntimeError("a turn acts at most once")
        self._acted = True
        try:
            result = await database.write(self._act_within, operation, result_type)
        except AlreadyThere:
            # Somebody with the same once-key was faster by a hair; this time their effect is found.
            result = await database.write(self._act_within, operation, result_type)
        self.committed = True
        self.conversation.written()
        self.parts.on_commit()
        return result

    def _act_within(self, session: Session, operation: Callable[[Session], R], kind: TypeAdapter[R] | None) -> R:
        self.loaded.prove(session)
        if self.loaded.is_claimed:
            wake(session, OUTBOX)
        if kind is None:
            result = operation(session)
        else:
            known = effect_of(session, self.once_key)
            if known is not None:
                inbox_id, kept = known
                if inbox_id != self.loaded.row_id:
                    self.say.repeated = self.words("already-done")
                return _remembered(kept, kind)
            result = operation(session)
            before = self.conversation.snapshot() | {"rows": self.loaded.row_ids}
            kept = kind.dump_python(result, mode="json")
            keep_effect(session, self.once_key, self.loaded.row_id, kept, before, self.parts.clock.now())
        if self.conversation.changed:
            self._write_conversation(session)
        return result

    def _write_conversation(self, session: Session) -> None:
        open_now = self.conversation
        write_conversation(session, self.loaded.chat_id, self.person.id, open_now.state, open_now.data)

    def finish(self, session: Session) -> None:
        """What is left to write when a turn is over: a question opened since, what was shown where, photo names."""
        self._note_question()
        if self.conversation.changed:
            self._write_conversation(session)
        for photo_hash, file_id in self.say.uploads.items():
            remember_photo(session, photo_hash, file_id)
        for about, message_id in self.say.shown.items():
            note_shown(session, self.person.id, about, message_id, self.parts.clock.now())
        self.loaded.settle(session, "done")

    def _note_question(self) -> None:
        """Where a question about an order stands: first, and where it was asked again or an answer was refused."""
        asked, reply = self.conversation.data, self.album[0].reply_to_message if self.album else None
        if not self.conversation.state or "order_id" not in asked or self.say.last is None:
            return
        if "asked_in" not in asked:
            asked["asked_in"] = self.say.last
        elif self.album and (reply is None or reply.message_id in (asked["asked_in"], asked.get("asked_again_in"))):
            asked["asked_again_in"] = self.say.last

    def handed(self) -> dict[str, HandlersTurn | Bot | str | None]:
        """What handlers and aiogram's filters are given by name."""
        return {"turn": self, "bot": self.parts.bot, "raw_state": self.conversation.state}


@dataclass(frozen=True)
class Parts:
    """What every turn of a running bot shares."""

    bot: Bot
    switchboard: Switchboard
    database: Database
    shelf: PhotoShelf
    clock: Clock
    link_to: Callable[[str], str]
    operators: frozenset[int]
    copies_kept: int
    move_clock: MoveClock | None
    on_commit: Callable[[], None]
    floods: Floods = field(default_factory=Floods)


def _remembered(kept: Any, kind: TypeAdapter[R]) -> R:
    """What an earlier turn of the same key came to; one that an older Lapak kept in another form can only be told."""
    try:
        return kind.validate_python(kept)
    except ValidationError as trouble:
        raise ShopError("already-done") from trouble


@cache
def _result_type(operation: Callable[..., Any]) -> TypeAdapter[Any]:
    return TypeAdapter(get_type_hints(operation)["return"])
