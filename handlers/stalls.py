"""The seller's own stall, and what people should know of it: its name, place, time zone, ways to pay."""

import asyncio
from typing import Any

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.types import Message

from handlers.captions import WRITTEN, line_in, reading_of, stock_in
from handlers.cards import places
from handlers.parts import Turn
from handlers.states import Stall
from handlers.taps import Go, StallTap
from locales import ZONE_NAMES
from shop.describing import describe_stall, rename_stall
from shop.errors import ShopError
from shop.places import zone_of_place
from shop.reading import read_order, read_price
from shop.rules import ANSWER_HOURS, MOST_RUPIAH, ZONES
from shop.stalls import look_at_own_stall
from shop.views import StallView

router = Router(name="stalls")
LONGEST_PLACE = 120
ASKED = {
    "name": places.ask_stall_name_card,
    "place": places.ask_place_card,
    "payment": places.ask_payment_card,
    "hour": places.ask_hour_card,
    "closing": places.ask_closing_card,
    "low_mark": places.ask_low_mark_card,
    "answer": places.ask_answer_card,
    "fee": places.ask_fee_card,
}
# What is set by a button with a number on it: its name, what it is without one, the most that it may be.
NUMBERS = {
    "fees": ("delivery_fee", -1, MOST_RUPIAH),
    "hours": ("morning_hour", 7, 23),
    "closes": ("closing_hour", 17, 23),
    "answers": ("answer_hours", 0, max(ANSWER_HOURS)),
    "marks": ("low_mark", 3, 1000),
}
BY_BUTTONS = ("hour", "closing", "answer")
OTHER_MATTERS = ("question", "cancel", "tracking", "complaint")
LONGEST_PAYMENT = 200


@router.message(Command("lapak"))
@router.callback_query(Go.filter(F.to == "stall"))
async def show_my_stall(_: object, turn: Turn) -> None:
    """ "Lapak saya"."""
    await turn.state.clear()
    await _say_stall(await turn.read(look_at_own_stall, turn.person.id), turn)


@router.callback_query(Go.filter(F.to == "settings"))
async def stall_settings(_: object, turn: Turn) -> None:
    """What of the stall can be changed."""
    await turn.state.clear()
    await turn.say(places.stall_settings_card(turn.words))


@router.callback_query(Go.filter(F.to == "time"))
async def stall_time(_: object, turn: Turn) -> None:
    """What of the stall's time can be changed."""
    await turn.state.clear()
    await turn.say(places.stall_time_card(turn.words))


@router.callback_query(StallTap.filter(F.what.in_(set(ASKED))))
async def ask_about_stall(_: object, callback_data: StallTap, turn: Turn) -> None:
    """The stall's name, place, payment words, hours, low mark, answer limit or fee."""
    if callback_data.what not in BY_BUTTONS:
        await turn.state.set_state(getattr(Stall, callback_data.what))
    await turn.say(ASKED[callback_data.what](turn.words))


@router.message(Stall.name, *WRITTEN)
async def answer_stall_name(message: Message, turn: Turn) -> None:
    """The stall has a name of its own."""
    await turn.state.clear()
    stall = await turn.transact(rename_stall, turn.person.id, message.text or "")
    await _say_stall(stall, turn)


def describes(message: Message) -> bool:
    """Words that may describe a stall: not something to sell, and not a question."""
    text = message.text or ""
    return "?" not in text and reading_of(text).price is None and read_order(text).intent not in OTHER_MATTERS


@router.message(Stall.place, *WRITTEN, describes)
async def answer_place(message: Message, turn: Turn) -> None:
    """Where the stall is; the time zone follows from a place that we know, and is asked otherwise."""
    place = line_in(message, LONGEST_PLACE)
    if not any(letter.isalpha() for letter in place):
        raise ShopError("place-not-understood")
    zone = await asyncio.to_thread(zone_of_place, place)
    if zone is None:
        # Kept, and shown to everybody, only once the zone is settled: "gak ada fotonya" is no place.
        await turn.state.set_state(Stall.zone)
        await turn.state.set_data({"place": place})
        await turn.say(places.ask_zone_card(turn.words, place))
        return
    stall = await turn.transact(describe_stall, turn.person.id, turn.now, place=place, zone=zone)
    await _ask_payment(stall, turn, turn.words("place-kept", place=place))


