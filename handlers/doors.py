"""Which doors stand open to somebody: their own stall, once they have one; else the way to it."""

from handlers.cards.places import doors_card
from handlers.parts import Turn
from shop.stalls import my_stall


async def has_stall(turn: Turn) -> bool:
    """Whether this person sells."""
    return await turn.read(my_stall, turn.person.id) is not None


async def show_doors(turn: Turn, key: str, **facts: str) -> None:
    """Say one sentence, and how to go on from here."""
    await turn.say(doors_card(turn.words, await has_stall(turn), key, **facts))
