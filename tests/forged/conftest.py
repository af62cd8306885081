"""A lab for each test, in memory if the machine can, since nothing in it has to survive."""

import shutil
import tempfile
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from tests.forged.harness import Lab
from tests.forged.people import AYU, RINI

MEMORY = Path("/dev/shm")  # where there is none, an ordinary folder does as well


@pytest.fixture
def quick_folder(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder that is gone afterwards. Nothing waits to be written with something else: here all wait for it."""
    monkeypatch.setattr("models.in_place.ALONG_SECONDS", 0)
    with tempfile.TemporaryDirectory(prefix="lapak-", dir=MEMORY if MEMORY.is_dir() else None) as folder:
        yield Path(folder)


@pytest.fixture
async def lab(quick_folder: Path, empty_file: Path) -> AsyncIterator[Lab]:
    """A bot with an empty database, at work; Mbak Rini and Mbak Ayu operate it."""
    shutil.copyfile(empty_file, quick_folder / "lapak.db")
    async with Lab(quick_folder, frozenset({RINI, AYU})).at_work() as running:
        yield running
