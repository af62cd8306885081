"""The demo's clock, so that reminders can be seen without waiting for the morning."""

from aiogram import Router
from aiogram.filters import Command, CommandObject
from aiogram.types import Message

from handlers.cards.places import demo_card, not_understood_card
from handlers.parts import MoveClock, Say
from locales import Words

router = Router(name="demo")


@router.message(Command("maju"))
async def move_clock(_: Message, command: CommandObject, words: Words, say: Say, move_clock: MoveClock | None) -> None:
    """ "/maju besok 07:00", "/maju 2 jam": only where nobody's real orders hang on the time."""
    if move_clock is None:
        await say(not_understood_card(words))
        return
    moment = await move_clock(command.args or "")
    await say(demo_card(words, moment) if moment else not_understood_card(words, "demo-how"))
