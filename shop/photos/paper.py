"""The look that the shared pictures have in common: colours, rounded panels, a photo in a frame, the QR panel."""

from PIL import Image, ImageDraw, ImageFilter, ImageOps

from shop.photos.qr import qr_picture
from shop.photos.typesetting import Ink, draw_block, fit

LEAF: Ink = (12, 74, 64)
LEAF_LIGHT: Ink = (22, 102, 88)
MARIGOLD: Ink = (255, 200, 61)
CREAM: Ink = (255, 248, 236)
BARK: Ink = (43, 37, 32)
MIST: Ink = (232, 223, 206)
WIDTH = 1080  # px; what WhatsApp and Telegram keep of a picture's width

_MAY_CUT = 0.10  # the share of a photo's length that may fall outside its frame


def framed(photo: Image.Image, width: int, height: int) -> Image.Image:
    """`photo` filling width x height; what doesn't fit is shown whole on a blurred copy of itself."""
    share = photo.width / photo.height / (width / height)
    if min(share, 1 / share) >= 1 - _MAY_CUT:
        return ImageOps.fit(photo, (width, height), Image.Resampling.LANCZOS)
    small = ImageOps.fit(photo, (width // 8, height // 8)).filter(ImageFilter.GaussianBlur(6))
    sheet = small.resize((width, height), Image.Resampling.BICUBIC)
    sheet = Image.blend(sheet, Image.new("RGB", sheet.size, CREAM), 0.25)
    whole = ImageOps.contain(photo, (width, height), Image.Resampling.LANCZOS)
    sheet.paste(whole, ((width - whole.width) // 2, (height - whole.height) // 2))
    return sheet


def rounded(size: tuple[int, int], radius: int) -> Image.Image:
    """A mask (L) of a rounded rectangle with soft edges."""
    big = Image.new("L", (size[0] * 4, size[1] * 4))
    ImageDraw.Draw(big).rounded_rectangle((0, 0, big.width - 1, big.height - 1), radius * 4, fill=255)
    return big.resize(size, Image.Resampling.BOX)


def panel(sheet: Image.Image, box: tuple[int, int, int, int], radius: int, ink: Ink) -> None:
    """Fills `box` (left, top, right, bottom) with a rounded rectangle."""
    size = (box[2] - box[0], box[3] - box[1])
    sheet.paste(Image.new("RGB", size, ink), box[:2], rounded(size, radius))


def rounded_paste(sheet: Image.Image, picture: Image.Image, at: tuple[int, int], radius: int) -> None:
    """Pastes `picture` with round corners."""
    sheet.paste(picture, at, rounded(picture.size, radius))


def qr_panel(link: str, words: str, side: int) -> Image.Image:
    """A white panel with the QR code of `link` and, under it, `words` in one or two short lines."""
    code = qr_picture(link, side)
    wide = max(side, code.width)
    label = fit(words, "ExtraBold", wide - 36, 2, 30, 18) if words else None
    sheet = Image.new("RGB", (wide, code.height + (label.height + 14 if label else 0)), "white")
    sheet.paste(code, ((wide - code.width) // 2, 0))
    if label:
        draw_block(ImageDraw.Draw(sheet), label, wide // 2, code.height - 10, LEAF, "centre")
    return sheet


def shown(link: str) -> str:
    """A link as people read it: without the scheme and what follows a question mark."""
    return link.removeprefix("https://").removeprefix("http://").split("?")[0].rstrip("/")
