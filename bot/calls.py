"""The calls of the Bot API that say a card, as plain data: no object of pydantic's for a call, a button, or an answer.

A card's keyboard alone is some ten objects, and Telegram answers with the whole message; making them costs more than
the request.
"""

from typing import Any, Generic, TypeVar, cast

from aiogram import Bot
from aiogram.methods import TelegramMethod
from pydantic import BaseModel

T = TypeVar("T")
Plain = dict[str, Any]


class Size(BaseModel):
    """A size in which Telegram keeps a photo."""

    file_id: str


class Sent(BaseModel):
    """What we read of a message that we have sent or changed."""

    message_id: int
    photo: list[Size] = []


class Call(Generic[T]):
    """A call by its name in the Bot API, with what is told; `answer` is what we read of what Telegram says to it."""

    def __init__(self, name: str, answer: type[T], **told: Any) -> None:
        self.__api_method__, self.__returning__, self._told = name, answer, told
        vars(self).update(told)  # to be read by name, as of a method of aiogram's

    def model_dump(self, **_: object) -> Plain:
        """What is told, as aiogram's session asks for it."""
        return {name: value for name, value in self._told.items() if value is not None}

    async def by(self, bot: Bot, patience: int | None = None) -> T:
        """Make it, and wait so many seconds for the answer. Raises aiogram's errors."""
        method = cast(TelegramMethod[T], self)  # of which aiogram's session reads no more than is here
        return await bot(method, request_timeout=patience)
