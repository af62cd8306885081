"""The seller's own stall: products, changes to them, and what people should know of the stall."""

import asyncio
from datetime import datetime
from typing import Any

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.fsm.context import FSMContext
from aiogram.types import Message

from handlers.captions import WRITTEN, file_of
from handlers.cards import places, products
from handlers.cards.stock import restocked_card
from handlers.parts import LinkTo, Read, Say, TakePhoto, Transact
from handlers.states import Changing, Stall
from handlers.taps import Go, Own, OwnShelf, StallTap
from locales import ZONE_NAMES, Words
from shop import reading
from shop.errors import ShopError
from shop.listings import fill_draft, look_at_own, own_shelf, replace_photos, show_product
from shop.places import zone_of_place
from shop.rules import ZONES
from shop.stalls import describe_stall, my_stall, rename_stall
from shop.stock import set_stock
from shop.views import PersonView, StallView

router = Router(name="stalls")
NEW_STATES = {"hide": "hidden", "reveal": "on sale"}


@router.message(Command("lapak"))
@router.callback_query(Go.filter(F.to == "stall"))
async def show_my_stall(
    _: object, state: FSMContext, person: PersonView, words: Words, say: Say, read: Read, link_to: LinkTo
) -> None:
    """ "Lapak saya"."""
    await state.clear()
    stall = await read(my_stall, person.id)
    if stall is None:
        raise ShopError("no-stall")
    await say(places.stall_card(stall, link_to(f"s{stall.id}"), words))


@router.callback_query(OwnShelf.filter())
async def my_products(
    _: object, callback_data: OwnShelf, person: PersonView, words: Words, say: Say, read: Read
) -> None:
    """A page of one's own products."""
    await say(products.own_shelf_card(await read(own_shelf, person.id, callback_data.page), words))


@router.callback_query(Own.filter(F.do.in_({"look", "more", "remove"})))
async def look_at_mine(
    _: object, callback_data: Own, state: FSMContext, person: PersonView, words: Words, say: Say, read: Read
) -> None:
    """One product of one's own."""
    await state.clear()
    product = await read(look_at_own, person.id, callback_data.product_id)
    if product.state == "draft":
        raise ShopError("draft-not-published", product_id=product.id)
    cards = {
        "look": products.own_product_card,
        "more": products.own_product_more_card,
        "remove": products.sure_to_remove_card,
    }
    await say(cards[callback_data.do](product, words))


@router.callback_query(Own.filter(F.do.in_({"name", "price", "stock", "photo"})))
async def ask_new(
    _: object, callback_data: Own, state: FSMContext, person: PersonView, words: Words, say: Say, read: Read
) -> None:
    """What is the new name, price, stock or photo?"""
    product = await read(look_at_own, person.id, callback_data.product_id)
    await state.set_state(getattr(Changing, callback_data.do))
    await state.set_data({"product_id": product.id})
    await say(products.ask_new_card(callback_data.do, product, words))


@router.callback_query(Own.filter(F.do.in_({"hide", "reveal", "removed"})))
async def show_or_hide(
    _: object,
    callback_data: Own,
    state: FSMContext,
    person: PersonView,
    words: Words,
    say: Say,
    transact: Transact,
) -> None:
    """Hide, show again, remove."""
    await state.clear()
    new_state = NEW_STATES.get(callback_data.do, "removed")
    product = await transact(show_product, person.id, callback_data.product_id, new_state)
    card = products.removed_card if new_state == "removed" else products.own_product_card
    await say(card(product, words))


@router.message(Changing.name, *WRITTEN)
async def change_name(
    message: Message, state: FSMContext, person: PersonView, words: Words, say: Say, transact: Transact
) -> None:
    """A new name."""
    await _change({"name": message.text or ""}, state, person, words, say, transact)


@router.message(Changing.price, *WRITTEN)
async def change_price(
    message: Message, state: FSMContext, person: PersonView, words: Words, say: Say, transact: Transact
) -> None:
    """A new price; a doubtful one is asked back."""
    reply = reading.read_price(message.text or "")
    if reply.price is None:
        raise ShopError("price-not-understood")
    if reply.ambiguous:
        product_id = (await state.get_data())["product_id"]
        await say(products.guess_price_card(product_id, reply.guesses, words))
        return
    await _change({"price": reply.price, "per": reply.per, "unit": reply.unit}, state, person, words, say, transact)


@router.message(Changing.stock, *WRITTEN)
async def change_stock_total(
    message: Message,
    state: FSMContext,
    person: PersonView,
    words: Words,
    say: Say,
    transact: Transact,
    now: datetime,
) -> None:
    """So many are there in all."""
    reply = reading.read_stock(message.text or "")
    if reply.stock is None or reply.ambiguous:
        raise ShopError("stock-not-understood")
    product_id = (await state.get_data())["product_id"]
    await state.clear()
    await say(restocked_card(await transact(set_stock, person.id, product_id, reply.stock, now), words))


@router.message(Changing.photo, F.photo | F.document)
async def change_photo(
    _: Message,
    album: list[Message],
    state: FSMContext,
    person: PersonView,
    words: Words,
    say: Say,
    transact: Transact,
    take_photo: TakePhoto,
) -> None:
    """New photos instead of the old ones."""
    files = [found for message in album if (found := file_of(message))]
    if not files:
        raise ShopError("photo-not-image")
    photos = [await take_photo(file_id, size) for file_id, size in files[:10]]
    product_id = (await state.get_data())["product_id"]
    await state.clear()
    product = await transact(replace_photos, person.id, product_id, photos)
    await say(products.own_product_card(product, words))


