"""A statement asked of SQLite's driver directly, without SQLAlchemy's way there and back.

SQLAlchemy still writes the SQL and still says how each type is kept; only its objects for a statement on its way are
left out, which take it ten times as long as SQLite takes to answer. An entity that comes so belongs to no session: it
is there to be read.
"""

import json
import re
import sqlite3
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import cache
from typing import Any, Generic, TypeVar, cast

import orjson
from sqlalchemy import bindparam, inspect
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.exc import DBAPIError
from sqlalchemy.types import TypeEngine
from sqlmodel import SQLModel, select

T = TypeVar("T")
Process = Callable[[Any], Any]
Make = Callable[[Sequence[Any]], Any]


def _from_json(kept: str | float) -> Any:
    if not isinstance(kept, str):
        return kept  # SQLite keeps a lone number as a number
    try:
        return orjson.loads(kept)
    except orjson.JSONDecodeError:  # Python's own writes more than JSON has: half a pair of letters, infinity
        return json.loads(kept)


DIALECT = SQLiteDialect_pysqlite(paramstyle="named", json_deserializer=_from_json)


class Rows(Generic[T]):
    """What came of a statement, and how many rows it has changed."""

    def __init__(self, rows: list[T], rowcount: int) -> None:
        self._rows, self.rowcount = rows, rowcount

    def __iter__(self) -> Iterator[T]:
        return iter(self._rows)

    def all(self) -> Sequence[T]:
        """All rows."""
        return self._rows

    def first(self) -> T | None:
        """The first row, or None."""
        return self._rows[0] if self._rows else None

    def one(self) -> T:
        """The only row. Raises ValueError if there is another number of them."""
        [row] = self._rows
        return row


class Plain:
    """A statement of SQLAlchemy's, written down once as SQLite's driver takes it; `places` are for values to come."""

    def __init__(self, statement: Any, places: Collection[str]) -> None:
        compiled = statement.compile(dialect=DIALECT)
        self._sql, self._processes = str(compiled), dict[str, Process | None]()
        for name, bound in compiled.binds.items():
            values = f"__[POSTCOMPILE_{name}]" if bound.expanding else f":{name}"
            if name not in places:
                # A value that never changes is part of the plan: it tells which index can be used.
                given = bound.value if bound.expanding else [bound.value]
                self._write(values, ", ".join(_literal(value, bound.type) for value in given))
            elif bound.expanding:
                # However many values there are, the statement is the same, and SQLite has planned it already.
                self._write(values, f"SELECT value FROM json_each(:{name})")  # noqa: S608 # a name of ours
                self._processes[name] = json_list
            else:
                self._processes[name] = bound.type.dialect_impl(DIALECT).bind_processor(DIALECT)
        self._make = _maker(statement) if statement.is_select else tuple
        self.has_entities = statement.is_select and any(_is_entity(part) for part in statement.column_descriptions)

    def _write(self, old: str, new: str) -> None:
        self._sql = re.sub(rf"{re.escape(old)}(?!\w)", lambda _: new, self._sql)

    def run(self, driver: sqlite3.Connection, values: dict[str, Any]) -> Rows[Any]:
        """Ask it. Raises SQLAlchemy's errors."""
        asked = {name: process(values[name]) if process else values[name] for name, process in self._processes.items()}
        if not driver.in_transaction:
            raise undone(self._sql)
        try:
            cursor = driver.execute(self._sql, asked)
            return Rows([self._make(row) for row in cursor], cursor.rowcount)
        except sqlite3.Error as trouble:
            raise named(trouble, self._sql) from trouble


def named(trouble: sqlite3.Error, statement: str) -> DBAPIError:
    """SQLAlchemy's name for an error of the driver's."""
    return cast(DBAPIError, DBAPIError.instance(statement, None, trouble, sqlite3.Error))


def undone(statement: str) -> DBAPIError:
    """What is said to a statement after SQLite has undone the whole transaction: alone it would be kept at once."""
    return named(sqlite3.OperationalError("the transaction was undone"), statement)


@cache
def of_key(model: type[SQLModel]) -> Plain:
    """The statement that finds an entity by its key: `key_0`, `key_1` …"""
    keys = {f"key_{number}": column for number, column in enumerate(inspect(model).primary_key)}
    return Plain(select(model).where(*(column == bindparam(name) for name, column in keys.items())), keys)


def _literal(value: Any, kind: TypeEngine[Any]) -> str:
    written: Any = kind.dialect_impl(DIALECT).literal_processor(DIALECT)
    return "NULL" if value is None else str(written(value))


def json_list(values: Any) -> str:
    """Numbers or words as SQLite's json_each takes them."""
    return json.dumps(list(values))


def _is_entity(part: Any) -> bool:
    return part["expr"] is part["entity"]


def _maker(statement: Any) -> Make:
    """How a row becomes what SQLAlchemy would make of it: an entity, a value, or a tuple of them."""
    makers, at = list[Make](), 0
    for part in statement.column_descriptions:
        makers.append(_entity(part["entity"], at) if _is_entity(part) else _value(part["type"], at))
        at += len(inspect(part["entity"]).columns) if _is_entity(part) else 1
    if at != len(set(statement.selected_columns)):
        raise ValueError("a column is asked for twice")  # and SQLAlchemy would fetch it once
    return makers[0] if len(makers) == 1 else lambda row: tuple(make(row) for make in makers)


def _value(kind: TypeEngine[Any], at: int) -> Make:
    process = _from_database(kind)
    return lambda row: process(row[at]) if process else row[at]


def _entity(model: type[SQLModel], at: int) -> Make:
    mapper = inspect(model)
    kinds = {mapper.get_property_by_column(column).key: column.type for column in mapper.columns}
    processes = [(name, process) for name, kind in kinds.items() if (process := _from_database(kind))]
    part = slice(at, at + len(kinds))

    def make(row: Sequence[Any]) -> SQLModel:
        entity: SQLModel = model.__new__(model)
        values = entity.__dict__
        values.update(zip(kinds, row[part], strict=True))
        for name, process in processes:
            if values[name] is not None:
                values[name] = process(values[name])
        return entity

    return make


def _from_database(kind: TypeEngine[Any]) -> Process | None:
    return kind.dialect_impl(DIALECT).result_processor(DIALECT, None)
