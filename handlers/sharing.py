"""Sharing: a picture of a product, or of the whole stall, with the text and the link that go with it."""

from collections.abc import Callable

from aiogram import F, Router

from handlers.cards import sharing
from handlers.parts import Turn
from handlers.taps import Go, Own
from locales import Words
from models.products import upload_of
from shop.photos import ROWS_A_PICTURE, Shape, price_list, share_card
from shop.shelves import look_at_own, whole_shelf
from shop.stalls import look_at_own_stall
from shop.views import PhotoView, ProductView

router = Router(name="sharing")
SHAPES: dict[str, Shape] = {"share": "status", "share-status": "status", "share-square": "square"}


@router.callback_query(Own.filter(F.do.in_(set(SHAPES))))
async def share(_: object, callback_data: Own, turn: Turn) -> None:
    """ "Bagikan": a picture for a WhatsApp status or a group, and the words to paste."""
    product = await turn.read(look_at_own, turn.person.id, callback_data.product_id)
    link, shape = turn.link_to(f"p{product.id}"), SHAPES[callback_data.do]
    photo = await turn.photo_bytes(product.photos[0].hash) if product.photos else None
    picture = None
    if photo is not None:
        picture = await drawn(lambda: _picture(product, photo, link, turn.words, shape), turn)
    await turn.say.toast()
    await turn.say.news(sharing.share_card(product, link, turn.words, picture, shape))


@router.callback_query(Go.filter(F.to == "pricelist"))
async def share_price_list(_: object, turn: Turn) -> None:
    """ "Daftar harga": everything that the stall has on sale, on one picture."""
    await turn.state.clear()
    stall = await turn.read(look_at_own_stall, turn.person.id)
    shelf = await turn.read(whole_shelf, turn.person.id, ROWS_A_PICTURE)
    rows = [(product.name, turn.words.price(product.price, product.per, product.unit)) for product in shelf]
    name, link = stall.name, turn.link_to(f"s{stall.id}")
    title, scan = turn.words("price-list-title"), turn.words("scan-to-see")
    picture = await drawn(lambda: price_list(name, rows, link, title=title, scan=scan), turn)
    await turn.say.toast()
    await turn.say.news(sharing.price_list_card(turn.words, picture))


async def drawn(make: Callable[[], bytes], turn: Turn) -> PhotoView:
    """A picture of our own making, kept; one that Telegram has already is not sent there again."""
    stored = await turn.keep_picture(make)
    return PhotoView(hash=stored.hash, file_id=await turn.read(upload_of, stored.hash))


def _picture(product: ProductView, photo: bytes, link: str, words: Words, shape: Shape) -> bytes:
    price = words.price(product.price or 0, product.per, product.unit)
    scan = words("scan-to-order")
    return share_card(photo, product.name, price, product.stall.name, link, scan=scan, shape=shape)
