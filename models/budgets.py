"""Budget: how much has been sent lately, in one row that all processes change one after the other (PostgreSQL only)."""

from typing import Any

from sqlalchemy import func, text
from sqlalchemy.dialects import postgresql
from sqlmodel import Field, Session, SQLModel, select

from models.columns import facts

THE_ONE = 1


class Budget(SQLModel, table=True):
    """`state` is what `bot/pace.py` keeps of it."""

    id: int = Field(primary_key=True)
    state: dict[str, Any] = facts(default_factory=dict)


def lock_budget(session: Session) -> tuple[Budget, float]:
    """The one row, ours until the commit, and the database's clock in seconds."""
    # What a crash of the database could take away is over before it is back.
    session.execute(text("SET LOCAL synchronous_commit = off"))
    query = select(Budget).where(Budget.id == THE_ONE).with_for_update()
    row = session.exec(query).first()
    if row is None:
        session.execute(postgresql.insert(Budget).values(id=THE_ONE, state={}).on_conflict_do_nothing())
        row = session.exec(query).one()
    return row, float(session.execute(select(func.extract("epoch", func.clock_timestamp()))).scalar_one())
