"""Buttons that nobody knows any more: forged, foreign, or from an older Lapak."""

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers.cards.places import doors_card
from handlers.doors import has_stall
from handlers.parts import Turn

router = Router(name="stale")


@router.callback_query()
async def unknown_button(_: CallbackQuery, turn: Turn) -> None:
    """An old button explains itself."""
    await turn.say.toast(turn.words("old-button"))
    await turn.say.news(doors_card(turn.words, await has_stall(turn), "old-button-next"))
