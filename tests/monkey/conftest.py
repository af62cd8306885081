"""A walk for each test, and what the bot refuses or logs meanwhile."""

import shutil
import traceback
from collections.abc import Callable, Iterator, MutableMapping
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import pytest
import structlog

from bot.errors import refuse_kindly
from bot.speaking import Say
from locales import Words
from shop.errors import ShopError
from tests.forged.conftest import quick_folder
from tests.monkey.walk import Walk

__all__ = ["quick_folder"]
TROUBLES = ("warning", "error", "exception", "critical")
NewWalk = Callable[..., Walk]


@pytest.fixture
def troubles() -> Iterator[list[str]]:
    """What was logged as a trouble since it was last emptied, with its traceback."""
    noted: list[str] = []

    def note(_: Any, method: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
        if method in TROUBLES:
            error = event.get("exc_info")
            noted.append(f"{event}\n{traceback.format_exc() if error is True else error or ''}")
        return event

    processors = structlog.get_config()["processors"]
    processors.insert(0, note)
    yield noted
    processors.remove(note)


@pytest.fixture
def refusals(monkeypatch: pytest.MonkeyPatch) -> list[ShopError]:
    """What the shop has refused since it was last emptied."""
    noted: list[ShopError] = []

    async def note(refusal: ShopError, say: Say, words: Words) -> None:
        noted.append(refusal)
        await refuse_kindly(refusal, say, words)

    monkeypatch.setattr("bot.worker.refuse_kindly", note)
    return noted


@pytest.fixture
def new_walk(quick_folder: Path, empty_file: Path, refusals: list[ShopError], troubles: list[str]) -> NewWalk:
    """A walk by a seed, in an empty database; on PostgreSQL, if an address is given."""

    def new(seed: int, address: str | None = None) -> Walk:
        folder = Path(mkdtemp(dir=quick_folder))
        shutil.copyfile(empty_file, folder / "lapak.db")
        return Walk(folder, seed, refusals, troubles, address)

    return new
