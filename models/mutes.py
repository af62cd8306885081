"""Mute: one side of an order takes no more messages of the other."""

from datetime import datetime

from sqlalchemy import UniqueConstraint, delete
from sqlmodel import Field, Session, SQLModel, col, select

from models.columns import COUNTED, moment, telegram_id


class Mute(SQLModel, table=True):
    """This person takes no messages about this order; its news still come."""

    __table_args__ = (UniqueConstraint("order_id", "person_id"), COUNTED)

    id: int = Field(default=None, primary_key=True)
    order_id: int = Field(foreign_key="orders.id")
    person_id: int = telegram_id(foreign_key="person.id")
    at: datetime = moment()


def has_muted(session: Session, person_id: int, order_id: int) -> bool:
    """Whether this person takes no messages about the order."""
    query = select(Mute.id).where(Mute.order_id == order_id, Mute.person_id == person_id)
    return session.exec(query).first() is not None


def set_mute(session: Session, person_id: int, order_id: int, muted: bool, now: datetime) -> None:
    """From now on this person takes no messages about the order; or takes them again."""
    if not muted:
        session.exec(delete(Mute).where(col(Mute.order_id) == order_id, col(Mute.person_id) == person_id))
    elif not has_muted(session, person_id, order_id):
        session.add(Mute(order_id=order_id, person_id=person_id, at=now))
