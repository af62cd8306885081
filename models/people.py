"""Person: anyone who has talked to the bot."""

from datetime import datetime

from sqlalchemy import update
from sqlalchemy.sql.dml import UpdateBase
from sqlmodel import Field, Session, SQLModel, col, select
from sqlmodel.sql.expression import SelectOfScalar

from models.columns import moment, telegram_id
from models.prepared import prepared, table_of


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


@prepared
def note_consent(person_id: int, version: int, at: datetime) -> UpdateBase:
    """This person goes on after reading what is kept; the first time counts."""
    person = table_of(Person)
    first = update(person).where(person.c.id == person_id, person.c.consent_version.is_(None))
    return first.values(consent_version=version, consent_at=at)


@prepared
def keep_address(person_id: int, address: str) -> UpdateBase:
    """Where this person wants things brought to, from now on."""
    person = table_of(Person)
    return update(person).where(person.c.id == person_id).values(address=address)


def name_of(session: Session, person_id: int) -> str:
    """What this person, whom we know, is called."""
    return _name_of(session, person_id).one()


@prepared
def _name_of(person_id: int) -> SelectOfScalar[str]:
    return select(Person.name).where(Person.id == person_id)


def mark_refused(session: Session, person_id: int, at: datetime | None) -> None:
    """Remember since when this chat refuses us (None: it takes our messages again)."""
    session.exec(update(Person).where(col(Person.id) == person_id).values(refused_at=at))
