"""How large a photo may be before it is opened, and how many are opened at once."""

import ctypes
import threading
from contextlib import AbstractContextManager, nullcontext, suppress

from shop.errors import ShopError
from shop.photos.headers import Header

LONG_SIDE = 1280  # px; what Telegram itself shows of a photo
MAX_BYTES = 20 * 1024 * 1024  # the Bot API hands over no larger file (getFile)
MAX_PIXELS = 65_000_000  # the 64-megapixel mode of common phones
MAX_MEMORY = 100 * 1024 * 1024  # bytes for one decode; with all else that runs it stays under 256 MiB
MIN_SIDE = 16  # px
MAX_RATIO = 20  # the Bot API refuses longer photos (sendPhoto)

_HEAVY = 32 * 1024 * 1024  # bytes; a JPEG that is decoded at a draft size takes less
# Two photos are worked on at a time, whoever calls and from however many threads; one heavy one among them.
working = threading.BoundedSemaphore(2)
_one_heavy = threading.Lock()
# glibc keeps what each thread has freed in an arena of that thread's own; shared by two, the peak is a third lower.
_M_ARENA_MAX, _ARENAS = -8, 2  # mallopt(3)
with suppress(OSError, AttributeError, TypeError):  # another C library: nothing to set
    ctypes.CDLL(None).mallopt(_M_ARENA_MAX, _ARENAS)


def decoding(header: Header) -> AbstractContextManager[object]:
    """To be held while a photo is decoded: heavy ones wait for each other."""
    return _one_heavy if header.memory > _HEAVY else nullcontext()


def check_bytes(data: bytes) -> None:
    """Raises ShopError photo-not-image for an empty file, photo-too-large past 20 MB."""
    if not data:
        raise ShopError("photo-not-image")
    if len(data) > MAX_BYTES:
        raise ShopError("photo-too-large", megabytes=MAX_BYTES // 1024**2)


def check_size(header: Header) -> None:
    """Raises ShopError photo-too-many-pixels, photo-too-small, photo-too-thin; nothing is decoded yet."""
    short, long = sorted((header.width, header.height))
    if header.pixels > MAX_PIXELS or header.memory > MAX_MEMORY:
        raise ShopError("photo-too-many-pixels", megapixels=round(header.pixels / 1e6))
    if short < MIN_SIDE:
        raise ShopError("photo-too-small", width=header.width, height=header.height)
    if long > MAX_RATIO * short:
        raise ShopError("photo-too-thin", width=header.width, height=header.height)
