"""One photo bettered: decoded, measured, corrected, cropped where nothing is lost, encoded light."""

import time
from dataclasses import dataclass

from PIL import Image

from shop.photos import limits
from shop.photos.coaching import tip_for
from shop.photos.correction import corrected, correction_for
from shop.photos.cropping import Box, crop_box
from shop.photos.decoding import Upright, decode
from shop.photos.denoise import denoised
from shop.photos.detail import enriched, sharpened
from shop.photos.encoding import Photo, encode
from shop.photos.measures import Measures, measure


@dataclass(frozen=True)
class Bettered:
    """`photo` is the bettered one, `original` the clean one; `crop` in pixels of the upright input.

    `tip` is a key of `coaching.TIPS` or None, `size` (width, height) and `bytes` are those of `photo`, `ms`
    the milliseconds that it took, waiting for its turn not counted.
    """

    photo: Photo
    original: Photo
    crop: Box
    measures: Measures
    tip: str | None
    size: tuple[int, int]
    bytes: int
    ms: float


def better(data: bytes) -> Bettered:
    """The photo made to sell, and how it was before. Raises ShopError as `decoding.decode` does."""
    with limits.working:
        return _bettered(data)


def _bettered(data: bytes) -> Bettered:
    start = time.perf_counter()
    upright = decode(data)
    measures = measure(upright.image, upright.width, upright.height)
    tip = tip_for(measures)
    result = upright.image if tip == "screenshot" else _corrected(upright.image, measures)
    crop = crop_box(result, upright.width, upright.height)
    photo = encode(_cropped(result, crop, upright))
    return Bettered(
        photo=photo,
        original=encode(upright.image),
        crop=crop,
        measures=measures,
        tip=tip,
        size=(photo.width, photo.height),
        bytes=len(photo.data),
        ms=round((time.perf_counter() - start) * 1000, 1),
    )


def _corrected(image: Image.Image, measures: Measures) -> Image.Image:
    calm = denoised(image)
    correction = correction_for(calm)
    lit = enriched(corrected(calm, correction), correction.strength)
    return sharpened(lit, measures.sharpness, measures.noise)


def _cropped(image: Image.Image, crop: Box, upright: Upright) -> Image.Image:
    """`image` cut to `crop`, which is in pixels of the upright input."""
    if crop == (0, 0, upright.width, upright.height):
        return image
    left, right = (round(x * image.width / upright.width) for x in crop[::2])
    top, bottom = (round(y * image.height / upright.height) for y in crop[1::2])
    return image.crop((left, top, right, bottom))
