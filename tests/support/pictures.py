"""Pictures for tests, drawn, so that no photo of anybody's is needed."""

import io
import math

import numpy as np
import segno
from PIL import Image, ImageDraw, ImageFilter


def plate_of_food(size: tuple[int, int] = (1200, 900)) -> bytes:
    """Yellow rice on a banana leaf on a plate on a table, as a JPEG: good enough to look like a photo in a chat."""
    width, height = size
    image = Image.new("RGB", size, "#8a5a34")
    draw = ImageDraw.Draw(image)
    for plank in range(0, width, 150):
        draw.rectangle((plank, 0, plank + 146, height), fill=("#8f5f38", "#85552f", "#93643d")[plank // 150 % 3])
    middle_x, middle_y, radius = width // 2, height // 2, int(height * 0.42)
    shadow = Image.new("L", size, 0)
    spot = (middle_x - radius + 25, middle_y - radius + 35, middle_x + radius + 25, middle_y + radius + 35)
    ImageDraw.Draw(shadow).ellipse(spot, fill=150)
    image.paste("#2c1a0e", mask=shadow.filter(ImageFilter.GaussianBlur(28)))
    for shrink, colour in ((0, "#f4f1ea"), (26, "#e6e1d6"), (34, "#f8f6f1")):
        edge = radius - shrink
        draw.ellipse((middle_x - edge, middle_y - edge, middle_x + edge, middle_y + edge), fill=colour)
    leaf = radius * 0.72
    draw.polygon(
        [_around(middle_x, middle_y, leaf * (1 + 0.12 * (turn % 2)), turn, 14) for turn in range(14)], fill="#3f7d3a"
    )
    draw.ellipse((middle_x - 190, middle_y - 170, middle_x + 190, middle_y + 150), fill="#f2b926")
    for grain in range(900):
        reach = 175 * math.sqrt(grain / 900)
        x, y = _around(middle_x, middle_y - 10, reach, grain * 89, 233)
        draw.ellipse((x - 5, y - 3, x + 5, y + 3), fill=("#f7cf4f", "#e8a91b", "#fbdc74")[grain % 3])
    for turn, colour in ((1, "#c9321f"), (2, "#d9d3c3"), (4, "#7a3d16"), (5, "#4fa042")):
        x, y = _around(middle_x, middle_y, radius * 0.62, turn, 6)
        draw.ellipse((x - 55, y - 38, x + 55, y + 38), fill=colour)
        draw.ellipse((x - 35, y - 26, x + 5, y - 2), fill="#ffffff22" if colour == "#d9d3c3" else colour)
    target = io.BytesIO()
    image.filter(ImageFilter.GaussianBlur(1.1)).save(target, "JPEG", quality=90)
    return target.getvalue()


def _around(x: float, y: float, reach: float, turn: int, turns: int) -> tuple[float, float]:
    angle = 2 * math.pi * turn / turns
    return x + reach * math.cos(angle), y + reach * math.sin(angle)


def photo_of_qr(
    text: str, side: int = 480, tilt: float = 0, lean: float = 0, blur: float = 0, noise: float = 0, light: float = 1
) -> bytes:
    """A sticker with the QR code of `text`, `side` pixels wide, on a table, as a phone takes it: a JPEG of 960 x 1280.

    `tilt` in degrees, `lean` as the share by which the far edge is shorter, `blur` in pixels, `noise` in steps of 255.
    """
    modules = np.pad(np.array([list(row) for row in segno.make_qr(text, encoding="utf-8").matrix], dtype=np.uint8), 4)
    code = Image.fromarray(255 * (1 - modules)).resize((960, 960), Image.Resampling.NEAREST)
    sticker = Image.new("LA", (1040, 1240), (255, 255))
    sticker.paste(code, (40, 200))
    sticker = sticker.resize((side * 1040 // 960, side * 1240 // 960), Image.Resampling.LANCZOS)
    if lean:
        sticker = _leaning(sticker, lean)
    sticker = sticker.rotate(tilt, expand=True, resample=Image.Resampling.BICUBIC)
    table = Image.new("L", (960, 1280), 120)
    table.paste(
        sticker.getchannel(0), ((960 - sticker.width) // 2, (1280 - sticker.height) // 2), sticker.getchannel(1)
    )
    grains = np.random.default_rng(1).normal(0, noise, (1280, 960))
    seen = np.asarray(table.filter(ImageFilter.GaussianBlur(blur))) * light + grains
    target = io.BytesIO()
    Image.fromarray(seen.clip(0, 255).astype(np.uint8)).convert("RGB").save(target, "JPEG", quality=70)
    return target.getvalue()


def _leaning(sticker: Image.Image, lean: float) -> Image.Image:
    width, height = sticker.size
    inset = lean * width / 2
    seen = [(inset, 0.0), (width - inset, 0.0), (float(width), float(height)), (0.0, float(height))]
    flat = [(0, 0), (width, 0), (width, height), (0, height)]
    lines, values = [], []
    for (x, y), (u, v) in zip(seen, flat, strict=True):
        lines += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
        values += [u, v]
    numbers = np.linalg.solve(np.array(lines), np.array(values))
    return sticker.transform(sticker.size, Image.Transform.PERSPECTIVE, tuple(numbers), Image.Resampling.BICUBIC)
