"""Looking round: the market, lists, a product's card, words in a name."""

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.types import Message

from handlers.captions import WRITTEN
from handlers.cards import market as cards
from handlers.cards import places
from handlers.cards.resting import closed_lines
from handlers.ordering_in_words import ordered
from handlers.parts import Turn
from handlers.states import Ordering, Searching
from handlers.taps import Go, Look, Photos, Shelf
from shop.browsing import Shelf as PublicShelf
from shop.browsing import in_stall, look_at, named, newest, stalls
from shop.wishes import waits_for

router = Router(name="browsing")


@router.message(Command("belanja", "cari"))
@router.callback_query(Go.filter(F.to == "shop"))
async def market(_: object, turn: Turn) -> None:
    """Ways to find something."""
    await turn.state.clear()
    await turn.say(places.market_card(turn.words))


@router.callback_query(Shelf.filter(F.of == "newest"))
async def show_newest(_: object, callback_data: Shelf, turn: Turn) -> None:
    """What was put on sale last."""
    shelf = await turn.read(newest, callback_data.page)
    title = turn.words("shelf-newest") if shelf.products else turn.words("shelf-empty")
    await turn.say(cards.shelf_card(shelf, turn.words, "newest", title))


@router.callback_query(Shelf.filter(F.of == "stalls"))
async def show_stalls(_: object, callback_data: Shelf, turn: Turn) -> None:
    """Which stalls there are."""
    await turn.say(cards.stalls_card(await turn.read(stalls, callback_data.page), turn.words))


@router.callback_query(Shelf.filter(F.of == "stall"))
async def turn_page_of_stall(_: object, callback_data: Shelf, turn: Turn) -> None:
    """What one stall sells."""
    await show_stall(callback_data.stall_id, turn, callback_data.page)


@router.callback_query(Shelf.filter(F.of == "found"))
async def turn_page_of_found(_: object, callback_data: Shelf, turn: Turn) -> None:
    """The next page of what was looked for."""
    sought = (await turn.state.get_data()).get("words")
    if not sought:
        await turn.say(places.market_card(turn.words))
        return
    await _say_found(sought, await turn.read(named, sought, callback_data.page), turn)


@router.callback_query(Go.filter(F.to == "search"))
async def ask_words(_: object, turn: Turn) -> None:
    """What are you looking for?"""
    await turn.state.set_state(Searching.words)
    await turn.say(places.ask_search_card(turn.words))


async def finds(message: Message, turn: Turn) -> dict[str, PublicShelf] | bool:
    """A filter: words to look for; those that no name has are none if they order ("pesan 2 keripik ya").

    Hands `shelf`, what was found, to the handler.
    """
    shelf = await turn.read(named, _sought(message), 0)
    return {"shelf": shelf} if shelf.products or not ordered(message) else False


@router.message(Searching.words, *WRITTEN, finds)
async def search(message: Message, shelf: PublicShelf, turn: Turn) -> None:
    """Products with these words in the name."""
    await turn.state.set_data({"words": _sought(message)})
    await _say_found(_sought(message), shelf, turn)


@router.callback_query(Look.filter())
async def look(_: object, callback_data: Look, turn: Turn) -> None:
    """A product's card."""
    await show_product(callback_data.product_id, turn)


@router.callback_query(Photos.filter())
async def all_photos(_: object, callback_data: Photos, turn: Turn) -> None:
    """All photos of a product, in the order in which its seller sent them, and its card again below."""
    product = await turn.read(look_at, callback_data.product_id)
    if len(product.photos) > 1:  # it may have been left with one since the button was shown
        await turn.say.album(product.photos)
    await turn.say.news(cards.product_card(product, turn.words))


async def show_product(product_id: int, turn: Turn) -> None:
    """Show a product to somebody who may buy it; a bare number is then how many they want."""
    product = await turn.read(look_at, product_id)
    await turn.state.set_state(Ordering.count)
    # What was looked for is kept, so that the list still turns its pages.
    await turn.state.set_data({"product_id": product_id, "words": (await turn.state.get_data()).get("words")})
    waits = product.waiting > 0 and await turn.read(waits_for, turn.person.id, product_id)
    await turn.say(cards.product_card(product, turn.words, waits=waits))


async def show_stall(stall_id: int, turn: Turn, page: int = 0) -> None:
    """Show a page of what a stall sells."""
    shelf = await turn.read(in_stall, stall_id, page, turn.person.id)
    name = shelf.stall.name if shelf.stall else ""
    title = turn.words("shelf-stall", stall=name) if shelf.products else turn.words("shelf-stall-empty", stall=name)
    closed = closed_lines(shelf.stall, turn.words) if shelf.stall else []
    await turn.say(cards.shelf_card(shelf, turn.words, "stall", "\n\n".join([title, *closed])))


def _sought(message: Message) -> str:
    return (message.text or "")[:100]


async def _say_found(sought: str, shelf: PublicShelf, turn: Turn) -> None:
    if not shelf.products:
        await turn.say(places.nothing_found_card(turn.words, sought))
        return
    await turn.say(cards.shelf_card(shelf, turn.words, "found", turn.words("shelf-found", sought=sought[:60])))
