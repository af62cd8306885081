"""A lab for each test, in memory if the machine can, since nothing in it has to survive."""

import shutil
import tempfile
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from models.database import Database, sqlite_address
from models.migrations import migrate
from tests.forged.harness import Lab
from tests.forged.people import AYU, RINI

MEMORY = Path("/dev/shm")  # where there is none, an ordinary folder does as well


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file with all tables and nothing in them."""
    file = tmp_path_factory.mktemp("forged") / "migrated.db"
    database = Database(sqlite_address(file))
    migrate(database.engine)
    database.close()
    return file


@pytest.fixture
def quick_folder() -> Iterator[Path]:
    """A folder that is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="lapak-", dir=MEMORY if MEMORY.is_dir() else None) as folder:
        yield Path(folder)


@pytest.fixture
async def lab(quick_folder: Path, migrated: Path) -> AsyncIterator[Lab]:
    """A bot with an empty database, at work; Mbak Rini and Mbak Ayu operate it."""
    shutil.copyfile(migrated, quick_folder / "lapak.db")
    async with Lab(quick_folder, frozenset({RINI, AYU})).at_work() as running:
        yield running
