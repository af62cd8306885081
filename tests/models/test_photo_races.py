"""Several sellers send the very same photos at one moment, as resellers do: each album becomes a draft."""

import random
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor

from sqlmodel import Session, col, func, select

from models.database import Database, DatabaseTrouble
from models.products import PhotoFile, note_photos, remember_photo

HANDS = 6
PHOTOS = [str(number) * 64 for number in range(10)]
Note = Callable[[Session, Sequence[str]], None]


def look_then_note(session: Session, hashes: Sequence[str]) -> None:
    """As one would do it without thinking."""
    for photo_hash in hashes:
        if session.get(PhotoFile, photo_hash) is None:
            session.add(PhotoFile(hash=photo_hash))
            session.flush()


def all_note(database: Database, note: Note) -> int:
    """How many of the hands, each with its own order of the same photos, got an error."""
    all_here = threading.Barrier(HANDS)

    def one(number: int) -> bool:
        mine = random.Random(number).sample(PHOTOS, len(PHOTOS))
        all_here.wait(10)
        try:
            database.write_now(note, mine)
        except DatabaseTrouble:
            return True
        return False

    with ThreadPoolExecutor(HANDS) as hands:
        return sum(hands.map(one, range(HANDS)))


def test_all_may_send_the_same_photos_at_once(database: Database) -> None:
    assert all_note(database, note_photos) == 0
    assert database.read_now(lambda session: session.exec(select(func.count(col(PhotoFile.hash)))).one()) == len(PHOTOS)


def test_without_the_protection_some_are_refused(database: Database) -> None:
    """SQLite has one writer: there nobody can come between the look and the note."""
    refused = all_note(database, look_then_note)
    assert refused == 0 if database.is_sqlite else refused > 0


def test_telegrams_name_for_a_photo_is_kept(database: Database) -> None:
    database.write_now(note_photos, PHOTOS[:1])
    database.write_now(remember_photo, PHOTOS[0], "abc")
    database.write_now(remember_photo, PHOTOS[1], "def")
    database.write_now(note_photos, PHOTOS[:2])
    kept = database.read_now(lambda session: session.exec(select(PhotoFile.hash, PhotoFile.file_id)).all())
    assert sorted(kept) == [(PHOTOS[0], "abc"), (PHOTOS[1], "def")]
