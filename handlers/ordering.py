"""Buying: how many, where to, "Pesan"."""

from datetime import datetime

from aiogram import F, Router
from aiogram.fsm.context import FSMContext
from aiogram.types import Message

from handlers.cards import orders
from handlers.cards.market import product_card
from handlers.parts import Read, Say, Transact
from handlers.states import Ordering
from handlers.taps import Buy
from locales import Words
from shop.browsing import look_at
from shop.errors import ShopError
from shop.orders import place_order
from shop.quoting import Wanted, quote
from shop.reading import read_stock
from shop.views import PersonView

router = Router(name="ordering")
LONGEST_ADDRESS = 500


@router.callback_query(Buy.filter(F.do == "variant"))
async def choose_variant(_: object, callback_data: Buy, state: FSMContext, words: Words, say: Say, read: Read) -> None:
    """Size, colour or taste was tapped; now how many?"""
    product = await read(look_at, callback_data.product_id)
    await state.set_state(Ordering.count)
    await state.set_data({"product_id": product.id, "variant": callback_data.variant})
    await say(product_card(product, words, callback_data.variant))


@router.callback_query(Buy.filter(F.do == "count"))
async def choose_count(
    _: object,
    callback_data: Buy,
    state: FSMContext,
    person: PersonView,
    words: Words,
    say: Say,
    read: Read,
    stamp: int,
) -> None:
    """A count was tapped: the whole order is read back."""
    tap = callback_data
    await _summarise(tap.product_id, tap.quantity, tap.variant, state, person, words, say, read, stamp)


@router.callback_query(Buy.filter(F.do == "other"))
async def other_count(_: object, callback_data: Buy, state: FSMContext, words: Words, say: Say, read: Read) -> None:
    """None of the buttons fits: type a number."""
    product = await read(look_at, callback_data.product_id)
    await state.set_state(Ordering.count)
    await state.set_data({"product_id": product.id, "variant": callback_data.variant})
    await say(orders.ask_count_card(product, words))


def count_said(message: Message) -> dict[str, int] | bool:
    """A clear count, in digits or words: "2", "dua bungkus", "selusin"."""
    reply = read_stock(message.text or "")
    return False if reply.stock is None or reply.ambiguous else {"count": reply.stock}


@router.message(Ordering.count, F.text, ~F.text.startswith("/"), count_said)
async def say_count(
    _: Message,
    count: int,
    state: FSMContext,
    person: PersonView,
    words: Words,
    say: Say,
    read: Read,
    stamp: int,
) -> None:
    """A count while a product is looked at."""
    data = await state.get_data()
    await _summarise(
        int(data["product_id"]), count, int(data.get("variant", 0)), state, person, words, say, read, stamp
    )


@router.callback_query(Buy.filter(F.do == "address"))
async def ask_address(_: object, callback_data: Buy, state: FSMContext, words: Words, say: Say, read: Read) -> None:
    """To be brought: where to?"""
    product = await read(look_at, callback_data.product_id)
    await state.set_state(Ordering.address)
    tap = callback_data
    await state.set_data({"product_id": product.id, "quantity": tap.quantity, "variant": tap.variant})
    await say(orders.ask_address_card(product, words))


@router.message(Ordering.address, F.text, ~F.text.startswith("/"))
async def order_to_address(
    message: Message,
    state: FSMContext,
    person: PersonView,
    words: Words,
    say: Say,
    transact: Transact,
    now: datetime,
) -> None:
    """The address is the last thing missing: the order is placed."""
    data = await state.get_data()
    address = " ".join((message.text or "").split())
    if len(address) > LONGEST_ADDRESS:
        raise ShopError("address-too-long", most=LONGEST_ADDRESS)
    if len(address) < 5:
        raise ShopError("address-too-short")
    wanted = Wanted(product_id=data["product_id"], quantity=data["quantity"], number=data.get("variant", 0))
    await state.clear()
    order = await transact(place_order, person.id, [wanted], now, address)
    await say(orders.bought_card(order, words))


@router.callback_query(Buy.filter(F.do.in_({"order", "same"})))
async def order(
    _: object,
    callback_data: Buy,
    state: FSMContext,
    person: PersonView,
    words: Words,
    say: Say,
    transact: Transact,
    now: datetime,
) -> None:
    """ "Pesan": from this moment the pieces are the buyer's, and the seller is told."""
    tap = callback_data
    wanted = Wanted(product_id=tap.product_id, quantity=tap.quantity, number=tap.variant)
    await state.clear()
    address = person.address if tap.do == "same" else None
    placed = await transact(place_order, person.id, [wanted], now, address)
    await say(orders.bought_card(placed, words))


async def _summarise(
    product_id: int,
    quantity: int,
    variant: int,
    state: FSMContext,
    person: PersonView,
    words: Words,
    say: Say,
    read: Read,
    stamp: int,
) -> None:
    offer = await read(quote, person.id, [Wanted(product_id=product_id, quantity=quantity, number=variant)])
    await state.clear()
    await say(orders.summary_card(offer, words, person.address, person.consented, stamp, variant))
