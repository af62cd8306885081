"""Announcing: an operator writes, chooses who hears it, sees how many and how long, and sends."""

from datetime import datetime

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from handlers.cards import broadcasts
from handlers.parts import Say, Transact
from handlers.states import Announcing
from handlers.taps import Announce, Go
from locales import Words
from shop.broadcasts import AUDIENCES, cancel_broadcast, choose_audience, draft_broadcast, start_broadcast
from shop.errors import ShopError
from shop.views import PersonView

router = Router(name="broadcasting")


def only_operators(person: PersonView, operators: frozenset[int]) -> None:
    """Raises ShopError("operators-only") for anybody else."""
    if person.id not in operators:
        raise ShopError("operators-only")


@router.message(Command("siaran"))
@router.callback_query(Go.filter(F.to == "announce"))
async def ask_announcement(
    _: object, state: FSMContext, person: PersonView, words: Words, say: Say, operators: frozenset[int]
) -> None:
    """What shall be announced?"""
    only_operators(person, operators)
    await state.set_state(Announcing.message)
    await say(broadcasts.ask_announcement_card(words))


@router.message(Announcing.message, ~F.text.startswith("/"))
async def take_announcement(
    _: Message,
    album: list[Message],
    state: FSMContext,
    person: PersonView,
    words: Words,
    say: Say,
    transact: Transact,
    now: datetime,
    operators: frozenset[int],
) -> None:
    """Any message will do; an album is one announcement. Who shall hear it?"""
    only_operators(person, operators)
    await state.clear()
    message_ids = [message.message_id for message in album]
    broadcast = await transact(draft_broadcast, person.id, message_ids, now)
    await say(broadcasts.ask_audience_card(broadcast, words))


@router.callback_query(Announce.filter(F.do.in_(set(AUDIENCES))))
async def preview(
    _: object,
    callback_data: Announce,
    person: PersonView,
    words: Words,
    say: Say,
    transact: Transact,
    operators: frozenset[int],
) -> None:
    """The message once more as others will see it, how many will, and how long that takes."""
    only_operators(person, operators)
    broadcast = await transact(choose_audience, person.id, callback_data.broadcast_id, callback_data.do)
    await say.quiet_old_buttons()
    for message_id in broadcast.message_ids:
        await say.copy(message_id)
    await say.news(broadcasts.preview_card(broadcast, words))


@router.callback_query(Announce.filter(F.do == "send"))
async def send(
    tap: CallbackQuery,
    callback_data: Announce,
    person: PersonView,
    words: Words,
    say: Say,
    transact: Transact,
    now: datetime,
    operators: frozenset[int],
) -> None:
    """It goes out; who sends it turns this message into the one that shows how far it is."""
    only_operators(person, operators)
    progress_id = tap.message.message_id if tap.message else 0
    await transact(start_broadcast, person.id, callback_data.broadcast_id, progress_id, now)
    await say.toast(words("toast-sending"))


@router.callback_query(Announce.filter(F.do == "cancel"))
async def cancel(
    _: object,
    callback_data: Announce,
    person: PersonView,
    words: Words,
    say: Say,
    transact: Transact,
    operators: frozenset[int],
) -> None:
    """Not after all."""
    only_operators(person, operators)
    await transact(cancel_broadcast, person.id, callback_data.broadcast_id)
    await say(broadcasts.announcement_cancelled_card(words))
