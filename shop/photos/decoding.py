"""Bytes of a photo in, an upright sRGB picture of at most 1280 pixels out; or a refusal with a reason.

Pillow only warns of a decompression bomb, so kind and size are checked by our own reading of the header. A
decoder is then chosen by that header, not by trying them all, and large pictures are shrunk in strips, so
that a full-size copy in another mode never exists.
"""

from dataclasses import dataclass
from io import BytesIO
from typing import Any

import numpy as np
from PIL import Image
from PIL.JpegImagePlugin import JpegImageFile
from PIL.PngImagePlugin import PngImageFile
from PIL.WebPImagePlugin import WebPImageFile

from shop.errors import ShopError
from shop.photos import limits
from shop.photos.headers import Header, read_header
from shop.photos.profiles import to_srgb

_STRIP_PIXELS = 1_000_000
_OPENERS: dict[str, Any] = {"JPEG": JpegImageFile, "PNG": PngImageFile, "WEBP": WebPImageFile}


@dataclass(frozen=True)
class Upright:
    """`image`: RGB, sRGB, long side at most 1280. `width`, `height`: of the whole photo, turned upright."""

    image: Image.Image
    width: int
    height: int


def decode(data: bytes) -> Upright:
    """Reads a JPEG, PNG, WEBP or HEIC photo.

    Raises ShopError: photo-not-image, photo-broken, photo-animated, photo-too-large, photo-too-many-pixels,
    photo-too-small, photo-too-thin.
    """
    limits.check_bytes(data)
    header = read_header(data)
    limits.check_size(header)
    with limits.decoding(header):
        try:
            return _decode(data, header)
        except ShopError:
            raise
        except Exception as error:  # decoders fail in a dozen ways on hostile bytes; to a seller all are one
            raise ShopError("photo-broken") from error


def _decode(data: bytes, header: Header) -> Upright:
    image, orientation, profile = _open_heic(data) if header.kind == "HEIF" else _open(data, header)
    width, height = image.size if header.kind == "HEIF" else (header.width, header.height)
    small = _flat(_shrunk(image, _target(width, height)), profile)
    if orientation in _TURNS:
        small = small.transpose(_TURNS[orientation])
    if orientation >= 5:
        width, height = height, width
    small.info = {}
    return Upright(small, width, height)


# EXIF 2.32, 4.6.4 A: what has to be done to the stored rows and columns to stand the photo upright.
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


def _open(data: bytes, header: Header) -> tuple[Image.Image, int, bytes | None]:
    """(decoded image, EXIF orientation 1-8, ICC profile) of a JPEG, PNG or WEBP."""
    image: Image.Image = _OPENERS[header.kind](BytesIO(data))
    if image.size != (header.width, header.height):
        raise ShopError("photo-broken")
    if getattr(image, "is_animated", False):
        raise ShopError("photo-animated")
    orientation = _orientation(image)
    image.draft(None, _target(header.width, header.height))  # JPEG only: decode at 1/2, 1/4 or 1/8
    image.load()
    return image, orientation, image.info.get("icc_profile")


def _open_heic(data: bytes) -> tuple[Image.Image, int, bytes | None]:
    """Like `_open`; libheif has already turned the photo, so its EXIF orientation must not be used again."""
    from pillow_heif import open_heif  # 20 MB of library that most photos don't need

    heif = open_heif(BytesIO(data), convert_hdr_to_8bit=True)
    primary = heif[heif.primary_index]
    profile = primary.info.get("icc_profile")
    return primary.to_pillow(), 1, profile if isinstance(profile, bytes) else None


def _orientation(image: Image.Image) -> int:
    try:
        found = image.getexif().get(0x0112, 1)
    except Exception:  # EXIF is the most broken part of many sound photos: then the photo is taken as it lies
        return 1
    return found if isinstance(found, int) and 1 <= found <= 8 else 1


def _target(width: int, height: int) -> tuple[int, int]:
    """(width, height) scaled so that the long side is at most 1280; never larger than it was, never zero."""
    scale = min(1.0, limits.LONG_SIDE / max(width, height))
    return max(1, round(width * scale)), max(1, round(height * scale))


def _shrunk(image: Image.Image, target: tuple[int, int]) -> Image.Image:
    """`image` at `target` size in RGB, L, CMYK, or RGBa: colours times opacity, so that edges stay clean."""
    factor = max(1, min(image.width // target[0], image.height // target[1]))
    if factor == 1:
        return _fit(_plain(image), target)
    rows = max(factor, _STRIP_PIXELS // image.width // factor * factor)
    parts = [
        _plain(image.crop((0, top, image.width, min(top + rows, image.height)))).reduce(factor)
        for top in range(0, image.height, rows)
    ]
    whole = Image.new(parts[0].mode, (parts[0].width, sum(part.height for part in parts)))
    top = 0
    for part in parts:
        whole.paste(part, (0, top))
        top += part.height
    return _fit(whole, target)


def _fit(image: Image.Image, target: tuple[int, int]) -> Image.Image:
    """By Pillow's Hamming kernel: as sharp as bicubic when shrinking, at half the cost."""
    return image if image.size == target else image.resize(target, Image.Resampling.HAMMING)


def _plain(image: Image.Image) -> Image.Image:
    """`image` in a mode that can be averaged: no palette, no 16 bits, opacity multiplied in."""
    if image.mode.startswith("I"):  # 16-bit grey; Pillow's own conversion clips at 255 instead of scaling
        return Image.fromarray((np.asarray(image).astype(np.uint32) >> 8).clip(0, 255).astype(np.uint8))
    if image.mode in {"LA", "PA", "RGBA", "La"} or "transparency" in image.info:
        return image.convert("RGBA").convert("RGBa")
    return image if image.mode in {"RGB", "L", "CMYK"} else image.convert("RGB")


def _flat(image: Image.Image, profile: bytes | None) -> Image.Image:
    """RGB in sRGB; what was see-through lies on white, as in a catalogue."""
    if image.mode != "RGBa":
        return to_srgb(image, profile)
    clear = image.convert("RGBA")
    sheet = Image.new("RGB", clear.size, "white")
    sheet.paste(to_srgb(clear.convert("RGB"), profile), mask=clear.getchannel("A"))
    return sheet
