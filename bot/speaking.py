"""Saying a card through aiogram: a new message, or an edit of the one that was tapped."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from typing import Any

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import BufferedInputFile, InputMediaPhoto, Message

from bot.calls import Call, Plain, Sent
from bot.photoshelf import PhotoShelf
from bot.shape import entities_of, keyboard_of, refuses_name
from bot.updates import StoredTap, TappedCard
from handlers.cards import Card
from locales import plainly
from shop.views import PhotoView

Picture = BufferedInputFile | str  # its bytes, or Telegram's name for it
# What is cut off while it leaves arrives all the same, and would be said again.
UPLOAD_SECONDS = 60
# Telegram's ways of saying that what we want is so already.
ALREADY_SO = ("message is not modified",)
TOO_LATE = ("query is too old",)
# … and that the message which we want to change is out of our reach.
OUT_OF_REACH = ("message to edit not found", "message can't be edited", "there is no text", "there is no caption")


class Say:
    """How a handler speaks to the person whose turn it is."""

    def __init__(self, bot: Bot, shelf: PhotoShelf, chat_id: int, tap: StoredTap | None) -> None:
        self._bot, self._shelf, self.chat_id, self._tap = bot, shelf, chat_id, tap
        self.uploads: dict[str, str] = {}
        self.shown: dict[str, int] = {}
        self.last: int | None = None
        self.repeated: str | None = None
        self.answered = tap is None
        # Amid a flood of one person's (bot/flood.py): nothing is said now; what is put before the next card.
        self.hushed: Callable[[], bool] = bool
        self.preface: str | None = None

    async def __call__(self, card: Card, toast: str | None = None) -> int:
        """Say it where the person is looking: edit the tapped message, or answer with a new one.

        Returns the message's id.
        """
        if self.hushed():
            return 0
        card = self._prefaced(card)
        if message := self._tapped:
            # Beside each other: the phone stops waiting at once, and what is sent and heard together costs less.
            both = await asyncio.gather(self._edit(message, card), self.toast(toast), return_exceptions=True)
            for fault in both:
                if isinstance(fault, BaseException):
                    raise fault
            if both[0]:
                self._note(card, message.message_id)
                return message.message_id
        return await self.news(card)

    @property
    def _tapped(self) -> TappedCard | None:
        """What the person is looking at, if Telegram has it still."""
        message = self._tap.message if self._tap else None
        return message if message and message.date else None

    async def news(self, card: Card) -> int:
        """Say it as a new message, since an edit makes no sound; returns the message's id.

        A tap that has had its effect before is answered on its card and by a word: news is news once.
        """
        if self.hushed() or (self.repeated and self._tap is not None):
            return 0
        text, spans = self._prefaced(card).plain()
        entities, keyboard = entities_of(spans), keyboard_of(card.keyboard)

        async def send(photo: Picture | None) -> Sent:
            if photo is None:
                return await self._call("sendMessage", text=text, entities=entities, reply_markup=keyboard)
            caption: Plain = {"caption": text, "caption_entities": entities}
            return await self._call("sendPhoto", photo=photo, reply_markup=keyboard, **caption)

        sent = await self._with_photo(card, send)
        self._note(card, sent.message_id)
        return sent.message_id

    async def document(self, name: str, data: bytes, card: Card) -> int:
        """Send a file, what the card says beside it; returns the message's id."""
        if self.hushed():
            return 0
        text, spans = self._prefaced(card).plain()
        sent = await self._call(
            "sendDocument",
            document=BufferedInputFile(data, name),
            caption=text,
            caption_entities=entities_of(spans),
            reply_markup=keyboard_of(card.keyboard),
        )
        return sent.message_id

    async def album(self, photos: Sequence[PhotoView]) -> None:
        """Several photos (2 to 10) as one album."""
        if self.hushed():
            return
        photos = photos[:10]
        try:
            await self._album([(photo, await self._file(photo)) for photo in photos])
        except TelegramBadRequest as refusal:
            if not refuses_name(refusal.message):
                raise
            await self._album([(photo, await self._upload(photo)) for photo in photos])

    async def _album(self, files: Sequence[tuple[PhotoView, Picture | None]]) -> None:
        there = [(photo, file) for photo, file in files if file is not None]
        if len(there) < 2:
            return
        sent = await self._bot.send_media_group(
            self.chat_id, media=[InputMediaPhoto(media=file) for _, file in there], request_timeout=UPLOAD_SECONDS
        )
        for (photo, file), message in zip(there, sent, strict=False):
            self._learn(photo, file, message)

    async def _file(self, photo: PhotoView) -> Picture | None:
        return self.uploads.get(photo.hash) or photo.file_id or await self._upload(photo)

    async def _upload(self, photo: PhotoView) -> BufferedInputFile | None:
        data = await self._shelf.bytes_of(photo.hash)
        return BufferedInputFile(data, "photo.jpg") if data else None

    async def copy(self, message_id: int) -> None:
        """Show the person a message of this chat again, as others will see it."""
        if self.hushed():
            return
        await self._bot.copy_message(self.chat_id, self.chat_id, message_id)

    async def quiet_old_buttons(self) -> None:
        """Take the buttons off the tapped message: what they offered is over."""
        message = self._tapped
        if message and message.reply_markup and not self.hushed():
            try:
                await self._bot.edit_message_reply_markup(chat_id=self.chat_id, message_id=message.message_id)
            except TelegramBadRequest as refusal:
                if not any(reason in refusal.message for reason in (*ALREADY_SO, *OUT_OF_REACH)):
                    raise

    async def toast(self, text: str | None = None) -> None:
        """Answer the tap, once; a phone that has stopped waiting for it is fine too.

        When the tap has had its effect before (`repeated`), the answer says so.
        """
        if self._tap is None or self.answered or self.hushed():
            return
        self.answered = True
        text = self.repeated or text
        try:
            shown = plainly(text)[:200] if text else None
            await Call("answerCallbackQuery", bool, callback_query_id=self._tap.id, text=shown).by(self._bot)
        except TelegramBadRequest as refusal:
            if not any(reason in refusal.message for reason in TOO_LATE):
                raise

    def _prefaced(self, card: Card) -> Card:
        preface, self.preface = self.preface, None
        return replace(card, text=f"{preface}\n\n{card.text}") if preface else card

    async def _edit(self, message: TappedCard, card: Card) -> bool:
        """Turn the message into the card; False if it can't be, and a new message is needed."""
        if card.drawing or (card.is_long if message.photo else card.photo or card.file_id):
            return False
        try:
            await self._edit_in_place(message, card)
        except TelegramBadRequest as refusal:
            if any(reason in refusal.message for reason in ALREADY_SO):
                return True
            if any(reason in refusal.message for reason in OUT_OF_REACH):
                return False
            raise
        return True

    async def _edit_in_place(self, message: TappedCard, card: Card) -> None:
        text, spans = card.plain()
        where: Plain = {"message_id": message.message_id, "reply_markup": keyboard_of(card.keyboard)}
        entities = entities_of(spans)

        async def edit(photo: Picture | None) -> Sent:
            if photo is None:
                return await self._call("editMessageCaption", caption=text, caption_entities=entities, **where)
            media = {"type": "photo", "media": photo, "caption": text, "caption_entities": entities}
            return await self._call("editMessageMedia", media=media, **where)

        if not message.photo:
            await self._call("editMessageText", text=text, entities=entities, **where)
        elif card.photo is None or _shows(message, card.photo.file_id):
            await edit(None)
        else:
            await self._with_photo(card, edit)

    async def _call(self, name: str, **told: Any) -> Sent:
        parts = (*told.values(), *told.get("media", {}).values())
        patience = UPLOAD_SECONDS if any(isinstance(part, BufferedInputFile) for part in parts) else None
        return await Call(name, Sent, chat_id=self.chat_id, **told).by(self._bot, patience)

    async def _with_photo(self, card: Card, show: Callable[[Picture | None], Awaitable[Sent]]) -> Sent:
        """Show a card with its photo: by Telegram's name for it; if that is of no use as it lies here; else without."""
        photo = await self._photo(card)
        try:
            sent = await show(photo)
        except TelegramBadRequest as refusal:
            if not isinstance(photo, str) or not refuses_name(refusal.message):
                raise
            photo = await self._upload(card.photo) if card.photo and not card.file_id else None
            sent = await show(photo)
        if card.photo:
            self._learn(card.photo, photo, sent)
        return sent

    async def _photo(self, card: Card) -> Picture | None:
        if card.drawing is not None:
            return BufferedInputFile(await asyncio.to_thread(card.drawing), "picture.jpg")
        if card.file_id:
            return card.file_id
        if card.photo is None:
            return None
        return await self._file(card.photo)

    def _note(self, card: Card, message_id: int) -> None:
        self.last = message_id
        if card.about:
            self.shown[card.about] = message_id

    def _learn(self, photo: PhotoView, shown: Picture | None, sent: Sent | Message) -> None:
        """Keep Telegram's name for a photo of ours that has just been uploaded."""
        if isinstance(shown, BufferedInputFile) and sent.photo:
            self.uploads[photo.hash] = sent.photo[-1].file_id


def _shows(message: TappedCard, file_id: str | None) -> bool:
    # A photo that was never uploaded can't be the one in the message; else the handler shows the same product.
    return any(size.file_id == file_id for size in message.photo)
