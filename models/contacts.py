"""SecondContact: somebody whom a seller trusts to phone or remind them when they stay silent."""

from datetime import datetime

from sqlalchemy import update
from sqlmodel import Field, Session, SQLModel, col, select

from models.columns import COUNTED, moment, telegram_id
from models.stalls import Stall


class SecondContact(SQLModel, table=True):
    """An invitation (its `code` is good once and until `expires_at`), what came of it, and when that ended."""

    __table_args__ = COUNTED

    id: int = Field(default=None, primary_key=True)
    stall_id: int = Field(foreign_key="stall.id", index=True)
    code: str = Field(max_length=32, unique=True)
    expires_at: datetime = moment()
    person_id: int | None = telegram_id(default=None, foreign_key="person.id", index=True)
    agreed_at: datetime | None = moment(default=None)
    ended_at: datetime | None = moment(default=None)


def contact_of_stall(session: Session, stall_id: int) -> SecondContact | None:
    """Who has agreed to be the stall's second contact, or None."""
    query = select(SecondContact).where(
        SecondContact.stall_id == stall_id,
        col(SecondContact.agreed_at).is_not(None),
        col(SecondContact.ended_at).is_(None),
    )
    return session.exec(query).first()


def open_invitation(session: Session, code: str, now: datetime) -> tuple[SecondContact, Stall] | None:
    """The invitation with this code and its stall, if nobody has taken it yet and it is still good."""
    query = (
        select(SecondContact, Stall)
        .join(Stall)
        .where(
            SecondContact.code == code,
            col(SecondContact.agreed_at).is_(None),
            col(SecondContact.ended_at).is_(None),
            col(SecondContact.expires_at) > now,
        )
    )
    return session.exec(query).first()


def contact_of_person(session: Session, person_id: int, contact_id: int) -> SecondContact | None:
    """The contact, if this person is it and has not ended it."""
    query = select(SecondContact).where(
        SecondContact.id == contact_id, SecondContact.person_id == person_id, col(SecondContact.ended_at).is_(None)
    )
    return session.exec(query).first()


def end_contacts(session: Session, stall_id: int, now: datetime) -> None:
    """The stall has no second contact any more, and no invitation that is still good."""
    session.exec(
        update(SecondContact)
        .where(col(SecondContact.stall_id) == stall_id, col(SecondContact.ended_at).is_(None))
        .values(ended_at=now)
        .execution_options(synchronize_session=False)
    )


def take_invitation(session: Session, code: str, person_id: int, now: datetime) -> bool:
    """This person is the contact now; False if somebody was faster, or it is too late."""
    taken = session.exec(
        update(SecondContact)
        .where(
            col(SecondContact.code) == code,
            col(SecondContact.agreed_at).is_(None),
            col(SecondContact.ended_at).is_(None),
            col(SecondContact.expires_at) > now,
        )
        .values(person_id=person_id, agreed_at=now)
        .execution_options(synchronize_session=False)
    )
    return taken.rowcount == 1
