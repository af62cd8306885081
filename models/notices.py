"""Notice: the outbox. What somebody who isn't talking with us should hear, as a kind and ids, never as text."""

from collections.abc import Callable, Collection
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Index, func, text, update
from sqlalchemy.sql.dml import UpdateBase
from sqlmodel import Field, Session, SQLModel, col, select
from sqlmodel.sql.expression import Select, SelectOfScalar

from models.columns import COUNTED, WAITING, facts, moment, telegram_id
from models.plain import Rows
from models.prepared import Prepared, add_row, prepared, table_of
from models.stalls import Stall

IS_WAITING = text("state = 'waiting'")
LANES = ("orders", "reminders")
WINDOWS = (100, 10_000)
LONGEST_WAIT = timedelta(minutes=10)  # between two attempts


class Notice(SQLModel, table=True):
    """`kind` says which card it is; a row of kind `shown` only notes in which message somebody looks at `subject`.

    `state`: waiting, sent, moot (no longer true when its turn came), failed (given up, or refused).

    `lane`: orders go before reminders. `subject` names what it is about ("order 12"), so that an older message
    about the same thing can lose its buttons.
    """

    __table_args__ = (
        Index("notice_waiting", "person_id", "id", sqlite_where=IS_WAITING, postgresql_where=IS_WAITING),
        Index("notice_due", "lane", "try_at", "id", sqlite_where=IS_WAITING, postgresql_where=IS_WAITING),
        Index("notice_sent", "person_id", "subject", "id"),
        COUNTED,
    )

    id: int = Field(default=None, primary_key=True)
    person_id: int = telegram_id(foreign_key="person.id")
    kind: str = Field(max_length=24)
    lane: str = Field(max_length=12)
    subject: str | None = Field(default=None, max_length=32)
    facts: dict[str, Any] = facts(default_factory=dict)
    state: str = Field(default="waiting", max_length=12)
    attempts: int = 0
    try_at: datetime = moment()
    created_at: datetime = moment()
    settled_at: datetime | None = moment(default=None)
    message_id: int | None = telegram_id(default=None)
    problem: str | None = Field(default=None, max_length=300)


def next_notices(session: Session, now: datetime, busy: Collection[int], limit: int) -> list[Notice]:
    """For each person who is not in `busy`, the oldest waiting notice whose time has come; orders first.

    One that has failed holds up the person's later ones, so that news comes in order; one that waits for the morning
    does not, and no reminder holds up an order. However many wait, no more is looked at than is needed.
    News of an order that was written in the future goes at once: the clock has been put back since.
    """
    found: list[int] = []
    people = set(busy)
    for lane in LANES:
        for window in WINDOWS:
            due = DUE[lane](session, now, now + LONGEST_WAIT, people, window).all()
            first = FIRST[lane](session, now, now + LONGEST_WAIT, {person_id for _, person_id in due}) if due else ()
            oldest = dict(iter(first))
            ours = [(notice_id, person_id) for notice_id, person_id in due if oldest.get(person_id) == notice_id]
            if len(due) < window or len(found) + len(ours) >= limit:
                break
        ours = ours[: limit - len(found)]
        found += [notice_id for notice_id, _ in ours]
        people |= {person_id for _, person_id in ours}
        if len(found) == limit:
            break
    rows = {notice.id: notice for notice in _notices(session, found)} if found else {}
    return [rows[notice_id] for notice_id in found]


Due = Callable[[Session, datetime, datetime, Collection[int], int], Rows[tuple[int, int]]]
First = Callable[[Session, datetime, datetime, Collection[int]], Rows[tuple[int, int]]]


def _due_in(lane: str) -> Due:
    """Notices of a lane whose time has come, each with its person; longest due first."""

    @prepared
    def due(now: datetime, late: datetime, busy: Collection[int], limit: int) -> Select[int, int]:
        ours = (Notice.state == WAITING, Notice.lane == lane, _is_due(lane, now, late))
        query = select(Notice.id, Notice.person_id).where(*ours, col(Notice.person_id).not_in(busy))
        return query.order_by(col(Notice.try_at), col(Notice.id)).limit(limit)

    return due


def _first_in(lane: str) -> First:
    """For each of these people, the notice of the lane, or of one before it, that has to go first."""
    lanes = LANES[: LANES.index(lane) + 1]

    @prepared
    def first(now: datetime, late: datetime, people: Collection[int]) -> Select[int, int]:
        theirs = (Notice.state == WAITING, col(Notice.person_id).in_(people), col(Notice.lane).in_(lanes))
        ready = _is_due(lane, now, late) | (col(Notice.attempts) > 0)
        return select(Notice.person_id, func.min(Notice.id)).where(*theirs, ready).group_by(col(Notice.person_id))

    return first


