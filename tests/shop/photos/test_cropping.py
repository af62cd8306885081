"""Cropped to 4:5 or 1:1 where only plain background goes; nothing of the product is ever cut."""

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFilter

from shop.photos import better
from tests.shop.photos import builders as make

Box = tuple[int, int, int, int]


def on_a_wall(width: int, height: int, product: Box, shade: float = 0.0) -> Image.Image:
    """A dark red box on a plain wall that gets darker by `shade` (0-1) to the right."""
    fall = 1 - shade * np.linspace(0, 1, width)[None, :, None]
    wall = np.array([214, 212, 206]) * np.ones((height, width, 1)) * fall
    picture = Image.fromarray(wall.astype(np.uint8))
    ImageDraw.Draw(picture).rectangle(product, fill=(120, 24, 30))
    return picture.filter(ImageFilter.GaussianBlur(1))


@pytest.mark.parametrize(
    ("width", "height", "product", "shape"),
    [
        (1200, 900, (400, 200, 800, 700), 1.0),
        (1200, 900, (250, 200, 600, 700), 1.0),
        (1600, 900, (800, 200, 1200, 700), 1.0),
        (900, 1600, (200, 600, 700, 1100), 0.8),
        (900, 1200, (250, 300, 650, 800), 0.8),
        (2000, 1500, (750, 400, 1250, 1100), 1.0),
    ],
)
def test_plain_borders_go(width: int, height: int, product: Box, shape: float) -> None:
    result = better(make.encoded(on_a_wall(width, height, product), quality=92))
    left, top, right, bottom = result.crop
    assert (right - left) / (bottom - top) == pytest.approx(shape, rel=0.01)
    assert left < product[0] - 10
    assert top < product[1] - 10
    assert right > product[2] + 10
    assert bottom > product[3] + 10
    assert result.size[0] / result.size[1] == pytest.approx(shape, rel=0.01)


def test_a_wall_in_uneven_light_is_still_plain() -> None:
    picture = on_a_wall(1200, 900, (400, 200, 800, 700), shade=0.1)
    assert better(make.encoded(picture, quality=92)).crop != (0, 0, 1200, 900)


@pytest.mark.parametrize(
    "product",
    [(20, 200, 1100, 700), (100, 200, 1100, 700), (0, 0, 1200, 300)],
    ids=["near the edge", "as wide as the photo", "across the top"],
)
def test_nothing_is_cut_off_a_product(product: Box) -> None:
    assert better(make.encoded(on_a_wall(1200, 900, product))).crop == (0, 0, 1200, 900)


def test_a_thin_thing_on_the_wall_counts() -> None:
    picture = on_a_wall(1200, 900, (400, 200, 800, 700))
    ImageDraw.Draw(picture).line((30, 100, 30, 800), fill=(160, 150, 140), width=6)
    ImageDraw.Draw(picture).line((1170, 100, 1170, 800), fill=(160, 150, 140), width=6)
    assert better(make.encoded(picture)).crop == (0, 0, 1200, 900)


@pytest.mark.parametrize(("width", "height"), [(1000, 1000), (800, 1000)])
def test_a_good_shape_is_left(width: int, height: int) -> None:
    picture = on_a_wall(width, height, (300, 300, 500, 500))
    assert better(make.encoded(picture)).crop == (0, 0, width, height)


def test_a_busy_photo_is_left_whole() -> None:
    assert better(make.encoded(make.scene(1200, 900))).crop == (0, 0, 1200, 900)


def test_a_blank_wall_is_left_whole() -> None:
    assert better(make.encoded(Image.new("RGB", (1200, 900), (200, 200, 190)))).crop == (0, 0, 1200, 900)


def test_the_crop_is_in_pixels_of_the_upright_photo() -> None:
    """Stored lying on its side, as phones do."""
    exif = Image.Exif()
    exif[0x0112] = 6
    upright = on_a_wall(900, 1600, (200, 600, 700, 1100))
    data = make.encoded(upright.transpose(Image.Transpose.ROTATE_90), exif=exif, quality=92)
    left, top, right, bottom = better(data).crop
    assert (left, right) == (0, 900)
    assert 0 < top < 590
    assert 1110 < bottom < 1600
