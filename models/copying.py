"""Whole databases, row by row: out of either kind, into either kind; and what makes a copy sleep."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, Engine, Table, create_engine, delete, func, insert, inspect, select, text, update
from sqlmodel import Session, SQLModel, col

from models.broadcasts import Broadcast, Delivery
from models.effects import Effect
from models.inbox import InboxRow
from models.notices import Notice
from models.settings import Setting

BATCH = 500
COPIED_AT = "copied at"
SET_ASIDE = "set aside"
# A shop that went on after its copy may have numbered as many rows again.
LEAST_ROOM = 1_000
MOST_ROOM = 1_000_000

# How far a long work is: so many of so many.
Progress = Callable[[int, int], None]


def engine_of_file(file: Path) -> Engine:
    """A SQLite file by itself, without the companions that a database in use has beside it."""
    return create_engine(f"sqlite:///{file}", hide_parameters=True)


@contextmanager
def changing(file: Path) -> Iterator[Connection]:
    """One transaction in a SQLite file by itself."""
    engine = engine_of_file(file)
    try:
        with engine.begin() as connection:
            yield connection
    finally:
        engine.dispose()


def copy_rows(source: Connection, target: Connection, progress: Progress) -> None:
    """Every row of every table; both have the newest schema, and the target holds nothing yet."""
    total, done = count_rows(source), 0
    for table in SQLModel.metadata.sorted_tables:
        query = select(table).order_by(*table.primary_key)
        found = source.execution_options(stream_results=True, yield_per=BATCH).execute(query)
        for batch in found.mappings().partitions():
            target.execute(insert(table), [dict(row) for row in batch])
            done += len(batch)
            progress(done, total)


def may_pause(connection: Connection) -> None:
    """This transaction may stand still for as long as the other side takes: it holds up nobody."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SET LOCAL idle_in_transaction_session_timeout = 0"))


def count_rows(connection: Connection) -> int:
    """How many rows there are in all tables together, as far as they are there."""
    there = set(inspect(connection).get_table_names())
    found = [table for table in SQLModel.metadata.sorted_tables if table.name in there]
    return sum(connection.execute(select(func.count()).select_from(table)).scalar_one() for table in found)


def put_to_sleep(connection: Connection, now: datetime) -> None:
    """Nothing that waits in this copy is ever sent, nor answered: it was true when the copy was made.

    `wake_up` in shop/reminders.py sees to open orders when the copy begins to live.
    """
    waits = "waited when the copy was made"
    connection.execute(update(Notice).where(col(Notice.state) == "waiting").values(state=SET_ASIDE, problem=waits))
    connection.execute(update(InboxRow).where(col(InboxRow.state) == "waiting").values(state=SET_ASIDE, problem=waits))
    undecided = col(Delivery.state).in_(["waiting", "sending"])
    connection.execute(update(Delivery).where(undecided).values(state=SET_ASIDE))
    connection.execute(update(Broadcast).where(col(Broadcast.state) == "sending").values(state="done", ended_at=now))
    connection.execute(delete(Setting).where(col(Setting.name) == COPIED_AT))
    connection.execute(insert(Setting).values(name=COPIED_AT, value=now.isoformat()))


def sleeps(connection: Connection) -> bool:
    """Whether this is a copy that was put to sleep."""
    return connection.execute(select(col(Setting.name)).where(col(Setting.name) == COPIED_AT)).first() is not None


def leave_room(session: Session) -> None:
    """Rows to come get numbers far beyond those that are known here.

    What was numbered after the copy was made is lost with the shop that it was made of; but people hold cards and links
    that name it, and these must lead nowhere rather than to somebody else's. Nor is an inbox row numbered as one that
    was forgotten, as long as its effect is remembered.
    """
    named = session.execute(select(func.max(Effect.inbox_id))).scalar_one() or 0
    for table in SQLModel.metadata.sorted_tables:
        if table.dialect_options["sqlite"]["autoincrement"]:
            last = max(_last_number(session, table), named if table.name == InboxRow.__tablename__ else 0)
            _count_on(session, table, last + min(max(last, LEAST_ROOM), MOST_ROOM))


def _last_number(session: Session, table: Table) -> int:
    """The highest number that a table has, or had as far as this database knows."""
    there = session.execute(select(func.max(table.c.id))).scalar_one() or 0
    if session.get_bind().dialect.name == "postgresql":
        given = session.execute(text("SELECT nextval(pg_get_serial_sequence(:table, 'id'))"), {"table": table.name})
    else:
        given = session.execute(text("SELECT seq FROM sqlite_sequence WHERE name = :table"), {"table": table.name})
    return max(there, given.scalar() or 0)


def _count_on(session: Session, table: Table, last: int) -> None:
    facts = {"table": table.name, "last": last}
    if session.get_bind().dialect.name == "postgresql":
        session.execute(text("SELECT setval(pg_get_serial_sequence(:table, 'id'), :last)"), facts)
    else:
        session.execute(text("DELETE FROM sqlite_sequence WHERE name = :table"), facts)
        session.execute(text("INSERT INTO sqlite_sequence (name, seq) VALUES (:table, :last)"), facts)
