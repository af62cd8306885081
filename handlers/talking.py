"""Buyer and seller write to each other through the bot; neither sees the other's number."""

from datetime import datetime

from aiogram import F, Router
from aiogram.filters import StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import InlineKeyboardMarkup, Message

from handlers.cards import orders, places
from handlers.parts import Read, Say, Transact
from handlers.states import Talking
from handlers.taps import OrderTap, Photo
from locales import Words
from shop.errors import ShopError
from shop.orders import order_for
from shop.talking import relay
from shop.views import OrderView, PersonView

router = Router(name="talking")


def order_in_reply(message: Message) -> dict[str, int] | bool:
    """The order that the replied-to message is about, as its buttons tell; False if it is about none."""
    replied = message.reply_to_message
    markup = replied.reply_markup if replied else None
    if not isinstance(markup, InlineKeyboardMarkup):
        return False
    for button in (button for row in markup.inline_keyboard for button in row):
        if (button.callback_data or "").startswith("o:"):
            return {"order_id": OrderTap.unpack(button.callback_data or "").order_id}
    return False


@router.callback_query(OrderTap.filter(F.do == "write"))
async def ask_message(
    _: object, callback_data: OrderTap, state: FSMContext, person: PersonView, words: Words, say: Say, read: Read
) -> None:
    """ "Tulis pesan": the next message is handed on. The order's card keeps its buttons, so this is a new message."""
    order = await read(order_for, person.id, callback_data.order_id)
    await state.set_state(Talking.message)
    await state.set_data({"order_id": order.id})
    await say.toast()
    await say.news(orders.ask_message_card(order, words, _other(order, person)))


@router.message(order_in_reply, F.text | F.photo, ~F.text.startswith("/"))
async def hand_on_reply(
    message: Message,
    order_id: int,
    state: FSMContext,
    person: PersonView,
    words: Words,
    say: Say,
    transact: Transact,
    now: datetime,
) -> None:
    """A reply to a message about an order goes to its other side, whatever question is open."""
    await _hand_on(message, order_id, person, words, say, transact, now)


@router.message(Talking.message, F.text | F.photo, ~F.text.startswith("/"))
async def hand_on(
    message: Message,
    state: FSMContext,
    person: PersonView,
    words: Words,
    say: Say,
    transact: Transact,
    now: datetime,
) -> None:
    """The message that was asked for."""
    order_id = int((await state.get_data())["order_id"])
    await state.clear()
    await _hand_on(message, order_id, person, words, say, transact, now)


@router.message(StateFilter(Talking.message), ~F.text)
async def only_text_or_photo(_: Message, words: Words, say: Say) -> None:
    """A voice note or a sticker can't be handed on yet; the question stays open."""
    await say(places.not_understood_card(words, "text-or-photo-please"))


@router.callback_query(Photo.filter(F.is_for == "order"))
async def photo_for_order(
    _: object,
    callback_data: Photo,
    state: FSMContext,
    person: PersonView,
    words: Words,
    say: Say,
    transact: Transact,
    now: datetime,
) -> None:
    """The unexplained photo was meant for the seller."""
    file_ids = (await state.get_data()).get("file_ids")
    if not file_ids:
        if await transact.done_before():
            return
        raise ShopError("photo-forgotten")
    await state.clear()
    order = await transact(relay, person.id, callback_data.about, now, photo=file_ids[0])
    await say(orders.relayed_card(order, words, _other(order, person)))


async def _hand_on(
    message: Message, order_id: int, person: PersonView, words: Words, say: Say, transact: Transact, now: datetime
) -> None:
    photo = message.photo[-1].file_id if message.photo else None
    order = await transact(relay, person.id, order_id, now, text=message.text or message.caption, photo=photo)
    await say(orders.relayed_card(order, words, _other(order, person)))


def _other(order: OrderView, person: PersonView) -> str:
    return order.stall.name if order.buyer_id == person.id else order.buyer_name
