"""After an order: one tap says how it was, the operators hear what went wrong, and the same can be had again."""

from aiogram import F, Router
from aiogram.filters import StateFilter
from aiogram.types import Message

from handlers.captions import PICTURE_AS_FILE, WRITTEN, said_and_shown
from handlers.cards import orders
from handlers.cards.afterwards import ask_complaint_card, complained_card
from handlers.ordering import read_back
from handlers.parts import Turn
from handlers.states import Complaining, HandingOver, answers_open_question, ask_about_order
from handlers.taps import OrderTap
from shop.afterwards import complain, rate, same_again
from shop.errors import ShopError
from shop.notices import known
from shop.orders import bought_order

router = Router(name="afterwards")
COMPLAINT = (Complaining.words, answers_open_question)


@router.callback_query(OrderTap.filter(F.do == "rate"))
async def rate_it(_: object, callback_data: OrderTap, turn: Turn) -> None:
    """ "Puas", "Lumayan", "Kecewa"."""
    tap = callback_data
    order = await turn.transact(rate, turn.person.id, tap.order_id, tap.value, turn.now)
    await turn.say(orders.bought_card(order, turn.words), toast=turn.words("toast-rated"))


@router.callback_query(OrderTap.filter(F.do == "complain"))
async def ask_complaint(_: object, callback_data: OrderTap, turn: Turn) -> None:
    """ "Ada masalah": what is wrong? The order's card keeps its buttons, so this is a new message."""
    order = await turn.read(bought_order, turn.person.id, callback_data.order_id)
    if not await turn.read(known, turn.operators):
        raise ShopError("no-operator", order_id=order.id)
    await ask_about_order(Complaining.words, order.id, turn)
    await turn.say.toast()
    await turn.say.news(ask_complaint_card(order, turn.words))


@router.message(*COMPLAINT, *WRITTEN)
@router.message(*COMPLAINT, F.photo)
async def hear_complaint(_: Message, turn: Turn) -> None:
    """What is wrong, in words or as photos: the operators hear it at once."""
    order_id = int((await turn.state.get_data())["order_id"])
    await turn.state.clear()
    words, photos = said_and_shown(turn.album)
    order = await turn.transact(complain, turn.person.id, order_id, turn.now, turn.operators, words, photos)
    await turn.say(complained_card(order, turn.words))


@router.message(StateFilter(Complaining.words, HandingOver.tracking), PICTURE_AS_FILE)
async def refuse_file(_: Message, turn: Turn) -> None:
    """A picture that came as a file can't be handed on as a photo; the question stays open."""
    raise ShopError("proof-as-photo", order_id=int((await turn.state.get_data())["order_id"]))


@router.callback_query(OrderTap.filter(F.do == "again"))
async def order_again(_: object, callback_data: OrderTap, turn: Turn) -> None:
    """ "Pesan lagi": the same is read back at today's price; one more tap orders it."""
    wanted, address = await turn.read(same_again, turn.person.id, callback_data.order_id)
    card = await read_back(list(wanted), turn, address)
    await turn.say.toast()
    await turn.say.news(card)
