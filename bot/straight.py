"""A tap goes straight to the handlers of its kind, past the some hundred filters of all the others.

The order among them stays the routers' own; a handler that isn't bound to a kind of button is asked in its place.
"""

from collections.abc import Awaitable, Callable, Iterable
from typing import Any

from aiogram import BaseMiddleware, Router
from aiogram.dispatcher.event.handler import HandlerObject
from aiogram.filters.callback_data import CallbackQueryFilter
from aiogram.types import CallbackQuery, TelegramObject

Going = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]


class StraightToKind(BaseMiddleware):
    """An outer middleware for callback queries; what it finds no handler for goes the usual way."""

    def __init__(self, routers: Iterable[Router]) -> None:
        asked = [(handler, kind_of(handler)) for router in routers for handler in router.callback_query.handlers]
        kinds = {kind for _, kind in asked if kind}
        self._of_kind = {kind: [handler for handler, its_kind in asked if its_kind in (kind, None)] for kind in kinds}

    async def __call__(self, handler: Going, event: TelegramObject, data: dict[str, Any]) -> Any:
        """Let the first handler that fits answer the tap."""
        kind = (event.data or "").partition(":")[0] if isinstance(event, CallbackQuery) else ""
        for candidate in self._of_kind.get(kind, ()):
            fits, facts = await candidate.check(event, **data)
            if fits:
                return await candidate.call(event, **facts)
        return await handler(event, data)


def kind_of(handler: HandlerObject) -> str | None:
    """The prefix of the buttons that this handler is for; None if it isn't for one kind alone."""
    filters = [each.callback for each in handler.filters or ()]
    kinds = [each.callback_data.__prefix__ for each in filters if isinstance(each, CallbackQueryFilter)]
    return kinds[0] if kinds else None
