"""Stall: a seller's shop."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import update
from sqlmodel import Field, Session, SQLModel, col, select
from sqlmodel.sql.expression import SelectOfScalar

from models.columns import COUNTED, facts, moment, rupiah, telegram_id
from models.prepared import prepared


class Stall(SQLModel, table=True):
    """One stall a person; `zone` is an IANA time zone name, `morning_hour` an hour of its day.

    What is for one day only is gone at `closing_hour`. An order that nobody answers lapses after `answer_hours`.
    `delivery_fee` is rupiah for bringing an order (None: as they agree). `rated` counts the orders that buyers rated,
    `happy` those that they were happy with. `qris` is what the stall's QR code for payments says, `qris_name` the
    merchant's name in it.
    While the stall is closed, `closed_until` says when it opens again, `closed_words` why (a word that `locales/`
    knows, "melaut"), and `closed_orders` what becomes of new orders: wait or refuse.
    `quick_replies`: what one tap says to a buyer; "" is the usual sentence of that place.
    """

    __table_args__ = COUNTED

    id: int = Field(default=None, primary_key=True)
    owner_id: int = telegram_id(foreign_key="person.id", unique=True)
    name: str = Field(max_length=64)
    place: str | None = Field(default=None, max_length=120)
    zone: str = Field(default="Asia/Jakarta", max_length=40)
    payment_words: str | None = Field(default=None, max_length=200)
    qris: str | None = Field(default=None, max_length=512)
    qris_name: str | None = Field(default=None, max_length=25)
    morning_hour: int = 7
    closing_hour: int = 17
    low_mark: int = 3
    answer_hours: int = 24
    delivery_fee: int | None = rupiah(default=None)
    rated: int = 0
    happy: int = 0
    asked_about_itself: bool = False
    closed_until: datetime | None = moment(default=None)
    closed_words: str | None = Field(default=None, max_length=16)
    closed_orders: str = Field(default="wait", max_length=8)
    quick_replies: list[str] = facts(default_factory=list)
    opened_at: datetime = moment()


def stall_of(session: Session, person_id: int) -> Stall | None:
    """This person's own stall, or None."""
    return session.exec(select(Stall).where(Stall.owner_id == person_id)).first()


def closed_until(session: Session, stall_id: int) -> datetime | None:
    """Until when the stall is closed (None: it is open); whoever opens or closes it waits until our commit."""
    return _closed_until(session, stall_id).first()


@prepared
def _closed_until(stall_id: int) -> SelectOfScalar[datetime | None]:
    until: Any = Stall.closed_until  # None, too, which the types of select() don't tell
    return select(until).where(Stall.id == stall_id).with_for_update(read=True)


def stalls_by_id(session: Session, stall_ids: Sequence[int]) -> dict[int, Stall]:
    """These stalls, each by its id."""
    return {stall.id: stall for stall in session.exec(select(Stall).where(col(Stall.id).in_(stall_ids)))}


def count_rating(session: Session, stall_id: int, happy: bool) -> None:
    """One more order of this stall was rated."""
    session.exec(
        update(Stall)
        .where(col(Stall.id) == stall_id)
        .values(rated=Stall.rated + 1, happy=Stall.happy + int(happy))
        .execution_options(synchronize_session="fetch")
    )
