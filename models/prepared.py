"""Statements that are built once. To build one anew costs SQLAlchemy more than to run it, and a turn asks twenty."""

import inspect
from collections.abc import Callable
from typing import Any, Concatenate, ParamSpec, TypeVar, TypeVarTuple, overload

from sqlalchemy import CursorResult, ScalarResult, Table, bindparam
from sqlalchemy.engine import TupleResult
from sqlalchemy.sql.dml import UpdateBase
from sqlmodel import Session, SQLModel
from sqlmodel.sql.expression import Select, SelectOfScalar

P = ParamSpec("P")
T = TypeVar("T")
Ts = TypeVarTuple("Ts")


def table_of(model: type[SQLModel]) -> Table:
    """The bare table. To change rows there passes by what SQLAlchemy would do for objects that a session holds: those
    have to be flushed before, and know nothing of it.
    """
    return model.metadata.tables[str(model.__tablename__)]


@overload
def prepared(build: Callable[P, SelectOfScalar[T]]) -> Callable[Concatenate[Session, P], ScalarResult[T]]: ...


@overload
def prepared(build: Callable[P, Select[*Ts]]) -> Callable[Concatenate[Session, P], TupleResult[tuple[*Ts]]]: ...


@overload
def prepared(build: Callable[P, UpdateBase]) -> Callable[Concatenate[Session, P], CursorResult[*tuple[Any, ...]]]: ...


def prepared(build: Callable[..., Any]) -> Callable[..., Any]:
    """Run what `build` builds: it is called once, with a place for each value instead of the values.

    So a value can be compared, written, or looked for (`in_`), but not looked at.
    """
    # A place must not be called like a column: SQLAlchemy keeps those names for what an UPDATE sets.
    names = {name: f"the_{name}" for name in inspect.signature(build).parameters}
    statement = build(**{name: bindparam(place) for name, place in names.items()})

    def run(session: Session, *args: Any, **kwargs: Any) -> Any:
        values = dict(zip(names, args, strict=False)) | kwargs
        return session.exec(statement, params={place: values[name] for name, place in names.items()})

    return run
