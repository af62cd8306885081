"""Processes wake each other through PostgreSQL: what one has stored, another looks for at once."""

import asyncio
from collections.abc import AsyncIterator

import psycopg
from sqlalchemy import func
from sqlmodel import Session, select

CHANNEL = "lapak"
INBOX, OUTBOX = "inbox", "outbox"
PAUSE_SECONDS = 1.0


def wake(session: Session, whom: str) -> None:
    """With the commit, those who work on `whom` hear of it."""
    session.execute(select(func.pg_notify(CHANNEL, whom)))


async def woken(address: str) -> AsyncIterator[str | None]:
    """Whom each call is for, as calls come, for ever; None when some may have been missed."""
    while True:
        try:
            connection = await psycopg.AsyncConnection.connect(address.replace("+psycopg", "", 1), autocommit=True)
            async with connection:
                await connection.execute(f"LISTEN {CHANNEL}")
                yield None
                async for call in connection.notifies():
                    yield call.payload
        except psycopg.Error:
            await asyncio.sleep(PAUSE_SECONDS)
