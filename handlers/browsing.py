"""Looking round: the market, lists, a product's card, words in a name."""

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.fsm.context import FSMContext
from aiogram.types import Message

from handlers.cards import market as cards
from handlers.cards import places
from handlers.parts import Read, Say
from handlers.states import Ordering, Searching
from handlers.taps import Go, Look, Photos, Shelf
from locales import Words
from shop.browsing import in_stall, look_at, named, newest, stalls

router = Router(name="browsing")


@router.message(Command("belanja", "cari"))
@router.callback_query(Go.filter(F.to == "shop"))
async def market(_: object, state: FSMContext, words: Words, say: Say) -> None:
    """Ways to find something."""
    await state.clear()
    await say(places.market_card(words))


@router.callback_query(Shelf.filter(F.of == "newest"))
async def show_newest(_: object, callback_data: Shelf, words: Words, say: Say, read: Read) -> None:
    """What was put on sale last."""
    shelf = await read(newest, callback_data.page)
    title = words("shelf-newest") if shelf.products else words("shelf-empty")
    await say(cards.shelf_card(shelf, words, "newest", title))


@router.callback_query(Shelf.filter(F.of == "stalls"))
async def show_stalls(_: object, callback_data: Shelf, words: Words, say: Say, read: Read) -> None:
    """Which stalls there are."""
    await say(cards.stalls_card(await read(stalls, callback_data.page), words))


@router.callback_query(Shelf.filter(F.of == "stall"))
async def turn_page_of_stall(
    _: object, callback_data: Shelf, state: FSMContext, words: Words, say: Say, read: Read
) -> None:
    """What one stall sells."""
    await show_stall(callback_data.stall_id, state, words, say, read, callback_data.page)


@router.callback_query(Shelf.filter(F.of == "found"))
async def turn_page_of_found(
    _: object, callback_data: Shelf, state: FSMContext, words: Words, say: Say, read: Read
) -> None:
    """The next page of what was looked for."""
    sought = (await state.get_data()).get("words")
    if not sought:
        await say(places.market_card(words))
        return
    await _show_found(str(sought), callback_data.page, words, say, read)


@router.callback_query(Go.filter(F.to == "search"))
async def ask_words(_: object, state: FSMContext, words: Words, say: Say) -> None:
    """What are you looking for?"""
    await state.set_state(Searching.words)
    await say(places.ask_search_card(words))


@router.message(Searching.words, F.text, ~F.text.startswith("/"))
async def search(message: Message, state: FSMContext, words: Words, say: Say, read: Read) -> None:
    """Products with these words in the name."""
    sought = (message.text or "")[:100]
    await state.set_data({"words": sought})
    await _show_found(sought, 0, words, say, read)


@router.callback_query(Look.filter())
async def look(_: object, callback_data: Look, state: FSMContext, words: Words, say: Say, read: Read) -> None:
    """A product's card."""
    await show_product(callback_data.product_id, state, words, say, read)


@router.callback_query(Photos.filter())
async def all_photos(_: object, callback_data: Photos, words: Words, say: Say, read: Read) -> None:
    """All photos of a product, in the order in which its seller sent them, and its card again below."""
    product = await read(look_at, callback_data.product_id)
    await say.album(product.photos)
    await say.news(cards.product_card(product, words))


async def show_product(product_id: int, state: FSMContext, words: Words, say: Say, read: Read) -> None:
    """Show a product to somebody who may buy it; a bare number is then how many they want."""
    product = await read(look_at, product_id)
    await state.set_state(Ordering.count)
    # What was looked for is kept, so that the list still turns its pages.
    await state.set_data({"product_id": product_id, "words": (await state.get_data()).get("words")})
    await say(cards.product_card(product, words))


async def show_stall(stall_id: int, state: FSMContext, words: Words, say: Say, read: Read, page: int = 0) -> None:
    """Show a page of what a stall sells."""
    shelf = await read(in_stall, stall_id, page)
    name = shelf.stall.name if shelf.stall else ""
    title = words("shelf-stall", stall=name) if shelf.products else words("shelf-stall-empty", stall=name)
    await say(cards.shelf_card(shelf, words, "stall", title))


async def _show_found(sought: str, page: int, words: Words, say: Say, read: Read) -> None:
    shelf = await read(named, sought, page)
    if not shelf.products:
        await say(places.nothing_found_card(words, sought))
        return
    await say(cards.shelf_card(shelf, words, "found", words("shelf-found", sought=sought[:60])))
