"""Text that fits: any name, however long, is set as large as its place allows.

The typeface is Plus Jakarta Sans (SIL Open Font License, see fonts/OFL.txt), kept to the Latin letters,
digits and marks that Indonesian and its neighbours are written with.
"""

import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from PIL import ImageDraw, ImageFont

Weight = Literal["Medium", "ExtraBold"]
Align = Literal["left", "centre", "right"]
Ink = tuple[int, int, int]

_FONTS = Path(__file__).parent / "fonts"
_LEADING = 1.22  # line height as a share of the size
_ELLIPSIS = "…"
# The code points that the bundled fonts hold: (first, last).
_GLYPHS = (
    (0x20, 0x7E), (0xA0, 0xAC), (0xAE, 0x148), (0x14A, 0x17E), (0x218, 0x21B), (0x2010, 0x2010),
    (0x2012, 0x2015), (0x2018, 0x201A), (0x201C, 0x201E), (0x2022, 0x2022), (0x2026, 0x2026),
    (0x2030, 0x2030), (0x2032, 0x2033), (0x2039, 0x203A), (0x20AC, 0x20AC), (0x2122, 0x2122),
    (0x2190, 0x2193), (0x2212, 0x2212),
)  # fmt: skip


def printable(text: str) -> str:
    """`text` in one line and in glyphs that we have: emoji and other scripts are left out, not boxed.

    Styled letters that sellers paste from phones ("𝓫𝓪𝓴𝓼𝓸") become plain ones (Unicode NFKC).
    """
    plain = unicodedata.normalize("NFKC", text)
    kept = (c if _known(c) else " " if c.isspace() else "" for c in plain)
    return " ".join("".join(kept).split())


def _known(letter: str) -> bool:
    return any(first <= ord(letter) <= last for first, last in _GLYPHS)


def font(weight: Weight, size: int) -> ImageFont.FreeTypeFont:
    """The bundled font at `size` pixels; one object for each caller, since a face has a state."""
    path = _FONTS / f"PlusJakartaSans-{weight}.ttf"
    return ImageFont.truetype(str(path), size, layout_engine=ImageFont.Layout.BASIC)


@dataclass(frozen=True)
class Block:
    """Lines of text of one size, ready to be drawn."""

    lines: tuple[str, ...]
    face: ImageFont.FreeTypeFont

    @property
    def cut(self) -> bool:
        """Whether the text was too long and ends in "…"."""
        return bool(self.lines) and self.lines[-1].endswith(_ELLIPSIS)

    @property
    def step(self) -> int:
        """Pixels from one line to the next."""
        return round(self.face.size * _LEADING)

    @property
    def height(self) -> int:
        """Pixels from the top of the first line to the foot of the last."""
        return self.step * len(self.lines)

    @property
    def width(self) -> int:
        """Pixels of the longest line."""
        return max((round(self.face.getlength(line)) for line in self.lines), default=0)


def fit(text: str, weight: Weight, width: int, lines: int, largest: int, smallest: int) -> Block:
    """`text` in at most `lines` lines of `width` pixels, as large as possible; cut with "…" as a last resort."""
    text = printable(text)
    size = largest
    while True:
        face = font(weight, size)
        wrapped = _wrapped(text, face, width, break_words=size <= smallest)
        if wrapped is not None and len(wrapped) <= lines:
            return Block(tuple(wrapped), face)
        if size <= smallest:
            return Block(_cut(wrapped or [], face, width, lines), face)
        size = max(smallest, min(size - 2, round(size * 0.94)))


def _wrapped(text: str, face: ImageFont.FreeTypeFont, width: int, break_words: bool) -> list[str] | None:
    """Lines of whole words, or None where a word is wider than a line and must not be broken."""
    lines: list[str] = []
    for word in text.split():
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and face.getlength(joined) <= width:
            lines[-1] = joined
            continue
        if face.getlength(word) > width:
            if not break_words:
                return None
            lines.extend(_pieces(word, face, width))
        else:
            lines.append(word)
    return lines


def _pieces(word: str, face: ImageFont.FreeTypeFont, width: int) -> list[str]:
    pieces = [""]
    for letter in word:
        if pieces[-1] and face.getlength(pieces[-1] + letter) > width:
            pieces.append("")
        pieces[-1] += letter
    return pieces


def _cut(lines: list[str], face: ImageFont.FreeTypeFont, width: int, count: int) -> tuple[str, ...]:
    last = lines[count - 1]
    while last and face.getlength(last.rstrip() + _ELLIPSIS) > width:
        last = last[:-1]
    return (*lines[: count - 1], last.rstrip() + _ELLIPSIS)


def draw_block(draw: ImageDraw.ImageDraw, block: Block, x: int, y: int, ink: Ink, align: Align = "left") -> int:
    """Draws with the top at `y` and `x` as the left edge, middle or right edge; gives the y of its foot."""
    anchor = {"left": "ls", "centre": "ms", "right": "rs"}[align]
    for line in block.lines:
        draw.text((x, y + round(block.face.size * 0.95)), line, font=block.face, fill=ink, anchor=anchor)
        y += block.step
    return y
