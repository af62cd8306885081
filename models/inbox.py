"""The inbox: every update of Telegram's, stored before it is confirmed."""

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, Index, Text, delete, func, text, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Field, Session, SQLModel, col, select

from models.columns import moment, telegram_id

WAITING = text("state = 'waiting'")


class InboxRow(SQLModel, table=True):
    """One update. `state`: waiting, done, set aside (it broke the turn; `problem` says how).

    Our own `id` gives the order, since Telegram's update ids start anew after a quiet week.
    """

    __tablename__ = "inbox"
    __table_args__ = (
        Index("inbox_waiting", "chat_id", "id", sqlite_where=WAITING, postgresql_where=WAITING),
        {"sqlite_autoincrement": True},  # an id is never given twice, also after old rows are dropped
    )

    id: int | None = Field(default=None, primary_key=True)
    update_id: int = Field(sa_type=BigInteger, unique=True)
    chat_id: int = telegram_id()
    album: str | None = Field(default=None, max_length=64)
    body: str = Field(sa_type=Text)
    received_at: datetime = moment()
    state: str = Field(default="waiting", max_length=12)
    problem: str | None = Field(default=None, max_length=500)


def store_updates(session: Session, rows: list[dict[str, Any]]) -> None:
    """Store updates in the order given; one that is already there is left as it is."""
    dialect = session.get_bind().dialect.name
    if dialect == "postgresql":
        session.exec(postgresql.insert(InboxRow).on_conflict_do_nothing(), params=rows)
    else:
        session.exec(sqlite.insert(InboxRow).on_conflict_do_nothing(), params=rows)


def next_rows(session: Session, busy: Collection[int], limit: int) -> list[InboxRow]:
    """For each chat that is not in `busy`, its oldest waiting row: chats take turns, each in its own order."""
    oldest = (
        select(func.min(InboxRow.id))
        .where(InboxRow.state == "waiting", col(InboxRow.chat_id).not_in(busy))
        .group_by(col(InboxRow.chat_id))
    )
    query = select(InboxRow).where(col(InboxRow.id).in_(oldest)).order_by(col(InboxRow.id)).limit(limit)
    return list(session.exec(query))


def rows_behind(session: Session, chat_id: int, row_id: int, limit: int) -> list[InboxRow]:
    """The next waiting rows of a chat behind this one, in order."""
    query = (
        select(InboxRow)
        .where(InboxRow.state == "waiting", InboxRow.chat_id == chat_id, col(InboxRow.id) > row_id)
        .order_by(col(InboxRow.id))
        .limit(limit)
    )
    return list(session.exec(query))


def rows_of_album(session: Session, row: InboxRow) -> list[InboxRow]:
    """All waiting parts of the album that `row` belongs to, in order."""
    query = (
        select(InboxRow)
        .where(InboxRow.state == "waiting", InboxRow.chat_id == row.chat_id, InboxRow.album == row.album)
        .order_by(col(InboxRow.id))
    )
    return list(session.exec(query))


def mark_rows(session: Session, row_ids: Iterable[int | None], state: str, problem: str | None = None) -> None:
    """These rows are `done`, or `set aside` with a problem."""
    session.exec(
        update(InboxRow)
        .where(col(InboxRow.id).in_(list(row_ids)))
        .values(state=state, problem=problem)
        .execution_options(synchronize_session=False)
    )


def forget_rows(session: Session, before: datetime) -> None:
    """Drop what was done with before that moment; Telegram doesn't deliver it again after a day."""
    session.exec(delete(InboxRow).where(col(InboxRow.state) != "waiting", col(InboxRow.received_at) < before))
