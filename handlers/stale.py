"""Buttons that nobody knows any more: forged, foreign, or from an older Lapak."""

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers.cards.places import not_understood_card
from handlers.parts import Say
from locales import Words

router = Router(name="stale")


@router.callback_query()
async def unknown_button(_: CallbackQuery, words: Words, say: Say) -> None:
    """An old button explains itself."""
    await say.toast(words("old-button"))
    await say.news(not_understood_card(words, "old-button-next"))
