"""Photo bytes on the shelf."""

import os
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from bot.photoshelf import PhotoShelf
from tests.support.cast import photo_bytes


def test_two_people_may_send_the_same_photo_at_the_same_moment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both have written all of it before either puts it in its place."""
    both_have_written, fsync = threading.Barrier(2), os.fsync

    def fsync_together(file: int) -> None:
        fsync(file)
        both_have_written.wait(5)

    monkeypatch.setattr("bot.photoshelf.os.fsync", fsync_together)
    shelf, photo = PhotoShelf(tmp_path), photo_bytes()
    with ThreadPoolExecutor(2) as people:
        first, second = people.map(shelf._store, [photo, photo])
    assert first == second
    assert shelf.path_of(first.hash).read_bytes() == photo
    assert [file.suffix for file in tmp_path.rglob("*") if file.is_file()] == [".jpg"]
