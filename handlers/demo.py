"""The demo's clock, so that reminders can be seen without waiting for the morning."""

from aiogram import Router
from aiogram.filters import Command, CommandObject
from aiogram.types import Message

from handlers.doors import show_doors
from handlers.parts import Turn

router = Router(name="demo")


@router.message(Command("maju"))
async def move_clock(_: Message, command: CommandObject, turn: Turn) -> None:
    """ "/maju besok 07:00", "/maju 2 jam": only where nobody's real orders hang on the time."""
    if turn.move_clock is None:
        await show_doors(turn, "not-understood")
        return
    moment = await turn.move_clock(command.args or "")
    if moment:
        await show_doors(turn, "demo-moved", moment=moment)
    else:
        await show_doors(turn, "demo-how")
