"""Lapak without a network: updates go through the real intake, worker and handlers, and Telegram answers by itself.

A turn takes a few milliseconds this way, so that tests can try every button as every person, or ten thousand updates.
"""

import asyncio
import itertools
import json
import sqlite3
from collections.abc import AsyncGenerator, AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import psycopg
from aiogram import Bot
from aiogram.client.session.base import BaseSession
from aiogram.exceptions import TelegramBadRequest
from aiogram.filters.callback_data import CallbackData
from aiogram.methods import GetFile, TelegramMethod
from aiogram.methods.base import TelegramType
from aiogram.types import BufferedInputFile, Chat, File, InputFile, Message, MessageId, PhotoSize, User

from bot.intake import Intake
from bot.photoshelf import PhotoShelf
from bot.switchboard import Switchboard
from bot.turns import Parts
from bot.worker import Worker
from handlers import ROUTERS
from models.database import Database, sqlite_address
from shop.listings import StoredPhoto
from tests.forged.people import PEOPLE
from tests.support.cast import Json, StoppedClock, photo_bytes

TOKEN = "8900000002:FORGED-lapak-000000000000000000000"
BOT = User(id=8_900_000_002, is_bot=True, first_name="Lapak", username="lapak_bot")
MOMENT = 1_795_230_000
PATIENCE_SECONDS = 30.0
update_ids = itertools.count(1)
message_ids = itertools.count(1_000)
file_ids = itertools.count(1)


@dataclass
class Said:
    """One call of the bot's: what, to which chat, and every word of it, buttons included.

    `text` is that of the message alone, `rows` are its buttons as they stand; `photo` is Telegram's name for its photo.
    """

    method: str
    chat_id: int
    words: str
    buttons: list[str] = field(default_factory=list)
    entities: list[Any] = field(default_factory=list)
    message_id: int = 0
    text: str = ""
    rows: list[list[Json]] = field(default_factory=list)
    photo: str | None = None


class QuickTelegram(BaseSession):
    """Telegram that says yes to everything, at once, and remembers what it was told."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[Said] = []
        self.photo = photo_bytes(size=(320, 240))

    async def close(self) -> None:
        """Nothing to close."""

    async def stream_content(self, *_: Any, **__: Any) -> AsyncGenerator[bytes, None]:
        """Every file is the same small photo."""
        yield self.photo

    async def make_request(
        self,
        bot: Bot,
        method: TelegramMethod[TelegramType],
        timeout: int | None = None,  # noqa: ASYNC109 # as aiogram's own sessions have it
    ) -> TelegramType:
        """Answer as Telegram would."""
        await asyncio.sleep(0)
        said = _what_was_said(method)
        self.said.append(said)
        return self._answer(bot, method, said)  # type: ignore[no-any-return] # the method says what comes back

    def _answer(self, bot: Bot, method: TelegramMethod[TelegramType], said: Said) -> Any:
        if isinstance(method, GetFile):
            return File(file_id=method.file_id, file_unique_id="u", file_path="photo.jpg")
        match said.method:
            case "getMe":
                return BOT
            case "copyMessage":
                return MessageId(message_id=next(message_ids))
            case "sendMediaGroup":
                if not 2 <= len(method.media) <= 10:  # type: ignore[attr-defined] # the case says which it is
                    raise TelegramBadRequest(method, "Bad Request: an album has 2 to 10 items")
                return [self._message(said.chat_id, next(message_ids), _photo(each.media)) for each in method.media]  # type: ignore[attr-defined]
            case (
                "sendMessage"
                | "sendPhoto"
                | "sendDocument"
                | "editMessageText"
                | "editMessageCaption"
                | "editMessageMedia"
            ):
                said.message_id = said.message_id or next(message_ids)
                return self._message(said.chat_id, said.message_id, said.photo)
        return True

    @staticmethod
    def _message(chat_id: int, message_id: int, photo: str | None) -> Message:
        sizes = [PhotoSize(file_id=photo, file_unique_id="u", width=320, height=240)] if photo else None
        return Message(
            message_id=message_id,
            chat=Chat(id=chat_id, type="private"),
            date=datetime.fromtimestamp(MOMENT, UTC),
            from_user=BOT,
            photo=sizes,
        )


def _what_was_said(method: TelegramMethod[Any]) -> Said:
    media = getattr(method, "media", None)
    changed = media if isinstance(media, dict) else {}
    text = getattr(method, "text", None) or getattr(method, "caption", None) or changed.get("caption") or ""
    words = [text]
    file = getattr(method, "document", None)
    words += [file.data.decode()] if isinstance(file, BufferedInputFile) else []
    entities = getattr(method, "entities", None) or getattr(method, "caption_entities", None) or []
    rows = (getattr(method, "reply_markup", None) or {}).get("inline_keyboard", [])
    shown = [button for row in rows for button in row]
    words += [button["text"] for button in shown]
    words += [button["copy_text"]["text"] for button in shown if "copy_text" in button]
    chat_id = getattr(method, "chat_id", None)
    return Said(
        method.__api_method__,
        chat_id if isinstance(chat_id, int) else 0,
        "\n".join(str(word) for word in words if word),
        [button.get("callback_data", "") for button in shown],
        list(entities),
        getattr(method, "message_id", None) or 0,
        text,
        rows,
        _photo(getattr(method, "photo", None) or changed.get("media")),
    )


def _photo(sent: InputFile | str | None) -> str | None:
    """Telegram's name for a photo: the one by which it was sent, or a new one for a file."""
    return f"kept-{next(file_ids)}" if isinstance(sent, InputFile) else sent


