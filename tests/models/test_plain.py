"""What comes from SQLite's driver directly is what SQLAlchemy would have brought, and what fails, fails alike."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Row, UpdateBase, inspect, update
from sqlmodel import Session, SQLModel, col, select
from sqlmodel.sql.expression import Select, SelectOfScalar

from models.database import AlreadyThere, Database
from models.notices import Notice
from models.orders import Order
from models.people import Person
from models.plain import Plain
from models.prepared import prepared, table_of
from models.products import Product
from models.stalls import Stall
from tests.models.dump import fill
from tests.support.market import BUDI, NOW, RINI, SARI

ENTITIES = [mapper.class_ for mapper in SQLModel._sa_registry.mappers]
only_sqlite = pytest.mark.parametrize("address", ["sqlite"], indirect=True)


@prepared
def orders_in(states: list[str], before: Any) -> SelectOfScalar[Order]:
    placed = (col(Order.state).in_(states), Order.placed_at < before, col(Order.address).is_(None))
    return select(Order).where(*placed).order_by(col(Order.id))


@prepared
def of_lanes(person_id: int, limit: int) -> Select[str, int | None, Any]:
    lanes = col(Notice.lane).in_(("orders", "it's 5 o'clock :the_limit", "reminders"))
    query = select(Notice.kind, Notice.id, Notice.created_at).where(lanes, Notice.person_id == person_id)
    return query.order_by(col(Notice.id)).limit(limit)


@prepared
def with_stall(ids: list[int]) -> Select[Product, str, Stall]:
    query = select(Product, Person.name, Stall).where(col(Product.stall_id) == Stall.id, Stall.owner_id == Person.id)
    return query.where(col(Product.id).in_(ids)).order_by(col(Product.id))


@prepared
def rename(name: str, people: list[int]) -> UpdateBase:
    person = table_of(Person)
    return update(person).where(person.c.id.in_(people)).values(name=name, address=None, refused_at=NOW)


def alike(found: Any) -> Any:
    """What can be compared: an entity by its columns."""
    if isinstance(found, SQLModel):
        return type(found), found.model_dump()
    return tuple(map(alike, found)) if isinstance(found, (tuple, Row)) else found


def everything(session: Session) -> list[Any]:
    """What these statements find, and each entity by its key."""
    found: list[Any] = [
        *orders_in(session, ["placed", "accepted", "done", "declined"], NOW + timedelta(minutes=3)),
        *orders_in(session, [], NOW),
        *of_lanes(session, BUDI, 5),
        *of_lanes(session, SARI, 0),
        *with_stall(session, [2, 1, 99]),
    ]
    for entity in ENTITIES:
        for row in session.execute(select(*inspect(entity).primary_key)).all():
            found.append(session.get(entity, tuple(row)))
    return [alike(one) for one in found]


@only_sqlite
async def test_a_reader_finds_what_sqlalchemy_finds(database: Database) -> None:
    await database.write(fill)
    plain, orm = await database.read(everything), database.read_now(everything)
    assert plain == orm
    assert {one[0] for one in plain if isinstance(one[0], type)} >= {Order, Product, Person, Notice}
    assert await database.read(lambda session: session.get(Person, 99)) is None


async def test_a_prepared_change_is_counted_and_kept(database: Database) -> None:
    await database.write(fill)

    def change(session: Session) -> tuple[int, str]:
        held = session.get_one(Person, BUDI)
        held.name = "Pak Budi Santoso"  # what a session holds is written before
        counted = rename(session, "Orang", [BUDI, RINI, 99]).rowcount
        return counted, held.name

    assert await database.write(change) == (2, "Pak Budi Santoso")
    people = await database.read(lambda session: [session.get_one(Person, each) for each in (BUDI, RINI, SARI)])
    assert [(person.name, person.refused_at == NOW) for person in people] == [
        ("Orang", True),
        ("Orang", True),
        ("Bu Sari", False),
    ]


async def test_a_statement_alone_is_committed_or_undone(database: Database) -> None:
    await database.write(fill)
    await database.write(rename, "Orang", [BUDI])

    def half_way(session: Session) -> None:
        rename(session, "Siapa", [BUDI])
        raise RuntimeError("the roof fell in")

    with pytest.raises(RuntimeError):
        await database.write(half_way)
    assert database.read_now(lambda session: session.get_one(Person, BUDI).name) == "Orang"


async def test_a_refusal_of_the_database_is_the_same_error(database: Database) -> None:
    @prepared
    def take_the_number_of(taken: int, person_id: int) -> UpdateBase:
        person = table_of(Person)
        return update(person).where(person.c.id == person_id).values(id=taken)

    await database.write(fill)
    with pytest.raises(AlreadyThere):
        await database.write(take_the_number_of, BUDI, RINI + 1)


def test_a_column_that_is_asked_for_twice_is_refused() -> None:
    with pytest.raises(ValueError, match="twice"):
        Plain(select(Product.id, Product), ())


@only_sqlite
async def test_what_was_only_read_cannot_be_changed_by_mistake(database: Database) -> None:
    await database.write(fill)
    person = await database.read(lambda session: session.get_one(Person, BUDI))
    with pytest.raises(AttributeError):
        person.name = "Pak Budi Santoso"
