"""The price list of a whole stall as one picture, to be saved, forwarded and scanned."""

from collections.abc import Sequence

from PIL import Image, ImageDraw

from shop.photos.encoding import encode
from shop.photos.paper import (
    BARK,
    CREAM,
    LEAF,
    MARIGOLD,
    MIST,
    WIDTH,
    qr_panel,
    rounded_paste,
    shown,
)
from shop.photos.typesetting import Block, draw_block, fit

ROWS_A_PICTURE = 24
_HEIGHT = 1920
_EDGE = 64
_HEAD = 300
_FOOT = 1440  # the y where the panel with the code begins
_TALLEST_ROW = 140


def price_list(stall: str, rows: Sequence[tuple[str, str]], link: str, *, title: str = "", scan: str = "") -> bytes:
    """A JPEG of 1080 x 1920. `rows` are (name, price as people say it), at most ROWS_A_PICTURE of them.

    `title` stands over the stall's name ("Daftar harga"), `scan` under the code. Raises ValueError for more
    rows than can be read on a phone: make several pictures.
    """
    if len(rows) > ROWS_A_PICTURE:
        raise ValueError(f"at most {ROWS_A_PICTURE} rows a picture, got {len(rows)}")
    sheet = Image.new("RGB", (WIDTH, _HEIGHT), CREAM)
    draw = ImageDraw.Draw(sheet)
    _head(draw, stall, title)
    _rows(draw, rows)
    _foot(sheet, draw, link, scan)
    return encode(sheet).data


def _head(draw: ImageDraw.ImageDraw, stall: str, title: str) -> None:
    draw.rectangle((0, 0, WIDTH, _HEAD), fill=LEAF)
    draw.rectangle((0, _HEAD, WIDTH, _HEAD + 11), fill=MARIGOLD)
    width = WIDTH - 2 * _EDGE
    small = fit(title, "Medium", width, 1, 44, 28)
    large = fit(stall, "ExtraBold", width, 2, 92, 44)
    y = max(40, _HEAD - 30 - small.height - large.height)
    y = draw_block(draw, small, _EDGE, y, MARIGOLD)
    draw_block(draw, large, _EDGE, y, CREAM)


def _rows(draw: ImageDraw.ImageDraw, rows: Sequence[tuple[str, str]]) -> None:
    top = _HEAD + 11 + 16
    tall = min(_TALLEST_ROW, (_FOOT - 16 - top) // max(1, len(rows)))
    for number, (name, price) in enumerate(rows):
        _row(draw, name, price, top + number * tall, tall)


def _row(draw: ImageDraw.ImageDraw, name: str, price: str, y: int, tall: int) -> None:
    """The name in one line or, where there is room, in two; the price never wraps."""
    size = min(56, round(tall * 0.62))
    cost = fit(price, "ExtraBold", 420, 1, size, 20)
    room = WIDTH - 2 * _EDGE - cost.width - 36
    what = fit(name, "Medium", room, 1, size, max(22, size * 3 // 4))
    half = round(tall / 2.7)
    if what.cut and half >= 26:
        what = fit(name, "Medium", room, 2, half, 24)
    draw_block(draw, what, _EDGE, _centred(y, tall, what), BARK)
    draw_block(draw, cost, WIDTH - _EDGE, _centred(y, tall, cost), LEAF, "right")
    draw.line((_EDGE, y + tall - 1, WIDTH - _EDGE, y + tall - 1), fill=MIST, width=2)


def _centred(y: int, tall: int, block: Block) -> int:
    return y + (tall - block.height) // 2


def _foot(sheet: Image.Image, draw: ImageDraw.ImageDraw, link: str, scan: str) -> None:
    draw.rectangle((0, _FOOT, WIDTH, _HEIGHT), fill=LEAF)
    code = qr_panel(link, "", 320)
    middle = (_FOOT + _HEIGHT - 110) // 2  # WhatsApp's answer bar covers the end of a status
    rounded_paste(sheet, code, (WIDTH - _EDGE - code.width, middle - code.height // 2), 28)
    width = WIDTH - 3 * _EDGE - code.width
    blocks = (
        (fit(scan, "ExtraBold", width, 3, 60, 34), MARIGOLD),
        (fit(shown(link), "Medium", width, 1, 34, 20), CREAM),
    )
    y = middle - sum(block.height for block, _ in blocks) // 2
    for block, ink in blocks:
        y = draw_block(draw, block, _EDGE, y, ink) + 8
