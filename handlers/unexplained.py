"""What nobody asked for: a photo, words, a number, a voice note out of the blue. Each has an answer."""

from aiogram import F, Router
from aiogram.filters import StateFilter
from aiogram.types import Message

from handlers.captions import files_in, is_about_paying, offers_something, reading_of
from handlers.cards import drafts, market, places
from handlers.cards.photos import what_photo_card
from handlers.doors import show_doors
from handlers.filling import ask_next
from handlers.parts import Turn
from handlers.selling import start_draft
from handlers.states import (
    LOOKING_ROUND,
    Changing,
    Listing,
    Ordering,
    Searching,
    Unclear,
    product_asked_about,
    refuse_as_forgotten,
)
from handlers.taps import Photo
from shop.browsing import named
from shop.errors import ShopError
from shop.listings import add_photos, draft_products
from shop.orders import to_be_paid
from shop.searching import wished_for

router = Router(name="unexplained")
PICTURE = F.photo | F.document
FEW_WORDS = 4
# States in which something may be said, but need not be; or in which a photo is wanted.
ANSWERLESS = (
    *LOOKING_ROUND,
    Unclear.photo,
    Listing.photo,
    Listing.offered,
    Changing.photo,
)
NO_QUESTIONS = {state.state for state in ANSWERLESS}


@router.message(
    StateFilter(Listing.name, Listing.price, Listing.stock, Listing.stated_stock, Listing.terms, Listing.days),
    PICTURE,
    ~F.caption,
)
async def photo_amid_questions(_: Message, turn: Turn) -> None:
    """A photo while a draft's question is open: one more of the same, or something new?"""
    if not files_in(turn.album):
        await show_doors(turn, "please-write")
        return
    # The draft's question stays open: somebody who goes on answering it has not lost anything.
    await _keep_photos(turn)
    await turn.say(what_photo_card(turn.words, turn.stamp, draft_id=await product_asked_about(turn)))


@router.message(PICTURE)
async def photo(_: Message, turn: Turn) -> None:
    """A photo starts a draft; without a word, from somebody with something to pay, it may be a proof of payment.

    One whose words speak of paying is asked about in any case: a picture of somebody's account is nothing to put up.
    """
    if not files_in(turn.album):
        if await _words_are_awaited(turn):
            await show_doors(turn, "please-write")
            return
        raise ShopError("photo-not-image")
    captions = [message.caption for message in turn.album if message.caption]
    offers = any(offers_something(caption) for caption in captions)
    to_pay = () if offers else await turn.read(to_be_paid, turn.person.id, turn.now)
    if to_pay or (not offers and any(is_about_paying(caption) for caption in captions)):
        await turn.state.set_state(Unclear.photo)
        await _keep_photos(turn)
        await turn.say(what_photo_card(turn.words, turn.stamp, orders=to_pay))
        return
    await start_draft(turn)


@router.callback_query(Photo.filter(F.is_for.in_({"new", "more"})))
async def explain_photo(_: object, callback_data: Photo, turn: Turn) -> None:
    """ "Barang baru" or "Foto tambahan"."""
    data = await turn.state.get_data()
    kept, said = data.get("file_ids", []), data.get("said") or ""
    if not kept or data.get("photo_stamp", 0) != callback_data.stamp:
        await refuse_as_forgotten("photo-forgotten", turn)
        return
    photos = [await turn.take_photo(file_id, None) for file_id in kept]
    await turn.state.clear()
    if callback_data.is_for == "more":
        product = await turn.transact(add_photos, turn.person.id, callback_data.about, photos)
    else:
        product = (await turn.transact(draft_products, turn.person.id, [reading_of(said)], [photos], turn.now))[0]
    await turn.say.quiet_old_buttons()
    await ask_next(product, turn)


@router.message(F.text.startswith("/"))
async def unknown_command(_: Message, turn: Turn) -> None:
    """A command that we don't have."""
    await show_doors(turn, "help")


@router.message(F.text)
async def text(message: Message, turn: Turn) -> None:
    """Words out of the blue: something to sell, perhaps; then only the photo is missing. Or a name to look for."""
    said = message.text or ""
    wish = wished_for(said)
    if wish is not None and await _show_found(wish, turn, or_say_so=True):
        return
    read = reading_of(said)
    if wish is None and read.name and read.price and "price" not in read.doubts:
        await turn.state.set_state(Listing.photo)
        await turn.state.set_data({"caption": said[:1024]})
        price = turn.words.price(read.price, read.per, read.unit)
        await turn.say(drafts.photo_missing_card(turn.words, read.name, price))
        return
    if len(said.split()) <= FEW_WORDS and await _show_found(said, turn):
        return
    looking = await turn.state.get_state() == Ordering.count.state
    key = "number-please" if looking else "not-understood"
    await show_doors(turn, key)


async def _show_found(sought: str, turn: Turn, or_say_so: bool = False) -> bool:
    """Show what is on sale under these words; False if nothing was shown."""
    shelf = await turn.read(named, sought, 0)
    if shelf.products:
        await turn.state.set_state(Searching.words)
        await turn.state.set_data({"words": sought})
        title = turn.words("shelf-found", sought=sought[:60])
        await turn.say(market.shelf_card(shelf, turn.words, "found", title))
    elif or_say_so:
        await turn.say(places.nothing_found_card(turn.words, sought))
    return bool(shelf.products) or or_say_so


@router.message()
async def anything_else(_: Message, turn: Turn) -> None:
    """A voice note, a video, a sticker, a place, a contact."""
    key = "please-write" if await _words_are_awaited(turn) else "cannot-read-this"
    await show_doors(turn, key)


async def _words_are_awaited(turn: Turn) -> bool:
    """Whether a question is open that wants an answer in words."""
    state = await turn.state.get_state()
    return state is not None and state not in NO_QUESTIONS


async def _keep_photos(turn: Turn) -> None:
    file_ids = [file_id for file_id, _ in files_in(turn.album)]
    as_files = any(message.document for message in turn.album)
    said = next((message.caption for message in turn.album if message.caption), None)
    # Beside what is kept already: a cart that is open, with a stamp of its own, can still be ordered.
    await turn.state.update_data(file_ids=file_ids, as_files=as_files, said=said, photo_stamp=turn.stamp)
