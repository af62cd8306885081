"""Statements that are built once. To build one anew costs SQLAlchemy more than to run it, and a turn asks twenty."""

from collections.abc import Callable
from inspect import signature
from typing import Any, Concatenate, ParamSpec, TypeVar, TypeVarTuple, overload

from sqlalchemy import CursorResult, Table, bindparam
from sqlalchemy.sql.dml import UpdateBase
from sqlmodel import Session, SQLModel
from sqlmodel.sql.expression import Select, SelectOfScalar

from models.in_place import Reader, Writer
from models.plain import Plain, Rows

P = ParamSpec("P")
T = TypeVar("T")
Ts = TypeVarTuple("Ts")


def table_of(model: type[SQLModel]) -> Table:
    """The bare table. To change rows there passes by what SQLAlchemy would do for objects that a session holds: those
    have to be flushed before, and know nothing of it.
    """
    return model.metadata.tables[str(model.__tablename__)]


@overload
def prepared(build: Callable[P, SelectOfScalar[T]]) -> Callable[Concatenate[Session, P], Rows[T]]: ...


@overload
def prepared(build: Callable[P, Select[*Ts]]) -> Callable[Concatenate[Session, P], Rows[tuple[*Ts]]]: ...


@overload
def prepared(build: Callable[P, UpdateBase]) -> Callable[Concatenate[Session, P], Rows[Any]]: ...


def prepared(build: Callable[..., Any]) -> Callable[..., Any]:
    """Run what `build` builds: it is called once, with a place for each value instead of the values.

    So a value can be compared, written, or looked for (`in_`), but not looked at.
    """
    # A place must not be called like a column: SQLAlchemy keeps those names for what an UPDATE sets.
    names = {name: f"the_{name}" for name in signature(build).parameters}
    statement = build(**{name: bindparam(place) for name, place in names.items()})
    plain: Plain | None = None

    def run(session: Session, *args: Any, **kwargs: Any) -> Rows[Any]:
        nonlocal plain
        given = dict(zip(names, args, strict=False)) | kwargs
        values = {place: given[name] for name, place in names.items()}
        if isinstance(session, (Reader, Writer)):
            plain = plain or Plain(statement, values)
            if session.takes(plain):
                return plain.run(session.driver, values)
        return _rows(session.exec(statement, params=values))

    return run


def _rows(result: Any) -> Rows[Any]:
    changes = isinstance(result, CursorResult) and not result.returns_rows
    return Rows([], result.rowcount) if changes else Rows(list(result), -1)
