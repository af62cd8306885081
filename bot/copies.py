"""Copies of the database while it is used, and back again; one kind of file for both databases.

A copy is a SQLite file with our tables. It sleeps: what waited to be sent when it was made is set aside in it, so that
nobody hears old news, whether it is restored or just put in place.
"""

import secrets
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from pathlib import Path

from models.copying import Progress, changing, copy_rows, count_rows, engine_of_file, may_pause, put_to_sleep, sleeps
from models.database import Database, Session
from models.migrations import known_revisions, migrate, revision_of

FOLDER_NAME = "copies"
PAGES = 1000
HOLDS_DATA = "The database holds data already. A copy is restored into an empty one only."


class CopyError(Exception):
    """A copy can't be made, or used; the text says why, as a sentence for the terminal."""


def nobody(_done: int, _total: int) -> None:
    """Nobody wants to know how far it is."""


def copy_database(database: Database, target: Path, now: datetime, progress: Progress = nobody) -> None:
    """Write a whole copy, as of one moment, to `target`, whoever is writing meanwhile.

    Raises FileExistsError if there is something at `target`, FileNotFoundError without a database, CopyError for one
    that an older Lapak has left.
    """
    if target.exists():
        raise FileExistsError(target)
    with _half_of(target) as half:
        _fill(database, half, now, progress)
        if target.exists():  # somebody else was faster
            raise FileExistsError(target)
        half.rename(target)


def restore_database(copy: Path, database: Database, now: datetime, progress: Progress = nobody) -> None:
    """Fill an empty database with what is in `copy`, made by this Lapak or an older one; all of it or nothing.

    Raises FileNotFoundError without a copy, CopyError if it is none of ours, or if the database holds data.
    """
    if not copy.exists():
        raise FileNotFoundError(copy)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "copy.db"
        shutil.copyfile(copy, file)
        _bring_up_to_date(file)
        with changing(file) as rows:
            if not sleeps(rows):
                put_to_sleep(rows, now)  # a file that was copied by hand
        with database.engine.connect() as looking:
            if count_rows(looking):  # and what is refused keeps its schema, too
                raise CopyError(HOLDS_DATA)
        migrate(database.engine)
        with changing(file) as rows, database.engine.begin() as writing:
            if count_rows(writing):
                raise CopyError(HOLDS_DATA)
            copy_rows(rows, writing, progress)


def keep_copies(database: Database, folder: Path, now: datetime, kept: int) -> None:
    """Add tonight's copy to the folder, in the place of one of the same day, and drop all but the newest `kept`."""
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"lapak-{now:%Y-%m-%d}.db"
    for half in folder.glob("lapak-*.half*"):  # somebody was killed while writing it
        half.unlink()
    with _half_of(target) as half:
        _fill(database, half, now, nobody)
        half.replace(target)
    # One of a day to come was made while the clock was wrong: it goes first.
    copies = sorted(folder.glob("lapak-*.db"), key=lambda copy: (copy.name <= target.name, copy.name), reverse=True)
    for old in copies[kept:]:
        old.unlink()


def copied_since(folder: Path, moment: datetime) -> bool:
    """Whether the folder holds a copy that is no older."""
    return any(copy.stat().st_mtime >= moment.timestamp() for copy in folder.glob("lapak-*.db"))


def copy_photos(source: Path, target: Path, progress: Progress = nobody) -> int:
    """Copy the photos that aren't there yet; how many there are. A photo never changes: its name is its hash."""
    photos = sorted(source.glob("*/*.jpg"))
    for done, photo in enumerate(photos, 1):
        copied = target / photo.parent.name / photo.name
        if not copied.exists():
            copied.parent.mkdir(parents=True, exist_ok=True)
            # Whose it was may be forgotten meanwhile.
            with suppress(FileNotFoundError), _half_of(copied) as half:
                shutil.copyfile(photo, half)
                half.rename(copied)
        progress(done, len(photos))
    return len(photos)


def sqlite_file(database: Database) -> Path:
    """Where a SQLite database lies."""
    return Path(database.address.removeprefix("sqlite:///"))


@contextmanager
def _half_of(target: Path) -> Iterator[Path]:
    """A file of our own beside `target`, to be put there when it is whole; whoever else writes to it has another."""
    half = target.with_name(f"{target.name}.{secrets.token_hex(4)}.half")
    try:
        yield half
    finally:
        half.unlink(missing_ok=True)


def _fill(database: Database, half: Path, now: datetime, progress: Progress) -> None:
    (_fill_from_sqlite if database.is_sqlite else _fill_from_postgresql)(database, half, progress)
    with changing(half) as rows:
        put_to_sleep(rows, now)


def _fill_from_sqlite(database: Database, half: Path, progress: Progress) -> None:
    source = sqlite_file(database)
    if not source.exists():
        raise FileNotFoundError(source)

    def told(_status: int, left: int, total: int) -> None:
        progress(total - left, total)

    with (
        closing(sqlite3.connect(f"{source.resolve().as_uri()}?mode=ro", uri=True, isolation_level=None)) as reading,
        closing(sqlite3.connect(half)) as writing,
    ):
        # Holding on to one moment: else SQLite begins anew whenever somebody writes between two steps.
        reading.execute("BEGIN")
        reading.execute("SELECT count(*) FROM sqlite_master").fetchone()
        reading.backup(writing, pages=PAGES, progress=told)
        writing.execute("PRAGMA journal_mode=DELETE")


def _fill_from_postgresql(database: Database, half: Path, progress: Progress) -> None:
    newest = known_revisions(database.engine)[0]
    if revision_of(database.engine) != newest:
        raise CopyError("The database is as an older Lapak left it (or empty). Start the bot once, then copy.")
    target = engine_of_file(half)
    migrate(target)
    target.dispose()

    def copy(session: Session) -> None:
        may_pause(session.connection())
        with changing(half) as rows:
            copy_rows(session.connection(), rows, progress)

    database.read_now(copy)


def _bring_up_to_date(file: Path) -> None:
    """Raises CopyError for what is no whole copy of a Lapak's, or of one that is newer than we are."""
    try:
        with closing(sqlite3.connect(file)) as looking:
            whole = looking.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    except (sqlite3.DatabaseError, UnicodeDecodeError):
        whole = False
    if not whole:
        raise CopyError("That is no copy of a database, or a broken one.")
    engine = engine_of_file(file)
    try:
        revision = revision_of(engine)
        if revision is None:
            raise CopyError("That is a database, but none of Lapak's.")
        if revision not in known_revisions(engine):
            raise CopyError("That copy is from a newer Lapak. Update this one first.")
        migrate(engine)
    finally:
        engine.dispose()
