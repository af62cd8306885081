"""Answering orders: the seller takes, declines or finishes them; the buyer may still cancel, or want it after all."""

from datetime import datetime

from aiogram import F, Router
from aiogram.filters import Command

from handlers.cards import orders
from handlers.parts import Read, Say, Transact
from handlers.taps import Go, OrderTap
from locales import Words
from shop.orders import (
    accept_order,
    cancel_order,
    decline_order,
    finish_order,
    leave_lapsed,
    my_orders,
    order_for,
    revive_order,
    waiting_orders,
)
from shop.views import PersonView

router = Router(name="answering")


@router.callback_query(OrderTap.filter(F.do == "accept"))
async def accept(
    _: object, callback_data: OrderTap, person: PersonView, words: Words, say: Say, transact: Transact, now: datetime
) -> None:
    """ "Terima": the order is taken, or, if it had lapsed, the buyer is asked again."""
    order = await transact(accept_order, person.id, callback_data.order_id, now)
    card = orders.asked_late_card if order.state == "lapsed" else orders.sold_card
    await say(card(order, words), toast=words("toast-accepted"))


@router.callback_query(OrderTap.filter(F.do == "decline"))
async def ask_why(_: object, callback_data: OrderTap, person: PersonView, words: Words, say: Say, read: Read) -> None:
    """ "Tolak": why? The buyer is told kindly."""
    order = await read(order_for, person.id, callback_data.order_id)
    card = orders.why_declined_card if order.state == "placed" else orders.sold_card
    await say(card(order, words))


@router.callback_query(OrderTap.filter(F.do.in_({"empty", "far", "other"})))
async def decline(
    _: object, callback_data: OrderTap, person: PersonView, words: Words, say: Say, transact: Transact, now: datetime
) -> None:
    """The reason is the answer."""
    order = await transact(decline_order, person.id, callback_data.order_id, callback_data.do, now)
    await say(orders.sold_card(order, words))


@router.callback_query(OrderTap.filter(F.do == "finish"))
async def finish(
    _: object, callback_data: OrderTap, person: PersonView, words: Words, say: Say, transact: Transact, now: datetime
) -> None:
    """ "Selesai": the goods were handed over."""
    order = await transact(finish_order, person.id, callback_data.order_id, now)
    await say(orders.sold_card(order, words), toast=words("toast-finished"))


@router.callback_query(OrderTap.filter(F.do == "cancel"))
async def cancel(
    _: object, callback_data: OrderTap, person: PersonView, words: Words, say: Say, transact: Transact, now: datetime
) -> None:
    """The buyer takes the order back."""
    order = await transact(cancel_order, person.id, callback_data.order_id, now)
    await say(orders.bought_card(order, words))


@router.callback_query(OrderTap.filter(F.do == "revive"))
async def still_want(
    _: object, callback_data: OrderTap, person: PersonView, words: Words, say: Say, transact: Transact, now: datetime
) -> None:
    """ "Masih mau": a lapsed order lives again."""
    order = await transact(revive_order, person.id, callback_data.order_id, now)
    await say(orders.bought_card(order, words))


@router.callback_query(OrderTap.filter(F.do == "leave"))
async def want_no_more(
    _: object, callback_data: OrderTap, person: PersonView, words: Words, say: Say, transact: Transact, now: datetime
) -> None:
    """ "Tidak, terima kasih": the lapsed order stays so, and the seller is told."""
    order = await transact(leave_lapsed, person.id, callback_data.order_id, now)
    await say(orders.bought_card(order, words))


@router.callback_query(OrderTap.filter(F.do == "show"))
async def show_order(
    _: object, callback_data: OrderTap, person: PersonView, words: Words, say: Say, read: Read
) -> None:
    """An order as this person may see it."""
    order = await read(order_for, person.id, callback_data.order_id)
    card = orders.bought_card if order.buyer_id == person.id else orders.sold_card
    await say(card(order, words))


@router.message(Command("pesanan"))
@router.callback_query(Go.filter(F.to == "bought"))
async def bought_orders(_: object, person: PersonView, words: Words, say: Say, read: Read) -> None:
    """What this person ordered."""
    await say(orders.orders_card(await read(my_orders, person.id), words, bought=True))


@router.message(Command("masuk"))
@router.callback_query(Go.filter(F.to == "orders"))
async def sold_orders(_: object, person: PersonView, words: Words, say: Say, read: Read) -> None:
    """What the stall has to see to."""
    await say(orders.orders_card(await read(waiting_orders, person.id), words, bought=False))
