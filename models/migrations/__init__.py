"""Alembic migrations, run at every start."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine


def config_for(engine: Engine) -> Config:
    """An Alembic configuration that works on this engine."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent))
    config.attributes["engine"] = engine
    return config


def migrate(engine: Engine) -> None:
    """Bring the database to the newest schema; nothing happens if it is there already."""
    command.upgrade(config_for(engine), "head")


def revision_of(engine: Engine) -> str | None:
    """Which schema the database has; None if it has none of ours."""
    with engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision()


def is_newer(engine: Engine) -> bool:
    """Whether a newer Lapak than this one has brought the database to a schema that we don't know."""
    return revision_of(engine) not in known_revisions(engine)


def known_revisions(engine: Engine) -> list[str]:
    """Every schema that we know, newest first."""
    return [script.revision for script in ScriptDirectory.from_config(config_for(engine)).walk_revisions()]
