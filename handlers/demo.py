"""The demo's clock, so that reminders can be seen without waiting for the morning."""

from aiogram import Router
from aiogram.filters import Command, CommandObject
from aiogram.types import Message

from handlers.cards.places import demo_card, not_understood_card
from handlers.doors import has_stall
from handlers.parts import Turn

router = Router(name="demo")


@router.message(Command("maju"))
async def move_clock(_: Message, command: CommandObject, turn: Turn) -> None:
    """ "/maju besok 07:00", "/maju 2 jam": only where nobody's real orders hang on the time."""
    if turn.move_clock is None:
        await turn.say(not_understood_card(turn.words, await has_stall(turn)))
        return
    moment = await turn.move_clock(command.args or "")
    sells = await has_stall(turn)
    await turn.say(
        demo_card(turn.words, moment, sells) if moment else not_understood_card(turn.words, sells, "demo-how")
    )
