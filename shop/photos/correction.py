"""Haze, the colour of the light and exposure, taken back in one table a channel.

All three are judged on a few thousand pixels of the photo and are the same for the whole of it, so that a
photo of any size costs one pass through a table.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from shop.photos.tone import tone_curve, veil
from shop.photos.whitebalance import light_gains

Floats = NDArray[np.float32]

_SAMPLE = 2500  # pixels
_TAIL = 0.0002  # the share of pixels that may be brighter than white or darker than black
_LUMA = np.array([0.299, 0.587, 0.114], dtype=np.float32)  # ITU-R BT.601, as JPEG and Pillow have it
_LEVELS: Floats = np.arange(256, dtype=np.float32) / np.float32(255)


@dataclass(frozen=True)
class Correction:
    """`table`: (3, 256) 8-bit values, one row for each of R, G, B. `strength`: 0 for none to 1 for much."""

    table: NDArray[np.uint8]
    strength: float


def correction_for(image: Image.Image) -> Correction:
    """What makes `image` (RGB) look as if it had been taken in good light."""
    pixels = _sample(image)
    lows, highs = _extremes(image)
    haze = veil(lows, highs)
    gains = light_gains(to_linear(_unveiled(pixels, haze)), to_linear(_unveiled(highs, haze)))
    luma = _balanced(pixels, haze, gains) @ _LUMA
    curve = tone_curve(luma, float(_balanced(highs, haze, gains).max()), haze)
    levels = np.repeat(_LEVELS[:, None], 3, axis=1)
    places = _balanced(levels, haze, gains).T * 255
    table = np.interp(places, np.arange(256), curve * 255)
    rounded = np.clip(np.round(table), 0, 255).astype(np.uint8)
    change = float(np.abs(table / 255 - _LEVELS).mean())
    return Correction(rounded, min(1.0, change / 0.2))


def _extremes(image: Image.Image) -> tuple[Floats, Floats]:
    """The darkest and the brightest value (3,) of each channel, but for a `_TAIL` of the pixels at either end."""
    counts = np.array(image.histogram(), dtype=np.float64).reshape(3, 256)
    shares = np.cumsum(counts, axis=1) / counts.sum(axis=1, keepdims=True)
    lows = (shares <= _TAIL).sum(axis=1)
    highs = (shares < 1 - _TAIL).sum(axis=1)
    return lows.astype(np.float32) / 255, highs.astype(np.float32) / 255


def corrected(image: Image.Image, correction: Correction) -> Image.Image:
    """`image` through the tables, in Pillow's C loop."""
    return image.point(correction.table.reshape(-1).tolist())


def _sample(image: Image.Image) -> Floats:
    """(n, 3) sRGB values in 0-1: means of small blocks, so that grain doesn't pose as black or white."""
    block = max(1, max(image.size) // 320)
    small = np.asarray(image.reduce(block), dtype=np.float32).reshape(-1, 3) / np.float32(255)
    return small[:: max(1, len(small) // _SAMPLE)]


def _unveiled(values: Floats, haze: float) -> Floats:
    return np.asarray(np.clip((values - haze) / (1 - haze), 0, 1), dtype=np.float32)


def _balanced(values: Floats, haze: float, gains: Floats) -> Floats:
    return to_srgb_values(to_linear(_unveiled(values, haze)) * gains)


def to_linear(values: Floats) -> Floats:
    """sRGB values 0-1 as amounts of light (IEC 61966-2-1)."""
    curve = ((values + 0.055) / 1.055) ** 2.4
    return np.where(values <= 0.04045, values / 12.92, curve).astype(np.float32)


def to_srgb_values(light: Floats) -> Floats:
    """Amounts of light as sRGB values 0-1; what is brighter than white becomes white."""
    light = np.clip(light, 0, 1)
    curve = 1.055 * light ** (1 / 2.4) - 0.055
    return np.where(light <= 0.0031308, light * 12.92, curve).astype(np.float32)
