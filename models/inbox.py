"""The inbox: every update of Telegram's, stored before it is confirmed."""

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, Index, Text, Update, delete, func, text, tuple_, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Field, Session, SQLModel, col, select
from sqlmodel.sql.expression import Select, SelectOfScalar

from models.columns import COUNTED, WAITING, moment, telegram_id
from models.database import database_now
from models.leases import Overtaken, in_seconds, is_gone, whoever_asks
from models.prepared import Prepared, prepared, table_of
from models.waking import INBOX, wake

IS_WAITING = text("state = 'waiting'")
WINDOW = 500
OF_NOBODY = {"state": "done", "chat_id": 0, "body": "{}", "album": None, "problem": None}
LONGEST_CLAIM = 60.0


class InboxRow(SQLModel, table=True):
    """One update. `state`: waiting, done, set aside (it broke the turn; `problem` says how).

    Our own `id` gives the order, since Telegram's update ids start anew after a quiet week. On PostgreSQL a worker
    (`claimed_by`: its process) claims a chat by its oldest waiting row, until `claimed_until`; `fence` grows with each
    claim.
    """

    __tablename__ = "inbox"
    __table_args__ = (
        Index("inbox_waiting", "chat_id", "id", sqlite_where=IS_WAITING, postgresql_where=IS_WAITING),
        Index("inbox_next", "id", "chat_id", sqlite_where=IS_WAITING, postgresql_where=IS_WAITING),
        COUNTED,
    )

    id: int = Field(default=None, primary_key=True)
    update_id: int = Field(sa_type=BigInteger, unique=True)
    chat_id: int = telegram_id()
    album: str | None = Field(default=None, max_length=64)
    body: str = Field(sa_type=Text)
    received_at: datetime = moment()
    state: str = Field(default="waiting", max_length=12)
    problem: str | None = Field(default=None, max_length=500)
    claimed_until: datetime | None = moment(default=None)
    claimed_by: str | None = Field(default=None, max_length=63)
    fence: int = Field(default=0, sa_type=BigInteger)


def store_updates(session: Session, rows: list[dict[str, Any]]) -> None:
    """Store updates in the order given; one that is already there is left as it is. On PostgreSQL workers wake."""
    now = database_now(session)
    rows = [{"received_at": now} | row for row in rows]
    if session.get_bind().dialect.name == "postgresql":
        # One after the other: if a later row could be seen first, two workers could have the same chat.
        session.execute(select(func.pg_advisory_xact_lock(func.hashtext("lapak inbox"))))
        session.exec(postgresql.insert(InboxRow).on_conflict_do_nothing(), params=rows)
        wake(session, INBOX)
    else:
        for row in rows:
            _store(session, **FRESH | row)


FRESH = {"album": None, "state": "waiting", "problem": None, "claimed_until": None, "claimed_by": None, "fence": 0}
COMES_IN = ("update_id", "chat_id", "body", "received_at", *FRESH)
_store = Prepared(COMES_IN, lambda **row: sqlite.insert(table_of(InboxRow)).values(row).on_conflict_do_nothing())


def next_rows(session: Session, busy: Collection[int], limit: int) -> list[InboxRow]:
    """For each chat that is not in `busy`, its oldest waiting row: chats take turns, each in its own order."""
    # Mostly the first few hundred show enough chats; to look through a whole backlog at each turn would be slow.
    first = _first_rows(session).all()
    oldest: dict[int, int] = {}
    for row_id, chat_id in first:
        if chat_id not in busy:
            oldest.setdefault(chat_id, row_id)
    ids = list(oldest.values())[:limit]
    if len(ids) < limit and len(first) == WINDOW:
        others = select(func.min(InboxRow.id)).where(InboxRow.state == WAITING, col(InboxRow.chat_id).not_in(busy))
        ids = sorted(session.exec(others.group_by(col(InboxRow.chat_id))))[:limit]
    return list(_rows(session, ids)) if ids else []


@prepared
def _first_rows() -> Select[int, int]:
    window = select(InboxRow.id, InboxRow.chat_id).where(InboxRow.state == WAITING)
    return window.order_by(col(InboxRow.id)).limit(WINDOW)


@prepared
def _rows(ids: list[int]) -> SelectOfScalar[InboxRow]:
    return select(InboxRow).where(col(InboxRow.id).in_(ids)).order_by(col(InboxRow.id))


