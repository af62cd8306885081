"""Quick replies: a seller answers a buyer with one tap, and chooses the sentences herself."""

from aiogram import F, Router
from aiogram.types import Message

from handlers.captions import WRITTEN, line_in
from handlers.cards import talking as cards
from handlers.parts import Turn
from handlers.states import Talking
from handlers.taps import Go, Quick
from shop.errors import ShopError
from shop.orders import sold_order
from shop.rules import mark_of
from shop.stalls import look_at_own_stall
from shop.talking import QUICK_REPLIES, relay, set_quick_reply

router = Router(name="quick replies")
PLACES = range(QUICK_REPLIES)


@router.callback_query(Quick.filter((F.do == "say") & F.place.in_(PLACES)))
async def say_it(_: object, callback_data: Quick, turn: Turn) -> None:
    """One tap says it. What was tapped may hold the buyer's words, so it stays."""
    tap = callback_data
    order = await turn.read(sold_order, turn.person.id, tap.order_id)
    text = cards.quick_replies(order.stall, turn.words)[tap.place]
    if mark_of(text) != tap.mark:
        raise ShopError("quick-reply-changed", order_id=tap.order_id)
    if await turn.state.get_state() == Talking.message.state:
        await turn.state.clear()
    talk = await turn.transact(relay, turn.person.id, tap.order_id, turn.now, text=text)
    await turn.say.toast()
    await turn.say.news(cards.relayed_card(talk, turn.words, said=text))


@router.callback_query(Go.filter(F.to == "quick"))
async def show_replies(_: object, turn: Turn) -> None:
    """ "Jawaban cepat"."""
    await turn.state.clear()
    stall = await turn.read(look_at_own_stall, turn.person.id)
    await turn.say(cards.quick_replies_card(stall, turn.words))


@router.callback_query(Quick.filter((F.do == "change") & F.place.in_(PLACES)))
async def ask_reply(_: object, callback_data: Quick, turn: Turn) -> None:
    """What shall this one say?"""
    stall = await turn.read(look_at_own_stall, turn.person.id)
    card = cards.ask_quick_reply_card(stall, turn.words, callback_data.place)
    await turn.state.set_state(Talking.quick_reply)
    await turn.state.set_data({"place": callback_data.place})
    await turn.say(card)


@router.message(Talking.quick_reply, *WRITTEN)
async def change_reply(message: Message, turn: Turn) -> None:
    """It says this from now on."""
    place = int((await turn.state.get_data())["place"])
    await turn.state.clear()
    stall = await turn.transact(set_quick_reply, turn.person.id, place, line_in(message))
    await turn.say(cards.quick_replies_card(stall, turn.words))


@router.callback_query(Quick.filter((F.do == "usual") & F.place.in_(PLACES)))
async def usual_reply(_: object, callback_data: Quick, turn: Turn) -> None:
    """ "Pakai yang biasa"."""
    await turn.state.clear()
    stall = await turn.transact.again(set_quick_reply, turn.person.id, callback_data.place, "")
    await turn.say(cards.quick_replies_card(stall, turn.words))
