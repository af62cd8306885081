"""Pictures for tests, drawn, so that no photo of anybody's is needed."""

import io
import math

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
