"""Every test of this room runs on SQLite and on PostgreSQL."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from models.database import Database, sqlite_address
from tests.support.postgres import Postgres, postgres_server


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """A PostgreSQL server that this test run starts itself."""
    server = postgres_server()
    yield server
    server.stop()


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a fresh, migrated database."""
    if request.param == "sqlite":
        file = tmp_path / "lapak.db"
        shutil.copy(request.getfixturevalue("empty_file"), file)
        yield sqlite_address(file)
        return
    server: Postgres = request.getfixturevalue("postgres")
    fresh = server.new_address()
    yield fresh
    server.drop(fresh)


@pytest.fixture
def database(address: str) -> Iterator[Database]:
    """A fresh, migrated database."""
    opened = Database(address)
    yield opened
    opened.close()
