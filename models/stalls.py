"""Stall: a seller's shop."""

from datetime import datetime

from sqlmodel import Field, Session, SQLModel, select

from models.columns import moment, telegram_id


class Stall(SQLModel, table=True):
    """One stall a person; `zone` is an IANA time zone name, `morning_hour` an hour of its day.

    An order that nobody answers lapses after `answer_hours`. While the stall is closed, `closed_until` says when it
    opens again, `closed_words` why (a word that `locales/` knows, "melaut"), and `closed_orders` what becomes of new
    orders: wait or refuse. A stall that is open has no `closed_until`.
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
    closed_until: datetime | None = moment(default=None)
    closed_words: str | None = Field(default=None, max_length=16)
    closed_orders: str = Field(default="wait", max_length=8)
    opened_at: datetime = moment()


def stall_of(session: Session, person_id: int) -> Stall | None:
    """This person's own stall, or None."""
    return session.exec(select(Stall).where(Stall.owner_id == person_id)).first()
