"""Buying: how many, where to, "Pesan"."""

from typing import Any

from aiogram import F, Router
from aiogram.types import Message

from handlers.captions import WRITTEN, line_in
from handlers.cards import checkout, orders
from handlers.cards.card import Card
from handlers.cards.market import product_card
from handlers.parts import Turn
from handlers.states import Ordering
from handlers.taps import Buy
from shop import reading
from shop.browsing import look_at
from shop.errors import ShopError
from shop.matching import match_order
from shop.orders import place_order
from shop.pricing import variant_in
from shop.quoting import Wanted, quote
from shop.searching import AROUND_A_WISH, wished_for, words_of
from shop.views import ProductView

router = Router(name="ordering")
LONGEST_ADDRESS = 500
LONGEST_NOTE = 120


@router.callback_query(Buy.filter(F.do == "variant"))
async def choose_variant(_: object, callback_data: Buy, turn: Turn) -> None:
    """Size, colour or taste was tapped; now how many?"""
    product = await turn.read(look_at, callback_data.product_id)
    await turn.state.set_state(Ordering.count)
    await turn.state.set_data({"product_id": product.id, "variant": callback_data.variant})
    await turn.say(product_card(product, turn.words, callback_data.variant))


@router.callback_query(Buy.filter(F.do == "count"))
async def choose_count(_: object, callback_data: Buy, turn: Turn) -> None:
    """A count was tapped: the whole order is read back."""
    await _summarise(_wanted(callback_data), turn)


@router.callback_query(Buy.filter(F.do == "other"))
async def other_count(_: object, callback_data: Buy, turn: Turn) -> None:
    """None of the buttons fits: type a number."""
    product = await turn.read(look_at, callback_data.product_id)
    await turn.state.set_state(Ordering.count)
    await turn.state.set_data({"product_id": product.id, "variant": callback_data.variant})
    await turn.say(checkout.ask_count_card(product, turn.words))


async def counts_this(message: Message, turn: Turn) -> dict[str, Any] | bool:
    """A filter: so many of what is looked at. "Pesan 2 rendang" is another order; "2 gak pake telur" is a wish.

    Hands `product`, `count`, `unit`, and the `wish` if there is one, to the handler.
    """
    text, said = message.text or "", reading.read_amount(message.text or "")
    if said is None:
        return False
    product = await turn.read(look_at, int((await turn.state.get_data())["product_id"]))
    read = reading.read_order(text)
    items = read.items
    known = {*words_of(" ".join((product.name, product.stall.name, *product.terms.variants))), *AROUND_A_WISH}
    named = {word for item in items for word in words_of(item.product or "")} - known
    if named and not reading.denies(text):
        matched = await turn.read(match_order, items, product.id)
        if wished_for(text) or matched.candidates or {want.product_id for want in matched.wanted} - {product.id}:
            return False
    beyond = named or set(words_of(" ".join([*(item.variant or "" for item in items), *read.aside]))) - known
    wish = line_in(message, LONGEST_NOTE) if beyond else None
    return {"product": product, "count": said.count, "unit": said.unit, "wish": wish}


@router.message(Ordering.count, *WRITTEN, counts_this)
async def say_count(
    message: Message, product: ProductView, count: int, unit: str | None, wish: str | None, turn: Turn
) -> None:
    """A count or a weight while a product is looked at."""
    # "2 biru" after red was tapped: what is named wins.
    named = variant_in(product.terms, message.text or "")
    tapped = (await turn.state.get_data()).get("variant", 0)
    number = product.terms.variants.index(named) + 1 if named else tapped
    wanted = Wanted(product_id=product.id, quantity=count, unit=unit, number=number)
    if wish:
        await turn.say(await read_back([wanted], turn, None, wish=wish))
    else:
        await _summarise(wanted, turn)


@router.callback_query(Buy.filter(F.do == "address"))
async def ask_address(_: object, callback_data: Buy, turn: Turn) -> None:
    """To be brought: where to?"""
    product = await turn.read(look_at, callback_data.product_id)
    await turn.state.set_state(Ordering.address)
    await turn.state.set_data({"chosen": _wanted(callback_data).model_dump(mode="json")})
    await turn.say(checkout.ask_address_card(product, turn.words))


@router.message(Ordering.address, *WRITTEN)
async def read_address_back(message: Message, turn: Turn) -> None:
    """The whole order with its address is read back: "ongkirnya berapa?" is no address, and nothing is sent yet."""
    data = await turn.state.get_data()
    address = line_in(message)
    if len(address) > LONGEST_ADDRESS:
        raise ShopError("address-too-long", most=LONGEST_ADDRESS)
    if len(address) < 5:
        raise ShopError("address-too-short")
    await turn.say(await read_back([Wanted.model_validate(data["chosen"])], turn, address))


@router.callback_query(Buy.filter(F.do.in_({"order", "same"})))
async def order(_: object, callback_data: Buy, turn: Turn) -> None:
    """ "Pesan", "Antar ke …": from this moment the pieces are the buyer's, and the seller is told.

    If it would be something else than stood on the card (a price, a name, a fee, the address), it is read back first.
    """
    tap, wanted = callback_data, _wanted(callback_data)
    await turn.state.clear()
    address = turn.person.address if tap.do == "same" else None
    # Buttons that were made before they carried a mark: one that names an address has to tell it.
    seen = tap.mark or (None if tap.do == "order" else 0)
    try:
        placed = await turn.transact(place_order, turn.person.id, [wanted], turn.now, address, seen=seen)
    except ShopError as refusal:
        if refusal.key != "order-changed":
            raise
        await _summarise(wanted, turn, toast=turn.words("order-changed"))
        return
    await turn.say(orders.bought_card(placed, turn.words))


async def read_back(
    wanted: list[Wanted], turn: Turn, address: str | None, contact: str | None = None, wish: str | None = None
) -> Card:
    """An order in full, kept for "Pesan" below it."""
    offer = await turn.read(quote, turn.person.id, wanted)
    kept = {"wanted": [want.model_dump(mode="json") for want in wanted], "stamp": turn.stamp}
    said = {"address": address, "contact": contact, "wish": wish, "seen": offer.mark(address)}
    await turn.state.set_state(Ordering.cart)
    await turn.state.set_data(kept | said)
    return checkout.cart_card(offer, turn.words, turn.stamp, address, contact, wish)


def _wanted(tap: Buy) -> Wanted:
    return Wanted(product_id=tap.product_id, quantity=tap.quantity, parts=tap.parts, number=tap.variant)


async def _summarise(wanted: Wanted, turn: Turn, toast: str | None = None) -> None:
    offer = await turn.read(quote, turn.person.id, [wanted])
    await turn.state.clear()
    address, consented = turn.person.address, turn.person.consented
    card = checkout.summary_card(offer, turn.words, address, consented, turn.stamp, wanted.number)
    await turn.say(card, toast=toast)
