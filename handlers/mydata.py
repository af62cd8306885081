"""One's own data: a copy of everything as a file, and being forgotten."""

import asyncio

from aiogram import F, Router
from aiogram.filters import Command

from handlers.cards import mydata as cards
from handlers.parts import Turn
from handlers.taps import Go
from shop.forgetting import forget, what_is_open
from shop.mydata import my_data

router = Router(name="mydata")


@router.message(Command("dataku", "mydata"))
@router.callback_query(Go.filter(F.to == "mydata"))
async def hand_out(_: object, turn: Turn) -> None:
    """Everything that is kept about this person, as a file."""
    await turn.say.toast()
    data = await turn.at_leisure(my_data, turn.person.id)
    file = await asyncio.to_thread(cards.data_file, data, turn.words, turn.now)
    await turn.say.document(cards.FILE_NAME, file, cards.data_card(turn.words))


@router.message(Command("hapus", "forget"))
@router.callback_query(Go.filter(F.to == "leave"))
async def ask_to_forget(_: object, turn: Turn) -> None:
    """What goes, what stays; sure?"""
    await turn.state.clear()
    leaving = await turn.at_leisure(what_is_open, turn.person.id)
    await turn.say(cards.forget_card(leaving, turn.words))


@router.callback_query(Go.filter(F.to == "forget"))
async def forget_person(_: object, turn: Turn) -> None:
    """ "Ya, hapus semuanya". Nothing of this tap may be kept, so it has no once-key: twice is as good as once."""
    await turn.state.clear()
    photos = await turn.transact.at_leisure(forget, turn.person.id, turn.stamp, turn.now)
    turn.leave_nothing()
    await turn.drop_photos(photos)
    await turn.sweep()
    await turn.say(cards.forgotten_card(turn.words), toast=turn.words("toast-forgotten"))
