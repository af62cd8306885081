"""Buying in words: "pesan 2 keripik pisang kirim ke …" becomes a filled summary to confirm."""

from datetime import datetime

from aiogram import F, Router
from aiogram.fsm.context import FSMContext
from aiogram.types import InlineKeyboardMarkup, Message

from handlers.cards import market, orders, places
from handlers.parts import Read, Say, Transact
from handlers.states import Ordering, Searching
from handlers.taps import Buy, Look
from locales import Words
from shop.browsing import Shelf
from shop.errors import ShopError
from shop.matching import match_order
from shop.orders import my_orders, place_order
from shop.quoting import Wanted, quote
from shop.reading import OrderText, read_caption, read_order
from shop.views import PersonView

router = Router(name="ordering in words")
ABOUT_AN_ORDER = ("cancel", "payment", "tracking", "complaint")
LONGEST_NOTE = 120
LONGEST_ADDRESS = 500


def ordered(message: Message) -> dict[str, OrderText] | bool:
    """An order in words. What names a price and nobody to bring it to is rather something to sell."""
    text = message.text or ""
    read = read_order(text)
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
    markup = message.reply_to_message.reply_markup if message.reply_to_message else None
    if not isinstance(markup, InlineKeyboardMarkup):
        return None
    for data in (button.callback_data or "" for row in markup.inline_keyboard for button in row):
        if data.startswith("b:"):
            return Buy.unpack(data).product_id
        if data.startswith("p:"):
            return Look.unpack(data).product_id
    return None


@router.message(F.text, ~F.text.startswith("/"), ordered)
async def order_in_words(
    message: Message, wish: OrderText, state: FSMContext, person: PersonView, words: Words, say: Say, read: Read
) -> None:
    """Everything that was said is read back; "Pesan" places it."""
    before_them = (
        (await state.get_data()).get("product_id") if await state.get_state() == Ordering.count.state else None
    )
    looking_at = looked_at(message) or before_them
    found = await read(match_order, wish.items, looking_at)
    if found.candidates:
        await state.set_state(Searching.words)
        shelf = Shelf(products=found.candidates, page=0, more=False)
        await say(market.shelf_card(shelf, words, "found", words("which-product")))
        return
    if not found.wanted:
        card = places.nothing_found_card(words, found.unknown) if found.unknown else places.not_understood_card(words)
        await say(card)
        return
    offer = await read(quote, person.id, found.wanted)
    address = _short(wish.address, LONGEST_ADDRESS) if "address" not in wish.ambiguous else person.address
    contact = _short(" · ".join(part for part in (wish.name, wish.phone) if part), LONGEST_NOTE)
    note = _short(" · ".join(part for part in (wish.payment, wish.courier) if part), LONGEST_NOTE)
    await state.set_state(Ordering.cart)
    await state.set_data(
        {
            "wanted": [want.model_dump(mode="json") for want in found.wanted],
            "address": address,
            "contact": contact,
            "wish": note,
        }
    )
    await say(orders.cart_card(offer, words, address, contact, note))


@router.callback_query(Buy.filter(F.do == "cart"))
async def place_cart(
    _: object, state: FSMContext, person: PersonView, words: Words, say: Say, transact: Transact, now: datetime
) -> None:
    """ "Pesan" under what was read from a message."""
    cart = await state.get_data()
    if "wanted" not in cart:
        if await transact.done_before():
            return
        raise ShopError("cart-forgotten")
    wanted = [Wanted.model_validate(want) for want in cart["wanted"]]
    await state.clear()
    order = await transact(
        place_order, person.id, wanted, now, address=cart["address"], contact=cart["contact"], wish=cart["wish"]
    )
    await say(orders.bought_card(order, words))


@router.message(F.text, ~F.text.startswith("/"), about_an_order)
async def point_to_orders(_: Message, person: PersonView, words: Words, say: Say, read: Read) -> None:
    """Here are the orders; each has a button to write to its seller."""
    await say(orders.orders_card(await read(my_orders, person.id), words, bought=True))


def _short(text: str | None, longest: int) -> str | None:
    return text[:longest] if text else None
