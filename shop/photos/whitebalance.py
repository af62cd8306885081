"""The colour of the light, judged from the photo itself, with as much confidence as the photo allows.

A yellow lamp tints everything, a banana only itself. So every plausible light is tried in turn: how well do
the photo's colours look like things of this world once that light is taken away? Near-neutral colours are
common in any scene and strong ones are rare, and lamps and shade lie on the line from yellow to blue that hot
bodies glow along; green or magenta light is unlikely. The gains are the mean over all lights, weighted by
how likely each is: a photo that can't tell is hardly changed.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
# What one rule of thumb says: the light's colour (along, across), how much it is trusted, how exact it is.
Witness = tuple[Floats, float, float]

# Linear sRGB of CIE illuminant A (2856 K) beside D65 gives log(R/G) = 0.80 and log(B/G) = -1.26:
# the direction of lamp light, here of length one.
_LAMP = np.array([0.536, -0.844], dtype=np.float32)
_TINT = np.array([0.844, 0.536], dtype=np.float32)
_LUMINANCE = np.array([0.2126, 0.7152, 0.0722])  # of linear sRGB (IEC 61966-2-1)


@dataclass(frozen=True)
class Belief:
    """What is taken for likely; lengths in natural logarithms of linear channel ratios.

    Found like `tone.Taste`: by search over one half of the pictures, checked on the other.
    """

    neutral: float = 0.25  # how far from grey an ordinary colour lies
    tail: float = 0.14  # how slowly stronger colours get rarer
    weight: float = 0.91  # how many independent colours a photo is taken to hold
    bright: float = 0.18  # how much more bright pixels count
    white: float = 4.9  # how much likelier white light is than any tinted one: a logarithm
    white_width: float = 0.055  # what still passes for white light
    lamp: float = 0.3  # how strong warm and cold light are
    tint: float = 0.12  # how strong green and magenta light are
    patch: float = 3.5  # how much the brightest value of each channel counts
    patch_width: float = 0.12  # how near to the light's colour that value lies
    top: float = 0.8  # how much the colour of the brightest pixels counts
    top_width: float = 0.17
    mean: float = 0.22  # how much the average colour, led by the brighter half, counts
    mean_width: float = 1.1


BELIEF = Belief()
_ALONG = np.linspace(-1.3, 1.5, 57, dtype=np.float32)
_ACROSS = np.linspace(-0.6, 0.4, 21, dtype=np.float32)
_LIGHTS = np.stack(np.meshgrid(_ALONG, _ACROSS, indexing="ij"), axis=-1).reshape(-1, 2)


def light_gains(linear: Floats, highs: Floats) -> Floats:
    """Gains (3,) for linear RGB in 0-1 that make the light white and keep the luminance of grey.

    `linear` are pixels (n, 3) of the photo, `highs` (3,) the brightest value of each channel.
    """
    kept = linear[(linear.max(axis=1) < 0.98) & (linear.min(axis=1) > 0.002) & (linear.mean(axis=1) > 0.01)]
    if len(kept) < 20:
        return np.ones(3, dtype=np.float32)
    ratios = np.log(kept[:, [0, 2]] / kept[:, 1:2])
    weights = kept.mean(axis=1) ** BELIEF.bright
    along, across = ratios @ _LAMP, ratios @ _TINT
    cells, mass = _gathered(along, across, weights)
    light = _expected_light(cells, mass, _witnesses(linear, highs))
    offset = light[0] * _LAMP + light[1] * _TINT
    gains = np.exp(np.array([-offset[0], 0.0, -offset[1]]))
    return np.asarray(gains / (gains @ _LUMINANCE), dtype=np.float32)


def _gathered(along: Floats, across: Floats, weights: Floats) -> tuple[Floats, Floats]:
    """Colours (n, 2) gathered in cells of 0.1, and the mass of each: a large wall counts as its root."""
    keys = np.round(along * 10).astype(np.int32) * 1000 + np.round(across * 10).astype(np.int32)
    index = np.unique(keys, return_inverse=True)[1]
    mass = np.bincount(index, weights)
    centres = np.stack([np.bincount(index, weights * part) / mass for part in (along, across)], axis=1)
    mass = np.sqrt(mass)
    return centres.astype(np.float32), (mass / mass.sum()).astype(np.float32)


def _witnesses(linear: Floats, highs: Floats) -> list[Witness]:
    """(colour of the light, trust, width) by each of three rules of thumb; colours as (along, across).

    The brightest value of each channel and the brightest pixels are white, or a highlight, in most photos
    (white patch); the fourth-power mean is Finlayson and Trezzi's "shades of gray" (2004).
    """
    luma = linear.sum(axis=1)
    brightest = linear[luma >= np.percentile(luma, 98)].mean(axis=0)
    shade = np.mean(linear**4, axis=0) ** 0.25
    return [
        (_offset(highs), BELIEF.patch, BELIEF.patch_width),
        (_offset(brightest), BELIEF.top, BELIEF.top_width),
        (_offset(shade), BELIEF.mean, BELIEF.mean_width),
    ]


def _offset(colour: Floats) -> Floats:
    safe = np.maximum(colour, 0.002)
    ratio = np.log(safe[[0, 2]] / safe[1])
    return np.array([ratio @ _LAMP, ratio @ _TINT], dtype=np.float32)


def _expected_light(cells: Floats, mass: Floats, witnesses: list[Witness]) -> Floats:
    """(along, across) of the light: the mean of the posterior over the grid of lights."""
    score = _prior() + BELIEF.weight * _likely(cells, mass)
    for colour, trust, width in witnesses:
        score -= trust * np.log1p(((_LIGHTS - colour) ** 2).sum(axis=1) / width**2)
    share = np.exp(score - score.max())
    return np.asarray((share / share.sum()) @ _LIGHTS, dtype=np.float32)


def _prior() -> Floats:
    """Log-likelihood of each light before the photo is seen: white, or anything near the line of lamps."""
    white = BELIEF.white - (_LIGHTS**2).sum(axis=1) / (2 * BELIEF.white_width**2)
    tinted = -0.5 * ((_LIGHTS[:, 0] / BELIEF.lamp) ** 2 + (_LIGHTS[:, 1] / BELIEF.tint) ** 2)
    return np.asarray(np.logaddexp(white, tinted), dtype=np.float32)


def _likely(cells: Floats, mass: Floats) -> Floats:
    """Log-likelihood of the photo's colours under each light: Student's t around grey."""
    gap = ((cells[None] - _LIGHTS[:, None]) ** 2).sum(axis=2)  # (lights, cells)
    spread = BELIEF.tail * BELIEF.neutral**2
    return np.asarray(-0.5 * (1 + BELIEF.tail) * np.log1p(gap / spread) @ mass, dtype=np.float32)
