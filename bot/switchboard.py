"""Which handler answers an update: the first whose filters let it pass, in the routers' order.

A tap goes straight to the handlers of its kind, and a message to those of the question that is open, past the some
hundred filters of all the others. Filters are asked here and now: aiogram's Dispatcher hands each one that is no
coroutine to a thread, and a typed word passes thirty of them.
"""

from collections.abc import Iterable, Sequence
from inspect import isawaitable
from itertools import compress
from typing import Any

from aiogram import Router
from aiogram.dispatcher.event.handler import CallableObject, HandlerObject
from aiogram.filters import Command, StateFilter
from aiogram.filters.callback_data import CallbackQueryFilter
from aiogram.fsm.state import State
from aiogram.types import Message, Update

Handlers = Sequence[HandlerObject]


class Switchboard:
    """All handlers of these routers."""

    def __init__(self, routers: Sequence[Router]) -> None:
        self._messages, taps, self._members = (
            [handler for router in routers for handler in router.observers[kind].handlers]
            for kind in ("message", "callback_query", "my_chat_member")
        )
        self._taps = {kind: _fit_for(kind, taps) for kind in {None, *map(_kind_of, taps)}}
        # By the open question, and whether it is a command.
        self._hearing: dict[tuple[str | None, bool], Handlers] = {}

    async def answer(self, update: Update, **facts: Any) -> None:
        """Let the handler that it is for answer, if there is one; each is given those of the facts that it names.

        A filter may find more of them. Raises what the handler raises.
        """
        event = update.message or update.callback_query or update.my_chat_member
        for handler in await self._candidates(update, facts):
            known = await _let_pass(handler.filters or (), event, facts)
            if known is not None:
                await handler.call(event, **known)
                return

    async def _candidates(self, update: Update, facts: dict[str, Any]) -> Handlers:
        if update.message:
            of_kind = facts["raw_state"], (update.message.text or update.message.caption or "").startswith("/")
            if of_kind not in self._hearing:
                hears = [await _may_hear(handler, update.message, facts, of_kind[1]) for handler in self._messages]
                self._hearing[of_kind] = list(compress(self._messages, hears))
            return self._hearing[of_kind]
        if update.callback_query:
            kind = (update.callback_query.data or "").partition(":")[0]
            return self._taps.get(kind, self._taps[None])
        return self._members


async def _let_pass(filters: Iterable[CallableObject], event: Any, facts: dict[str, Any]) -> dict[str, Any] | None:
    """The facts, with those that the filters have found; None if one of them doesn't let it pass."""
    for each in filters:
        asked = facts if each.varkw else {name: facts[name] for name in each.params if name in facts}
        said = each.callback(event, **asked)
        if isawaitable(said):
            said = await said
        if not said:
            return None
        if isinstance(said, dict):
            facts = facts | said
    return facts


async def _may_hear(handler: HandlerObject, message: Message, facts: dict[str, Any], is_command: bool) -> bool:
    """Whether this handler is for the question that is open, and for commands if this is one."""
    filters = handler.filters or ()
    of_state = [each for each in filters if isinstance(each.callback, (State, StateFilter))]
    for_commands = any(isinstance(each.callback, Command) for each in filters)
    return (is_command or not for_commands) and await _let_pass(of_state, message, facts) is not None


def _fit_for(kind: str | None, taps: Handlers) -> Handlers:
    """Of the handlers of taps those of one kind of button, and in their places those that are for no kind alone."""
    return [handler for handler in taps if _kind_of(handler) in (kind, None)]


def _kind_of(handler: HandlerObject) -> str | None:
    """The prefix of the buttons that this handler is for; None if it isn't for one kind alone."""
    filters = [each.callback for each in handler.filters or ()]
    kinds = [each.callback_data.__prefix__ for each in filters if isinstance(each, CallbackQueryFilter)]
    return kinds[0] if kinds else None
