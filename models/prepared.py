"""Statements that are built once. To build one anew costs SQLAlchemy more than to run it, and a turn asks twenty."""

from collections.abc import Callable, Iterable
from functools import cache
from inspect import signature
from typing import Any, Concatenate, ParamSpec, TypeVar, TypeVarTuple, overload

from sqlalchemy import CursorResult, Table, bindparam, insert
from sqlalchemy.sql.dml import UpdateBase
from sqlmodel import Session, SQLModel
from sqlmodel.sql.expression import Select, SelectOfScalar

from models.in_place import Reader, Writer
from models.plain import Plain, Rows

P = ParamSpec("P")
T = TypeVar("T")
M = TypeVar("M", bound=SQLModel)
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
    return Prepared(signature(build).parameters, build)


def add_row(session: Session, model: type[M], **values: Any) -> M:
    """Insert a row now; what isn't given is as the model has it. The entity is there to be read.

    Four times as cheap as an entity that the session has to watch over. Raises AlreadyThere and the like.
    """
    row: M = model.model_construct(**values)  # type: ignore[assignment] # SQLModel says no more than SQLModel
    [(key,)] = _adding(model)(session, **vars(row))
    vars(row)[_key_of(model)] = key
    return row


class Prepared:
    """A statement that is built with a place for each of these values; see `prepared`."""

    def __init__(self, names: Iterable[str], build: Callable[..., Any]) -> None:
        # A place must not be called like a column: SQLAlchemy keeps those names for what an UPDATE sets.
        self._places = {name: f"the_{name}" for name in names}
        self._statement = build(**{name: bindparam(place) for name, place in self._places.items()})
        self._plain: Plain | None = None

    def __call__(self, session: Session, *args: Any, **kwargs: Any) -> Rows[Any]:
        """Run it with these values."""
        given = dict(zip(self._places, args, strict=False)) | kwargs
        values = {place: given[name] for name, place in self._places.items()}
        if isinstance(session, (Reader, Writer)):
            self._plain = self._plain or Plain(self._statement, values)
            if session.takes(self._plain):
                return self._plain.run(session.driver, values)
        result = session.exec(self._statement, params=values)
        changes = isinstance(result, CursorResult) and not result.returns_rows
        return Rows([], result.rowcount) if changes else Rows(list(result), -1)


@cache
def _adding(model: type[SQLModel]) -> Prepared:
    table, key = table_of(model), _key_of(model)
    names = [column.name for column in table.columns if column.name != key or model.model_fields[key].is_required()]
    return Prepared(names, lambda **places: insert(table).values(places).returning(table.c[key]))


@cache
def _key_of(model: type[SQLModel]) -> str:
    return str(next(iter(table_of(model).primary_key)).name)
