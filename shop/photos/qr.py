"""A QR code that still reads after a chat app has shrunk and recompressed the picture."""

import numpy as np
import segno
from PIL import Image

_QUIET = 4  # modules of white on each side (ISO/IEC 18004, 9.1)


def qr_picture(link: str, side: int) -> Image.Image:
    """`link` as a black on white RGB picture of at most `side` pixels, its white margin included.

    Every module is a whole number of pixels wide, at least three. Error correction M (15 %), more where it
    costs no larger code.
    """
    code = segno.make_qr(link, error="m", boost_error=True, encoding="utf-8")
    modules = np.array([list(row) for row in code.matrix], dtype=np.uint8)
    padded = np.pad(modules, _QUIET)
    scale = max(3, side // len(padded))
    return Image.fromarray(np.kron(255 * (1 - padded), np.ones((scale, scale), np.uint8))).convert("RGB")
