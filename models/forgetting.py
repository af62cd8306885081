"""Forgetting a person, in SQL: their rows go, or stay without them; whatever pointed to them points to nobody."""

import re
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Column, ColumnElement, Text, cast, delete, func, or_, update
from sqlmodel import Session, SQLModel, col, select

from models.broadcasts import Broadcast, Delivery
from models.effects import Effect
from models.inbox import OF_NOBODY, InboxRow
from models.notices import Notice
from models.orders import Order, OrderLine, hold_orders
from models.people import Person
from models.personal import KEPT, NO_NAME, NO_PRODUCT, Kept, about_orders_of, bought_by, sold_by
from models.products import PhotoFile, Product
from models.stalls import Stall, stall_of

SHORTEST_NAME = 3
# What many are called by.
TITLES = frozenset(("bu", "ibu", "pak", "bapak", "mbak", "mbok", "mas", "bang", "kak", "kakak", "haji", "hajah"))


def begin_forgetting(session: Session, person_id: int) -> bool:
    """Whether there is such a person. Until the commit nobody can point to them any more: an order that comes in, or
    words for them, wait, and find nobody. On PostgreSQL people are forgotten one after the other.
    """
    if session.get_bind().dialect.name == "postgresql":
        session.execute(select(func.pg_advisory_xact_lock(func.hashtext("lapak forgetting"))))
    # In the order in which others lock them: else they and we would block each other.
    theirs = or_(bought_by(person_id), sold_by(person_id)) & col(Order.ended_at).is_(None)
    hold_orders(session, session.exec(select(Order.id).where(theirs)).all())
    session.exec(select(Stall.id).where(Stall.owner_id == person_id).with_for_update()).all()
    return session.exec(select(Person.id).where(Person.id == person_id).with_for_update()).first() is not None


def orders_to_end(session: Session, who: ColumnElement[bool], states: Sequence[str]) -> list[Order]:
    """Orders in these states of which `who` holds."""
    return list(session.exec(select(Order).where(who, col(Order.state).in_(states)).order_by(col(Order.id))))


def empty_rows(session: Session, person_id: int, own_row: int) -> None:
    """Everything of this person's goes or is emptied, but for the row that is the person.

    What others have been told about the person's orders keeps its numbers and loses its words. The update that asked
    for it, inbox row `own_row`, stays until its turn is over; so do later ones: who writes then is somebody new.
    """
    _unname_lines(session, person_id)
    _wipe_notices_of_others(session, person_id)
    _forget_traces(session, person_id, own_row)
    # Rows that are found through others go first.
    for kept in reversed(KEPT):
        if kept.model not in (Person, InboxRow):
            _empty(session, kept, person_id)


def stop_broadcasts(session: Session, person_id: int) -> None:
    """Announcements of this operator's that are not over yet go to nobody else."""
    unfinished = (col(Broadcast.operator_id) == person_id) & col(Broadcast.state).in_(["draft", "sending"])
    theirs = col(Delivery.broadcast_id).in_(select(Broadcast.id).where(unfinished))
    session.connection().execute(delete(Delivery).where(theirs, col(Delivery.state) == "waiting"))
    session.connection().execute(update(Broadcast).where(unfinished).values(state="cancelled"))


def replace_by_nobody(session: Session, person_id: int, now: datetime) -> None:
    """The person's row goes; orders and the ledger, if there are any, point to a row with a number below zero."""
    lowest = session.exec(select(func.min(col(Person.id)))).one() or 0
    nobody = Person(id=min(lowest, 0) - 1, name=NO_NAME, wants_announcements=False, refused_at=now, met_at=now)
    session.add(nobody)
    session.flush()
    moved = 0
    for column in columns_to(Person):
        changed = session.connection().execute(
            update(column.table).where(column == person_id).values({column.name: nobody.id})
        )
        moved += changed.rowcount
    session.connection().execute(delete(Person).where(col(Person.id) == person_id))
    if not moved:
        session.delete(nobody)


def drop_unshown_photos(session: Session) -> tuple[str, ...]:
    """Photos that nothing shows any more, pictures of our own making among them, are noted no more; their hashes."""
    shown = [select(column).where(column.is_not(None)) for column in columns_to(PhotoFile)]
    unshown = tuple(session.exec(select(PhotoFile.hash).where(*(col(PhotoFile.hash).not_in(some) for some in shown))))
    for start in range(0, len(unshown), 500):
        session.connection().execute(delete(PhotoFile).where(col(PhotoFile.hash).in_(unshown[start : start + 500])))
    return unshown


