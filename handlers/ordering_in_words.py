"""Buying in words: "pesan 2 keripik pisang kirim ke …" becomes a filled summary to confirm."""

from collections.abc import Collection

from aiogram import F, Router
from aiogram.types import Message

from handlers.captions import WRITTEN
from handlers.cards import market, orders, places
from handlers.doors import show_doors
from handlers.ordering import LONGEST_ADDRESS, LONGEST_NOTE, read_back
from handlers.parts import Turn
from handlers.states import Ordering, Searching, product_asked_about, refuse_as_forgotten
from handlers.taps import Buy, Look, taps_replied_to
from shop.browsing import Shelf
from shop.errors import ShopError
from shop.matching import match_order
from shop.orders import my_orders, place_order
from shop.quoting import Wanted
from shop.reading import OrderText, read_caption, read_order, spell_amounts
from shop.searching import AROUND_A_WISH, words_of

router = Router(name="ordering in words")
ABOUT_AN_ORDER = ("cancel", "payment", "tracking", "complaint")
LONGEST_SOUGHT = 60


def ordered(message: Message) -> dict[str, OrderText] | bool:
    """An order in words. What names a price and nobody to bring it to is rather something to sell."""
    text = message.text or ""
    read = read_order(spell_amounts(text))
    if read.intent != "order":
        return False
    offer = read_caption(text)
    for_somebody = read.address or read.phone or read.name or "address" in read.ambiguous
    sells = offer.name and offer.price and "price" not in offer.ambiguous
    return {"wish": read} if read.items and (for_somebody or not sells) else False


def about_an_order(message: Message) -> bool:
    """Words about an order that there is already: cancelling, paying, asking where it is, complaining."""
    return read_order(message.text or "").intent in ABOUT_AN_ORDER


def looked_at(message: Message) -> int | None:
    """The product whose card the message replies to, as its buttons tell."""
    bought, seen = taps_replied_to(message, Buy), taps_replied_to(message, Look)
    return next((tap.product_id for tap in bought), next((tap.product_id for tap in seen), None))


@router.message(*WRITTEN, ordered)
async def order_in_words(message: Message, wish: OrderText, turn: Turn) -> None:
    """Everything that was said is read back; "Pesan" places it."""
    looking_at = looked_at(message)
    if looking_at is None and await turn.state.get_state() == Ordering.count.state:
        looking_at = await product_asked_about(turn)
    found = await turn.read(match_order, wish.items, looking_at)
    if found.candidates:
        await turn.state.set_state(Searching.words)
        shelf = Shelf(products=found.candidates, page=0, more=False)
        sought = (found.unknown or "")[:LONGEST_SOUGHT]
        title = turn.words("similar-found", sought=sought) if sought else turn.words("which-product")
        await turn.say(market.shelf_card(shelf, turn.words, "found", title))
        return
    if not found.wanted and found.unknown:
        await turn.say(places.nothing_found_card(turn.words, found.unknown))
        return
    if not found.wanted:
        await show_doors(turn, "not-understood")
        return
    address = _short(wish.address, LONGEST_ADDRESS) if "address" not in wish.ambiguous else turn.person.address
    contact = _short(" · ".join(part for part in (wish.name, wish.phone) if part), LONGEST_NOTE)
    beyond = found.beyond | set(words_of(" ".join(wish.aside))) - AROUND_A_WISH
    wished = _in_own_words((message.text or "").replace(wish.address or "", ""), beyond) if beyond else None
    note = _short(" · ".join(part for part in (wished, wish.payment, wish.courier) if part), LONGEST_NOTE)
    await turn.say(await read_back(list(found.wanted), turn, address, contact, note))


@router.callback_query(Buy.filter(F.do == "cart"))
async def place_cart(_: object, callback_data: Buy, turn: Turn) -> None:
    """ "Pesan" under what was read from a message: the newest one, not an older card's."""
    cart = await turn.state.get_data()
    if "wanted" not in cart or cart.get("stamp") != callback_data.stamp:
        await refuse_as_forgotten("cart-forgotten", turn)
        return
    wanted = [Wanted.model_validate(want) for want in cart["wanted"]]
    await turn.state.clear()
    said = {key: cart.get(key) for key in ("address", "contact", "wish")}
    try:
        order = await turn.transact(place_order, turn.person.id, wanted, turn.now, **said, seen=cart.get("seen"))
    except ShopError as refusal:
        if refusal.key != "order-changed":
            raise
        await turn.say(await read_back(wanted, turn, **said), toast=turn.words("order-changed"))
        return
    await turn.say(orders.bought_card(order, turn.words))


@router.message(*WRITTEN, about_an_order)
async def point_to_orders(_: Message, turn: Turn) -> None:
    """Here are the orders; each has a button to write to its seller."""
    await turn.say(orders.orders_card(await turn.read(my_orders, turn.person.id), turn.words, bought=True))


def _in_own_words(text: str, words: Collection[str]) -> str:
    """The lines with any of these words as they were written: without its "gak", "gak pedas" asks for the opposite."""
    lines = [line for line in text.splitlines() if any(said.startswith(tuple(words)) for said in words_of(line))]
    return " ".join(" ".join(lines or [text]).split())


def _short(text: str | None, longest: int) -> str | None:
    return text[:longest] if text else None
