"""Group commit: many small writes, one thread, one flush for all that came meanwhile."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Generic, TypeVar

from sandbox.bells import Bell

T = TypeVar("T")


class GroupCommit(Generic[T]):
    """Hands items, in order, to `write` in a thread of its own; `settled` waits until they are down."""

    def __init__(self, write: Callable[[list[T]], None]) -> None:
        self._write = write
        self._thread = ThreadPoolExecutor(1, "commit")
        self._items: list[T] = []
        self._added = self._written = 0
        self._bell = Bell()
        self._task: asyncio.Task[None] | None = None
        self._failure: Exception | None = None

    def add(self, item: T) -> None:
        """Queue one item; returns at once."""
        self._items.append(item)
        self._added += 1
        if self._task is None:
            self._task = asyncio.get_running_loop().create_task(self._drain())

    async def settled(self) -> None:
        """Return when everything added so far is written; raises what writing raised."""
        ticket = self._added
        while self._written < ticket and self._failure is None:
            await self._bell.wait()
        if self._failure is not None:
            raise RuntimeError("could not write") from self._failure

    async def close(self) -> None:
        """Write what is left and end the thread."""
        await self.settled()
        self._thread.shutdown()

    async def _drain(self) -> None:
        loop = asyncio.get_running_loop()
        try:
            while self._items:
                batch, self._items = self._items, []
                await loop.run_in_executor(self._thread, self._write, batch)
                self._written += len(batch)
                self._bell.ring()
        except Exception as failure:  # a full disk must not look like success
            self._failure = failure
            self._bell.ring()
        finally:
            self._task = None
