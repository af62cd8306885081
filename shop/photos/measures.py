"""What can be measured of a photo: numbers that a tip can rest on."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from shop.photos.denoise import grain

Greys = NDArray[np.int16]

_TILE = 32  # px
_EDGE = 24.0  # 8-bit steps; weaker edges say nothing of sharpness
_FEW = 4  # tiles with an edge that are needed for a verdict


@dataclass(frozen=True)
class Measures:
    """Sizes in pixels of the upright photo, `noise` in 8-bit steps; all others from 0 to 1.

    brightness: mean luma. highlights: the luma that 5 % of the photo is brighter than. blown: the share that
    has lost its colour to too much light. pale: the middle luma of the rest. sharpness: how steep the steepest
    edges are, 1 for a step from one pixel to the next. flatness: the share without any texture.
    status_bar: whether the top looks like a phone's clock and signal bars.
    """

    width: int
    height: int
    brightness: float
    highlights: float
    blown: float
    pale: float
    sharpness: float
    noise: float
    flatness: float
    status_bar: bool


def measure(image: Image.Image, width: int, height: int) -> Measures:
    """Measures of `image` (RGB, upright), the copy that is shown of a photo of `width` x `height` pixels."""
    grey = np.asarray(image.convert("L"), dtype=np.int16)
    small = image.reduce(max(1, max(image.size) // 320))
    pixels = np.asarray(small, dtype=np.float32).reshape(-1, 3) / 255
    luma = pixels @ np.array([0.299, 0.587, 0.114], dtype=np.float32)
    white = np.sort(pixels, axis=1)[:, 1] > 0.98  # two channels at their end: what colour it was is lost
    flat = _flat(grey)
    return Measures(
        width=width,
        height=height,
        brightness=_rounded(luma.mean()),
        highlights=_rounded(np.percentile(luma, 95)),
        blown=_rounded(white.mean()),
        pale=_rounded(np.median(luma[~white]) if not white.all() else 1.0),
        sharpness=_rounded(sharpness(grey)),
        noise=round(grain(grey.astype(np.float32)), 2),
        flatness=_rounded(flat.mean()),
        status_bar=_status_bar(flat),
    )


def _rounded(value: float | np.floating) -> float:
    return round(float(value), 3)


def sharpness(grey: Greys) -> float:
    """How steep the photo's steepest edges are: the change in one pixel over the change in five.

    By tiles, so that a sharp product before a blurred room is sharp; the lesser of across and down, so that
    a shaken photo is not. 1.0 where there are no edges to judge by.
    """
    across = _steepness(grey[:, 3:-2] - grey[:, 2:-3], grey[:, 5:] - grey[:, :-5])
    down = _steepness(grey[3:-2] - grey[2:-3], grey[5:] - grey[:-5])
    return min((value for value in (across, down) if value is not None), default=1.0)


def _steepness(near: Greys, far: Greys) -> float | None:
    peaks_near, peaks_far = _tile_peaks(np.abs(near)), _tile_peaks(np.abs(far))
    telling = peaks_far > _EDGE
    if telling.sum() < _FEW:
        return None
    return float(np.percentile(peaks_near[telling] / peaks_far[telling], 90))


def _tile_peaks(values: Greys) -> Greys:
    """The largest value in each whole tile; a photo smaller than a tile has none."""
    rows, columns = (side // _TILE for side in values.shape)
    if not rows or not columns:
        return np.empty((0, 0), dtype=np.int16)
    cut = values[: rows * _TILE, : columns * _TILE]
    tall = cut.reshape(rows, _TILE, -1).max(axis=1)  # whole rows first: fast
    return np.asarray(tall.reshape(rows, columns, _TILE).max(axis=2))


def _flat(grey: Greys) -> NDArray[np.bool_]:
    """Where neither neighbour, right or below, differs by more than one step."""
    across = np.abs(np.diff(grey, axis=1))[:-1] <= 1
    down = np.abs(np.diff(grey, axis=0))[:, :-1] <= 1
    return np.asarray(across & down)


def _status_bar(flat: NDArray[np.bool_]) -> bool:
    """Marks at both ends of the topmost band, nothing between them, and a plain line under it."""
    band = flat[: max(8, len(flat) // 22)]
    busy = ~band.all(axis=0)
    thirds = np.array_split(busy, 3)
    ends = min(float(thirds[0].mean()), float(thirds[2].mean()))
    return bool(ends > 0.03 and max(thirds[0].mean(), thirds[2].mean()) < 0.8 and thirds[1].mean() < 0.12)