def _is_due(lane: str, now: datetime, late: datetime) -> ColumnElement[bool]:
    due = col(Notice.try_at) <= now
    if lane != "orders":
        return due
    tried_in_future = (col(Notice.attempts) > 0) & (col(Notice.try_at) > late)
    return due | (col(Notice.created_at) > now) | tried_in_future


DUE = {lane: _due_in(lane) for lane in LANES}
FIRST = {lane: _first_in(lane) for lane in LANES}


@prepared
def _notices(ids: Collection[int]) -> SelectOfScalar[Notice]:
    return select(Notice).where(col(Notice.id).in_(ids))


def late_reminders(session: Session, now: datetime) -> list[tuple[Notice, str | None]]:
    """What of the reminders should have gone out by now; each with the zone of the person's stall, if there is one."""
    query = select(Notice, col(Stall.zone)).outerjoin(Stall, col(Stall.owner_id) == Notice.person_id)
    late = (Notice.state == WAITING, Notice.lane == "reminders", Notice.try_at < now)
    return list(session.exec(query.where(*late)))


def settle_notice(session: Session, notice: Notice, changes: dict[str, Any]) -> bool:
    """Write down how a notice ended, or when it is tried again; False if it doesn't wait (any more)."""
    return _settling(frozenset(changes))(session, notice_id=notice.id, **changes).rowcount == 1


@cache
def _settling(names: frozenset[str]) -> Prepared:
    notice = table_of(Notice)

    def settling(notice_id: int, **changes: Any) -> UpdateBase:
        return update(notice).where(notice.c.id == notice_id, notice.c.state == WAITING).values(changes)

    return Prepared(["notice_id", *names], settling)


def note_shown(session: Session, person_id: int, subject: str, message_id: int, now: datetime) -> None:
    """Remember in which message this person is looking at `subject`, as if it had been a notice."""
    if not _show_again(session, person_id, subject, message_id, now).rowcount:
        shown = {"subject": subject, "message_id": message_id, "created_at": now, "try_at": now, "settled_at": now}
        add_row(session, Notice, person_id=person_id, kind="shown", lane="orders", state="sent", **shown)


@prepared
def _show_again(person_id: int, subject: str, message_id: int, now: datetime) -> UpdateBase:
    notice = table_of(Notice)
    shown = (notice.c.person_id == person_id, notice.c.subject == subject, notice.c.kind == "shown")
    return update(notice).where(*shown).values(message_id=message_id, settled_at=now)


def sent_before(session: Session, notice: Notice) -> list[int]:
    """Telegram's ids of the last two messages in which this person saw the same subject."""
    seen = _sent_before(session, notice.person_id, notice.subject, notice.id)
    return sorted({message_id for message_id in seen if message_id is not None})


@prepared
def _sent_before(person_id: int, subject: str | None, notice_id: int) -> SelectOfScalar[Any]:
    same = (Notice.person_id == person_id, Notice.subject == subject, col(Notice.id) != notice_id)
    seen = (col(Notice.message_id).is_not(None), Notice.kind != "message")
    return select(Notice.message_id).where(*same, *seen).order_by(col(Notice.settled_at).desc()).limit(2)


def subject_of_message(session: Session, person_id: int, message_id: int) -> str | None:
    """What a message that this person has from us is about ("order 12"), or None."""
    query = select(Notice.subject).where(Notice.person_id == person_id, Notice.message_id == message_id)
    return session.exec(query.order_by(col(Notice.id).desc()).limit(1)).first()


def last_sent(session: Session, person_id: int, kinds: Collection[str], since: datetime) -> Notice | None:
    """The newest notice of these kinds that reached this person since then, or None.

    Of what they were shown in a conversation (`shown`), only products count.
    """
    query = (
        select(Notice)
        .where(
            Notice.person_id == person_id,
            col(Notice.kind).in_(kinds),
            Notice.state == "sent",
            col(Notice.settled_at) >= since,
            (col(Notice.kind) != "shown") | col(Notice.subject).startswith("product "),
        )
        .order_by(col(Notice.settled_at).desc(), col(Notice.id).desc())
        .limit(1)
    )
    return session.exec(query).first()
