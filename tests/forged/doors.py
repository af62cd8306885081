"""Every way into the handlers, found by looking at the routers: buttons, commands, open questions, the rest."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from aiogram.dispatcher.event.handler import HandlerObject
from aiogram.filters import Command, StateFilter
from aiogram.filters.callback_data import CallbackData, CallbackQueryFilter
from aiogram.fsm.state import State, StatesGroup
from magic_filter import MagicFilter
from magic_filter.operations import CombinationOperation

from handlers import ROUTERS


@dataclass(frozen=True)
class Button:
    """A kind of button: its class and, where that decides what it does, the letters in it."""

    kind: type[CallbackData]
    letters: tuple[tuple[str, str], ...] = ()

    @property
    def name(self) -> str:
        """As the table calls it: "o:accept"."""
        return ":".join([self.kind.__prefix__, *(value for _, value in self.letters)])


def name_of(handler: HandlerObject) -> str:
    """A handler's name: "answering.accept"."""
    module = handler.callback.__module__.removeprefix("handlers.")
    return f"{module}.{handler.callback.__name__}"


@cache
def buttons() -> dict[str, tuple[Button, str]]:
    """Every button that a handler listens to, with that handler's name."""
    found: dict[str, tuple[Button, str]] = {}
    for handler in _handlers("callback_query"):
        for each in handler.filters or ():
            if isinstance(each.callback, CallbackQueryFilter):
                for button in _buttons(each.callback):
                    found.setdefault(button.name, (button, name_of(handler)))
    return found


@cache
def commands() -> dict[str, str]:
    """Every command with its handler's name."""
    return {
        f"/{command}": name_of(handler)
        for handler in reversed(list(_handlers("message")))
        for each in handler.filters or ()
        if isinstance(each.callback, Command)
        for command in each.callback.commands
        if isinstance(command, str)
    }


def questions() -> dict[str, tuple[str, ...]]:
    """Every handler of messages, with the open questions that it answers (none: it listens always)."""
    found: dict[str, tuple[str, ...]] = {}
    for handler in _handlers("message"):
        states = {state for each in handler.filters or () for state in _states(each.callback)}
        found[name_of(handler)] = tuple(sorted({*found.get(name_of(handler), ()), *states}))
    return found


@cache
def others() -> frozenset[str]:
    """Handlers of buttons that listen to no button of ours, and of whatever is no message."""
    names = set()
    for router in ROUTERS:
        for kind, observer in router.observers.items():
            if kind not in ("message", "error"):
                names |= {name_of(handler) for handler in observer.handlers if kind != "callback_query"}
    return frozenset(names | {name_of(handler) for handler in _handlers("callback_query") if not _hears_ours(handler)})


def _hears_ours(handler: HandlerObject) -> bool:
    return any(isinstance(each.callback, CallbackQueryFilter) for each in handler.filters or ())


def _handlers(kind: str) -> Iterator[HandlerObject]:
    for router in ROUTERS:
        yield from router.observers[kind].handlers


def _buttons(listens: CallbackQueryFilter) -> Iterator[Button]:
    kind = listens.callback_data
    if listens.rule is None:
        yield Button(kind)
        return
    field, values = _rule(listens.rule)
    for value in values:
        yield Button(kind, ((field, value),))


def _rule(rule: MagicFilter) -> tuple[str, list[str]]:
    """The letters that `F.do == "x"`, `F.do.in_({…})`, and either of them `& …` ask for.

    AssertionError for a rule that this test can't read.
    """
    operations: tuple[Any, ...] = rule._operations
    named, asked, *more = operations
    assert all(isinstance(each, CombinationOperation) and not each.combinator(True, False) for each in more), _unread(
        rule
    )
    values = getattr(asked, "right", None)
    values = asked.args[0] if values is None else values
    assert isinstance(values, (str, set, frozenset, tuple, list, dict)), _unread(rule)
    return named.name, [values] if isinstance(values, str) else sorted(values)


def _unread(rule: MagicFilter) -> str:
    return f"a rule of an unknown kind: {rule._operations}"


def _states(listens: Any) -> Iterator[str]:
    if isinstance(listens, State):
        yield str(listens.state)
    elif isinstance(listens, StateFilter):
        for state in listens.states:
            if isinstance(state, State):
                yield str(state.state)
            elif isinstance(state, type) and issubclass(state, StatesGroup):
                yield from (str(name) for name in state.__all_states_names__)
