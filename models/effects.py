"""Effect: what a tap or a message has done, so that it is done once."""

from datetime import datetime
from typing import Any

from sqlalchemy import delete
from sqlmodel import Field, Session, SQLModel, col, select
from sqlmodel.sql.expression import Select, SelectOfScalar

from models.columns import facts, moment
from models.prepared import add_row, prepared


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
    return _effect_of_row(session, inbox_id).first()


@prepared
def _effect_of_row(inbox_id: int) -> SelectOfScalar[Effect]:
    return select(Effect).where(Effect.inbox_id == inbox_id)


def keep_effect(session: Session, key: str, inbox_id: int, result: Any, before: dict[str, Any], at: datetime) -> None:
    """This once-key has had its effect; raises AlreadyThere if somebody else was faster."""
    add_row(session, Effect, key=key, inbox_id=inbox_id, result=result, before=before, at=at)


def effect_of(session: Session, key: str) -> tuple[int, Any] | None:
    """What this once-key has done: in which inbox row, and its result; None if nothing yet."""
    return _effect_of(session, key).first()


@prepared
def _effect_of(key: str) -> Select[int, Any]:
    return select(Effect.inbox_id, Effect.result).where(Effect.key == key)


def is_known(session: Session, key: str) -> bool:
    """Whether this once-key has had its effect."""
    return effect_of(session, key) is not None


def forget_effects(session: Session, before: datetime) -> None:
    """Drop the keys of taps that nobody can repeat any more."""
    session.exec(delete(Effect).where(col(Effect.at) < before))
