"""The calls of the Bot API that say a card, as plain data: no object of aiogram's for each button, asked or answered.

A card's keyboard alone is some ten objects, and Telegram answers with the whole message; making them costs more than
the request.
"""

from typing import Any

from aiogram.methods import TelegramMethod
from aiogram.types import InputFile
from pydantic import BaseModel

Plain = dict[str, Any]


class Size(BaseModel):
    """A size in which Telegram keeps a photo."""

    file_id: str


class Sent(BaseModel):
    """What we read of a message that we have sent or changed."""

    message_id: int
    photo: list[Size] = []


class Call(TelegramMethod[Sent]):
    """A call that says a card in a chat."""

    __returning__ = Sent
    chat_id: int
    reply_markup: Plain | None = None


class SendMessage(Call):
    """A new message."""

    __api_method__ = "sendMessage"
    text: str
    entities: list[Plain]


class SendPhoto(Call):
    """A new message with a photo: a file, or Telegram's name of one."""

    __api_method__ = "sendPhoto"
    photo: str | InputFile
    caption: str
    caption_entities: list[Plain]


class SendDocument(Call):
    """A new message with a file."""

    __api_method__ = "sendDocument"
    document: InputFile
    caption: str
    caption_entities: list[Plain]


class EditMessageText(Call):
    """Other words and buttons in a message."""

    __api_method__ = "editMessageText"
    message_id: int
    text: str
    entities: list[Plain]


class EditMessageCaption(Call):
    """Other words and buttons under a photo."""

    __api_method__ = "editMessageCaption"
    message_id: int
    caption: str
    caption_entities: list[Plain]


class EditMessageMedia(Call):
    """Another photo, with other words and buttons."""

    __api_method__ = "editMessageMedia"
    message_id: int
    media: Plain
