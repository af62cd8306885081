"""In a group the bot only says where to find it: shopping is between two."""

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from handlers.cards.places import group_card
from handlers.parts import LinkTo, Say
from locales import Words

router = Router(name="groups")


@router.message(F.chat.type != "private")
async def meet_me_alone(message: Message, words: Words, say: Say, link_to: LinkTo) -> None:
    """A command in a group; anything else there is not for us."""
    if (message.text or "").startswith("/"):
        await say.news(group_card(words, link_to("")))


@router.callback_query(F.message.chat.type != "private")
async def not_here(_: CallbackQuery, say: Say) -> None:
    """A button in a group does nothing."""
    await say.toast()
