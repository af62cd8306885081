"""In a group the bot only says where to find it: shopping is between two."""

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from handlers.cards.places import group_card
from handlers.parts import Turn

router = Router(name="groups")


@router.message(F.chat.type != "private")
async def meet_me_alone(message: Message, turn: Turn) -> None:
    """A command in a group; anything else there is not for us."""
    if (message.text or "").startswith("/"):
        await turn.say.news(group_card(turn.words, turn.link_to("")))


@router.callback_query(F.message.chat.type != "private")
async def not_here(_: CallbackQuery, turn: Turn) -> None:
    """A button in a group does nothing."""
    await turn.say.toast()
