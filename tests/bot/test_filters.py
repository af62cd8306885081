"""Filters are asked in the thread of the turn."""

import threading
from typing import Any

import pytest
from aiogram import F, Router

from bot.app import dispatcher
from bot.filters import ask_in_place
from handlers.states import Ordering


class Look:
    """A filter that notes in which thread it is asked."""

    def __init__(self) -> None:
        self.thread: int | None = None

    def __call__(self, event: Any) -> bool:
        """Lets everything pass."""
        self.thread = threading.get_ident()
        return bool(event)


@pytest.mark.parametrize("in_place", [True, False])
async def test_a_look_costs_no_way_to_a_thread(in_place: bool) -> None:
    look, router = Look(), Router()
    router.message.register(lambda: None, look, F == "kripik", Ordering.count)
    if in_place:
        ask_in_place([router])
    fits, _ = await router.message.handlers[0].check("kripik", raw_state="Ordering:count")
    refused, _ = await router.message.handlers[0].check("kripik", raw_state=None)
    assert fits
    assert not refused
    assert (look.thread == threading.get_ident()) is in_place  # and not in place it is the library's thread


async def test_no_filter_of_ours_is_asked_in_a_thread() -> None:
    filters = [
        each
        for router in dispatcher().sub_routers
        for observer in router.observers.values()
        for handler in observer.handlers
        for each in handler.filters or ()
    ]
    assert len(filters) > 100
    assert all(each.awaitable for each in filters)
