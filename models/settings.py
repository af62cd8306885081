"""Setting: the few things that the running bot itself has to remember."""

from typing import Any

from sqlalchemy import delete
from sqlmodel import Field, Session, SQLModel, col

from models.columns import facts


class Setting(SQLModel, table=True):
    """A name and its value."""

    name: str = Field(primary_key=True, max_length=40)
    value: Any = facts(default=None)


def get_setting(session: Session, name: str, default: Any = None) -> Any:
    """The value of a setting, or `default`."""
    row = session.get(Setting, name)
    return default if row is None else row.value


def set_setting(session: Session, name: str, value: Any) -> None:
    """Keep a value under a name."""
    session.merge(Setting(name=name, value=value))


def take_setting(session: Session, name: str) -> Any:
    """The value of a setting, which is gone then; None if there is none, or somebody else has taken it."""
    return session.execute(delete(Setting).where(col(Setting.name) == name).returning(col(Setting.value))).scalar()
