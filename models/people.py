"""Person: anyone who has talked to the bot."""

from datetime import datetime

from sqlalchemy import update
from sqlmodel import Field, Session, SQLModel, col

from models.columns import moment, telegram_id


class Person(SQLModel, table=True):
    """One Telegram account; its id is Telegram's."""

    id: int = telegram_id(primary_key=True)
    name: str = Field(max_length=128)
    username: str | None = Field(default=None, max_length=64)
    language: str = Field(default="id", max_length=8)
    address: str | None = Field(default=None, max_length=500)
    consent_version: int | None = None
    consent_at: datetime | None = moment(default=None)
    wants_announcements: bool = True
    refused_at: datetime | None = moment(default=None)
    met_at: datetime = moment()


def is_nobody(person_id: int) -> bool:
    """Whether this number stands for somebody who was forgotten; Telegram's people have numbers above zero."""
    return person_id < 0


def find_person(session: Session, person_id: int) -> Person | None:
    """The person with this Telegram id, or None."""
    return session.get(Person, person_id)


def mark_refused(session: Session, person_id: int, at: datetime | None) -> None:
    """Remember since when this chat refuses us (None: it takes our messages again)."""
    session.exec(update(Person).where(col(Person.id) == person_id).values(refused_at=at))
