"""The idea of each tip as a small drawing without words: on the left what went wrong, on the right what to do."""

from collections.abc import Callable
from functools import lru_cache

from PIL import Image, ImageDraw, ImageFilter

from shop.photos.encoding import encode
from shop.photos.paper import BARK, CREAM, LEAF, LEAF_LIGHT, MARIGOLD, MIST, rounded_paste
from shop.photos.typesetting import Ink

_SCALE = 2  # drawn twice as large and shrunk, for smooth edges
_SIDE = 420  # px of one panel
_GAP = 30
_RED: Ink = (208, 62, 48)
_CLAY: Ink = (205, 108, 62)
_SKY: Ink = (190, 222, 236)
_NIGHT: Ink = (48, 44, 52)
_WHITE: Ink = (255, 255, 255)
Panel = Callable[["_Pen"], None]


class _Pen:
    """Draws on one panel, in coordinates from 0 to 100 across and down."""

    def __init__(self, ground: Ink) -> None:
        self.sheet = Image.new("RGB", (_SIDE * _SCALE, _SIDE * _SCALE), ground)
        self.draw = ImageDraw.Draw(self.sheet)
        self.unit = _SIDE * _SCALE / 100

    def _at(self, *places: float) -> list[float]:
        return [place * self.unit for place in places]

    def box(self, left: float, top: float, right: float, bottom: float, ink: Ink, radius: float = 0) -> None:
        self.draw.rounded_rectangle(self._at(left, top, right, bottom), radius * self.unit, fill=ink)

    def disc(self, x: float, y: float, radius: float, ink: Ink) -> None:
        self.draw.ellipse(self._at(x - radius, y - radius, x + radius, y + radius), fill=ink)

    def path(self, ink: Ink, width: float, *places: float) -> None:
        self.draw.line(self._at(*places), fill=ink, width=round(width * self.unit), joint="curve")

    def shape(self, ink: Ink, *places: float) -> None:
        self.draw.polygon(self._at(*places), fill=ink)


@lru_cache(maxsize=8)
def tip_picture(tip: str) -> bytes:
    """A JPEG of 870 x 420 for a key of `coaching.TIPS`. Raises KeyError for any other key."""
    wrong, right = _DRAWINGS[tip]
    sheet = Image.new("RGB", (2 * _SIDE + _GAP, _SIDE), CREAM)
    for place, (paint, good) in enumerate(((wrong, False), (right, True))):
        pen = _Pen(MIST)
        paint(pen)
        _badge(pen, good)
        small = pen.sheet.resize((_SIDE, _SIDE), Image.Resampling.BOX)
        rounded_paste(sheet, small, (place * (_SIDE + _GAP), 0), 36)
    return encode(sheet).data


def _badge(pen: _Pen, good: bool) -> None:
    pen.disc(88, 88, 8.5, _WHITE)
    pen.disc(88, 88, 7.2, LEAF_LIGHT if good else _RED)
    if good:
        pen.path(_WHITE, 2, 84.3, 88.2, 87, 91, 92, 85)
    else:
        pen.path(_WHITE, 2, 85, 85, 91, 91)
        pen.path(_WHITE, 2, 91, 85, 85, 91)


def _jar(pen: _Pen, x: float, foot: float, size: float = 1.0, glow: float = 0.0) -> None:
    """The product of all drawings: a jar of chips with a label; `glow` bleaches it towards white."""

    def ink(colour: Ink) -> Ink:
        red, green, blue = (round(part + (255 - part) * glow) for part in colour)
        return red, green, blue

    pen.box(x - 13 * size, foot - 34 * size, x + 13 * size, foot, ink(_CLAY), 5 * size)
    pen.box(x - 11 * size, foot - 41 * size, x + 11 * size, foot - 33 * size, ink(LEAF), 2 * size)
    pen.box(x - 13 * size, foot - 25 * size, x + 13 * size, foot - 9 * size, ink(CREAM))
    pen.disc(x, foot - 17 * size, 5 * size, ink(MARIGOLD))


def _table(pen: _Pen, wall: Ink, wood: Ink) -> None:
    pen.box(0, 0, 100, 100, wall)
    pen.box(0, 72, 100, 100, wood)


