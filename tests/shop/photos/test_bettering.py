"""Bettering brings a spoilt photo closer to what it was and leaves a good one alone."""

from statistics import mean

import numpy as np
import pytest
from PIL import Image, ImageOps

from benchmarks import photo_pictures as pictures
from benchmarks.photos import REMEDIES, Trial, gain, tried
from shop.photos import better
from tests.shop.photos import builders as make

_SIDE = 224  # px: small enough to be fast, large enough to tell


def small(name: str) -> Image.Image:
    """A clean picture at test size."""
    found = pictures.SCENES[name]() if name in pictures.SCENES else pictures.photograph(name)
    return ImageOps.contain(found, (_SIDE, _SIDE))


@pytest.fixture(scope="module")
def done() -> list[Trial]:
    """Six pictures in every way, at strengths that the benchmark doesn't use."""
    dice = np.random.default_rng(77)
    found = []
    for name in ("astronaut.png", "coffee.png", "motorcycle_left.png", "rocket.jpg", "rice plate", "bottles"):
        clean = small(name)
        for way in pictures.WAYS:
            given = pictures.as_picture(pictures.degraded(pictures.as_floats(clean), way, dice))
            found.append(tried(name, way, clean, given))
    return found


def test_at_least_nine_in_ten_come_closer_and_by_a_third_on_average(done: list[Trial]) -> None:
    assert mean(trial.after < trial.before for trial in done) >= 0.9
    assert mean(gain(trial, trial.after) for trial in done) >= 0.3


@pytest.mark.parametrize("way", pictures.WAYS)
def test_every_way_gains(done: list[Trial], way: str) -> None:
    assert mean(gain(trial, trial.after) for trial in done if trial.way == way) > 0.1


@pytest.mark.parametrize("remedy", range(len(REMEDIES)), ids=list(REMEDIES))
def test_ahead_of_the_simple_remedies(done: list[Trial], remedy: int) -> None:
    ours = mean(gain(trial, trial.after) for trial in done)
    assert ours > mean(gain(trial, trial.remedies[remedy]) for trial in done)


def test_good_photos_move_by_less_than_two() -> None:
    names = ("astronaut.png", "coffee.png", "motorcycle_left.png", "rocket.jpg", "bananas on white", "bottles")
    moved = [tried(name, "clean", small(name), small(name), beside=False).after for name in names]
    assert mean(moved) < 2


@pytest.mark.parametrize("scene", ["bananas on white", "bananas on wood"])
def test_a_really_yellow_banana_stays_yellow(scene: str) -> None:
    clean = pictures.SCENES[scene]()
    result = make.opened(better(pictures.as_jpeg(clean)).photo.data)
    spot = (clean.width // 2, clean.height // 2 + 40)
    assert np.allclose(result.getpixel(spot), clean.getpixel(spot), atol=16)  # type: ignore[arg-type]


def test_a_banana_under_a_lamp_comes_back() -> None:
    clean = pictures.SCENES["bananas on white"]()
    lamp = pictures.as_picture(pictures.as_floats(clean) * np.array([1.0, 0.88, 0.6], dtype=np.float32))
    trial = tried("banana", "lamp-yellow", clean, lamp, beside=False)
    assert gain(trial, trial.after) > 0.5


def test_both_photos_and_the_report_agree() -> None:
    result = better(make.encoded(make.scene(1600, 1200)))
    assert make.opened(result.photo.data).size == result.size == (result.photo.width, result.photo.height)
    assert result.bytes == len(result.photo.data)
    assert (result.original.width, result.original.height) == (1280, 960)
    assert result.crop == (0, 0, 1600, 1200)
    assert result.ms > 0


@pytest.mark.parametrize("ink", [(0, 0, 0), (255, 255, 255), (90, 140, 60), (250, 220, 40)])
@pytest.mark.parametrize("size", [(16, 16), (17, 300), (33, 40), (640, 480)])
def test_a_blank_picture_is_no_trouble(ink: tuple[int, int, int], size: tuple[int, int]) -> None:
    blank = Image.new("RGB", size, ink)
    assert make.opened(better(make.encoded(blank, quality=95)).photo.data).size == size