@router.callback_query(Go.filter(F.to == "settings"))
async def stall_settings(_: object, words: Words, say: Say) -> None:
    """What of the stall can be changed."""
    await say(places.stall_settings_card(words))


@router.callback_query(StallTap.filter(F.what.in_({"name", "place", "payment", "hour"})))
async def ask_about_stall(_: object, callback_data: StallTap, state: FSMContext, words: Words, say: Say) -> None:
    """The stall's name, place, payment words or morning hour."""
    cards = {
        "name": places.ask_stall_name_card,
        "place": places.ask_place_card,
        "payment": places.ask_payment_card,
        "hour": places.ask_hour_card,
    }
    if callback_data.what != "hour":
        await state.set_state(getattr(Stall, callback_data.what))
    await say(cards[callback_data.what](words))


@router.message(Stall.name, *WRITTEN)
async def answer_stall_name(
    message: Message,
    state: FSMContext,
    person: PersonView,
    words: Words,
    say: Say,
    transact: Transact,
    link_to: LinkTo,
) -> None:
    """The stall has a name of its own."""
    await state.clear()
    stall = await transact(rename_stall, person.id, message.text or "")
    await say(places.stall_card(stall, link_to(f"s{stall.id}"), words))


@router.message(Stall.place, *WRITTEN)
async def answer_place(
    message: Message,
    state: FSMContext,
    person: PersonView,
    words: Words,
    say: Say,
    transact: Transact,
    now: datetime,
) -> None:
    """Where the stall is; the time zone follows from a place that we know, and is asked otherwise."""
    place = " ".join((message.text or "").split())[:120]
    zone = await asyncio.to_thread(zone_of_place, place)
    stall = await transact(describe_stall, person.id, now, place=place, zone=zone)
    if zone is None:
        await state.set_state(Stall.zone)
        await say(places.ask_zone_card(words, place))
        return
    await _ask_payment(stall, state, words, say, words("place-kept", place=place))


@router.callback_query(StallTap.filter(F.what == "zone"))
async def answer_zone(
    _: object,
    callback_data: StallTap,
    state: FSMContext,
    person: PersonView,
    words: Words,
    say: Say,
    transact: Transact,
    now: datetime,
) -> None:
    """WIB, WITA or WIT."""
    zone = ZONES.get(callback_data.value)
    stall = await transact.again(describe_stall, person.id, now, zone=zone)
    await _ask_payment(stall, state, words, say, words("zone-kept", zone=callback_data.value))


@router.message(Stall.zone, *WRITTEN)
async def type_zone(
    message: Message,
    state: FSMContext,
    person: PersonView,
    words: Words,
    say: Say,
    transact: Transact,
    now: datetime,
) -> None:
    """The zone in words; anything else may be a better known place nearby."""
    text = " ".join((message.text or "").split())[:120]
    zone = ZONES.get(text.upper()) or await asyncio.to_thread(zone_of_place, text)
    if zone is None:
        await say(places.ask_zone_card(words, text))
        return
    stall = await transact(describe_stall, person.id, now, zone=zone)
    await _ask_payment(stall, state, words, say, words("zone-kept", zone=ZONE_NAMES[zone]))


@router.message(Stall.payment, *WRITTEN)
async def answer_payment(
    message: Message,
    state: FSMContext,
    person: PersonView,
    words: Words,
    say: Say,
    transact: Transact,
    now: datetime,
) -> None:
    """How people pay, in the seller's own words."""
    await state.clear()
    said = " ".join((message.text or "").split())[:200]
    await transact(describe_stall, person.id, now, payment_words=said)
    await say(places.settled_card(words))


@router.callback_query(StallTap.filter(F.what == "cash"))
async def answer_cash(
    _: object, state: FSMContext, person: PersonView, words: Words, say: Say, transact: Transact, now: datetime
) -> None:
    """ "Bayar di tempat"."""
    await state.clear()
    await transact.again(describe_stall, person.id, now, payment_words=words("pay-cash-words"))
    await say(places.settled_card(words))


@router.callback_query(StallTap.filter(F.what == "hours"))
async def answer_hour(
    _: object,
    callback_data: StallTap,
    state: FSMContext,
    person: PersonView,
    words: Words,
    say: Say,
    transact: Transact,
    now: datetime,
    link_to: LinkTo,
) -> None:
    """When we ask about stock in the morning."""
    await state.clear()
    hour = int(callback_data.value) if callback_data.value.isdecimal() else 7
    stall = await transact.again(describe_stall, person.id, now, morning_hour=min(hour, 23))
    await say(places.stall_card(stall, link_to(f"s{stall.id}"), words))


@router.callback_query(StallTap.filter(F.what == "later"))
async def answer_later(_: object, state: FSMContext, words: Words, say: Say) -> None:
    """Not now; it can be told later."""
    await state.clear()
    await say(places.settled_card(words))


async def _ask_payment(stall: StallView, state: FSMContext, words: Words, say: Say, said: str) -> None:
    """The next question about the stall, unless it was answered long ago."""
    if stall.payment_words:
        await state.clear()
        await say(places.settled_card(words, said))
        return
    await state.set_state(Stall.payment)
    await say(places.ask_payment_card(words, said))


async def _change(
    answer: dict[str, Any], state: FSMContext, person: PersonView, words: Words, say: Say, transact: Transact
) -> None:
    product_id = (await state.get_data())["product_id"]
    await state.clear()
    product = await transact(fill_draft, person.id, product_id, **answer)
    await say(products.own_product_card(product, words))
