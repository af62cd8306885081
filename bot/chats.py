"""Whose turn it is: which chats this worker may work on. Alone with its database it knows that by itself; among
several workers on PostgreSQL it claims each chat in the database, for a time and with a fence.
"""

import asyncio
from collections.abc import Callable
from datetime import timedelta
from typing import Protocol, Self

import structlog

from bot.ending import in_full
from bot.loaded import Loaded
from models.database import Database, DatabaseTrouble, Session
from models.inbox import claim_rows, hold_claims, next_rows, release_claims

log = structlog.get_logger()
ALBUM_QUIET = timedelta(milliseconds=700)
CLAIM_SECONDS = 12.0
LOOK_EVERY_SECONDS = 1.0
HAIR = 0.02


class Chats(Protocol):
    """Gives out chats that have something waiting, and takes them back."""

    look_every: float | None

    async def __aenter__(self) -> Self: ...

    async def __aexit__(self, *_: object) -> None: ...

    async def next(self, room: int) -> list[Loaded]:
        """The oldest update of each chat that is free, up to `room` of them; these chats are ours then."""
        ...

    def over(self, loaded: Loaded) -> None:
        """This turn is over."""
        ...

    async def rest(self, loaded: Loaded, seconds: float) -> None:
        """This turn has to be taken later: nobody takes it for so many seconds."""
        ...


def chats_of(database: Database, ring: Callable[[], None]) -> Chats:
    """The way that fits the database; `ring` is called when a chat has rested."""
    return OwnChats(database, ring) if database.is_sqlite else SharedChats(database, ring)


class OwnChats:
    """Of the only process that there is: nothing of this is in the database."""

    look_every: float | None = None

    def __init__(self, database: Database, ring: Callable[[], None]) -> None:
        self.database, self.ring = database, ring
        self._taken: set[int] = set()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        return

    async def next(self, room: int) -> list[Loaded]:
        """See `Chats`."""
        loaded = await self.database.read(_load, frozenset(self._taken), room)
        self._taken.update(one.chat_id for one in loaded)
        return loaded

    def over(self, loaded: Loaded) -> None:
        """See `Chats`."""
        self._taken.discard(loaded.chat_id)

    async def rest(self, loaded: Loaded, seconds: float) -> None:
        """See `Chats`."""
        asyncio.get_running_loop().call_later(seconds, self._rested, loaded)

    def _rested(self, loaded: Loaded) -> None:
        self.over(loaded)
        self.ring()


class SharedChats:
    """Of one worker among several. A claim is renewed at a third of its time; a dead worker's is free at once."""

    look_every: float | None = LOOK_EVERY_SECONDS

    def __init__(self, database: Database, ring: Callable[[], None]) -> None:
        self.database, self.ring = database, ring
        self._claims: dict[int, int] = {}

    async def __aenter__(self) -> Self:
        self._keeping = asyncio.create_task(self._keep())
        return self

    async def __aexit__(self, *_: object) -> None:
        self._keeping.cancel()
        await self._release(self._claims)

    async def next(self, room: int) -> list[Loaded]:
        """See `Chats`."""
        return await in_full(self._claim(room))

    async def _claim(self, room: int) -> list[Loaded]:
        loaded = await self.database.write(_claim_and_load, room)
        self._claims.update((one.row_id, one.fence) for one in loaded)
        return loaded

    def over(self, loaded: Loaded) -> None:
        """See `Chats`."""
        self._claims.pop(loaded.row_id, None)

    async def rest(self, loaded: Loaded, seconds: float) -> None:
        """See `Chats`."""
        self.over(loaded)
        await self._release({loaded.row_id: loaded.fence}, seconds)
        asyncio.get_running_loop().call_later(seconds + HAIR, self.ring)

    async def _release(self, claims: dict[int, int], seconds: float = 0.0) -> None:
        try:
            if claims:
                await self.database.write(release_claims, claims, seconds)
        except DatabaseTrouble as trouble:
            log.warning("chats rest until their claims run out", rows=list(claims), trouble=type(trouble).__name__)

    async def _keep(self) -> None:
        while True:
            await asyncio.sleep(CLAIM_SECONDS / 3)
            try:
                if self._claims:
                    await self.database.write(hold_claims, dict(self._claims), CLAIM_SECONDS)
            except DatabaseTrouble as trouble:
                log.warning("chats can't be held for now", trouble=type(trouble).__name__)


def _load(session: Session, taken: frozenset[int], limit: int) -> list[Loaded]:
    return [Loaded(session, row) for row in next_rows(session, taken, limit)]


def _claim_and_load(session: Session, limit: int) -> list[Loaded]:
    return [Loaded(session, row) for row in claim_rows(session, CLAIM_SECONDS, limit)]
