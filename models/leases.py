"""Lease: a right that one process at a time has. Times are told by the database's clock, which all processes share.

A fence grows each time the lease is taken. Who writes under a lease proves the fence in the same transaction, so a
process that was paused, and wakes after another has taken over, changes nothing.

The database sees at once when a process has died, since it closes its sessions: what the dead one held is free then.
"""

from datetime import datetime, timedelta
from typing import Any

import sqlalchemy
from sqlalchemy import BigInteger, ColumnElement, SQLColumnExpression, column, func, table, update
from sqlalchemy.dialects import postgresql
from sqlmodel import Field, Session, SQLModel, col, select

from models.columns import moment


class Overtaken(Exception):  # noqa: N818 # what has happened, not whose fault it is
    """Somebody else has taken over what we were doing: stop, write nothing more of it."""


class Lease(SQLModel, table=True):
    """`holder` (a process, see `Database.name`) has the right called `name` until `until`; on PostgreSQL only."""

    name: str = Field(primary_key=True, max_length=40)
    holder: str = Field(max_length=120)
    fence: int = Field(sa_type=BigInteger)
    until: datetime = moment()


def in_seconds(seconds: float) -> ColumnElement[datetime]:
    """So many seconds from now, by the database's clock."""
    return func.clock_timestamp() + timedelta(seconds=seconds)


def whoever_asks() -> ColumnElement[str]:
    """The name of the process that this session belongs to."""
    return func.current_setting("application_name")


def is_gone(holder: SQLColumnExpression[Any]) -> ColumnElement[bool]:
    """Whether this process has no session left. Not true in doubt: names that we may not see are NULL."""
    sessions = table("pg_stat_activity", column("application_name"), column("datname"))
    ours = sessions.c.datname == func.current_database()
    return holder.not_in(sqlalchemy.select(sessions.c.application_name).where(ours))


def take_lease(session: Session, name: str, seconds: float) -> int | None:
    """Take the lease if nobody has it, or who had it is dead; its fence, or None while somebody has it."""
    fresh = postgresql.insert(Lease).values(name=name, holder=whoever_asks(), fence=1, until=in_seconds(seconds))
    taken = fresh.on_conflict_do_update(
        index_elements=["name"],
        set_={"holder": whoever_asks(), "fence": col(Lease.fence) + 1, "until": in_seconds(seconds)},
        where=(col(Lease.until) <= func.clock_timestamp()) | is_gone(col(Lease.holder)),
    )
    fence: int | None = session.execute(taken.returning(col(Lease.fence))).scalar_one_or_none()
    return fence


def renew_lease(session: Session, name: str, fence: int, seconds: float) -> bool:
    """Keep the lease for longer; False if it was taken by another meanwhile."""
    ours = update(Lease).where(col(Lease.name) == name, col(Lease.fence) == fence)
    renewed = session.exec(ours.values(until=in_seconds(seconds)).execution_options(synchronize_session=False))
    return renewed.rowcount == 1


def give_lease_back(session: Session, name: str, fence: int) -> None:
    """Whoever waits for the lease need not wait until it runs out."""
    ours = update(Lease).where(col(Lease.name) == name, col(Lease.fence) == fence)
    session.exec(ours.values(until=func.clock_timestamp()).execution_options(synchronize_session=False))


def prove_lease(session: Session, name: str, fence: int | None, *, to_write: bool) -> None:
    """Raises Overtaken if the lease is not ours; one who writes keeps it from being taken until the commit."""
    query = select(Lease.name).where(Lease.name == name, Lease.fence == fence)
    if session.exec(query.with_for_update(read=True) if to_write else query).first() is None:
        raise Overtaken(name)