def noted_photos(session: Session) -> set[str]:
    """The hashes of all photos that we know of."""
    return set(session.exec(select(PhotoFile.hash)))


def columns_to(model: type[SQLModel]) -> list[Column[Any]]:
    """Every column that points to this table."""
    columns = [column for table in SQLModel.metadata.sorted_tables for column in table.columns]
    name = str(model.__tablename__)
    return [column for column in columns if any(key.column.table.name == name for key in column.foreign_keys)]


def _empty(session: Session, kept: Kept, person_id: int) -> None:
    whose = kept.whose(person_id)
    if kept.left is None:
        session.connection().execute(delete(kept.table).where(whose))
    elif kept.left:
        session.connection().execute(update(kept.table).where(whose).values(kept.left))


def _unname_lines(session: Session, person_id: int) -> None:
    """ "Keripik Bu Sari" in somebody's order names Bu Sari, and so does "Keripik Sari"."""
    person, stall = session.get(Person, person_id), stall_of(session, person_id)
    if person is None or stall is None:
        return
    own = {word for word in _words(person.name) - TITLES if len(word) >= SHORTEST_NAME}
    whole = " ".join(stall.name.casefold().split())
    sold = col(OrderLine.product_id).in_(select(Product.id).where(Product.stall_id == stall.id))
    # Compared here: SQLite knows small letters of English only.
    called = session.exec(select(OrderLine.name).where(sold).distinct()).all()
    holds_stalls = len(whole) >= SHORTEST_NAME
    named = [
        name for name in called if own & _words(name) or (holds_stalls and whole in " ".join(name.casefold().split()))
    ]
    for start in range(0, len(named), 500):
        whose = sold & col(OrderLine.name).in_(named[start : start + 500])
        session.connection().execute(update(OrderLine).where(whose).values(name=NO_PRODUCT))


def _words(name: str) -> set[str]:
    return set(re.findall(r"\w+", name.casefold()))


def _wipe_notices_of_others(session: Session, person_id: int) -> None:
    mentioned = _mentions(col(Notice.facts), person_id)
    query = select(Notice).where(col(Notice.person_id) != person_id, or_(about_orders_of(person_id), mentioned))
    for notice in session.exec(query):
        numbers = {key: value for key, value in notice.facts.items() if isinstance(value, int) and value != person_id}
        if numbers != notice.facts:
            notice.facts, notice.state = numbers, "moot" if notice.state == "waiting" else notice.state
            session.add(notice)
    session.flush()


def _mentions(column: Any, person_id: int) -> ColumnElement[bool]:
    """Whether the person's number stands in this JSON by itself: in a longer one, of an account say, it is not theirs.

    What stands before it may be a letter that JSON writes by digits: \\u00e9.
    """
    written = cast(column, Text)
    alone = rf"(^|[^0-9]|\\u[0-9a-f]{{4}}){person_id}([^0-9]|$)"
    # Few rows hold its digits at all, and to look for those is the cheaper half.
    return written.contains(str(person_id)) & written.regexp_match(alone)


def _forget_traces(session: Session, person_id: int, own_row: int) -> None:
    """What repeats other rows for a while: effects of taps, theirs and others', and updates.

    An order that an effect of somebody else's was about is over now: the rules guard it without the effect.
    """
    own = [col(Effect.key).startswith(f"{kind} {person_id} ") for kind in ("tap", "message")]
    rows = select(InboxRow.id).where(InboxRow.chat_id == person_id)
    mentioned = [_mentions(column, person_id) for column in (col(Effect.result), col(Effect.before))]
    session.connection().execute(delete(Effect).where(or_(*own, *mentioned, col(Effect.inbox_id).in_(rows))))
    said = (col(InboxRow.chat_id) == person_id) & (col(InboxRow.id) < own_row)
    session.connection().execute(update(InboxRow).where(said).values(OF_NOBODY))
    # Updates that were set aside may repeat anything.
    session.connection().execute(update(InboxRow).where(col(InboxRow.state) == "set aside").values(body="{}"))