def _dark_room(pen: _Pen) -> None:
    _table(pen, _NIGHT, (34, 30, 34))
    _jar(pen, 50, 80)
    pen.sheet = Image.eval(pen.sheet, lambda value: value * 2 // 5 + 8)
    pen.draw = ImageDraw.Draw(pen.sheet)


def _by_the_window(pen: _Pen) -> None:
    _table(pen, CREAM, (222, 178, 126))
    pen.shape((255, 236, 170), 38, 14, 100, 60, 100, 88, 38, 62)
    pen.box(6, 10, 38, 62, _WHITE, 2)
    pen.box(9, 13, 35, 59, _SKY)
    pen.disc(22, 27, 7, MARIGOLD)
    pen.box(21, 13, 23, 59, _WHITE)
    pen.box(9, 35, 35, 37, _WHITE)
    _jar(pen, 62, 84)


def _sun(pen: _Pen, x: float, y: float) -> None:
    for dx, dy in ((14, 0), (-14, 0), (0, 14), (0, -14), (10, 10), (-10, 10), (10, -10), (-10, -10)):
        pen.path(MARIGOLD, 2.4, x + dx * 0.8, y + dy * 0.8, x + dx * 1.2, y + dy * 1.2)
    pen.disc(x, y, 8.5, MARIGOLD)


def _in_the_sun(pen: _Pen) -> None:
    _table(pen, (255, 253, 246), (255, 246, 228))
    _sun(pen, 24, 24)
    _jar(pen, 56, 84, glow=0.72)


def _in_the_shade(pen: _Pen) -> None:
    _table(pen, _SKY, (214, 170, 120))
    _sun(pen, 16, 18)
    for stripe in range(6):
        left = 28 + stripe * 12
        pen.shape(_RED if stripe % 2 else _WHITE, left, 26, left + 12, 26, left + 12, 40, left, 40)
        pen.disc(left + 6, 40, 6, _RED if stripe % 2 else _WHITE)
    pen.box(28, 22, 100, 27, LEAF)
    pen.shape((176, 134, 92), 28, 100, 40, 72, 100, 72, 100, 100)
    _jar(pen, 62, 86)


def _phone(pen: _Pen, x: float, y: float, size: float = 1.0, screen: Ink = _WHITE) -> None:
    """A phone upright with its middle at (x, y)."""
    pen.box(x - 20 * size, y - 36 * size, x + 20 * size, y + 36 * size, BARK, 5 * size)
    pen.box(x - 17 * size, y - 31 * size, x + 17 * size, y + 31 * size, screen, 2 * size)


def _shaken(pen: _Pen) -> None:
    shaken = _Pen(MIST)
    _phone(shaken, 50, 46)
    _jar(shaken, 50, 64, 0.8)
    soft = shaken.sheet.filter(ImageFilter.GaussianBlur(1.6 * shaken.unit))
    pen.sheet.paste(soft)
    for side in (-1, 1):
        for far in (28, 35):
            pen.path(_RED, 1.8, 50 + side * far, 28, 50 + side * (far + 5), 46, 50 + side * far, 64)


def _steady(pen: _Pen) -> None:
    _phone(pen, 50, 46)
    _jar(pen, 50, 62, 0.8)
    for dx, dy in ((-1, -1), (1, -1), (-1, 1), (1, 1)):
        x, y = 50 + dx * 14, 46 + dy * 20
        pen.path(MARIGOLD, 1.8, x - dx * 6, y, x, y, x, y - dy * 6)
    for side in (-1, 1):  # both hands hold the phone
        left, right = sorted((50 + side * 19, 50 + side * 34))
        pen.box(left, 58, right, 106, (186, 120, 82), 6)
        near, far = sorted((50 + side * 13, 50 + side * 26))
        pen.box(near, 60, far, 68, (186, 120, 82), 4)


def _thumbnail(pen: _Pen) -> None:
    _phone(pen, 50, 46)
    small = _Pen(_SKY)
    _table(small, _SKY, (222, 178, 126))
    _jar(small, 50, 88, 1.5)
    coarse = small.sheet.resize((9, 9), Image.Resampling.BOX)
    side = round(30 * pen.unit)
    place = round(35 * pen.unit), round(31 * pen.unit)
    pen.sheet.paste(coarse.resize((side, side), Image.Resampling.NEAREST), place)


def _whole_photo(pen: _Pen) -> None:
    _phone(pen, 50, 46, 1.15, _SKY)
    pen.box(30.5, 60, 69.5, 81.6, (222, 178, 126))
    _jar(pen, 50, 72, 1.15)


def _screen_copy(pen: _Pen) -> None:
    _phone(pen, 50, 46)
    pen.box(33, 15, 67, 19, LEAF)
    pen.box(35, 16.2, 41, 17.8, _WHITE)
    for place in range(3):
        pen.box(57 + place * 3, 16.2, 59 + place * 3, 17.8, _WHITE)
    pen.box(36, 23, 64, 51, _SKY)
    _jar(pen, 50, 49, 0.55)
    for place, length in enumerate((28, 22, 25)):
        pen.box(36, 56 + place * 6, 36 + length, 59 + place * 6, MIST, 1)


def _camera(pen: _Pen) -> None:
    _table(pen, CREAM, (222, 178, 126))
    _jar(pen, 70, 84)
    pen.box(6, 30, 46, 58, BARK, 5)
    pen.box(17, 24, 34, 34, BARK, 3)
    pen.disc(26, 44, 11.5, _WHITE)
    pen.disc(26, 44, 9, LEAF_LIGHT)
    pen.disc(23, 41, 2.6, _WHITE)
    pen.disc(40.5, 36, 2, MARIGOLD)


_DRAWINGS: dict[str, tuple[Panel, Panel]] = {
    "screenshot": (_screen_copy, _camera),
    "too-small": (_thumbnail, _whole_photo),
    "too-dark": (_dark_room, _by_the_window),
    "blown-out": (_in_the_sun, _in_the_shade),
    "blurred": (_shaken, _steady),
}
