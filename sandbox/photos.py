"""Photos as Telegram keeps them: upright JPEGs without metadata, in boxes of growing size."""

import asyncio
import io
import warnings
from concurrent.futures import ThreadPoolExecutor

from PIL import Image, ImageOps

from sandbox.errors import Refusal, bad

BOXES = (90, 320, 800, 1280, 2560)
SIDES_MAX = 10_000
RATIO_MAX = 20
FORMATS = ("JPEG", "PNG", "GIF", "TIFF", "BMP", "WEBP")
QUALITY = 87
# One at a time: a photo of the allowed size may need 100 MB while it is open.
_thread = ThreadPoolExecutor(1, "photo")


async def sizes_of(data: bytes) -> list[tuple[bytes, int, int]]:
    """(JPEG bytes, width, height), smallest first; never enlarged. Raises refusals for what is no fit photo."""
    return await asyncio.get_running_loop().run_in_executor(_thread, _sizes_of, data)


def _sizes_of(data: bytes) -> list[tuple[bytes, int, int]]:
    try:
        with warnings.catch_warnings(action="ignore"), Image.open(io.BytesIO(data), formats=FORMATS) as image:
            _check(image.width, image.height)
            image.draft("RGB", (BOXES[-1], BOXES[-1]))
            return _scaled(_upright(image))
    except Refusal:
        raise
    except Exception:  # decoders raise all kinds of errors on broken files
        raise bad("IMAGE_PROCESS_FAILED") from None


def _check(width: int, height: int) -> None:
    """Before anything is decoded: a small file may unfold to gigabytes."""
    if width + height > SIDES_MAX or max(width, height) > RATIO_MAX * min(width, height):
        raise bad("PHOTO_INVALID_DIMENSIONS")


def _upright(image: Image.Image) -> Image.Image:
    image.thumbnail((BOXES[-1], BOXES[-1]))
    image = ImageOps.exif_transpose(image)
    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        image = image.convert("RGBA")
        white = Image.new("RGBA", image.size, "white")
        image = Image.alpha_composite(white, image)
    return image.convert("RGB")


def _scaled(image: Image.Image) -> list[tuple[bytes, int, int]]:
    sizes = []
    for box in BOXES:
        copy = image.copy()
        copy.thumbnail((box, box))
        buffer = io.BytesIO()
        copy.save(buffer, "JPEG", quality=QUALITY)
        sizes.append((buffer.getvalue(), copy.width, copy.height))
        if copy.size == image.size:
            break
    return sizes