def claim_rows(session: Session, seconds: float, limit: int) -> list[InboxRow]:
    """The oldest waiting row of each chat that nobody (alive) holds, now ours for so many seconds (PostgreSQL).

    While it is held nobody takes the chat's later rows, since none of them is the oldest.
    """
    oldest = select(func.min(InboxRow.id)).where(InboxRow.state == WAITING).group_by(col(InboxRow.chat_id))
    free = (
        select(InboxRow.id)
        .where(col(InboxRow.id).in_(oldest), InboxRow.state == WAITING)
        .where(
            func.coalesce(col(InboxRow.claimed_until) <= func.clock_timestamp(), True)
            | (col(InboxRow.claimed_until) > in_seconds(LONGEST_CLAIM))  # the clock was put back since
            | is_gone(col(InboxRow.claimed_by))
        )
        .order_by(col(InboxRow.id))
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    claim = (
        update(InboxRow)
        .where(col(InboxRow.id).in_(free))
        .values(claimed_until=in_seconds(seconds), claimed_by=whoever_asks(), fence=col(InboxRow.fence) + 1)
        .returning(InboxRow)
    )
    return sorted(session.scalars(claim), key=lambda row: row.id)


def prove_claim(session: Session, row_id: int, fence: int) -> None:
    """Raises Overtaken if another worker holds this row's chat; else nobody takes it until the commit."""
    query = select(InboxRow.id).where(InboxRow.id == row_id, InboxRow.fence == fence, InboxRow.state == WAITING)
    if session.exec(query.with_for_update()).first() is None:
        raise Overtaken(f"inbox row {row_id}")


def hold_claims(session: Session, claims: Mapping[int, int], seconds: float) -> None:
    """Hold these rows (each with its fence) for so many seconds from now.

    One that a turn is just writing is left out, until the next time: two who lock many rows would block each other.
    """
    free = select(InboxRow.id).where(col(InboxRow.id).in_(claims)).with_for_update(skip_locked=True)
    session.exec(_claimed(claims).where(col(InboxRow.id).in_(free)).values(claimed_until=in_seconds(seconds)))


def release_claims(session: Session, claims: Mapping[int, int], seconds: float = 0.0) -> None:
    """Let these rows go: in so many seconds any worker may take them."""
    free = {"claimed_until": in_seconds(seconds), "claimed_by": None, "fence": col(InboxRow.fence) + 1}
    session.exec(_claimed(claims).values(free))


def _claimed(claims: Mapping[int, int]) -> Update:
    ours = tuple_(col(InboxRow.id), col(InboxRow.fence)).in_(claims.items())
    return update(InboxRow).where(ours, col(InboxRow.state) == "waiting").execution_options(synchronize_session=False)


def rows_behind(session: Session, chat_id: int, row_id: int, limit: int) -> list[InboxRow]:
    """The next waiting rows of a chat behind this one, in order."""
    return list(_rows_behind(session, chat_id, row_id, limit))


@prepared
def _rows_behind(chat_id: int, row_id: int, limit: int) -> SelectOfScalar[InboxRow]:
    behind = (InboxRow.state == WAITING, InboxRow.chat_id == chat_id, col(InboxRow.id) > row_id)
    return select(InboxRow).where(*behind).order_by(col(InboxRow.id)).limit(limit)


def rows_of_album(session: Session, row: InboxRow) -> list[InboxRow]:
    """All waiting parts of the album that `row` belongs to, in order."""
    query = (
        select(InboxRow)
        .where(InboxRow.state == WAITING, InboxRow.chat_id == row.chat_id, InboxRow.album == row.album)
        .order_by(col(InboxRow.id))
    )
    return list(session.exec(query))


def mark_rows(session: Session, row_ids: Iterable[int], state: str, problem: str | None = None) -> None:
    """These rows are `done`, or `set aside` with a problem.

    Of one that is done only the number stays, so that a redelivered update is known: nobody reads it again, and it
    repeats what people wrote and the cards that they tapped on, addresses included.
    """
    if state == "done":
        _finish_rows(session, list(row_ids), problem)
    else:
        _set_rows_aside(session, list(row_ids), problem)


def _marked(row_ids: list[int], **values: Any) -> Update:
    inbox = table_of(InboxRow)
    return update(inbox).where(inbox.c.id.in_(row_ids)).values(values)


@prepared
def _finish_rows(row_ids: list[int], problem: str | None) -> Update:
    return _marked(row_ids, state="done", problem=problem, body="{}")


@prepared
def _set_rows_aside(row_ids: list[int], problem: str | None) -> Update:
    return _marked(row_ids, state="set aside", problem=problem)


def unname_rows(session: Session, row_ids: Iterable[int]) -> None:
    """These updates are done, and nobody's: only their numbers stay, by which they are known if they come again."""
    session.exec(_marked(list(row_ids), **OF_NOBODY))


def forget_rows(session: Session, before: datetime) -> None:
    """Drop what was done with before that moment; Telegram doesn't deliver it again after a day."""
    session.exec(delete(InboxRow).where(col(InboxRow.state) != "waiting", col(InboxRow.received_at) < before))
