"""Models and migrations say the same, on both databases."""

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import CheckConstraint, Column, DateTime, Engine, Integer, MetaData, Table, inspect, text
from sqlmodel import SQLModel

from models.columns import UTCMoment
from models.database import Database
from models.migrations import config_for, migrate
from models.people import Person
from tests.support.market import BUDI, add_person

TABLES = list(SQLModel.metadata.sorted_tables)


def differences(engine: Engine, metadata: MetaData) -> list[object]:
    """What a new migration would have to change."""
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        return list(compare_metadata(context, metadata))


def checks_of(table: Table) -> set[str]:
    """The names of a table's CHECK constraints, as the models say; Alembic doesn't compare them."""
    return {str(check.name) for check in table.constraints if isinstance(check, CheckConstraint)}


def half_indexes() -> dict[str, str]:
    """Each index that covers a part of its table only, and its table."""
    return {
        str(index.name): table.name
        for table in TABLES
        for index in table.indexes
        if index.dialect_options["sqlite"]["where"] is not None
    }


def test_models_and_migrations_agree(database: Database) -> None:
    assert differences(database.engine, SQLModel.metadata) == []


def test_a_column_without_a_migration_would_be_noticed(database: Database) -> None:
    metadata = MetaData()
    for table in TABLES:
        table.to_metadata(metadata)
    metadata.tables["product"].append_column(Column("weight", Integer))
    assert len(differences(database.engine, metadata)) == 1


def test_every_check_of_the_models_is_in_the_database(database: Database) -> None:
    seen = inspect(database.engine)
    for table in TABLES:
        assert {str(check["name"]) for check in seen.get_check_constraints(table.name)} == checks_of(table)


def test_indexes_of_what_waits_cover_nothing_else(database: Database) -> None:
    query = (
        "SELECT sql FROM sqlite_master WHERE name = :name"
        if database.is_sqlite
        else "SELECT indexdef FROM pg_indexes WHERE indexname = :name"
    )
    wanted = half_indexes()
    assert {"inbox_waiting", "notice_waiting", "reminder_due", "delivery_waiting"} <= set(wanted)
    with database.engine.connect() as connection:
        for name in wanted:
            definition = str(connection.execute(text(query), {"name": name}).scalar_one())
            assert " WHERE " in definition, f"{name} covers its whole table: {definition}"


def test_no_number_is_given_twice(database: Database) -> None:
    """Every table whose rows we number counts on, also after its last row is gone."""
    numbered = {table for table in TABLES if [type(key.type) for key in table.primary_key] == [Integer]}
    counted = {table for table in TABLES if table.dialect_options["sqlite"]["autoincrement"]}
    assert {table.name for table in numbered - counted} == {"budget"}, "whose one row has the number 1"
    if database.is_sqlite:
        with database.engine.connect() as connection:
            for table in counted:
                query = text("SELECT sql FROM sqlite_master WHERE name = :name")
                assert "AUTOINCREMENT" in connection.execute(query, {"name": table.name}).scalar_one()


def test_migrating_twice_is_harmless(database: Database) -> None:
    database.write_now(add_person, BUDI)
    migrate(database.engine)
    assert database.read_now(lambda session: session.get_one(Person, BUDI).name) == "Orang"
    assert differences(database.engine, SQLModel.metadata) == []


def test_the_migrations_can_be_taken_back_and_run_again(database: Database) -> None:
    command.downgrade(config_for(database.engine), "base")
    assert inspect(database.engine).get_table_names() == ["alembic_version"]
    migrate(database.engine)
    assert differences(database.engine, SQLModel.metadata) == []


def test_every_moment_is_kept_with_its_zone() -> None:
    columns = [column for table in TABLES for column in table.columns]
    moments = [column for column in columns if isinstance(column.type, UTCMoment | DateTime)]
    assert len(moments) > 15
    assert [str(column) for column in moments if not isinstance(column.type, UTCMoment)] == []
