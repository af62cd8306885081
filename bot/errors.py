"""What went wrong, said kindly: a ShopError is a sentence with a next step; anything else an apology."""

import structlog

from bot.speaking import Say
from handlers.cards.refusals import apology_card, refusal_card
from locales import Words
from shop.errors import ShopError

log = structlog.get_logger()


async def refuse_kindly(refusal: ShopError, say: Say, words: Words) -> None:
    """Say why not, and what to do next. The card that was tapped stays as it is."""
    await say.toast()
    await say.news(refusal_card(refusal, words))


async def apologise(say: Say, words: Words, done: bool) -> None:
    """Our own fault: say so, with a way on. Who reads "try again" after it was done (`done`) would do it twice."""
    try:
        await say.toast()
        await say.news(apology_card(words, done))
    except Exception as trouble:  # whatever it is, the update that broke the turn must leave the queue
        log.warning("could not apologise", trouble=type(trouble).__name__)
