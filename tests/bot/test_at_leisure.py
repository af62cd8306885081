"""What takes long holds up nothing but itself: all of a person's data, forgetting somebody, what is due."""

import asyncio
import threading
from collections.abc import Callable
from typing import Any

import pytest

from shop.forgetting import forget
from shop.mydata import my_data
from shop.reminders import see_to_due
from tests.support.cast import Person, Town

PATIENCE_SECONDS = 5.0


class Long:
    """An operation that goes on until it is let go; in the event loop's thread nobody could."""

    def __init__(self, operation: Callable[..., Any]) -> None:
        self.operation, self.was_let_go = operation, False
        self._begun, self._go_on = threading.Event(), threading.Event()

    def __call__(self, *args: Any) -> Any:
        """Do it, after a while."""
        self._begun.set()
        self.was_let_go = self._go_on.wait(PATIENCE_SECONDS)
        return self.operation(*args)

    async def has_begun(self) -> None:
        """Wait until it is under way."""
        assert await asyncio.to_thread(self._begun.wait, PATIENCE_SECONDS)

    def let_go(self) -> None:
        """Let it end."""
        self._go_on.set()


async def test_who_wants_all_their_data_keeps_nobody_waiting(
    town: Town, bu_sari: Person, pak_budi: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    long = Long(my_data)
    monkeypatch.setattr("handlers.mydata.my_data", long)
    await bu_sari.writes("/dataku")
    await long.has_begun()
    await pak_budi.writes("/id")
    await pak_budi.sees(str(pak_budi.id))
    long.let_go()
    await bu_sari.sees("Ini semua yang kami simpan")
    assert long.was_let_go


async def test_forgetting_somebody_does_not_hold_up_the_loop(
    town: Town, bu_sari: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    long = Long(forget)
    monkeypatch.setattr("handlers.mydata.forget", long)
    await bu_sari.writes("/hapus")
    card = await bu_sari.sees(button="Ya, hapus semuanya")
    tap = asyncio.create_task(bu_sari.taps("Ya, hapus semuanya", on=card))
    await long.has_begun()
    long.let_go()
    await tap
    await bu_sari.sees("Sudah terhapus")
    assert long.was_let_go


async def test_what_is_due_does_not_hold_up_the_loop(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    long = Long(see_to_due)
    monkeypatch.setattr("bot.clock.see_to_due", long)
    looking = asyncio.create_task(town.later(hours=1))
    await long.has_begun()
    long.let_go()
    await looking
    assert long.was_let_go
