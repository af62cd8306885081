"""QR codes for payments: read from a photo, and drawn with the amount, to be scanned or saved on a phone."""

import zxingcpp
from PIL import Image, ImageDraw

from shop.photos import limits
from shop.photos.decoding import decode
from shop.photos.encoding import encode
from shop.photos.paper import CREAM, LEAF, MARIGOLD, rounded_paste
from shop.photos.qr import qr_picture
from shop.photos.typesetting import Block, draw_block, fit

_WIDTH, _HEIGHT = 960, 1280  # px; no larger than what is kept of a photo, so that nothing blurs the code
_EDGE = 48
_CODE = 800
_HEAD = 118
_FORMATS = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)


def codes_in(data: bytes) -> list[str]:
    """What the QR codes in a photo say, each once. Raises ShopError as `decoding.decode` does.

    Letters are read as UTF-8, as a QRIS is written; a code that says something else is left out.
    """
    with limits.working:
        found = zxingcpp.read_barcodes(decode(data).image.convert("L"), formats=_FORMATS)
    said: list[str] = []
    for code in found:
        try:
            said.append(bytes(code.bytes).decode())
        except UnicodeDecodeError:
            continue
    return list(dict.fromkeys(said))


def qris_picture(payload: str, *, title: str, amount: str, name: str, nmid: str, hint: str) -> bytes:
    """A JPEG of 960 x 1280: `title` (which order), the code, `amount`, who gets it (`name`, `nmid`), and a `hint`."""
    with limits.working:
        return _drawn(payload, title, amount, name, nmid, hint)


def _drawn(payload: str, title: str, amount: str, name: str, nmid: str, hint: str) -> bytes:
    sheet = Image.new("RGB", (_WIDTH, _HEIGHT), LEAF)
    draw = ImageDraw.Draw(sheet)
    wide, middle = _WIDTH - 2 * _EDGE, _WIDTH // 2
    head = fit(title, "ExtraBold", wide, 1, 50, 26)
    draw_block(draw, head, middle, (_HEAD - head.height) // 2, CREAM, "centre")
    code = qr_picture(payload, _CODE)
    rounded_paste(sheet, code, ((_WIDTH - code.width) // 2, _HEAD), 24)
    foot = _HEAD + code.height
    blocks = [
        fit(amount, "ExtraBold", wide, 1, 112, 48),
        fit(name, "ExtraBold", wide, 1, 54, 30),
        fit(nmid, "Medium", wide, 1, 36, 24),
        fit(hint, "Medium", wide, 1, 36, 24),
    ]
    y = foot + (_HEIGHT - foot - _tall(blocks)) // 2
    for block, ink in zip(blocks, (MARIGOLD, CREAM, CREAM, MARIGOLD), strict=True):
        y = draw_block(draw, block, middle, y, ink, "centre")
    return encode(sheet).data


def _tall(blocks: list[Block]) -> int:
    return sum(block.height for block in blocks)
