"""A SQLite file: where it is, how a connection to it behaves, and how it lets go of what was deleted."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import Connection
from sqlalchemy.exc import SQLAlchemyError

from models.plain import undone

# What is deleted is overwritten: else the bytes stay in the file until something else needs the room.
PRAGMAS = ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "temp_store=MEMORY", "secure_delete=ON")


def sqlite_address(file: Path) -> str:
    """The address of the SQLite database in `file`."""
    return f"sqlite:///{file}"


def sqlite_engine(address: str, begin: str | None, patience: float) -> Engine:
    """Connections to the file whose transactions begin so (None: whoever uses one begins them), and that wait so many
    seconds for others who hold it.
    """
    ours = {"timeout": patience, "check_same_thread": False}
    engine = create_engine(address, connect_args=ours, skip_autocommit_rollback=begin is None, hide_parameters=True)

    @event.listens_for(engine, "connect")
    def _pragmas(connection: sqlite3.Connection, _record: Any) -> None:
        # Python's own implicit BEGIN is deferred and fails at once under contention; we say BEGIN ourselves.
        connection.isolation_level = None
        for pragma in PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")

    if begin:
        event.listen(engine, "begin", lambda connection: connection.exec_driver_sql(begin))
    else:
        event.listen(engine, "before_cursor_execute", _never_alone)
    return engine


def sweep(address: str, patience: float, thoroughly: bool) -> bool:
    """Empty the log beside the file, where what was deleted still stands: what counts of it goes into the file itself.

    A row that was moved to another page may have left a shadow where it was, which nothing overwrites: `thoroughly`
    writes the whole file anew. False if it has to wait: somebody was at it for so many seconds, or the disk refuses.
    """
    engine = sqlite_engine(address, None, patience)
    try:
        with closing(engine.raw_connection()) as connection:
            asking = connection.cursor()
            if thoroughly:
                asking.execute("PRAGMA temp_store=FILE")  # it holds all rows for a moment: too much for the memory
                asking.execute("VACUUM")
            [busy, *_] = asking.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    except (sqlite3.Error, SQLAlchemyError):
        return False
    finally:
        engine.dispose()
    return not busy


def _never_alone(_: Connection, cursor: sqlite3.Cursor, statement: str, *__: Any) -> None:
    if not cursor.connection.in_transaction:
        raise undone(statement)