class QuickShelf(PhotoShelf):
    """A photo that came before isn't bettered again."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self._known: dict[bytes, StoredPhoto] = {}

    def _better(self, raw: bytes) -> StoredPhoto:
        # Unless it has gone meanwhile, with whoever showed it.
        if raw not in self._known or not self.path_of(self._known[raw].hash).exists():
            self._known[raw] = super()._better(raw)
        return self._known[raw]


class Lab:
    """A bot that can be asked ten thousand questions."""

    def __init__(
        self,
        folder: Path,
        operators: frozenset[int],
        database: Database | None = None,
        telegram: QuickTelegram | None = None,
        clock: StoppedClock | None = None,
    ) -> None:
        self.file = folder / "lapak.db"
        self.database = database or Database(sqlite_address(self.file))
        self.telegram, self.clock = telegram or QuickTelegram(), clock or StoppedClock()
        self.bot = Bot(TOKEN, session=self.telegram)
        self.parts = Parts(
            bot=self.bot,
            switchboard=Switchboard(ROUTERS),
            database=self.database,
            shelf=QuickShelf(folder / "photos"),
            clock=self.clock,
            link_to=lambda place: f"https://t.me/lapak_bot?start={place}",
            operators=operators,
            copies_kept=7,
            move_clock=None,
            on_commit=lambda: None,
        )
        self.worker = Worker(self.parts)
        self.intake = Intake(self.bot, self.database, self.worker.ring)
        self.raw = _beside(self.database, self.file)
        self._begun: sqlite3.Connection | None = None

    @asynccontextmanager
    async def at_work(self) -> AsyncIterator["Lab"]:
        """The worker runs until the block is left."""
        task = asyncio.create_task(self.worker.run())
        try:
            yield self
        finally:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)
            self.raw.close()
            self.database.close()

    async def hears(self, *updates: Json) -> list[Said]:
        """These updates arrive together; what the bot says until nothing is waiting any more."""
        before = len(self.telegram.said)
        await self.intake.store([{"update_id": next(update_ids)} | update for update in updates])
        await self.is_done()
        return self.telegram.said[before:]

    async def is_done(self) -> None:
        """Wait until the inbox is empty and no turn is under way. AssertionError if something stays in it."""
        ends = asyncio.get_running_loop().time() + PATIENCE_SECONDS
        # Who is forgotten has nothing in the inbox any more, and yet their turn goes on.
        while (row := self._waiting()) or self.worker.busy:
            assert asyncio.get_running_loop().time() < ends, f"the queue is blocked by {row}"
            for _ in range(40):
                await asyncio.sleep(0)
            await asyncio.sleep(0.0001)

    def _waiting(self) -> str | None:
        row = self.raw.execute("SELECT body FROM inbox WHERE state = 'waiting' LIMIT 1").fetchone()
        return str(row[0]) if row else None

    def set_aside(self) -> list[str]:
        """Why updates were set aside so far."""
        return [str(row[0]) for row in self.raw.execute("SELECT problem FROM inbox WHERE state = 'set aside'")]

    def remember(self) -> None:
        """Keep the database as it is now, to come back to by `back_to_the_beginning`."""
        self._begun = sqlite3.connect(":memory:")
        self.raw.backup(self._begun)

    def back_to_the_beginning(self) -> None:
        """Everything is again as it was at `remember`."""
        assert self._begun is not None
        self._begun.backup(self.raw)
        self.telegram.said.clear()


def _beside(database: Database, file: Path) -> Any:
    """A connection of our own to the bot's database; both libraries' can `execute` and fetch."""
    if database.is_sqlite:
        return sqlite3.connect(file, isolation_level=None)
    return psycopg.connect(database.address.replace("+psycopg", "", 1), autocommit=True)


def chat_of(person_id: int, group: int | None = None) -> Json:
    """A private chat, or a group."""
    if group is None:
        return {"id": person_id, "type": "private", "first_name": PEOPLE.get(person_id, "Orang")}
    return {"id": group, "type": "supergroup", "title": "Ibu-ibu RT 5"}


def sender(person_id: int) -> Json:
    """Who sent it."""
    return {"id": person_id, "is_bot": False, "first_name": PEOPLE.get(person_id, "Orang")}


def message(person_id: int, *, group: int | None = None, message_id: int | None = None, **content: Any) -> Json:
    """An update with a message of this content."""
    return {
        "message": {
            "message_id": message_id or next(message_ids),
            "from": sender(person_id),
            "chat": chat_of(person_id, group),
            "date": MOMENT,
            **content,
        }
    }


def tap(person_id: int, button: str | CallbackData, *, group: int | None = None, message_id: int | None = None) -> Json:
    """An update with a tap on a button, or on one that carries these letters."""
    data = button if isinstance(button, str) else button.pack()
    card = {
        "message_id": message_id or next(message_ids),
        "from": json.loads(BOT.model_dump_json(exclude_none=True)),
        "chat": chat_of(person_id, group),
        "date": MOMENT,
        "text": "…",
        "reply_markup": {"inline_keyboard": [[{"text": "…", "callback_data": data}]]},
    }
    return {
        "callback_query": {
            "id": str(next(message_ids)),
            "from": sender(person_id),
            "message": card,
            "chat_instance": "1",
            "data": data,
        }
    }


def photo(person_id: int, **content: Any) -> Json:
    """An update with a photo."""
    size = {"file_id": "sent", "file_unique_id": "u", "width": 320, "height": 240, "file_size": 9_000}
    return message(person_id, photo=[size], **content)


def told(said: Sequence[Said], chat_id: int) -> str:
    """All that was said in one chat."""
    return "\n".join(one.words for one in said if one.chat_id == chat_id)
