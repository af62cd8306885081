"""Buying: how many, where to, "Pesan"."""

from datetime import datetime

from aiogram import F, Router
from aiogram.fsm.context import FSMContext
from aiogram.types import Message

from handlers.cards import orders
from handlers.parts import Read, Say, Transact
from handlers.states import Ordering
from handlers.taps import Buy
from locales import Words
from shop.browsing import look_at
from shop.errors import ShopError
from shop.orders import place_order
from shop.reading import read_stock
from shop.views import PersonView

router = Router(name="ordering")
LONGEST_ADDRESS = 500


@router.callback_query(Buy.filter(F.do == "count"))
async def choose_count(
    _: object, callback_data: Buy, state: FSMContext, person: PersonView, words: Words, say: Say, read: Read
) -> None:
    """A count was tapped: the whole order is read back."""
    await _summarise(callback_data.product_id, callback_data.quantity, state, person, words, say, read)


@router.callback_query(Buy.filter(F.do == "other"))
async def other_count(_: object, callback_data: Buy, state: FSMContext, words: Words, say: Say, read: Read) -> None:
    """None of the buttons fits: type a number."""
    product = await read(look_at, callback_data.product_id)
    await state.set_state(Ordering.count)
    await state.set_data({"product_id": product.id})
    await say(orders.ask_count_card(product, words))


@router.message(Ordering.count, F.text.regexp(r"^\s*\d{1,9}\s*$"))
async def type_count(
    message: Message, state: FSMContext, person: PersonView, words: Words, say: Say, read: Read
) -> None:
    """A bare number while a product is looked at."""
    product_id = int((await state.get_data())["product_id"])
    await _summarise(product_id, int(message.text or 0), state, person, words, say, read)


@router.message(
    Ordering.count, F.text, ~F.text.startswith("/"), F.func(lambda message: _count(message.text) is not None)
)
async def say_count(
    message: Message, state: FSMContext, person: PersonView, words: Words, say: Say, read: Read
) -> None:
    """A count in words: "dua bungkus", "selusin"."""
    product_id = int((await state.get_data())["product_id"])
    await _summarise(product_id, _count(message.text) or 0, state, person, words, say, read)


@router.callback_query(Buy.filter(F.do == "address"))
async def ask_address(_: object, callback_data: Buy, state: FSMContext, words: Words, say: Say, read: Read) -> None:
    """To be brought: where to?"""
    product = await read(look_at, callback_data.product_id)
    await state.set_state(Ordering.address)
    await state.set_data({"product_id": product.id, "quantity": callback_data.quantity})
    await say(orders.ask_address_card(product, words))


@router.message(Ordering.address, F.text, ~F.text.startswith("/"))
async def order_to_address(
    message: Message, state: FSMContext, person: PersonView, words: Words, say: Say, transact: Transact, now: datetime
) -> None:
    """The address is the last thing missing: the order is placed."""
    data = await state.get_data()
    address = " ".join((message.text or "").split())
    if len(address) > LONGEST_ADDRESS:
        raise ShopError("address-too-long", most=LONGEST_ADDRESS)
    if len(address) < 5:
        raise ShopError("address-too-short")
    await state.clear()
    order = await transact(place_order, person.id, data["product_id"], data["quantity"], now, address)
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
    await state.clear()
    address = person.address if callback_data.do == "same" else None
    placed = await transact(place_order, person.id, callback_data.product_id, callback_data.quantity, now, address)
    await say(orders.bought_card(placed, words))


async def _summarise(
    product_id: int, quantity: int, state: FSMContext, person: PersonView, words: Words, say: Say, read: Read
) -> None:
    product = await read(look_at, product_id)
    if product.stall.owner_id == person.id:
        raise ShopError("own-product", product_id=product_id)
    if not 0 < quantity <= 10_000:
        raise ShopError("quantity-absurd", product_id=product_id)
    if product.kind == "counted" and quantity * product.per > product.stock:
        left = product.stock // product.per
        raise ShopError("not-enough" if left else "sold-out", product_id=product_id, left=left)
    await state.clear()
    await say(orders.summary_card(product, quantity, words, person.address, person.consented))


def _count(text: str | None) -> int | None:
    reply = read_stock(text or "")
    return None if reply.ambiguous else reply.stock
