"""Column types that every table shares: moments in UTC, Telegram ids, rupiah, small JSON."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, ColumnElement, DateTime, Dialect, TypeDecorator, literal_column
from sqlmodel import Field

# For a state that has an index of its own: given as a value, SQLite would plan the statement anew each time.
WAITING: ColumnElement[str] = literal_column("'waiting'")
ON_SALE: ColumnElement[str] = literal_column("'on sale'")
# For a table whose rows we number: no number is given twice, also after its row is gone. People hold cards and links
# that name it, and work that is under way settles it later. (PostgreSQL's sequences know no other way.)
COUNTED = {"sqlite_autoincrement": True}


class UTCMoment(TypeDecorator[datetime]):
    """A moment: aware in Python, UTC in the database (SQLite keeps no zone of its own)."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment without a zone was handed to the database")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def moment(**options: Any) -> Any:
    """A column that holds a moment."""
    return Field(sa_type=UTCMoment, **options)


def telegram_id(**options: Any) -> Any:
    """A column that holds one of Telegram's ids (up to 52 significant bits)."""
    return Field(sa_type=BigInteger, **options)


def rupiah(**options: Any) -> Any:
    """A column that holds a whole number of rupiah."""
    return Field(sa_type=BigInteger, **options)


def facts(**options: Any) -> Any:
    """A column that holds a small JSON value."""
    return Field(sa_type=JSON, **options)
