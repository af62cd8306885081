"""Clean pictures, and the ways in which a seller's photo goes wrong, for the benchmark and the tests of photos.

The photographs ship with scikit-image's own wheel. The drawn scenes stand for what its photographs lack: a
product on a white sheet, on wood, on a plate; a banana that really is yellow.
"""

from collections.abc import Callable, Iterator
from functools import cache
from io import BytesIO
from pathlib import Path

import numpy as np
import skimage
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter

Floats = NDArray[np.float32]  # (h, w, 3), sRGB values in 0-1
PHOTOGRAPHS = ("astronaut.png", "chelsea.png", "coffee.png", "motorcycle_left.png", "rocket.jpg")
WAYS = ("darkened", "lamp-yellow", "blue shade", "low contrast", "noisy")


@cache
def photograph(name: str) -> Image.Image:
    """One of PHOTOGRAPHS in its full size, at most 741 x 512 pixels."""
    with Image.open(Path(skimage.__file__).parent / "data" / name) as found:
        return found.convert("RGB")


def clean_pictures() -> Iterator[tuple[str, Image.Image]]:
    """(name, picture) of every clean picture: whole photographs, parts of them, drawn scenes."""
    for name in PHOTOGRAPHS:
        whole = photograph(name)
        yield name.partition(".")[0], whole
        width, height = whole.size
        yield f"{name[:5]} left", whole.crop((0, 0, width * 2 // 3, height))
        yield f"{name[:5]} right", whole.crop((width // 3, height // 6, width, height))
    for name, draw in SCENES.items():
        yield name, draw()


def as_floats(picture: Image.Image) -> Floats:
    """`picture` as sRGB values in 0-1."""
    return np.asarray(picture.convert("RGB"), dtype=np.float32) / np.float32(255)


def as_picture(values: Floats) -> Image.Image:
    """Values in 0-1 as an 8-bit picture; what lies outside is cut, as a camera does."""
    return Image.fromarray((np.clip(values, 0, 1) * 255 + 0.5).astype(np.uint8))


def as_jpeg(picture: Image.Image, quality: int = 95) -> bytes:
    """`picture` as a camera would store it: bettering starts from bytes."""
    out = BytesIO()
    picture.save(out, "JPEG", quality=quality, subsampling=0)
    return out.getvalue()


def degraded(values: Floats, way: str, dice: np.random.Generator) -> Floats:
    """`values` gone wrong in one of WAYS, at a strength and in a manner that `dice` choose."""
    result = _DEGRADE[way](values, dice)
    return np.asarray(result, dtype=np.float32).clip(0, 1)


def _darkened(values: Floats, dice: np.random.Generator) -> Floats:
    manner = dice.integers(3)
    if manner == 0:
        return values * dice.uniform(0.35, 0.65)
    if manner == 1:
        return _srgb(_light(values) * dice.uniform(0.12, 0.4))
    return values ** np.float32(dice.uniform(1.6, 2.4))


def _lamp(values: Floats, dice: np.random.Generator) -> Floats:
    gains = np.array([dice.uniform(1, 1.15), dice.uniform(0.82, 0.97), dice.uniform(0.45, 0.75)])
    return _tinted(values, gains, dice)


def _shade(values: Floats, dice: np.random.Generator) -> Floats:
    gains = np.array([dice.uniform(0.65, 0.85), dice.uniform(0.88, 0.97), dice.uniform(1, 1.2)])
    return _tinted(values, gains, dice)


def _tinted(values: Floats, gains: NDArray[np.float64], dice: np.random.Generator) -> Floats:
    """By gains of the stored values, or of the light behind them (about their power of 1.6 does as much)."""
    if dice.integers(2):
        return values * gains.astype(np.float32)
    return _srgb(_light(values) * (gains**1.6).astype(np.float32))


def _flattened(values: Floats, dice: np.random.Generator) -> Floats:
    middle = dice.uniform(0.4, 0.6)
    return middle + (values - middle) * dice.uniform(0.35, 0.65)


def _noisy(values: Floats, dice: np.random.Generator) -> Floats:
    shape = values.shape if dice.integers(2) else (*values.shape[:2], 1)
    return values + dice.normal(0, dice.uniform(8, 25) / 255, shape).astype(np.float32)


_DEGRADE: dict[str, Callable[[Floats, np.random.Generator], Floats]] = {
    "darkened": _darkened,
    "lamp-yellow": _lamp,
    "blue shade": _shade,
    "low contrast": _flattened,
    "noisy": _noisy,
}


def _light(values: Floats) -> Floats:
    return np.where(values <= 0.04045, values / 12.92, ((values + 0.055) / 1.055) ** 2.4).astype(np.float32)


def _srgb(light: Floats) -> Floats:
    return np.where(light <= 0.0031308, light * 12.92, 1.055 * light ** (1 / 2.4) - 0.055).astype(np.float32)


_SIZE = (600, 450)


def _lit(picture: Image.Image, seed: int) -> Image.Image:
    """Flat shapes made to look taken: light from one side, soft edges, the finest grain."""
    values = as_floats(picture.filter(ImageFilter.GaussianBlur(0.7)))
    down, across = np.mgrid[0:1:450j, 0:1:600j].astype(np.float32)
    values *= (1.0 - 0.16 * across - 0.06 * down)[..., None]
    dice = np.random.default_rng(seed)
    return as_picture(values + dice.normal(0, 0.006, values.shape).astype(np.float32))


def _wood(seed: int) -> Image.Image:
    dice = np.random.default_rng(seed)
    grain = dice.normal(0, 1, (450, 30)).astype(np.float32)
    coarse = Image.fromarray(grain).resize(_SIZE, Image.Resampling.BICUBIC)
    board = np.array([150, 104, 66], dtype=np.float32) + np.asarray(coarse)[..., None] * [13, 11, 9]
    return as_picture((board / 255).astype(np.float32))


def _shadow(sheet: Image.Image, box: tuple[int, int, int, int]) -> None:
    mask = Image.new("L", sheet.size)
    ImageDraw.Draw(mask).ellipse(box, fill=150)
    sheet.paste((20, 16, 14), mask=mask.filter(ImageFilter.GaussianBlur(14)))


def _banana(sheet: Image.Image, x: int, y: int) -> None:
    _shadow(sheet, (x - 150, y + 20, x + 160, y + 90))
    draw = ImageDraw.Draw(sheet)
    for turn in range(3):
        top = y - 120 + turn * 34
        draw.chord((x - 160, top - 60, x + 160, top + 150), 10, 170, fill=(238 - turn * 12, 196 - turn * 10, 42))
        draw.arc((x - 150, top - 50, x + 150, top + 142), 20, 160, fill=(252, 222, 96), width=9)
    draw.rectangle((x - 168, y - 40, x - 150, y - 4), fill=(92, 70, 34))


def _bananas_on_white() -> Image.Image:
    sheet = Image.new("RGB", _SIZE, (246, 245, 243))
    _banana(sheet, 300, 230)
    return _lit(sheet, 1)


def _bananas_on_wood() -> Image.Image:
    sheet = _wood(2)
    _banana(sheet, 300, 230)
    ImageDraw.Draw(sheet).rectangle((40, 300, 170, 380), fill=(242, 240, 236))
    ImageDraw.Draw(sheet).rectangle((60, 330, 150, 340), fill=(24, 24, 26))
    return _lit(sheet, 2)


def _rice_plate() -> Image.Image:
    sheet = _wood(3)
    _shadow(sheet, (90, 60, 540, 440))
    draw = ImageDraw.Draw(sheet)
    draw.ellipse((90, 30, 510, 420), fill=(240, 239, 236))
    draw.ellipse((130, 66, 470, 384), fill=(226, 225, 222))
    draw.ellipse((160, 110, 330, 280), fill=(248, 246, 238))
    dice = np.random.default_rng(3)
    for _ in range(260):
        x, y = int(dice.integers(170, 310)), int(dice.integers(125, 262))
        draw.ellipse((x, y, x + 9, y + 4), fill=(255, 253, 244) if dice.integers(2) else (222, 216, 200))
    for x, y, ink in ((350, 150, (150, 40, 24)), (380, 230, (58, 118, 40)), (290, 300, (206, 132, 44))):
        draw.ellipse((x - 50, y - 36, x + 50, y + 36), fill=ink)
        draw.ellipse((x - 30, y - 26, x - 4, y - 12), fill=tuple(min(255, part + 60) for part in ink))
    return _lit(sheet, 3)


def _bottles() -> Image.Image:
    sheet = Image.new("RGB", _SIZE, (206, 212, 214))
    draw = ImageDraw.Draw(sheet)
    draw.rectangle((0, 300, 600, 450), fill=(122, 120, 122))
    for place, ink in enumerate(((176, 32, 36), (30, 96, 60), (214, 150, 34), (44, 60, 120))):
        x = 80 + place * 130
        _shadow(sheet, (x - 10, 360, x + 110, 410))
        draw.rounded_rectangle((x, 150, x + 84, 390), 18, fill=ink)
        draw.rectangle((x + 24, 96, x + 60, 156), fill=tuple(part // 2 for part in ink))
        draw.rectangle((x, 220, x + 84, 310), fill=(244, 242, 236))
        draw.rectangle((x + 14, 240, x + 70, 252), fill=(20, 20, 22))
        draw.line((x + 12, 164, x + 12, 214), fill=(250, 250, 250), width=5)
    return _lit(sheet, 4)


SCENES: dict[str, Callable[[], Image.Image]] = {
    "bananas on white": _bananas_on_white,
    "bananas on wood": _bananas_on_wood,
    "rice plate": _rice_plate,
    "bottles": _bottles,
}
