"""Photo bytes: fetched from Telegram, cleaned, and kept in the data folder under their hash."""

import asyncio
import errno
import hashlib
import os
import threading
from collections.abc import Callable, Collection, Iterable
from datetime import datetime
from pathlib import Path

import structlog
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiohttp import ClientError, ClientResponseError

from bot.telegram_request import NEVER_LEFT
from shop import photos
from shop.errors import ShopError
from shop.listings import StoredPhoto

log = structlog.get_logger()
MOST_BYTES = 20 * 2**20  # Telegram's getFile gives no more
DOWNLOADS, SHORTEST_SECONDS, SLOWEST = 2, 30, 100_000  # how often we try, for how long, and at how many bytes a second
PAUSES = (1, 2, 4, 8, 0)  # seconds after an answer that is no photo
NOT_TO_BE_HAD = (400, 403, 404, 410)
FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


class ShelfFull(Exception):  # noqa: N818 # a state, not a fault
    """There is no room on the disk for now."""


class PhotoShelf:
    """Keeps each photo once, whoever sends it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    async def take_in(self, bot: Bot, file_id: str, size: int | None) -> StoredPhoto:
        """Fetch what a person sent, make it upright, light, free of metadata and better to look at, and keep it.

        Raises ShopError for what is no picture, is broken or too large.
        """
        return await asyncio.to_thread(self._better, await self.fetch(bot, file_id, size))

    async def fetch(self, bot: Bot, file_id: str, size: int | None) -> bytes:
        """What a person sent, as it is; nothing is kept. Raises ShopError for what is too large or can't be had.

        A line that is too slow for it is no reason to try for ever: whatever the person says next waits behind it.
        """
        if (size or 0) > MOST_BYTES:
            raise ShopError("photo-too-large")
        slow, pauses = 0, list(PAUSES)
        while slow < DOWNLOADS and pauses:
            try:
                download = await bot.download(file_id, timeout=SHORTEST_SECONDS + (size or 0) // SLOWEST)
                return download.read() if download else b""
            except TimeoutError:
                slow += 1
                log.warning("a photo takes too long to fetch", bytes=size)
            except TelegramBadRequest as refusal:
                raise ShopError("photo-too-large" if "too big" in refusal.message else "photo-broken") from refusal
            except NEVER_LEFT:
                raise  # Telegram is out of reach altogether
            except ClientError as refusal:
                if isinstance(refusal, ClientResponseError) and refusal.status in NOT_TO_BE_HAD:
                    raise ShopError("photo-broken") from refusal
                log.warning("a photo can't be fetched for now", trouble=type(refusal).__name__)
                await asyncio.sleep(pauses.pop(0))
        raise ShopError("photo-too-slow")

    async def keep(self, make: Callable[[], bytes]) -> StoredPhoto:
        """Keep a picture of our own making; `make` draws it (a JPEG), off the event loop."""
        return await asyncio.to_thread(lambda: self._store(make()))

    def path_of(self, photo_hash: str) -> Path:
        """Where the photo with this hash lies."""
        return self.folder / photo_hash[:2] / f"{photo_hash}.jpg"

    async def bytes_of(self, photo_hash: str) -> bytes | None:
        """The photo's JPEG bytes; None if the data folder lost it: what it was to be shown with matters more."""
        try:
            return await asyncio.to_thread(self.path_of(photo_hash).read_bytes)
        except OSError as trouble:
            log.error("a photo is missing in the data folder", photo=photo_hash, trouble=type(trouble).__name__)
            return None

    async def drop(self, hashes: Iterable[str]) -> None:
        """Take these off the shelf; one that isn't there is gone already."""

        def take_off() -> None:
            for photo_hash in hashes:
                self.path_of(photo_hash).unlink(missing_ok=True)

        await asyncio.to_thread(take_off)

    def left_behind(self, known: Collection[str], before: datetime) -> list[str]:
        """The hashes of files that came here before that moment and that nobody knows."""
        found = [path for path in self.folder.glob("*/*.jpg") if path.stem not in known]
        return [path.stem for path in found if path.stat().st_mtime < before.timestamp()]

    def drop_halves(self, before: datetime) -> None:
        """Take off what was begun before that moment by somebody who was killed while writing it."""
        for half in self.folder.glob("*/*.half"):
            if half.stat().st_mtime < before.timestamp():
                half.unlink(missing_ok=True)

    def _better(self, raw: bytes) -> StoredPhoto:
        bettered = photos.better(raw)
        photo = self._store(bettered.photo.data)
        original = self._store(bettered.original.data)
        changed = original.hash != photo.hash
        return photo.model_copy(update={"original": original if changed else None, "tip": bettered.tip})

    def _store(self, data: bytes) -> StoredPhoto:
        photo_hash = hashlib.sha256(data).hexdigest()
        path = self.path_of(photo_hash)
        if not path.exists():
            _write_whole(path, data)
        return StoredPhoto(hash=photo_hash)


def _write_whole(path: Path, data: bytes) -> None:
    """Put a file there whole or not at all, and on the disk before anybody is told of it. Raises ShelfFull."""
    # Two people may send the same photo at the same moment: each thread has a half of its own.
    half = path.with_suffix(f".{os.getpid()}.{threading.get_ident()}.half")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with half.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        half.replace(path)
    except OSError as trouble:
        half.unlink(missing_ok=True)
        if trouble.errno in FULL:
            raise ShelfFull from trouble
        raise
