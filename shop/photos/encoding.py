"""The smallest JPEG that still looks right: photos travel over weak signal and prepaid data.

The coding is chosen by measure. Patches of the photo are encoded ever more coarsely, and the coarsest coding
whose error stays under what is seen is used for the whole; a photo that is still over the limit of bytes is
encoded more coarsely yet, then made smaller. A small photo is shown enlarged, so less error is let pass.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

import numpy as np
from numpy.typing import NDArray
from PIL import Image

MAX_BYTES = 200_000
Coding = tuple[int, int]  # JPEG quality, and Pillow's `subsampling`: 0 keeps colour whole, 2 halves it

_CODINGS: Sequence[Coding] = ((95, 0), (92, 0), (88, 0), (88, 2), (84, 2), (80, 2), (76, 2), (72, 2))
_LAST: Sequence[Coding] = ((66, 2), (60, 2))  # only to stay under the limit
_SEEN = 4.6  # root mean square error in 8-bit RGB steps that isn't seen at 1280 x 960 on a phone
_SEEN_SMALL = 1.6  # the same for photos of a quarter of that width, shown enlarged
_FULL = 1280 * 960  # pixels
_PATCH = 64  # px, a multiple of the 16 that JPEG works in
_PATCHES = 4  # across and down
_TABLES = 600  # bytes of a JPEG before its first pixel


@dataclass(frozen=True)
class Photo:
    """`data`: a JPEG without metadata; `width` and `height` in pixels."""

    data: bytes
    width: int
    height: int


def encode(image: Image.Image) -> Photo:
    """`image` (RGB) as the lightest JPEG that looks the same, at most 200 kB."""
    sample = _patches(image)
    area = image.width * image.height / (sample.width * sample.height)
    codings = (*_CODINGS, *_LAST)
    place = _lightest(sample, image.width * image.height)
    while place < len(codings) - 1 and _foreseen(sample, area, codings[place]) > MAX_BYTES:
        place += 1
    for coding in codings[place:]:
        data = _jpeg(image, coding)
        if len(data) <= MAX_BYTES:
            return Photo(data, image.width, image.height)
    scale = max(0.5, 0.95 * (MAX_BYTES / len(data)) ** 0.5)
    return encode(image.resize((round(image.width * scale), round(image.height * scale))))


def _foreseen(sample: Image.Image, area: float, coding: Coding) -> float:
    """About how many bytes the whole will take, a tenth too few; it is tried on the patches, which is cheap."""
    return 0.9 * (len(_jpeg(sample, coding)) - _TABLES) * area + _TABLES


def _lightest(sample: Image.Image, pixels: int) -> int:
    """The place in `_CODINGS` of the coarsest coding whose error isn't seen in a photo of `pixels`."""
    wanted = np.asarray(sample, dtype=np.float32)
    share = min(1.0, (pixels / _FULL) ** 0.5)
    bar = _SEEN_SMALL + (_SEEN - _SEEN_SMALL) * max(0.0, share - 0.25) / 0.75
    low, high = 0, len(_CODINGS) - 1
    while low < high:
        middle = (low + high + 1) // 2
        if _error(sample, wanted, _CODINGS[middle]) > bar:
            high = middle - 1
        else:
            low = middle
    return low


def _error(sample: Image.Image, wanted: NDArray[np.float32], coding: Coding) -> float:
    with Image.open(BytesIO(_jpeg(sample, coding)), formats=["JPEG"]) as coded:
        seen = np.asarray(coded, dtype=np.float32)
    return float(np.sqrt(np.mean((seen - wanted) ** 2)))


def _patches(image: Image.Image) -> Image.Image:
    """A sheet of patches spread evenly over the photo; the photo itself when it is small."""
    side = _PATCH * _PATCHES
    if image.width <= side or image.height <= side:
        return image
    sheet = Image.new("RGB", (side, side))
    for place in range(_PATCHES**2):
        row, column = divmod(place, _PATCHES)
        left = (image.width - _PATCH) * column // (_PATCHES - 1)
        top = (image.height - _PATCH) * row // (_PATCHES - 1)
        patch = image.crop((left, top, left + _PATCH, top + _PATCH))
        sheet.paste(patch, (column * _PATCH, row * _PATCH))
    return sheet


def _jpeg(image: Image.Image, coding: Coding) -> bytes:
    """Optimized (about 3 % lighter) only with halved colour: finer codings may outgrow Pillow's one buffer
    of a byte a pixel, at which libjpeg gives up."""
    quality, subsampling = coding
    out = BytesIO()
    image.save(out, "JPEG", quality=quality, subsampling=subsampling, optimize=subsampling == 2)
    return out.getvalue()
