"""What a file says of itself in its first bytes: kind, size in pixels, memory that decoding would take.

Nothing is decoded here, so a bomb of a few kilobytes costs a few microseconds. Layouts: JPEG (ITU-T T.81,
annex B), PNG (W3C PNG third edition, 5.2 and 11.2.1), WebP (RFC 9649), HEIF (ISO/IEC 23008-12: `ispe`).
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from math import gcd

from shop.errors import ShopError

# Frame markers whose decoder libjpeg has; the others of 0xC0-0xCF are tables or lossless frames.
_JPEG_FRAMES = frozenset({0xC0, 0xC1, 0xC2, 0xC9, 0xCA})
_JPEG_PROGRESSIVE = frozenset({0xC2, 0xCA})
_JPEG_BARE = frozenset({0x01, *range(0xD0, 0xD8)})
_HEIC_BRANDS = frozenset({b"heic", b"heix", b"heim", b"heis", b"mif1", b"hevc", b"msf1"})
# Bytes that a decoder holds for each pixel, by kind: measured as the rise of a process's peak memory.
_PNG_BYTES = {0: 1, 2: 4, 3: 1, 4: 4, 6: 4}
_WEBP_BYTES = 18
_HEIC_BYTES = 8


@dataclass(frozen=True)
class Header:
    """`kind` is Pillow's name of the format; `width`, `height` in stored pixels; `memory` in bytes."""

    kind: str
    width: int
    height: int
    memory: int

    @property
    def pixels(self) -> int:
        """How many pixels the file claims to hold."""
        return self.width * self.height


def read_header(data: bytes) -> Header:
    """The header of a JPEG, PNG, WEBP or HEIC file, whatever its name was.

    Raises ShopError photo-animated for a GIF, photo-not-image for other kinds, photo-broken for a header
    that ends too early or contradicts itself.
    """
    try:
        if data.startswith(b"\xff\xd8\xff"):
            return _jpeg(data)
        if data.startswith(b"\x89PNG\r\n\x1a\n"):
            return _png(data)
        if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
            return _webp(data)
        if data[4:8] == b"ftyp" and data[8:12] in _HEIC_BRANDS:
            return _heic(data)
    except (struct.error, IndexError) as error:
        raise ShopError("photo-broken") from error
    raise ShopError("photo-animated" if data.startswith((b"GIF87a", b"GIF89a")) else "photo-not-image")


def _jpeg(data: bytes) -> Header:
    frame: tuple[int, int, int, list[tuple[int, int]]] | None = None
    for marker, body in _jpeg_segments(data):
        if marker in _JPEG_FRAMES:
            height, width, parts = struct.unpack_from(">HHB", body, 1)
            sampling = [(body[7 + 3 * i] >> 4, body[7 + 3 * i] & 15) for i in range(parts)]
            frame = (marker, width, height, sampling)
        elif marker == 0xDA:
            if frame is None:
                break
            one_pass = frame[0] not in _JPEG_PROGRESSIVE and body[0] == len(frame[3])
            return Header("JPEG", frame[1], frame[2], _jpeg_memory(frame[1] * frame[2], frame[3], one_pass))
    raise ShopError("photo-broken")


def _jpeg_segments(data: bytes) -> Iterator[tuple[int, memoryview]]:
    """(marker, body) of each segment up to the first scan; a file can't make this walk go backwards."""
    view, at = memoryview(data), 2
    while True:
        while data[at] == 0xFF and data[at + 1] == 0xFF:  # fill bytes
            at += 1
        if data[at] != 0xFF:
            raise ShopError("photo-broken")
        marker = data[at + 1]
        if marker in _JPEG_BARE:
            at += 2
            continue
        (length,) = struct.unpack_from(">H", data, at + 2)
        if length < 2 or marker == 0xD9:
            raise ShopError("photo-broken")
        yield marker, view[at + 4 : at + 2 + length]
        at += 2 + length


def _jpeg_memory(pixels: int, sampling: list[tuple[int, int]], one_pass: bool) -> int:
    """One pass is decoded at half size or less when it is large; several passes keep every coefficient.

    A coefficient is two bytes (libjpeg's JCOEF), and draft decoding does not make that store smaller.
    """
    if any(not 1 <= side <= 4 for pair in sampling for side in pair) or not sampling:
        raise ShopError("photo-broken")
    drafted = 4 * min(pixels, 2560 * 2560 + pixels // 64)
    if one_pass:
        return drafted
    across = max(h for h, _ in sampling)
    down = max(v for _, v in sampling)
    shrink = across * down
    samples = sum(h * v for h, v in sampling)
    common = gcd(samples, shrink)
    return drafted + 2 * pixels * (samples // common) // (shrink // common)


def _png(data: bytes) -> Header:
    length, name, width, height, depth, colour = struct.unpack_from(">I4sIIBB", data, 8)
    if (length, name) != (13, b"IHDR") or colour not in _PNG_BYTES:
        raise ShopError("photo-broken")
    wide = 2 if depth == 16 and colour == 0 else 1
    return Header("PNG", width, height, width * height * _PNG_BYTES[colour] * wide)


def _webp(data: bytes) -> Header:
    chunk = data[12:16]
    if chunk == b"VP8X":
        if data[20] & 0x02:
            raise ShopError("photo-animated")
        width = int.from_bytes(data[24:27], "little") + 1
        height = int.from_bytes(data[27:30], "little") + 1
    elif chunk == b"VP8L" and data[20] == 0x2F:
        (bits,) = struct.unpack_from("<I", data, 21)
        width, height = (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    elif chunk == b"VP8 " and data[23:26] == b"\x9d\x01\x2a":
        width, height = (side & 0x3FFF for side in struct.unpack_from("<HH", data, 26))
    else:
        raise ShopError("photo-broken")
    return Header("WEBP", width, height, width * height * _WEBP_BYTES)


def _heic(data: bytes) -> Header:
    """The largest size that any picture in the file claims: the photo itself, its tiles or its thumbnail."""
    sizes: list[tuple[int, int]] = []
    at = data.find(b"ispe")
    while at >= 0 and len(sizes) < 256:
        sizes.append(struct.unpack_from(">II", data, at + 8))
        at = data.find(b"ispe", at + 4)
    if not sizes:
        raise ShopError("photo-broken")
    width, height = max(sizes, key=lambda size: size[0] * size[1])
    return Header("HEIF", width, height, width * height * _HEIC_BYTES)
