"""Announcing: an operator writes, chooses who hears it, sees how many and how long, and sends."""

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from handlers.cards import broadcasts
from handlers.parts import Turn
from handlers.states import Announcing
from handlers.taps import Announce, Go
from shop.broadcasts import AUDIENCES, cancel_broadcast, choose_audience, draft_broadcast, start_broadcast
from shop.errors import ShopError

router = Router(name="broadcasting")


def only_operators(turn: Turn) -> None:
    """Raises ShopError("operators-only") for anybody else."""
    if turn.person.id not in turn.operators:
        raise ShopError("operators-only")


@router.message(Command("siaran"))
@router.callback_query(Go.filter(F.to == "announce"))
async def ask_announcement(_: object, turn: Turn) -> None:
    """What shall be announced?"""
    only_operators(turn)
    await turn.state.set_state(Announcing.message)
    await turn.say(broadcasts.ask_announcement_card(turn.words))


@router.message(Announcing.message, ~F.text.startswith("/"))
async def take_announcement(_: Message, turn: Turn) -> None:
    """Any message will do; an album is one announcement. Who shall hear it?"""
    only_operators(turn)
    await turn.state.clear()
    message_ids = [message.message_id for message in turn.album]
    broadcast = await turn.transact(draft_broadcast, turn.person.id, message_ids, turn.now)
    await turn.say(broadcasts.ask_audience_card(broadcast, turn.words))


@router.callback_query(Announce.filter(F.do.in_(set(AUDIENCES))))
async def preview(_: object, callback_data: Announce, turn: Turn) -> None:
    """The message once more as others will see it, how many will, and how long that takes."""
    only_operators(turn)
    broadcast = await turn.transact(choose_audience, turn.person.id, callback_data.broadcast_id, callback_data.do)
    await turn.say.quiet_old_buttons()
    for message_id in broadcast.message_ids:
        await turn.say.copy(message_id)
    await turn.say.news(broadcasts.preview_card(broadcast, turn.words))


@router.callback_query(Announce.filter(F.do == "send"))
async def send(tap: CallbackQuery, callback_data: Announce, turn: Turn) -> None:
    """It goes out; who sends it turns this message into the one that shows how far it is."""
    only_operators(turn)
    progress_id = tap.message.message_id if tap.message else 0
    seen = callback_data.to if callback_data.to in AUDIENCES else None
    await turn.transact(start_broadcast, turn.person.id, callback_data.broadcast_id, progress_id, turn.now, seen)
    await turn.say.toast(turn.words("toast-sending"))


@router.callback_query(Announce.filter(F.do == "cancel"))
async def cancel(_: object, callback_data: Announce, turn: Turn) -> None:
    """Not after all."""
    only_operators(turn)
    await turn.transact(cancel_broadcast, turn.person.id, callback_data.broadcast_id)
    await turn.say(broadcasts.announcement_cancelled_card(turn.words))
