"""What each person sees on the phone: a Telegram that keeps chats, and refuses what the real one refuses."""

from collections import Counter
from dataclasses import dataclass, replace
from types import SimpleNamespace
from typing import Any

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.methods import TelegramMethod
from telegram import InlineKeyboardMarkup
from telegram.error import BadRequest

from handlers.cards.card import LONGEST_CAPTION, LONGEST_TEXT
from tests.forged.harness import QuickTelegram, Said, file_ids, message_ids
from tests.support.cast import Json
from tests.support.manners import faults_in_card

LONGEST_TOAST = 200


@dataclass(frozen=True)
class Bubble:
    """A message of the bot's as it stands in a chat now. `rows` are its buttons as Telegram keeps them."""

    message_id: int
    text: str
    rows: list[list[Json]]
    photo: str | None = None

    @property
    def buttons(self) -> list[tuple[str, str]]:
        """What stands on each button that tells us something, and what it carries."""
        shown = [button for row in self.rows for button in row]
        return [(button["text"], button["callback_data"]) for button in shown if "callback_data" in button]


Kept = tuple[dict[int, dict[int, Bubble]], dict[int, list[tuple[int, str, str]]]]


class Chats(QuickTelegram):
    """Every chat with what stands in it, `shown` since it was last emptied, and each button that was `ever` there.

    `answered` counts the answers to each tap; `faults` are cards that no person should get.
    """

    def __init__(self) -> None:
        super().__init__()
        self.bubbles: dict[int, dict[int, Bubble]] = {}
        self.ever: dict[int, list[tuple[int, str, str]]] = {}
        self.shown: list[tuple[int, Bubble]] = []
        self.answered: Counter[str] = Counter()
        self.faults: list[str] = []

    def of(self, person_id: int) -> list[Bubble]:
        """This person's chat, oldest first."""
        return [bubble for _, bubble in sorted(self.bubbles.get(person_id, {}).items())]

    def keep(self) -> Kept:
        """The chats as they stand, for `put_back`."""
        return {one: dict(bubbles) for one, bubbles in self.bubbles.items()}, {
            one: list(buttons) for one, buttons in self.ever.items()
        }

    def put_back(self, kept: Kept) -> None:
        """The chats stand again as they did."""
        self.bubbles, self.ever = kept
        self.shown.clear()

    def show(self, chat_id: int, bubble: Bubble) -> None:
        """A message appears, or changes."""
        self.bubbles.setdefault(chat_id, {})[bubble.message_id] = bubble
        self.ever.setdefault(chat_id, []).extend((bubble.message_id, *button) for button in bubble.buttons)
        self.shown.append((chat_id, bubble))
        self.faults += [f"{bubble.text[:60]!r}: {fault}" for fault in faults_in_card(bubble.text, bubble.rows)]
        if len(bubble.text.encode("utf-16-le")) // 2 > (LONGEST_CAPTION if bubble.photo else LONGEST_TEXT):
            self.faults.append(f"{bubble.text[:60]!r} is too long")

    def quiet(self, chat_id: int, message_id: int) -> bool:
        """A message loses its buttons; False if it has none."""
        bubble = self.bubbles[chat_id][message_id]
        self.bubbles[chat_id][message_id] = replace(bubble, rows=[])
        return bool(bubble.rows)

    def _answer(self, bot: Bot, method: TelegramMethod[Any], said: Said) -> Any:
        if said.method == "answerCallbackQuery":
            self.answered[method.callback_query_id] += 1  # type: ignore[attr-defined] # the name says which it is
            if len(said.text) > LONGEST_TOAST:
                self.faults.append(f"{said.text[:60]!r} is too long for a toast")
        if said.method.startswith("editMessage"):
            self._check_edit(method, said)
        answer = super()._answer(bot, method, said)
        if said.method == "editMessageReplyMarkup":
            self.quiet(said.chat_id, said.message_id)
        elif said.message_id and said.method.startswith(("send", "editMessage")):
            self.show(said.chat_id, Bubble(said.message_id, said.text, said.rows, said.photo))
        return answer

    def _check_edit(self, method: TelegramMethod[Any], said: Said) -> None:
        """Raises TelegramBadRequest where Telegram would; a caption leaves the photo as it is."""
        there = self.bubbles.get(said.chat_id, {}).get(said.message_id)
        if there is None:
            raise TelegramBadRequest(method, "Bad Request: message to edit not found")
        if said.method == "editMessageText" and there.photo:
            raise TelegramBadRequest(method, "Bad Request: there is no text in the message to edit")
        if said.method == "editMessageCaption" and not there.photo:
            raise TelegramBadRequest(method, "Bad Request: there is no caption in the message to edit")
        if said.method == "editMessageReplyMarkup":
            said.text = there.text
        said.photo = said.photo or there.photo
        if (said.text, said.rows, said.photo) == (there.text, there.rows, there.photo):
            raise TelegramBadRequest(method, "Bad Request: message is not modified")


class Post:
    """The same chats as python-telegram-bot reaches them, for notices."""

    def __init__(self, chats: Chats) -> None:
        self.chats = chats

    async def send_message(self, chat_id: int, text: str, **more: Any) -> Any:
        """A message of words."""
        return self._sent(chat_id, text, None, **more)

    async def send_photo(self, chat_id: int, photo: str | bytes, caption: str, **more: Any) -> Any:
        """A photo, by Telegram's name or as bytes."""
        name = photo if isinstance(photo, str) else f"kept-{next(file_ids)}"
        return self._sent(chat_id, caption, name, **more)

    async def send_voice(self, chat_id: int, _: str, caption: str, **more: Any) -> Any:
        """Somebody's voice or video, passed on."""
        return self._sent(chat_id, caption, None, **more)

    send_video = send_voice

    async def send_video_note(self, chat_id: int, _: str, **more: Any) -> Any:
        """Somebody's round video, passed on: it has no words."""
        return self._sent(chat_id, "(…)", None, **more)

    async def send_location(self, chat_id: int, *_: float, **more: Any) -> Any:
        """A place on the map."""
        return self._sent(chat_id, "(…)", None, **more)

    async def edit_message_reply_markup(self, chat_id: int, message_id: int, **_: Any) -> None:
        """A message loses its buttons; raises BadRequest as Telegram does."""
        if message_id not in self.chats.bubbles.get(chat_id, {}):
            raise BadRequest("Message to edit not found")
        if not self.chats.quiet(chat_id, message_id):
            raise BadRequest("Message is not modified")

    def _sent(self, chat_id: int, text: str, photo: str | None, **more: Any) -> Any:
        keyboard: InlineKeyboardMarkup | None = more["reply_markup"]
        rows = keyboard.to_dict()["inline_keyboard"] if keyboard else []
        bubble = Bubble(next(message_ids), text, rows, photo)
        self.chats.show(chat_id, bubble)
        sizes = [SimpleNamespace(file_id=photo)] if photo else []
        return SimpleNamespace(message_id=bubble.message_id, photo=sizes)
