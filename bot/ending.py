"""How what is under way ends when the bot is stopped: it is finished, but nobody waits for it for ever."""

import asyncio
from collections.abc import Coroutine, Iterable
from typing import Any, TypeVar

R = TypeVar("R")
PATIENCE_SECONDS = 8.0


async def brought_to_an_end(under_way: Iterable[asyncio.Task[None]]) -> None:
    """Let these tasks finish; what takes longer than 8 s is cut off, and found again at the next start."""
    tasks = list(under_way)
    if not tasks:
        return
    _, late = await asyncio.wait(tasks, timeout=PATIENCE_SECONDS)
    for task in late:
        task.cancel()
    await asyncio.gather(*late, return_exceptions=True)


async def in_full(work: Coroutine[Any, Any, R]) -> R:
    """Do a small thing that must not be cut in two: a cancel takes effect when it is over."""
    task = asyncio.create_task(work)
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError:
        await asyncio.gather(task, return_exceptions=True)
        raise
