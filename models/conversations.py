"""Conversation: which question is open in a chat, so that a restart loses none."""

from typing import Any

from sqlalchemy import delete, update
from sqlalchemy.sql.dml import UpdateBase
from sqlmodel import Field, Session, SQLModel

from models.columns import facts, telegram_id
from models.prepared import add_row, prepared, table_of


class Conversation(SQLModel, table=True):
    """The open question (`state`) and what has been said so far (`data`)."""

    chat_id: int = telegram_id(primary_key=True)
    person_id: int = telegram_id(primary_key=True)
    state: str | None = Field(default=None, max_length=64)
    data: dict[str, Any] = facts(default_factory=dict)


def write_conversation(session: Session, chat_id: int, person_id: int, state: str | None, data: dict[str, Any]) -> None:
    """Keep what is open in this chat; a conversation in which nothing is open takes no room."""
    if state is None and not data:
        _end(session, chat_id, person_id)
    elif not _go_on(session, chat_id, person_id, state, data).rowcount:
        add_row(session, Conversation, chat_id=chat_id, person_id=person_id, state=state, data=data)


@prepared
def _go_on(chat_id: int, person_id: int, state: str | None, data: dict[str, Any]) -> UpdateBase:
    kept = table_of(Conversation)
    return update(kept).where(kept.c.chat_id == chat_id, kept.c.person_id == person_id).values(state=state, data=data)


@prepared
def _end(chat_id: int, person_id: int) -> UpdateBase:
    kept = table_of(Conversation)
    return delete(kept).where(kept.c.chat_id == chat_id, kept.c.person_id == person_id)
