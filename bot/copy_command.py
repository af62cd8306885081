"""`python -m bot backup PATH` and `restore PATH`: the database, and the photos too when PATH is a folder."""

import os
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

from bot.copies import CopyError, copy_database, copy_photos, restore_database, sqlite_file
from bot.logs import Redact
from bot.progress import Bar
from bot.settings import Settings
from bot.times import Clock
from models.database import Database, DatabaseTrouble
from models.settings import get_setting

IN_FOLDER = "lapak.db"
PHOTOS = "photos"


def backup_main(path: str) -> int:
    """Copy to `path`, a new file, or a folder (an existing one, or with a / at its end); the exit code."""
    return _kindly(_backup, path)


def restore_main(path: str) -> int:
    """Bring what `backup_main` wrote to `path` into the database that the settings name, which is empty; exit code."""
    return _kindly(_restore, path)


def _backup(path: str, settings: Settings, database: Database) -> None:
    target = Path(path)
    in_folder = path.endswith("/") or target.is_dir()
    if in_folder:
        target.mkdir(parents=True, exist_ok=True)
        target /= IN_FOLDER
    if database.is_sqlite and not sqlite_file(database).exists():
        raise CopyError(f"There is no database at {sqlite_file(database)} yet.")
    copy_database(database, target, _now(database), Bar("database"))
    print(f"Copied to {target}.")
    if in_folder:
        print(f"{copy_photos(settings.photo_dir, target.parent / PHOTOS, Bar('photos'))} photos are beside it.")
    else:
        print(f"The photos are plain files: copy {settings.photo_dir} too, or name a folder instead of a file.")


def _restore(path: str, settings: Settings, database: Database) -> None:
    source = Path(path)
    from_folder = source.is_dir()
    if database.is_sqlite:
        settings.data_dir.mkdir(parents=True, exist_ok=True)
    if from_folder:  # before the rows: whoever is stopped amid them can begin again
        print(f"{copy_photos(source / PHOTOS, settings.photo_dir, Bar('photos'))} photos are back.")
    restore_database(source / IN_FOLDER if from_folder else source, database, Clock().now(), Bar("database"))
    print(f"Restored from {source}. Nothing that waited in it will be sent; open orders are asked about again.")
    if not from_folder:
        print(f"Put the photos back into {settings.photo_dir}.")


def _now(database: Database) -> datetime:
    """The time of this Lapak: a demo's clock may have been moved."""
    try:
        offset = database.read_now(get_setting, "clock offset", 0.0)
    except DatabaseTrouble:
        offset = 0.0  # no tables yet: copying says so better
    return Clock(timedelta(seconds=offset)).now()


def _kindly(work: Callable[[str, Settings, Database], None], path: str) -> int:
    os.umask(0o077)  # a copy holds all that people ever wrote
    settings = Settings.read()
    if isinstance(settings, str):
        print(settings, file=sys.stderr)
        return 2
    try:
        with closing(Database(settings.database_address)) as database:
            work(path, settings, database)
    except FileExistsError:
        trouble = f"{path} is there already; name a new file."
    except FileNotFoundError as missing:
        trouble = f"There is nothing at {missing.filename or missing}."
    except CopyError as refusal:
        trouble = str(refusal)
    except DatabaseTrouble as fault:
        trouble = f"The database can't be reached: {str(getattr(fault, 'orig', fault)).strip()}"
    except (OSError, sqlite3.Error) as fault:
        trouble = f"{path} can't be written: {fault}"
    else:
        return 0
    print(Redact(settings.secrets).text(trouble), file=sys.stderr)
    return 1
