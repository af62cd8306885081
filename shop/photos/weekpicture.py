"""A stall's week as one picture: what came in, on which days, what went best, what is running out."""

from collections.abc import Sequence
from dataclasses import dataclass

from PIL import Image, ImageDraw

from shop.photos.encoding import encode
from shop.photos.paper import BARK, CREAM, LEAF, LEAF_LIGHT, MARIGOLD, MIST, WIDTH, panel
from shop.photos.typesetting import draw_block, fit


@dataclass(frozen=True)
class Bar:
    """One day: how high, what stands over it, and under it in one or two lines."""

    value: int
    over: str
    label: str
    under: str


@dataclass(frozen=True)
class WeekSheet:
    """All that stands on the picture, in words as people say them. Sections without content are left out.

    `total` is the one large number; `facts` are up to three (number, what it is); `best` rows of (name, how much).
    """

    stall: str
    title: str
    total: str
    total_label: str
    facts: tuple[tuple[str, str], ...]
    bars: tuple[Bar, ...]
    best_title: str
    best: tuple[tuple[str, str], ...]
    low_title: str
    low: str


_EDGE = 60
_INNER = WIDTH - 2 * _EDGE
_HEAD = 236
_BAND = 12
_TOTAL = 228
_FACTS = 178
_BARS = 420
_TITLE = 84
_ROW = 76
_LOW = 126
_FOOT = 44


def week_picture(sheet: WeekSheet) -> bytes:
    """A JPEG, 1080 pixels wide and as high as what there is to say."""
    picture = Image.new("RGB", (WIDTH, _height(sheet)), CREAM)
    draw = ImageDraw.Draw(picture)
    y = _head(draw, sheet)
    y = _total(draw, sheet, y)
    y = _facts(picture, draw, sheet.facts, y)
    y = _bars(picture, draw, sheet.bars, y)
    y = _best(draw, sheet, y)
    _low(draw, sheet, y)
    return encode(picture).data


def _height(sheet: WeekSheet) -> int:
    best = _TITLE + _ROW * len(sheet.best) if sheet.best else 0
    low = _TITLE + _LOW if sheet.low else 0
    facts = _FACTS if sheet.facts else 0
    return _HEAD + _BAND + _TOTAL + facts + _BARS + best + low + _FOOT


def _head(draw: ImageDraw.ImageDraw, sheet: WeekSheet) -> int:
    draw.rectangle((0, 0, WIDTH, _HEAD - 1), fill=LEAF)
    draw.rectangle((0, _HEAD, WIDTH, _HEAD + _BAND - 1), fill=MARIGOLD)
    title = fit(sheet.title, "Medium", _INNER, 1, 46, 30)
    stall = fit(sheet.stall, "ExtraBold", _INNER, 1, 88, 56)
    if stall.cut:
        stall = fit(sheet.stall, "ExtraBold", _INNER, 2, 54, 40)
    y = (_HEAD - title.height - stall.height) // 2
    draw_block(draw, stall, _EDGE, draw_block(draw, title, _EDGE, y, MARIGOLD), CREAM)
    return _HEAD + _BAND


def _total(draw: ImageDraw.ImageDraw, sheet: WeekSheet, y: int) -> int:
    number = fit(sheet.total, "ExtraBold", _INNER, 1, 124, 56)
    label = fit(sheet.total_label, "Medium", _INNER, 1, 42, 30)
    foot = draw_block(draw, number, _EDGE, y + (_TOTAL - number.height - label.height) // 2 + 6, LEAF)
    draw_block(draw, label, _EDGE, foot - 8, BARK)
    return y + _TOTAL


def _facts(picture: Image.Image, draw: ImageDraw.ImageDraw, facts: Sequence[tuple[str, str]], y: int) -> int:
    if not facts:
        return y
    gap = 24
    width = (_INNER - gap * (len(facts) - 1)) // len(facts)
    for place, (number, label) in enumerate(facts):
        left = _EDGE + place * (width + gap)
        panel(picture, (left, y, left + width, y + _FACTS - 14), 26, MIST)
        large = fit(number, "ExtraBold", width - 48, 1, 64, 36)
        small = fit(label, "Medium", width - 48, 1, 36, 26)
        top = y + (_FACTS - 14 - large.height - small.height) // 2
        draw_block(draw, small, left + 24, draw_block(draw, large, left + 24, top, LEAF), BARK)
    return y + _FACTS


def _bars(picture: Image.Image, draw: ImageDraw.ImageDraw, bars: Sequence[Bar], y: int) -> int:
    floor, most = y + _BARS - 112, max((bar.value for bar in bars), default=0)
    tallest, width = floor - y - 84, _INNER // max(1, len(bars))
    for place, bar in enumerate(bars):
        left, middle = _EDGE + place * width, _EDGE + place * width + width // 2
        tall = max(6, round(tallest * bar.value / most)) if bar.value and most else 6
        ink = MARIGOLD if bar.value == most and most else LEAF_LIGHT if bar.value else MIST
        panel(picture, (left + 14, floor - tall, left + width - 14, floor), min(16, tall // 2), ink)
        over = fit(bar.over, "ExtraBold", width - 4, 1, 34, 22)
        draw_block(draw, over, middle, floor - tall - over.height - 4, BARK, "centre")
        label = fit(bar.label, "ExtraBold", width - 8, 1, 38, 26)
        foot = draw_block(draw, label, middle, floor + 10, LEAF, "centre")
        draw_block(draw, fit(bar.under, "Medium", width - 8, 1, 32, 22), middle, foot - 4, BARK, "centre")
    draw.line((_EDGE, floor, WIDTH - _EDGE, floor), fill=BARK, width=3)
    return y + _BARS


def _best(draw: ImageDraw.ImageDraw, sheet: WeekSheet, y: int) -> int:
    if not sheet.best:
        return y
    draw_block(draw, fit(sheet.best_title, "ExtraBold", _INNER, 1, 46, 30), _EDGE, y + 12, LEAF)
    y += _TITLE
    for name, much in sheet.best:
        right = fit(much, "ExtraBold", _INNER // 2, 1, 40, 26)
        room = _INNER - right.width - 36
        left = fit(name, "Medium", room, 1, 42, 34)
        if left.cut:
            left = fit(name, "Medium", room, 2, 30, 28)
        draw_block(draw, left, _EDGE, y + (_ROW - left.height) // 2, BARK)
        draw_block(draw, right, WIDTH - _EDGE, y + (_ROW - right.height) // 2, LEAF, "right")
        draw.line((_EDGE, y + _ROW - 1, WIDTH - _EDGE, y + _ROW - 1), fill=MIST, width=2)
        y += _ROW
    return y


def _low(draw: ImageDraw.ImageDraw, sheet: WeekSheet, y: int) -> None:
    if not sheet.low:
        return
    draw_block(draw, fit(sheet.low_title, "ExtraBold", _INNER, 1, 46, 30), _EDGE, y + 16, LEAF)
    draw_block(draw, fit(sheet.low, "Medium", _INNER, 2, 42, 30), _EDGE, y + _TITLE, BARK)
