"""The smallest JPEG that still looks right: photos travel over weak signal and prepaid data.

The quality is chosen by measure. A few patches of the photo are encoded at falling qualities, and the lowest
whose mean error stays under what an eye sees is used for the whole; a photo that is still over the limit of
bytes is encoded more coarsely, then made smaller.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from io import BytesIO

import numpy as np
from numpy.typing import NDArray
from PIL import Image

MAX_BYTES = 200_000
_QUALITIES = (92, 88, 84, 80, 76, 72)
_FLOOR = 60
_MAX_ERROR = 2.6  # root mean square of the error in 8-bit steps, luminance
_PATCH = 64  # px, a multiple of the 16 that JPEG works in
_PATCHES = 4  # across and down


@dataclass(frozen=True)
class Photo:
    """`data`: a JPEG without metadata; `width` and `height` in pixels."""

    data: bytes
    width: int
    height: int


def encode(image: Image.Image) -> Photo:
    """`image` (RGB) as the lightest JPEG that looks the same, at most 200 kB."""
    quality = _seen_quality(image)
    data = _jpeg(image, quality)
    while len(data) > MAX_BYTES and quality > _FLOOR:
        quality = max(_FLOOR, quality - 6)
        data = _jpeg(image, quality)
    if len(data) > MAX_BYTES:
        scale = max(0.5, 0.95 * (MAX_BYTES / len(data)) ** 0.5)
        return encode(image.resize((round(image.width * scale), round(image.height * scale))))
    return Photo(data, image.width, image.height)


def _seen_quality(image: Image.Image) -> int:
    """The lowest quality at which patches of the photo differ from it by less than `_MAX_ERROR`."""
    sample = _patches(image)
    wanted = np.asarray(sample.convert("L"), dtype=np.float32)
    return _last_before(_QUALITIES, key=lambda quality: _error(sample, wanted, quality) > _MAX_ERROR)


def _last_before(qualities: Sequence[int], key: Callable[[int], bool]) -> int:
    """The last of falling `qualities` before `key` becomes true; the first when it is true for all."""
    low, high = 0, len(qualities) - 1
    while low < high:
        middle = (low + high + 1) // 2
        if key(qualities[middle]):
            high = middle - 1
        else:
            low = middle
    return qualities[low]


def _error(sample: Image.Image, wanted: NDArray[np.float32], quality: int) -> float:
    with Image.open(BytesIO(_jpeg(sample, quality)), formats=["JPEG"]) as coded:
        coded.draft("L", None)
        seen = np.asarray(coded, dtype=np.float32)
    return float(np.sqrt(np.mean((seen - wanted) ** 2)))


def _patches(image: Image.Image) -> Image.Image:
    """A sheet of patches spread evenly over the photo; the photo itself when it is small."""
    side = _PATCH * _PATCHES
    if image.width <= side or image.height <= side:
        return image
    sheet = Image.new("RGB", (side, side))
    for row in range(_PATCHES):
        for column in range(_PATCHES):
            left = (image.width - _PATCH) * column // (_PATCHES - 1)
            top = (image.height - _PATCH) * row // (_PATCHES - 1)
            sheet.paste(image.crop((left, top, left + _PATCH, top + _PATCH)), (column * _PATCH, row * _PATCH))
    return sheet


def _jpeg(image: Image.Image, quality: int) -> bytes:
    out = BytesIO()
    image.save(out, "JPEG", quality=quality, optimize=True)
    return out.getvalue()
