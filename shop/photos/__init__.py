"""Photos that sell: bytes in, bytes out. Pure and synchronous; call it off the event loop."""

from shop.photos.bettering import better
from shop.photos.coaching import TIPS
from shop.photos.pricelist import ROWS_A_PICTURE, price_list
from shop.photos.qris import codes_in, qris_picture
from shop.photos.sharecard import Shape, share_card
from shop.photos.tipdrawings import tip_picture
from shop.photos.weekpicture import Bar, WeekSheet, week_picture

__all__ = [
    "ROWS_A_PICTURE",
    "TIPS",
    "Bar",
    "Shape",
    "WeekSheet",
    "better",
    "codes_in",
    "price_list",
    "qris_picture",
    "share_card",
    "tip_picture",
    "week_picture",
]
