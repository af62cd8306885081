"""The tips: each for what it is for, none for a good photo."""

from collections.abc import Callable

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFilter, ImageOps

from benchmarks import photo_pictures as pictures
from shop.photos import TIPS, better, tip_picture
from tests.shop.photos import builders as make

GOOD = ("astronaut.png", "chelsea.png", "coffee.png", "motorcycle_left.png", "rocket.jpg")


def tip(picture: Image.Image) -> str | None:
    return better(pictures.as_jpeg(picture, 92)).tip


def darker(share: float) -> Callable[[Image.Image], Image.Image]:
    return lambda picture: Image.eval(picture, lambda value: int(value * share))


def shaken(picture: Image.Image) -> Image.Image:
    """Moved sideways by 12 pixels while the shutter was open."""
    values = pictures.as_floats(picture)
    return pictures.as_picture(np.mean([np.roll(values, step, axis=1) for step in range(12)], axis=0))


def screenshot(photo: Image.Image) -> Image.Image:
    """A shop's page on a phone: clock and signs above, a photo, a few lines of text."""
    sheet = Image.new("RGB", (540, 1170), "white")
    draw = ImageDraw.Draw(sheet)
    draw.text((28, 12), "09:41", fill="black", font_size=20)
    for place in range(3):
        draw.rectangle((440 + place * 26, 14, 458 + place * 26, 28), fill="black")
    sheet.paste(ImageOps.fit(photo, (500, 420)), (20, 140))
    for line in range(9):
        draw.rectangle((30, 600 + line * 46, 300 + 20 * (line % 5), 612 + line * 46), fill=(60, 60, 60))
    draw.rounded_rectangle((30, 1050, 510, 1120), 20, fill=(20, 140, 80))
    return sheet


@pytest.mark.parametrize("name", [*GOOD, *pictures.SCENES])
def test_a_good_photo_gets_no_tip(name: str) -> None:
    assert tip(pictures.SCENES[name]() if name in pictures.SCENES else pictures.photograph(name)) is None


@pytest.mark.parametrize("name", GOOD)
@pytest.mark.parametrize(
    ("wanted", "spoil"),
    [
        ("too-dark", darker(0.2)),
        ("too-dark", darker(0.28)),
        ("blurred", lambda picture: picture.filter(ImageFilter.GaussianBlur(2.5))),
        ("blurred", lambda picture: picture.filter(ImageFilter.GaussianBlur(5))),
        ("blurred", shaken),
        ("too-small", lambda picture: ImageOps.contain(picture, (320, 320))),
        ("screenshot", screenshot),
    ],
)
def test_what_went_wrong_is_told(name: str, wanted: str, spoil: Callable[[Image.Image], Image.Image]) -> None:
    assert tip(spoil(pictures.photograph(name))) == wanted


def test_too_much_light_is_told() -> None:
    values = pictures.as_floats(pictures.photograph("coffee.png"))
    assert tip(pictures.as_picture(values**0.5 * 1.6)) == "blown-out"


def test_a_white_background_is_not_too_much_light() -> None:
    sheet = Image.new("RGB", (800, 800), "white")
    sheet.paste(ImageOps.fit(pictures.photograph("coffee.png"), (420, 420)), (190, 190))
    assert tip(sheet) is None


@pytest.mark.parametrize("key", TIPS)
def test_every_tip_has_a_drawing(key: str) -> None:
    drawing = make.opened(tip_picture(key))
    assert (drawing.width, drawing.height) == (870, 420)
    assert len(tip_picture(key)) < 40_000
    assert len({tip_picture(other) for other in TIPS}) == len(TIPS)
