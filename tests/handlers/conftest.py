"""Whatever a conversation is about: all that was said in it had a next step, and afterwards the books balance."""

import shutil
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from aiogram.client.session.aiohttp import AiohttpSession
from sqlalchemy import Engine

from models.migrations import migrate
from tests.conftest import MBAK_RINI
from tests.support.cast import Person, Town
from tests.support.manners import unkind_words
from tests.support.market import what_is_wrong
from tests.support.scenes import lapak


async def end(session: AiohttpSession) -> None:
    """End an aiogram session without the quarter of a second that it gives to TLS, which the sandbox doesn't speak."""
    if session._session is not None:
        await session._session.close()


@pytest.fixture(scope="package", autouse=True)
def no_time_for_tls() -> Iterator[None]:
    """There are many bots here, and none speaks TLS: don't wait for it at the end of each."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(AiohttpSession, "close", end)
        yield


@pytest.fixture(scope="package", autouse=True)
def copied_schema(empty_file: Path) -> Iterator[None]:
    """The migrations run once; each test's new database begins as a copy of what they made."""

    def copy(engine: Engine) -> None:
        file = Path(engine.url.database or "")
        if file.exists():
            migrate(engine)
        else:
            shutil.copyfile(empty_file, file)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("bot.app.migrate", copy)
        yield


@pytest.fixture(autouse=True)
async def manners(town: Town) -> AsyncIterator[None]:
    """After each test: a button under everything, no row too wide, nothing that nobody should read, no piece lost."""
    yield
    assert await unkind_words(town) == []
    assert await lapak(town).database.read(what_is_wrong) == []


@pytest.fixture
async def mbak_rini(town: Town) -> Person:
    """An operator: one and the same in every test, before a bot of its own each time."""
    known = {"id": MBAK_RINI, "first_name": "Mbak Rini", "language_code": "id"}
    async with town.http.post(f"{town.url}/people", json=known) as response:
        await response.read()
    return Person(town.http, town.url, town.bot_id, known)
