"""What nobody asked for: a photo, words, a number, a voice note out of the blue. Each has an answer."""

from datetime import datetime

from aiogram import F, Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import Message

from handlers.captions import file_of, reading_of
from handlers.cards import places, products
from handlers.cards.photos import what_photo_card
from handlers.parts import Read, Say, TakePhoto, Transact
from handlers.selling import ask_next, start_draft
from handlers.states import Listing, Ordering, Unclear
from handlers.taps import Photo
from locales import Words
from shop.errors import ShopError
from shop.listings import add_photos, draft_products
from shop.orders import open_purchase
from shop.views import PersonView

router = Router(name="unexplained")
PICTURE = F.photo | F.document


@router.message(
    StateFilter(Listing.name, Listing.price, Listing.stock, Listing.stated_stock, Listing.terms), PICTURE, ~F.caption
)
async def photo_amid_questions(_: Message, album: list[Message], state: FSMContext, words: Words, say: Say) -> None:
    """A photo while a draft's question is open: one more of the same, or something new?"""
    # The draft's question stays open: somebody who goes on answering it has not lost anything.
    await _keep_photos(album, state)
    await say(what_photo_card(words, draft_id=int((await state.get_data())["product_id"])))


@router.message(PICTURE)
async def photo(
    _: Message,
    album: list[Message],
    state: FSMContext,
    person: PersonView,
    words: Words,
    say: Say,
    read: Read,
    transact: Transact,
    take_photo: TakePhoto,
    now: datetime,
) -> None:
    """A photo starts a draft; without a word, from somebody with an open order, it may be a proof of payment."""
    if not any(file_of(message) for message in album):
        raise ShopError("photo-not-image")
    caption = any(message.caption for message in album)
    order = None if caption else await read(open_purchase, person.id)
    if order is not None:
        await state.set_state(Unclear.photo)
        await _keep_photos(album, state)
        await say(what_photo_card(words, order_id=order.id))
        return
    await start_draft(album, state, person, words, say, transact, take_photo, now)


@router.callback_query(Photo.filter(F.is_for.in_({"new", "more"})))
async def explain_photo(
    _: object,
    callback_data: Photo,
    state: FSMContext,
    person: PersonView,
    words: Words,
    say: Say,
    transact: Transact,
    take_photo: TakePhoto,
    now: datetime,
) -> None:
    """ "Barang baru" or "Foto tambahan"."""
    kept = (await state.get_data()).get("file_ids", [])
    if not kept:
        if await transact.done_before():
            return
        raise ShopError("photo-forgotten")
    photos = [await take_photo(file_id, None) for file_id in kept]
    await state.clear()
    if callback_data.is_for == "more":
        product = await transact(add_photos, person.id, callback_data.about, photos)
    else:
        product = (await transact(draft_products, person.id, [reading_of("")], [photos], now))[0]
    await say.quiet_old_buttons()
    await ask_next(product, state, person, words, say)


@router.message(F.text.startswith("/"))
async def unknown_command(_: Message, words: Words, say: Say) -> None:
    """A command that we don't have."""
    await say(places.help_card(words))


@router.message(F.text)
async def text(message: Message, state: FSMContext, person: PersonView, words: Words, say: Say) -> None:
    """Words out of the blue: something to sell, perhaps; then only the photo is missing."""
    read = reading_of(message.text or "")
    if read.name and read.price and "price" not in read.doubts:
        await state.set_state(Listing.photo)
        await state.set_data({"caption": (message.text or "")[:1024]})
        price = words.price(read.price, read.per, read.unit)
        await say(products.photo_missing_card(words, read.name, price))
        return
    looking = await state.get_state() == Ordering.count.state
    await say(places.not_understood_card(words, "number-please" if looking else "not-understood"))


@router.message()
async def anything_else(_: Message, words: Words, say: Say) -> None:
    """A voice note, a video, a sticker, a place, a contact."""
    await say(places.not_understood_card(words, "cannot-read-this"))


async def _keep_photos(album: list[Message], state: FSMContext) -> None:
    await state.update_data(file_ids=[found[0] for message in album if (found := file_of(message))][:10])
