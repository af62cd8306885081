"""A shop that was filled under any earlier schema opens under the newest one, with every row as it was."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from sqlalchemy import MetaData, text

from bot.copies import CopyError, restore_database
from models.database import Database, sqlite_address
from models.migrations import config_for, known_revisions, migrate, revision_of
from shop.browsing import named
from shop.reminders import wake_up
from tests.support.market import BUDI, NOW, SARI, buy, what_is_wrong
from tests.support.postgres import Postgres

DUMPS = sorted((Path(__file__).parent / "data").glob("*.sql"))
# Made from the names of products, and looked into below.
DERIVED = {"productword"}
Rows = dict[str, list[dict[str, Any]]]


@pytest.fixture(params=["sqlite", "postgresql"])
def bare(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """A database with no tables."""
    if request.param == "sqlite":
        address = sqlite_address(tmp_path / "lapak.db")
    else:
        server: Postgres = request.getfixturevalue("postgres")
        address = server.new_address("template0")
    opened = Database(address)
    yield opened
    opened.close()


def open_as_it_was(database: Database, dump: Path) -> None:
    """The schema of the dump's revision, and its rows."""
    command.upgrade(config_for(database.engine), dump.stem)
    with database.engine.begin() as connection:
        if not database.is_sqlite:
            connection.execute(text("SET LOCAL TIME ZONE 'UTC'"))
        for statement in dump.read_text(encoding="utf-8").split(";\n"):
            if statement.strip():
                connection.exec_driver_sql(statement)


def rows_in(database: Database) -> Rows:
    """All rows of all tables, whatever the schema."""
    metadata = MetaData()
    with database.engine.connect() as connection:
        metadata.reflect(connection)
        tables = [table for table in metadata.sorted_tables if table.name not in {"alembic_version", *DERIVED}]
        return {
            table.name: [
                dict(row) for row in connection.execute(table.select().order_by(*table.primary_key)).mappings()
            ]
            for table in tables
        }


def changed(before: Rows, after: Rows) -> list[str]:
    """Rows of which a column that is still there says something else; tables that lost or got rows."""
    faults = []
    for name, rows in before.items():
        now = after.get(name, [])
        if len(now) != len(rows):
            faults.append(f"{name} had {len(rows)} rows, has {len(now)}")
        for old, new in zip(rows, now, strict=False):
            faults += [
                f"{name}.{key}: {old[key]!r} became {new[key]!r}" for key in old if new.get(key, old[key]) != old[key]
            ]
    return faults


def test_there_is_data_of_every_schema_that_a_shop_may_have() -> None:
    assert DUMPS, "tests/models/dump.py makes it"


@pytest.mark.parametrize("dump", DUMPS, ids=lambda dump: dump.stem)
def test_a_shop_of_an_earlier_schema_opens_with_every_row(bare: Database, dump: Path) -> None:
    open_as_it_was(bare, dump)
    before = rows_in(bare)
    assert len([name for name, rows in before.items() if rows]) >= 15, "something of every table"
    migrate(bare.engine)
    after = rows_in(bare)
    assert changed(before, after) == []
    assert changed(before, {**after, "orders": after["orders"][1:]}), "a lost order would be noticed"
    assert bare.read_now(what_is_wrong) == []
    assert [product.name for product in bare.read_now(named, "pisang keripik", 0).products] == ["Keripik pisang"]


@pytest.mark.parametrize("dump", DUMPS, ids=lambda dump: dump.stem)
def test_a_copy_of_an_earlier_schema_is_restored_and_trade_goes_on(bare: Database, dump: Path, tmp_path: Path) -> None:
    old = Database(sqlite_address(tmp_path / "old.db"))
    open_as_it_was(old, dump)
    orders = len(rows_in(old)["orders"])
    old.close()
    restore_database(tmp_path / "old.db", bare, NOW)
    assert len(rows_in(bare)["orders"]) == orders
    bare.write_now(wake_up, NOW)
    assert bare.write_now(buy, BUDI, 1, 1).id > orders
    assert bare.read_now(what_is_wrong) == []
    assert SARI in {row["owner_id"] for row in rows_in(bare)["stall"]}


def test_a_restore_that_is_refused_leaves_an_older_shop_as_it_is(bare: Database, tmp_path: Path) -> None:
    copy = Database(sqlite_address(tmp_path / "copy.db"))
    open_as_it_was(copy, DUMPS[-1])
    copy.close()
    open_as_it_was(bare, DUMPS[0])
    before = rows_in(bare)
    with pytest.raises(CopyError, match="holds data"):
        restore_database(tmp_path / "copy.db", bare, NOW)
    assert revision_of(bare.engine) == DUMPS[0].stem
    assert rows_in(bare) == before


def test_the_newest_schema_is_known(bare: Database) -> None:
    assert known_revisions(bare.engine)[-1] == "0001"
