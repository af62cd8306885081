"""Filters are asked where the turn runs.

aiogram hands each one that is no coroutine to a thread, and a typed word passes fifty of them. Ours only look at what
is there: the way to the thread and back costs a hundred times as much as the look.
"""

from collections.abc import Awaitable, Callable, Iterable
from functools import wraps
from typing import Any

from aiogram import Router


def ask_in_place(routers: Iterable[Router]) -> None:
    """Let all filters of these routers' handlers be asked in the event loop's own thread."""
    for router in routers:
        for observer in router.observers.values():
            for handler in observer.handlers:
                for each in handler.filters or ():
                    if not each.awaitable:
                        each.callback, each.awaitable = _at_once(each.callback), True


def _at_once(look: Callable[..., Any]) -> Callable[..., Awaitable[Any]]:
    @wraps(look)  # so that whoever looks at a handler still finds what it asks
    async def looked(*args: Any, **kwargs: Any) -> Any:
        return look(*args, **kwargs)

    return looked
