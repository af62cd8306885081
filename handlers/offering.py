"""Offering: the seller has fewer, or another price, or a fee for bringing it; the buyer agrees with one tap."""

from aiogram import F, Router
from aiogram.filters import StateFilter
from aiogram.types import Message

from handlers.captions import WRITTEN, stock_total_in
from handlers.cards import offers, orders
from handlers.parts import Turn
from handlers.states import Offering, ask_about_order
from handlers.taps import OrderTap
from shop import reading
from shop.amounts import Amount
from shop.errors import ShopError
from shop.offers import agree_to_offer, offer_fee, offer_fewer, offer_price
from shop.orders import sold_order
from shop.views import OrderView

router = Router(name="offering")
SUMS = {"price": (Offering.price, offer_price), "fee": (Offering.fee, offer_fee)}


@router.callback_query(OrderTap.filter(F.do == "offer"))
async def ask_what_differs(_: object, callback_data: OrderTap, turn: Turn) -> None:
    """ "Tawarkan lain": what is different?"""
    await turn.state.clear()
    await turn.say(offers.what_differs_card(await _own(callback_data.order_id, turn), turn.words))


@router.callback_query(OrderTap.filter(F.do == "less"))
async def ask_how_many(_: object, callback_data: OrderTap, turn: Turn) -> None:
    """There are fewer: how many? Of an order of several things, of which?"""
    order = await _own(callback_data.order_id, turn)
    number = callback_data.line or (1 if len(order.lines) == 1 else 0)
    if not 0 < number <= len(order.lines):
        await turn.say(offers.which_line_card(order, turn.words))
        return
    if order.lines[number - 1].at_first < 2:
        raise ShopError("offer-not-fewer", order_id=order.id, most=Amount(0), any=0)
    await ask_about_order(Offering.fewer, order.id, turn, line=number)
    await turn.say(offers.ask_fewer_card(order, number, turn.words))


@router.callback_query(OrderTap.filter(F.do == "fewer"))
async def tap_fewer(_: object, callback_data: OrderTap, turn: Turn) -> None:
    """So many can be had."""
    tap = callback_data
    await turn.state.clear()
    await _say(await turn.transact(offer_fewer, turn.person.id, tap.order_id, tap.line - 1, tap.value, turn.now), turn)


@router.message(Offering.fewer, *WRITTEN)
async def write_fewer(message: Message, turn: Turn) -> None:
    """The same as a number, read as carefully as one of the stock: what is offered is all that she has."""
    asked = await turn.state.get_data()
    order = await _own(asked["order_id"], turn)
    said = stock_total_in(message, order.lines[asked["line"] - 1].name)
    await turn.state.clear()
    offer = (asked["order_id"], asked["line"] - 1, said.count, turn.now, said.unit)
    await _say(await turn.transact(offer_fewer, turn.person.id, *offer), turn)


@router.callback_query(OrderTap.filter(F.do.in_(set(SUMS))))
async def ask_sum(_: object, callback_data: OrderTap, turn: Turn) -> None:
    """ "Harganya lain", "Pakai ongkir": how much?"""
    order = await _own(callback_data.order_id, turn)
    await ask_about_order(SUMS[callback_data.do][0], order.id, turn)
    await turn.say(offers.ask_sum_card(callback_data.do, order, turn.words))


@router.message(StateFilter(Offering.price, Offering.fee), *WRITTEN)
async def write_sum(message: Message, turn: Turn) -> None:
    """The sum; a doubtful one is asked back."""
    what = "price" if await turn.state.get_state() == Offering.price.state else "fee"
    order_id = int((await turn.state.get_data())["order_id"])
    reply = reading.read_price(message.text or "")
    if reply.price is None:
        raise ShopError("price-not-understood")
    if reply.ambiguous:
        await turn.say(offers.guess_sum_card(what, await _own(order_id, turn), tuple(reply.guesses), turn.words))
        return
    await turn.state.clear()
    await _say(await turn.transact(SUMS[what][1], turn.person.id, order_id, reply.price, turn.now), turn)


@router.callback_query(OrderTap.filter(F.do.in_({f"the-{what}" for what in SUMS})))
async def tap_sum(_: object, callback_data: OrderTap, turn: Turn) -> None:
    """What the doubtful sum meant."""
    tap, offer = callback_data, SUMS[callback_data.do.removeprefix("the-")][1]
    await turn.state.clear()
    await _say(await turn.transact(offer, turn.person.id, tap.order_id, tap.value, turn.now), turn)


@router.callback_query(OrderTap.filter(F.do == "agree"))
async def agree(_: object, callback_data: OrderTap, turn: Turn) -> None:
    """ "Setuju": the buyer takes the offer that the button was under."""
    tap = callback_data
    order = await turn.transact(agree_to_offer, turn.person.id, tap.order_id, tap.value, turn.now)
    await turn.say(orders.bought_card(order, turn.words))


async def _own(order_id: int, turn: Turn) -> OrderView:
    """The order, for its seller while something may be offered. Raises ShopError otherwise."""
    order = await turn.read(sold_order, turn.person.id, order_id)
    if order.state not in ("placed", "offered"):
        raise ShopError("order-is-past-that", order_id=order.id, state=order.state)
    return order


async def _say(order: OrderView, turn: Turn) -> None:
    await turn.say(orders.sold_card(order, turn.words))
