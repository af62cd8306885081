"""Effect: what a tap or a message has done, so that it is done once."""

from datetime import datetime
from typing import Any

from sqlalchemy import delete
from sqlmodel import Field, Session, SQLModel, col, select

from models.columns import facts, moment


class Effect(SQLModel, table=True):
    """The result of one once-key.

    `before` is the conversation as the handler saw it: a turn that was committed but not spoken is run again from
    there, finds its result here and only speaks.
    """

    key: str = Field(primary_key=True, max_length=200)
    inbox_id: int = Field(index=True)
    result: Any = facts(default=None)
    before: dict[str, Any] = facts(default_factory=dict)
    at: datetime = moment(index=True)


def effect_of_row(session: Session, inbox_id: int) -> Effect | None:
    """What this inbox row has already done, or None."""
    return session.exec(select(Effect).where(Effect.inbox_id == inbox_id)).first()


def is_known(session: Session, key: str) -> bool:
    """Whether this once-key has had its effect."""
    return session.get(Effect, key) is not None


def forget_effects(session: Session, before: datetime) -> None:
    """Drop the keys of taps that nobody can repeat any more."""
    session.exec(delete(Effect).where(col(Effect.at) < before))