@router.callback_query(StallTap.filter(F.what == "zone"))
async def answer_zone(_: object, callback_data: StallTap, turn: Turn) -> None:
    """WIB, WITA or WIT."""
    zone, place = ZONES.get(callback_data.value), await _place_said(turn)
    stall = await turn.transact.again(describe_stall, turn.person.id, turn.now, place=place, zone=zone)
    await _ask_payment(stall, turn, turn.words("zone-kept", zone=callback_data.value))


async def _place_said(turn: Turn) -> str | None:
    """The place that was just named; a button may be tapped long after, amid other questions."""
    place = (await turn.state.get_data()).get("place")
    return place if isinstance(place, str) else None


@router.message(Stall.zone, *WRITTEN)
async def type_zone(message: Message, turn: Turn) -> None:
    """The zone in words; anything else may be a better known place nearby."""
    text = line_in(message, LONGEST_PLACE)
    zone = ZONES.get(text.upper()) or await asyncio.to_thread(zone_of_place, text)
    if zone is None:
        await turn.say(places.ask_zone_card(turn.words, text))
        return
    place = await _place_said(turn)
    stall = await turn.transact(describe_stall, turn.person.id, turn.now, place=place, zone=zone)
    await _ask_payment(stall, turn, turn.words("zone-kept", zone=ZONE_NAMES[zone]))


@router.message(Stall.payment, *WRITTEN, describes)
async def answer_payment(message: Message, turn: Turn) -> None:
    """How people pay, in the seller's own words."""
    await turn.state.clear()
    said = line_in(message, LONGEST_PAYMENT)
    await turn.transact(describe_stall, turn.person.id, turn.now, payment_words=said)
    await turn.say(places.settled_card(turn.words))


@router.callback_query(StallTap.filter(F.what == "cash"))
async def answer_cash(_: object, turn: Turn) -> None:
    """ "Bayar di tempat"."""
    await turn.state.clear()
    await turn.transact.again(describe_stall, turn.person.id, turn.now, payment_words=turn.words("pay-cash-words"))
    await turn.say(places.settled_card(turn.words))


@router.message(Stall.low_mark, *WRITTEN)
async def answer_low_mark(message: Message, turn: Turn) -> None:
    """From how few pieces on we speak up."""
    mark = stock_in(message)
    await turn.state.clear()
    await _say_stall(await turn.transact(describe_stall, turn.person.id, turn.now, low_mark=mark), turn)


@router.message(Stall.fee, *WRITTEN)
async def answer_fee(message: Message, turn: Turn) -> None:
    """What bringing an order costs. Raises ShopError for a sum that is not clear."""
    reply = read_price(message.text or "")
    if reply.price is None or reply.ambiguous:
        raise ShopError("price-not-understood")
    await turn.state.clear()
    await _say_stall(await turn.transact(describe_stall, turn.person.id, turn.now, delivery_fee=reply.price), turn)


@router.callback_query(StallTap.filter(F.what.in_(NUMBERS)))
async def tap_number(_: object, callback_data: StallTap, turn: Turn) -> None:
    """The low mark, the usual fee, the morning's or the closing hour, the hours in which an order is answered."""
    await turn.state.clear()
    setting, unless_said, most = NUMBERS[callback_data.what]
    number = min(int(callback_data.value), most) if callback_data.value.isdecimal() else unless_said
    change: dict[str, Any] = {setting: number}
    stall = await turn.transact.again(describe_stall, turn.person.id, turn.now, **change)
    await _say_stall(stall, turn)


@router.callback_query(StallTap.filter(F.what == "later"))
async def answer_later(_: object, turn: Turn) -> None:
    """Not now; it can be told later. Whoever has left since hears that there is no stall."""
    await turn.read(look_at_own_stall, turn.person.id)
    await turn.state.clear()
    await turn.say(places.settled_card(turn.words))


async def _ask_payment(stall: StallView, turn: Turn, said: str) -> None:
    """The next question about the stall, unless it was answered long ago."""
    if stall.payment_words:
        await turn.state.clear()
        await turn.say(places.settled_card(turn.words, said))
        return
    await turn.state.set_state(Stall.payment)
    await turn.say(places.ask_payment_card(turn.words, said))


async def _say_stall(stall: StallView, turn: Turn) -> None:
    await turn.say(places.stall_card(stall, turn.link_to(f"s{stall.id}"), turn.words))
