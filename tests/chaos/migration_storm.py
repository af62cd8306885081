"""Kills in a migration, at each of its statements at random: the next start brings the schema up, and nothing is lost.

On an empty database the migrations run that there are. On one that is filled comes one more, made up here, which does
what is hardest for SQLite: it makes a table anew to change a column.
"""

import os
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import orjson
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, create_engine, event, text
from sqlmodel import Session

import models.migrations
from models.database import Database
from tests.chaos.ground import Ground
from tests.chaos.points import die
from tests.chaos.storm import Progress, Tally
from tests.support.market import BUDI, buy, open_market

PLAN = "CHAOS_MIGRATION"
CHILD = "from tests.chaos.migration_storm import main; main()"
MADE_UP = '''
"""a revision that is made up to be killed in"""

import sqlalchemy as sa
from alembic import op

revision, down_revision, branch_labels, depends_on = "made_up", {head!r}, None, None


def upgrade() -> None:
    op.create_table("made_up", sa.Column("id", sa.Integer(), primary_key=True), sa.Column("said", sa.Text()))
    op.execute("INSERT INTO made_up (said) SELECT name FROM product")
    with op.batch_alter_table("product") as batch_op:
        batch_op.add_column(sa.Column("weight", sa.Integer(), nullable=False, server_default="7"))
        batch_op.alter_column("name", type_=sa.String(200), existing_type=sa.String(120))
        batch_op.create_index("product_weight", ["weight"])
'''
# About as many as there are to die at; a life that gets past them all is over before its death.
MOST_STATEMENTS = {"empty": 40, "filled": 8}
COUNTED = ("product", "orders", "orderline", "stockmove", "person", "stall")


@dataclass(frozen=True)
class MigrationPlan:
    """Which database to bring up, with the revisions in one more folder, and at which statement to die (0: never).

    `at_once`: each statement is kept at once instead of all together, the protection that a control takes away.
    """

    address: str
    more: str
    statement: int
    at_once: bool = False


def main() -> None:
    """Bring the schema up as every start does, and die at the planned statement."""
    plan = MigrationPlan(**orjson.loads(os.environ[PLAN]))
    config_for = models.migrations.config_for

    def config_with_more(engine: Engine) -> Config:
        config = config_for(engine)
        places = [str(Path(models.migrations.__file__).parent / "versions"), plan.more]
        config.set_main_option("path_separator", "os")
        config.set_main_option("version_locations", os.pathsep.join(places))
        return config

    models.migrations.config_for = config_with_more
    engine = _engine(plan)
    event.listen(engine, "before_cursor_execute", _count_to(plan.statement))
    event.listen(engine, "commit", _count_to(plan.statement))
    models.migrations.migrate(engine)


def _engine(plan: MigrationPlan) -> Engine:
    if plan.at_once:
        return create_engine(plan.address, isolation_level="AUTOCOMMIT")
    return Database(plan.address).engine


statements: Iterator[int] = iter(range(1, 1_000_000))


def _count_to(fatal: int) -> Any:
    def count(*_: object) -> None:
        if next(statements) == fatal:
            die()

    return count


class MigrationStorm:
    """Kills in the migrations of one database, `kills` in all; half of them on a filled one if there are any."""

    def __init__(self, ground: Ground, kills: int, control: bool = False) -> None:
        self.ground, self.kills, self.control = ground, kills, control
        self.more = ground.folder / "revisions"
        self.more.mkdir(parents=True)

    def run(self, progress: Progress) -> Tally:
        """Kill again and again, then let it come up, and check: first an empty database, then the filled one."""
        self.progress, self.faults = progress, list[str]()
        self.done = 0
        self._kill_and_come_up("empty", self.kills // 2)
        if not self.faults:
            self._fill_and_kill()
        return Tally(self.ground.fleet.deaths, self.faults, {})

    def _fill_and_kill(self) -> None:
        self.ground.prepare(_fill)
        before = self.ground.look(_counts)
        self._make_up_a_revision()
        self._kill_and_come_up("filled", self.kills)
        if not self.faults and (after := self.ground.look(_counts)) != before:
            self.faults.append(f"migration lost rows: {before} became {after}")

    def _kill_and_come_up(self, which: str, until: int) -> None:
        while self.done < until and not self.faults:
            self._live(which, self.ground.chance.randint(1, MOST_STATEMENTS[which]))
            self.progress(self.done, self.kills)
        self._live(which, 0)
        if not self.faults and self.ground.look(_revision) != self._head():
            self.faults.append(f"migration: the {which} database is not at its newest schema")

    def _live(self, which: str, statement: int) -> None:
        plan = MigrationPlan(self.ground.address, str(self.more), statement, self.control)
        member = self.ground.fleet.members[0]
        member.settings[PLAN] = orjson.dumps(asdict(plan)).decode()
        code = member.start("-c", CHILD).ends()
        member.number = None
        if code == 0 and statement:
            self.done += 1  # it was over before; that is no kill, but an attempt
        elif code == -9:
            self.done += 1
            self.ground.fleet.deaths[f"migration of the {which} database"] += 1
        elif code != 0:
            self.faults.append(f"migration: the {which} database doesn't come up: {member.said[-300:]}")

    def _make_up_a_revision(self) -> None:
        (self.more / "made_up.py").write_text(MADE_UP.format(head=_head_of_the_bot()))

    def _head(self) -> str | None:
        return "made_up" if (self.more / "made_up.py").exists() else _head_of_the_bot()


def _head_of_the_bot() -> str | None:
    return ScriptDirectory(str(Path(models.migrations.__file__).parent)).get_current_head()


def _fill(session: Session) -> None:
    product = open_market(session)
    for _ in range(5):
        buy(session, BUDI, product, 2)


def _counts(session: Session) -> dict[str, int]:
    return {
        table: session.connection().execute(text(f"SELECT count(*) FROM {table}")).scalar_one() for table in COUNTED
    }


def _revision(session: Session) -> str | None:
    return MigrationContext.configure(session.connection()).get_current_revision()
