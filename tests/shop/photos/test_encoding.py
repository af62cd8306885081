"""Photos are light and still look right."""

import numpy as np
import pytest
from PIL import Image, ImageFilter

from benchmarks.photo_pictures import photograph
from shop.photos.encoding import MAX_BYTES, encode
from tests.shop.photos import builders as make


@pytest.mark.parametrize(("width", "height"), [(4000, 3000), (3000, 4000), (1280, 1280), (5000, 700)])
def test_the_long_side_becomes_1280(width: int, height: int) -> None:
    photo = make.clean(make.encoded(make.scene(width, height)))
    assert max(photo.width, photo.height) == 1280
    assert photo.width / photo.height == pytest.approx(width / height, rel=0.01)
    assert make.opened(photo.data).size == (photo.width, photo.height)


def test_a_small_photo_is_not_enlarged() -> None:
    assert make.clean(make.encoded(make.scene(500, 400))).width == 500


@pytest.mark.parametrize("name", ["coffee.png", "chelsea.png", "rocket.jpg"])
def test_an_ordinary_photo_is_under_200_kb(name: str) -> None:
    large = photograph(name).resize((1280, 960), Image.Resampling.BICUBIC)
    photo = make.clean(make.encoded(large, quality=97))
    assert len(photo.data) < MAX_BYTES
    away = np.asarray(make.opened(photo.data), dtype=float) - np.asarray(large, dtype=float)
    assert np.sqrt((away**2).mean()) < 6


def test_even_pure_noise_stays_under_the_limit() -> None:
    noise = Image.fromarray(np.random.default_rng(0).integers(0, 256, (960, 1280, 3), dtype=np.uint8))
    assert len(encode(noise).data) <= MAX_BYTES


def test_a_calm_photo_is_lighter_than_a_busy_one() -> None:
    busy = make.scene(1280, 960)
    assert len(encode(busy.filter(ImageFilter.GaussianBlur(8))).data) < len(encode(busy).data)


def test_the_same_photo_always_gives_the_same_bytes() -> None:
    """Photos are kept under the hash of their bytes."""
    data = make.encoded(make.scene())
    assert make.clean(data).data == make.clean(data).data
