"""Handing over: the seller says that it is ready or sent, or can't after all; the buyer says that it has come."""

from aiogram import F, Router
from aiogram.types import Message

from handlers.captions import WRITTEN, said_and_shown
from handlers.cards import orders
from handlers.parts import Turn
from handlers.states import HandingOver, answers_open_question, ask_about_order
from handlers.taps import OrderTap
from shop.errors import ShopError
from shop.handing_over import finish_order, make_ready, receive_order, send_order, withdraw_order
from shop.orders import sold_order
from shop.rules import ORDER_MOVES

router = Router(name="handing over")
TRACKING = (HandingOver.tracking, answers_open_question)
# What one tap does, and the word that vanishes.
STEPS = {
    "ready": (make_ready, "toast-told"),
    "sent": (send_order, "toast-told"),
    "withdrawn": (withdraw_order, "toast-told"),
    "finish": (finish_order, "toast-finished"),
}
ASKS = {
    "send": (orders.ask_tracking_card, ORDER_MOVES["send"][1]),
    "more": (orders.more_card, ORDER_MOVES["withdraw"][1]),
    "withdraw": (orders.sure_to_withdraw_card, ORDER_MOVES["withdraw"][1]),
}


@router.callback_query(OrderTap.filter(F.do.in_(set(STEPS))))
async def go_on(_: object, callback_data: OrderTap, turn: Turn) -> None:
    """ "Siap diambil", "Tanpa resi", "Ya, batalkan", "Selesai"."""
    step, toast = STEPS[callback_data.do]
    await turn.state.clear()
    order = await turn.transact(step, turn.person.id, callback_data.order_id, turn.now)
    await turn.say(orders.sold_card(order, turn.words), toast=turn.words(toast))


@router.callback_query(OrderTap.filter(F.do.in_(set(ASKS))))
async def ask_first(_: object, callback_data: OrderTap, turn: Turn) -> None:
    """ "Sudah dikirim", "Lainnya", "Tidak jadi": a question comes first."""
    card, states = ASKS[callback_data.do]
    order = await turn.read(sold_order, turn.person.id, callback_data.order_id)
    if order.state not in states:
        raise ShopError("order-is-past-that", order_id=order.id, state=order.state)
    if callback_data.do == "send":
        await ask_about_order(HandingOver.tracking, order.id, turn)
    await turn.say(card(order, turn.words))


@router.message(*TRACKING, *WRITTEN)
@router.message(*TRACKING, F.photo)
async def write_tracking(_: Message, turn: Turn) -> None:
    """The parcel's number, the courier, or who brings it, in the seller's own words; or photos of slip and parcel."""
    order_id = int((await turn.state.get_data())["order_id"])
    await turn.state.clear()
    words, photos = said_and_shown(turn.album)
    order = await turn.transact(send_order, turn.person.id, order_id, turn.now, words, photos)
    await turn.say(orders.sold_card(order, turn.words))


@router.callback_query(OrderTap.filter(F.do == "receive"))
async def receive(_: object, callback_data: OrderTap, turn: Turn) -> None:
    """ "Sudah saya terima"."""
    order = await turn.transact(receive_order, turn.person.id, callback_data.order_id, turn.now)
    await turn.say(orders.bought_card(order, turn.words))
