"""Fifty files that try to take the process down: by size, by shape, by lies."""

import random
import struct
from collections.abc import Iterator

import numpy as np
from PIL import Image

from tests.shop.photos import builders as make


def hostile_files() -> Iterator[bytes]:
    """At least fifty files; those that are sound are the largest that are still taken."""
    yield from _claims()
    yield from _largest_taken()
    yield from _broken()


def _claims() -> Iterator[bytes]:
    for side in (20_000, 60_000, 2**31 - 1):
        yield make.png_of(side, side, 8, 6, bytes(2000))
        yield make.png_of(side, 3, 8, 2, bytes(2000))
    for width, height in ((65_000, 65_000), (65_500, 20), (10_000, 9_000), (9_000, 7_000)):
        yield make.jpeg_claiming(width, height)
    for width, height in ((16_000, 16_000), (4_000, 4_000), (2_600, 2_600)):
        yield make.webp_claiming(width, height)
    yield make.png_icc_bomb()


def _largest_taken() -> Iterator[bytes]:
    """Photos just under the limits: what a decoder really needs shows here."""
    for width, height, depth, colour, each in (
        (6400, 4400, 8, 2, 3),
        (6400, 4400, 8, 6, 4),
        (5300, 5300, 8, 6, 4),
        (8000, 7900, 8, 0, 1),
        (8000, 7900, 8, 3, 1),
        (8000, 7000, 16, 0, 2),
        (5000, 5000, 16, 2, 6),
    ):
        palette = make.png_chunk(b"PLTE", bytes(range(256)) * 3) + make.png_chunk(b"tRNS", bytes(range(256)))
        extra = (palette,) if colour == 3 else ()
        yield make.png_of(width, height, depth, colour, bytes((width * each + 1) * height), *extra)
    flat = Image.new("RGB", (9200, 6900), (90, 120, 60))
    yield make.encoded(flat)
    yield make.encoded(flat.crop((0, 0, 5000, 4000)), progressive=True)
    yield make.encoded(flat.crop((0, 0, 5000, 4000)), progressive=True, subsampling=0)
    yield make.encoded(flat.crop((0, 0, 5000, 5000)).convert("CMYK"))
    yield make.encoded(flat.crop((0, 0, 2700, 2700)), "WEBP")
    yield make.encoded(flat.crop((0, 0, 2700, 2700)).convert("RGBA"), "WEBP", lossless=True)


def _broken() -> Iterator[bytes]:
    dice = random.Random(7)
    noise = Image.fromarray(np.random.default_rng(7).integers(0, 256, (900, 1200, 3), dtype=np.uint8))
    for kind in ("JPEG", "PNG", "WEBP"):
        whole = make.encoded(noise, kind)
        for share in (0.1, 0.5, 0.97):
            yield whole[: int(len(whole) * share)]
        for _ in range(4):
            damaged = bytearray(whole)
            for _ in range(40):
                damaged[dice.randrange(12, len(damaged))] = dice.randrange(256)
            yield bytes(damaged)
        yield make.animated(kind if kind != "JPEG" else "GIF")
    yield b""
    yield struct.pack(">I4s", 24, b"ftyp") + b"heic" + bytes(400)
    yield b"GIF89a" + bytes(100)
