"""Notice: the outbox. What somebody who isn't talking with us should hear, as a kind and ids, never as text."""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Index, func, text, update
from sqlmodel import Field, Session, SQLModel, col, select

from models.columns import facts, moment, telegram_id

WAITING = text("state = 'waiting'")
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
        Index("notice_waiting", "person_id", "id", sqlite_where=WAITING, postgresql_where=WAITING),
        Index("notice_due", "lane", "try_at", "id", sqlite_where=WAITING, postgresql_where=WAITING),
        Index("notice_sent", "person_id", "subject", "id"),
    )

    id: int | None = Field(default=None, primary_key=True)
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
    for place, lane in enumerate(LANES):
        for window in WINDOWS:
            due = _due(session, lane, now, people, window)
            oldest = _oldest(session, LANES[: place + 1], now, {person_id for _, person_id in due})
            ours = [(notice_id, person_id) for notice_id, person_id in due if oldest.get(person_id) == notice_id]
            if len(due) < window or len(found) + len(ours) >= limit:
                break
        ours = ours[: limit - len(found)]
        found += [notice_id for notice_id, _ in ours]
        people |= {person_id for _, person_id in ours}
        if len(found) == limit:
            break
    rows = {notice.id: notice for notice in session.exec(select(Notice).where(col(Notice.id).in_(found)))}
    return [rows[notice_id] for notice_id in found]


def _due(session: Session, lane: str, now: datetime, busy: Collection[int], limit: int) -> list[tuple[int, int]]:
    """Notices of a lane whose time has come, each with its person; longest due first."""
    query = (
        select(Notice.id, Notice.person_id)
        .where(
            Notice.state == "waiting",
            Notice.lane == lane,
            _is_due(lane, now),
            col(Notice.person_id).not_in(busy),
        )
        .order_by(col(Notice.try_at), col(Notice.id))
        .limit(limit)
    )
    return [(notice_id or 0, person_id) for notice_id, person_id in session.exec(query)]


def _oldest(session: Session, lanes: Sequence[str], now: datetime, people: Collection[int]) -> dict[int, int]:
    """For each of these people, the notice of these lanes that has to go first."""
    if not people:
        return {}
    query = (
        select(Notice.person_id, func.min(Notice.id))
        .where(
            Notice.state == "waiting",
            col(Notice.person_id).in_(people),
            col(Notice.lane).in_(lanes),
            _is_due(lanes[-1], now) | (col(Notice.attempts) > 0),
        )
        .group_by(col(Notice.person_id))
    )
    return {person_id: notice_id or 0 for person_id, notice_id in session.exec(query)}


def _is_due(lane: str, now: datetime) -> ColumnElement[bool]:
    due = col(Notice.try_at) <= now
    if lane != "orders":
        return due
    tried_in_future = (col(Notice.attempts) > 0) & (col(Notice.try_at) > now + LONGEST_WAIT)
    return due | (col(Notice.created_at) > now) | tried_in_future


def settle_notice(session: Session, notice_id: int, changes: dict[str, Any]) -> None:
    """Write down how a notice ended, or when it is tried again."""
    session.exec(update(Notice).where(col(Notice.id) == notice_id, col(Notice.state) == "waiting").values(changes))


def note_shown(session: Session, person_id: int, subject: str, message_id: int, now: datetime) -> None:
    """Remember in which message this person is looking at `subject`, as if it had been a notice."""
    query = select(Notice).where(Notice.person_id == person_id, Notice.subject == subject, Notice.kind == "shown")
    shown = session.exec(query).first() or Notice(
        person_id=person_id, kind="shown", lane="orders", subject=subject, state="sent", created_at=now, try_at=now
    )
    shown.message_id, shown.settled_at = message_id, now
    session.add(shown)


def sent_before(session: Session, notice: Notice) -> list[int]:
    """Telegram's ids of the last two messages in which this person saw the same subject."""
    query = (
        select(Notice.message_id)
        .where(
            Notice.person_id == notice.person_id,
            Notice.subject == notice.subject,
            col(Notice.id) != notice.id,
            col(Notice.message_id).is_not(None),
            Notice.kind != "message",
        )
        .order_by(col(Notice.settled_at).desc())
        .limit(2)
    )
    return sorted({message_id for message_id in session.exec(query) if message_id is not None})


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
