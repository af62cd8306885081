"""Which doors stand open to somebody: their own stall, once they have one; else the way to it."""

from handlers.parts import Turn
from shop.stalls import my_stall


async def has_stall(turn: Turn) -> bool:
    """Whether this person sells."""
    return await turn.read(my_stall, turn.person.id) is not None
