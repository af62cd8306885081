"""Exposure and contrast from where a photo's darkest, middle and brightest parts lie."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


@dataclass(frozen=True)
class Taste:
    """Where the ends and the middle of a good photo lie, in 0-1 of sRGB, and how much is left alone.

    Found by random search over 70 pictures, each degraded in the benchmark's ways at random strengths, and
    checked on the half of the pictures that the search had not seen.
    """

    low: float = 0.0054  # the darkest value of a photo without haze
    low_ease: float = 0.03  # a gap at which half is taken back
    low_calm: float = 0.15  # by how much that grows where there is a real white
    white_at: float = 0.95  # what counts as white, and how sharply
    white_width: float = 0.02
    high: float = 1.0  # the brightest value of a well exposed photo
    high_ease: float = 0.043
    calm: float = 0.45  # by how much that grows where the photo is neither dark nor hazy
    dark_at: float = 0.41  # the middle that counts as dark, and how sharply
    dark_width: float = 0.016
    haze_at: float = 0.0088  # the haze that counts half
    sharp: float = 1.9  # how suddenly easing ends
    middle_low: float = 0.3  # a darker middle is lifted
    middle_high: float = 0.97  # a paler one is lowered
    middle_ease: float = 0.06
    pull: float = 0.34  # the share of that way that is gone


TASTE = Taste()


def eased(gap: float, ease: float, sharp: float) -> float:
    """`gap` with small values pressed to nearly nothing: what is nearly right is left alone."""
    if gap <= 0:
        return 0.0
    return float(gap / (1 + (ease / gap) ** sharp))


def veil(lows: Floats, highs: Floats) -> float:
    """How much haze lies over a photo: what even its darkest channel never falls below.

    `lows` and `highs` (3,) in 0-1. A photo with a real white in it may simply hold nothing black.
    """
    lack = 1 / (1 + np.exp((float(highs.max()) - TASTE.white_at) / TASTE.white_width))
    ease = TASTE.low_ease + TASTE.low_calm * (1 - float(lack))
    return eased(float(lows.min()) - TASTE.low, ease, TASTE.sharp)


def tone_curve(luma: Floats, high: float, haze: float) -> Floats:
    """(256,) sRGB values 0-1 that each 8-bit value becomes.

    `luma` (n,) of the photo without `haze` and in white light; `high` its brightest value of any channel.
    """
    ease = TASTE.high_ease + TASTE.calm * (1 - _need(float(luma.mean()), haze))
    white = max(1 - eased(TASTE.high - high, ease, TASTE.sharp), 0.15)
    steps = np.clip(np.arange(256, dtype=np.float32) / 255 / white, 0, 1)
    middle = float(np.mean(np.clip(luma / white, 0, 1)))
    return (steps ** _gamma(middle)).astype(np.float32)


def _need(middle: float, haze: float) -> float:
    """0-1: that a photo has no white means little unless it is dark as well, or hazy."""
    dark = 1 / (1 + np.exp((middle - TASTE.dark_at) / TASTE.dark_width))
    return float(max(dark, haze / (haze + TASTE.haze_at)))


def _gamma(middle: float) -> float:
    """Below 1 for a photo whose middle is too dark, above 1 for one that is too pale."""
    wanted = min(max(middle, TASTE.middle_low), TASTE.middle_high)
    off = float(np.log(np.log(min(max(middle, 0.02), 0.98)) / np.log(wanted)))
    turn = TASTE.pull * eased(abs(off), TASTE.middle_ease, 2.0)
    return float(np.exp(-turn if off > 0 else turn))
