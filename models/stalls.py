"""Stall: a seller's shop."""

from datetime import datetime

from sqlmodel import Field, Session, SQLModel, select

from models.columns import facts, moment, telegram_id


class Stall(SQLModel, table=True):
    """One stall a person; `zone` is an IANA time zone name, `morning_hour` an hour of its day.

    An order that nobody answers lapses after `answer_hours`. `quick_replies`: what one tap says to a buyer; "" is the
    usual sentence of that place.
    """

    id: int | None = Field(default=None, primary_key=True)
    owner_id: int = telegram_id(foreign_key="person.id", unique=True)
    name: str = Field(max_length=64)
    place: str | None = Field(default=None, max_length=120)
    zone: str = Field(default="Asia/Jakarta", max_length=40)
    payment_words: str | None = Field(default=None, max_length=200)
    morning_hour: int = 7
    low_mark: int = 3
    answer_hours: int = 24
    asked_about_itself: bool = False
    quick_replies: list[str] = facts(default_factory=list)
    opened_at: datetime = moment()


def stall_of(session: Session, person_id: int) -> Stall | None:
    """This person's own stall, or None."""
    return session.exec(select(Stall).where(Stall.owner_id == person_id)).first()
