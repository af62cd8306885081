"""Answering orders: the seller takes or declines them; the buyer may still cancel, or want it after all."""

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.types import Message

from handlers.captions import WRITTEN, line_in
from handlers.cards import orders
from handlers.parts import Turn
from handlers.states import Talking, answers_open_question, ask_about_order
from handlers.taps import Go, OrderTap
from shop.errors import ShopError
from shop.orders import (
    accept_order,
    cancel_order,
    decline_order,
    gone_of,
    leave_lapsed,
    my_orders,
    order_for,
    revive_order,
    sold_order,
    waiting_orders,
)
from shop.rules import ORDER_MOVES

router = Router(name="answering")
LONGEST_REASON = 300
MAY_DECLINE = ORDER_MOVES["decline"][1]
# "Batalkan", "Masih mau", "Tidak, terima kasih".
BUYERS_ANSWERS = {"cancel": cancel_order, "revive": revive_order, "leave": leave_lapsed}


@router.callback_query(OrderTap.filter(F.do == "accept"))
async def accept(_: object, callback_data: OrderTap, turn: Turn) -> None:
    """ "Terima": the order is taken, or, if it had lapsed, the buyer is asked again."""
    order = await turn.transact(accept_order, turn.person.id, callback_data.order_id, turn.now)
    card = orders.asked_late_card if order.state == "lapsed" else orders.sold_card
    await turn.say(card(order, turn.words), toast=turn.words("toast-accepted"))


@router.callback_query(OrderTap.filter(F.do == "decline"))
async def ask_why(_: object, callback_data: OrderTap, turn: Turn) -> None:
    """ "Tolak": why? The buyer is told kindly."""
    order = await turn.read(sold_order, turn.person.id, callback_data.order_id)
    asks = order.state in MAY_DECLINE
    if asks:
        await ask_about_order(Talking.reason, order.id, turn)
    await turn.say((orders.why_declined_card if asks else orders.sold_card)(order, turn.words))


@router.callback_query(OrderTap.filter(F.do.in_({"empty", "far", "other"})))
async def decline(_: object, callback_data: OrderTap, turn: Turn) -> None:
    """The reason is the answer."""
    await turn.state.clear()
    order = await turn.transact(decline_order, turn.person.id, callback_data.order_id, callback_data.do, turn.now)
    gone = await turn.read(gone_of, turn.person.id, order.id) if callback_data.do == "empty" else ()
    await turn.say(orders.declined_card(order, gone, turn.words))


@router.message(Talking.reason, answers_open_question, *WRITTEN)
async def decline_in_words(message: Message, turn: Turn) -> None:
    """The reason in the seller's own words; the buyer reads it as it is."""
    said, order_id = line_in(message), int((await turn.state.get_data())["order_id"])
    await turn.state.clear()
    order = await turn.read(sold_order, turn.person.id, order_id)
    if order.state in MAY_DECLINE:
        if len(said) > LONGEST_REASON:
            raise ShopError("message-too-long", most=LONGEST_REASON)
        order = await turn.transact(decline_order, turn.person.id, order_id, "other", turn.now, said=said)
    await turn.say(orders.sold_card(order, turn.words))


@router.callback_query(OrderTap.filter(F.do.in_(set(BUYERS_ANSWERS))))
async def answer_as_buyer(_: object, callback_data: OrderTap, turn: Turn) -> None:
    """The buyer takes an order back; or wants a lapsed one after all, or no more."""
    answer = BUYERS_ANSWERS[callback_data.do]
    order = await turn.transact(answer, turn.person.id, callback_data.order_id, turn.now)
    await turn.say(orders.bought_card(order, turn.words))


@router.callback_query(OrderTap.filter(F.do == "show"))
async def show_order(_: object, callback_data: OrderTap, turn: Turn) -> None:
    """An order as this person may see it."""
    await turn.state.clear()
    order = await turn.read(order_for, turn.person.id, callback_data.order_id)
    card = orders.bought_card if order.buyer_id == turn.person.id else orders.sold_card
    await turn.say(card(order, turn.words))


@router.message(Command("pesanan", "orders"))
@router.callback_query(Go.filter(F.to == "bought"))
async def bought_orders(_: object, turn: Turn) -> None:
    """What this person ordered."""
    await turn.say(orders.orders_card(await turn.read(my_orders, turn.person.id), turn.words, bought=True))


@router.message(Command("masuk"))
@router.callback_query(Go.filter(F.to == "orders"))
async def sold_orders(_: object, turn: Turn) -> None:
    """What the stall has to see to."""
    await turn.say(orders.orders_card(await turn.read(waiting_orders, turn.person.id), turn.words, bought=False))
