"""How aiogram's requests leave: as it does itself, but as JSON where there is no file to send."""

from http import HTTPStatus
from typing import Any

import orjson
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramAPIError,
    TelegramBadRequest,
    TelegramRetryAfter,
    TelegramServerError,
)
from aiogram.methods import CopyMessage, EditMessageReplyMarkup, GetFile, Response, SendMediaGroup
from aiogram.methods.base import TelegramMethod, TelegramType
from aiohttp import BytesPayload

from bot.calls import Sent
from bot.intake import RawUpdates

# pydantic forgets a generic model that nobody holds, and building one anew takes milliseconds: these are held.
METHODS = (CopyMessage, EditMessageReplyMarkup, GetFile, RawUpdates, SendMediaGroup)
ANSWERS = (Sent, bool, *(method.__returning__ for method in METHODS))
HELD = tuple(Response[answer] for answer in ANSWERS)  # type: ignore[valid-type] # known at run time


class TelegramSession(AiohttpSession):
    """aiogram's session; a request is JSON, which is cheaper to make than a form."""

    def build_form_data(self, bot: Bot, method: TelegramMethod[TelegramType]) -> Any:
        """What is posted for a method."""
        try:
            body = orjson.dumps(method.model_dump(exclude_none=True), option=orjson.OPT_PASSTHROUGH_DATETIME)
        except TypeError:  # a file, a date, or a default of aiogram's: it knows what becomes of them
            return super().build_form_data(bot, method)
        return BytesPayload(body, content_type="application/json")

    def check_response(
        self, bot: Bot, method: TelegramMethod[TelegramType], status_code: int, content: str
    ) -> Response[TelegramType]:
        """What Telegram answered. Raises aiogram's errors; what aiogram would take for a fault of ours passes, too:
        a server error in any form, and a 429 that doesn't say for how long. A 413 never does, whoever says it.
        """
        if status_code >= HTTPStatus.INTERNAL_SERVER_ERROR:
            raise TelegramServerError(method=method, message=f"HTTP {status_code}")
        if status_code == HTTPStatus.REQUEST_ENTITY_TOO_LARGE:  # it won't be smaller later
            raise TelegramBadRequest(method=method, message="what we sent is too large")
        try:
            return super().check_response(bot, method, status_code, content)
        except (TelegramAPIError, ClientDecodeError) as refusal:
            if status_code == HTTPStatus.TOO_MANY_REQUESTS and not isinstance(refusal, TelegramRetryAfter):
                raise TelegramRetryAfter(method=method, message="too many requests", retry_after=1) from refusal
            raise
