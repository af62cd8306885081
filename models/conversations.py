"""Conversation: which question is open in a chat, so that a restart loses none."""

from typing import Any

from sqlmodel import Field, Session, SQLModel

from models.columns import facts, telegram_id


class Conversation(SQLModel, table=True):
    """The open question (`state`) and what has been said so far (`data`)."""

    chat_id: int = telegram_id(primary_key=True)
    person_id: int = telegram_id(primary_key=True)
    state: str | None = Field(default=None, max_length=64)
    data: dict[str, Any] = facts(default_factory=dict)


def write_conversation(session: Session, chat_id: int, person_id: int, state: str | None, data: dict[str, Any]) -> None:
    """Keep what is open in this chat; a conversation in which nothing is open takes no room."""
    row = session.get(Conversation, (chat_id, person_id))
    if state is None and not data:
        if row is not None:
            session.delete(row)
        return
    if row is None:
        row = Conversation(chat_id=chat_id, person_id=person_id)
    row.state, row.data = state, data
    session.add(row)
