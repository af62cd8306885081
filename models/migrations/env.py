"""How Alembic reaches our tables; it runs inside the caller's process, on the caller's engine."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Literal

from alembic import context
from sqlalchemy import text
from sqlalchemy.engine import Connection
from sqlmodel import SQLModel
from sqlmodel.sql.sqltypes import AutoString

import models  # noqa: F401 # registers every table
from models.columns import UTCMoment


def plainly(kind: str, item: Any, _context: Any) -> str | Literal[False]:
    """Write our column types as SQLAlchemy's own: a migration must not change when our code does."""
    if kind == "type" and isinstance(item, UTCMoment):
        return "sa.DateTime(timezone=True)"
    if kind == "type" and isinstance(item, AutoString):
        return f"sa.String({item.length})"
    return False


@contextmanager
def tables_may_be_made_anew(connection: Connection) -> Iterator[None]:
    """SQLite changes a column by making its table anew, and drops the old one, which rows that point to it forbid.

    This can only be said outside of a transaction, so past SQLAlchemy, which would begin one.
    """
    if connection.dialect.name != "sqlite":
        yield
        return
    pragma = connection.connection.cursor()
    pragma.execute("PRAGMA foreign_keys=OFF")
    try:
        yield
    finally:
        pragma.execute("PRAGMA foreign_keys=ON")


with (
    context.config.attributes["engine"].connect() as connection,
    tables_may_be_made_anew(connection),
    connection.begin(),
):
    if connection.dialect.name == "postgresql":  # several processes may start at the same moment
        connection.execute(text("SELECT pg_advisory_xact_lock(hashtext('lapak migrations'))"))
    context.configure(
        connection=connection,
        target_metadata=SQLModel.metadata,
        render_as_batch=True,
        compare_type=True,
        render_item=plainly,
        transaction_per_migration=False,
    )
    context.run_migrations()
