"""Crops to the shapes that catalogues like, 4:5 or 1:1, only where nothing but plain background is cut."""

import numpy as np
from numpy.typing import NDArray
from PIL import Image

Box = tuple[int, int, int, int]
Floats = NDArray[np.float32]

_PORTRAIT, _SQUARE = 4 / 5, 1.0  # width / height
_SAME = 0.02  # shapes that differ by less are the same
_LONG = 240  # px; detail finer than a 240th of the photo is looked for by its mean
_DRIFT = 14.0  # 8-bit steps that a plain wall may differ from its edge
_STEP = 5.0  # 8-bit steps between neighbours on it
_KEEP = 0.12  # the share of the plain border that stays around the product


def crop_box(image: Image.Image, width: int, height: int) -> Box:
    """(left, top, right, bottom) in pixels of a photo of `width` x `height`, of which `image` is a copy.

    The whole photo where it has a good shape already or where a crop would cut into something.
    """
    whole = (0, 0, width, height)
    shape = width / height
    if min(abs(shape / good - 1) for good in (_PORTRAIT, _SQUARE)) <= _SAME:
        return whole
    margins = plain_margins(image)
    for good in (_PORTRAIT, _SQUARE) if shape < _SQUARE else (_SQUARE, _PORTRAIT):
        box = _cut(margins, width, height, good)
        if box:
            return box
    return whole


def plain_margins(image: Image.Image) -> tuple[float, float, float, float]:
    """How far plain background reaches from the left, top, right and bottom edge, as shares of that side."""
    small = image.reduce(max(1, max(image.size) // _LONG))
    planes = np.stack([np.asarray(plane, dtype=np.float32) for plane in small.split()])  # (3, h, w)
    turned = np.ascontiguousarray(planes.transpose(0, 2, 1))
    found = [_plain_lines(lines) for lines in (turned, planes, turned[:, ::-1], planes[:, ::-1])]
    return found[0], found[1], found[2], found[3]


def _plain_lines(lines: Floats) -> float:
    """The share of lines (3, n, length), from the first on, that all look like one plain wall."""
    wall = np.median(lines[:, 0], axis=1)[:, None, None]
    drift = np.abs(lines - wall).max(axis=2).max(axis=0)
    along = np.abs(np.diff(lines, axis=2)).max(axis=2).max(axis=0)
    onward = np.abs(np.diff(lines, axis=1, prepend=lines[:, :1])).max(axis=2).max(axis=0)
    busy = (drift > _DRIFT) | (along > _STEP) | (onward > _STEP)
    return float(np.argmax(busy) / len(busy)) if busy.any() else 0.0


def _cut(margins: tuple[float, float, float, float], width: int, height: int, shape: float) -> Box | None:
    """The largest box of `shape` that only cuts plain margins, with the product in its middle."""
    left, top, right, bottom = margins
    if width / height > shape:
        wide = round(height * shape)
        start = _start(left * width, right * width, width - wide)
        return None if start is None else (start, 0, start + wide, height)
    tall = round(width / shape)
    start = _start(top * height, bottom * height, height - tall)
    return None if start is None else (0, start, width, start + tall)


def _start(before: float, after: float, surplus: int) -> int | None:
    """How much of `surplus` pixels to cut before the product so that it ends in the middle, or None."""
    most_before, most_after = before * (1 - _KEEP), after * (1 - _KEEP)
    if surplus > most_before + most_after:
        return None
    wanted = (before - after + surplus) / 2
    return int(min(max(wanted, surplus - most_after, 0), most_before, surplus))
