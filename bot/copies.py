"""Copies of the SQLite database while it is being used: `python -m bot backup PATH`, and one every night."""

import sqlite3
from datetime import datetime
from pathlib import Path

from models.database import Database

FOLDER_NAME = "copies"


def copy_database(source: Path, target: Path) -> None:
    """Write a whole, consistent copy of the SQLite file `source` to `target`, whoever is writing meanwhile.

    Raises FileExistsError if there is something at `target`, FileNotFoundError without a `source`.
    """
    if target.exists():
        raise FileExistsError(target)
    if not source.exists():
        raise FileNotFoundError(source)
    half = target.with_name(target.name + ".half")
    half.unlink(missing_ok=True)
    reading, writing = sqlite3.connect(f"file:{source}?mode=ro", uri=True), sqlite3.connect(half)
    try:
        reading.backup(writing)
        writing.execute("PRAGMA journal_mode=DELETE")
    finally:
        writing.close()
        reading.close()
    half.rename(target)


def sqlite_file(database: Database) -> Path:
    """Where a SQLite database lies."""
    return Path(database.address.removeprefix("sqlite:///"))


def keep_copies(database: Database, folder: Path, now: datetime, kept: int) -> None:
    """Add tonight's copy to the folder and drop all but the newest `kept`."""
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"lapak-{now:%Y-%m-%d}.db"
    target.unlink(missing_ok=True)
    copy_database(sqlite_file(database), target)
    for old in sorted(folder.glob("lapak-*.db"), reverse=True)[kept:]:
        old.unlink()
