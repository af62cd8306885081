"""Sharing: a picture of a product, or of the whole stall, with the text and the link that go with it."""

from collections.abc import Awaitable, Callable

from aiogram import F, Router
from aiogram.fsm.context import FSMContext

from handlers.cards import products
from handlers.parts import KeepPicture, LinkTo, Read, Say
from handlers.taps import Go, Own
from locales import Words
from models.products import upload_of
from shop.listings import look_at_own, whole_shelf
from shop.photos import ROWS_A_PICTURE, Shape, price_list, share_card
from shop.stalls import my_stall
from shop.views import PersonView, PhotoView, ProductView

router = Router(name="sharing")
SHAPES: dict[str, Shape] = {"share": "status", "share-status": "status", "share-square": "square"}


@router.callback_query(Own.filter(F.do.in_(set(SHAPES))))
async def share(
    _: object,
    callback_data: Own,
    person: PersonView,
    words: Words,
    say: Say,
    read: Read,
    link_to: LinkTo,
    keep_picture: KeepPicture,
    photo_bytes: Callable[[str], Awaitable[bytes]],
) -> None:
    """ "Bagikan": a picture for a WhatsApp status or a group, and the words to paste."""
    product = await read(look_at_own, person.id, callback_data.product_id)
    link, shape = link_to(f"p{product.id}"), SHAPES[callback_data.do]
    picture = None
    if product.photos:
        photo = await photo_bytes(product.photos[0].hash)
        stored = await keep_picture(lambda: _picture(product, photo, link, words, shape))
        picture = PhotoView(hash=stored.hash, file_id=await read(upload_of, stored.hash))
    await say.toast()
    await say.news(products.share_card(product, link, words, picture, shape))


@router.callback_query(Go.filter(F.to == "pricelist"))
async def share_price_list(
    _: object,
    state: FSMContext,
    person: PersonView,
    words: Words,
    say: Say,
    read: Read,
    link_to: LinkTo,
    keep_picture: KeepPicture,
) -> None:
    """ "Daftar harga": everything that the stall has on sale, on one picture."""
    await state.clear()
    stall, shelf = await read(my_stall, person.id), await read(whole_shelf, person.id, ROWS_A_PICTURE)
    rows = [(product.name, words.price(product.price, product.per, product.unit)) for product in shelf]
    name, link = stall.name if stall else "", link_to(f"s{stall.id}" if stall else "")
    title, scan = words("price-list-title"), words("scan-to-see")
    stored = await keep_picture(lambda: price_list(name, rows, link, title=title, scan=scan))
    file_id = await read(upload_of, stored.hash)
    await say.toast()
    await say.news(products.price_list_card(words, PhotoView(hash=stored.hash, file_id=file_id)))


def _picture(product: ProductView, photo: bytes, link: str, words: Words, shape: Shape) -> bytes:
    price = words.price(product.price or 0, product.per, product.unit)
    scan = words("scan-to-order")
    return share_card(photo, product.name or "", price, product.stall.name, link, scan=scan, shape=shape)
