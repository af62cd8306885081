"""What has happened outside of the database already is written down in it, however long it is away."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any, ParamSpec, TypeVar

import structlog

from models.database import DatabaseAway

log = structlog.get_logger()
P = ParamSpec("P")
R = TypeVar("R")
PAUSE_SECONDS = 0.5


async def surely(write: Callable[P, Coroutine[Any, Any, R]], /, *args: P.args, **kwargs: P.kwargs) -> R:
    """Call `write` until the database takes it: a message that was sent must not be sent again for want of a note."""
    while True:
        try:
            return await write(*args, **kwargs)
        except DatabaseAway as trouble:
            log.warning("the database is away; trying again", trouble=type(trouble).__name__)
            await asyncio.sleep(PAUSE_SECONDS)
