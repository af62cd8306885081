"""The picture of one product that a seller puts on a WhatsApp status or sends to a group."""

from dataclasses import dataclass
from typing import Literal

from PIL import Image, ImageDraw

from shop.photos import limits
from shop.photos.decoding import decode
from shop.photos.encoding import encode
from shop.photos.paper import CREAM, LEAF, MARIGOLD, WIDTH, framed, qr_panel, rounded_paste, shown
from shop.photos.typesetting import Block, draw_block, fit

Shape = Literal["status", "square"]


@dataclass(frozen=True)
class _Plan:
    """Where things stand on a card, in pixels; `name` and `price` are the largest sizes of type."""

    height: int
    photo: int
    foot: int  # kept clear of what matters: WhatsApp draws its answer bar over the end of a status
    name: int
    lines: int
    price: int
    code: int


_PLANS: dict[str, _Plan] = {
    "status": _Plan(height=1920, photo=1080, foot=190, name=78, lines=3, price=136, code=330),
    "square": _Plan(height=1080, photo=540, foot=36, name=60, lines=2, price=112, code=288),
}
_EDGE = 60
_BAND = 12


def share_card(
    photo: bytes,
    name: str,
    price_text: str,
    stall: str,
    link: str,
    *,
    scan: str = "",
    shape: Shape = "status",
) -> bytes:
    """A JPEG of 1080 x 1920 (status) or 1080 x 1080 (square): photo, name, price, stall, link and its QR code.

    `scan` are the few words under the code. Raises ShopError as `decoding.decode` does for the photo.
    """
    with limits.working:
        return _card(_PLANS[shape], decode(photo).image, name, price_text, stall, link, scan)


def _card(plan: _Plan, photo: Image.Image, name: str, price: str, stall: str, link: str, scan: str) -> bytes:
    sheet = Image.new("RGB", (WIDTH, plan.height), LEAF)
    sheet.paste(framed(photo, WIDTH, plan.photo), (0, 0))
    draw = ImageDraw.Draw(sheet)
    draw.rectangle((0, plan.photo, WIDTH, plan.photo + _BAND - 1), fill=MARIGOLD)
    code = qr_panel(link, scan, plan.code)
    title = fit(name, "Medium", WIDTH - 2 * _EDGE, plan.lines, plan.name, 34)
    blocks = _offer(plan, price, stall, link, WIDTH - 3 * _EDGE - code.width)
    row = max(code.height, _height(blocks))
    spare = plan.height - plan.foot - plan.photo - _BAND - title.height - row
    y = plan.photo + _BAND + max(10, spare * 2 // 5)
    y = draw_block(draw, title, _EDGE, y, CREAM) + max(12, spare // 5)
    rounded_paste(sheet, code, (WIDTH - _EDGE - code.width, y), 28)
    _draw_offer(draw, blocks, y + (row - _height(blocks)) // 2)
    return encode(sheet).data


_GAPS = (26, 2, 0)  # after the price, the stall, the link


def _offer(plan: _Plan, price: str, stall: str, link: str, width: int) -> list[Block]:
    return [
        fit(price, "ExtraBold", width, 1, plan.price, 44),
        fit(stall, "ExtraBold", width, 2, 46, 30),
        fit(shown(link), "Medium", width, 1, 34, 22),
    ]


def _height(blocks: list[Block]) -> int:
    return sum(block.height for block in blocks) + sum(_GAPS)


def _draw_offer(draw: ImageDraw.ImageDraw, blocks: list[Block], y: int) -> None:
    for block, ink, gap in zip(blocks, (MARIGOLD, CREAM, CREAM), _GAPS, strict=True):
        y = draw_block(draw, block, _EDGE, y, ink) + gap
