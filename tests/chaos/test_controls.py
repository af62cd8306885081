"""Negative controls: with a protection taken out, the checker finds the very invariant that it protects broken."""

import pytest

from tests.chaos.broadcast_storm import BroadcastStorm
from tests.chaos.conftest import OpenGround
from tests.chaos.controls import CONTROLS
from tests.chaos.ground import DATABASES
from tests.chaos.migration_storm import MigrationStorm
from tests.chaos.storm import OrderStorm
from tests.chaos.test_albums import kept_in_two_parts
from tests.chaos.test_storms import quietly

# On which database, and how many kills show it. SQLite has one writer, and so cannot oversell this way.
ORDER_CONTROLS = {
    "confirm before storing": ("sqlite", 1),
    "read, then write the stock": ("postgresql", 1),
    "no once-keys": ("sqlite", 1),
    "speak before the commit": ("sqlite", 1),
    "settle before sending": ("sqlite", 1),
}


@pytest.mark.parametrize("control", ORDER_CONTROLS)
async def test_orders_without_a_protection(open_ground: OpenGround, control: str) -> None:
    kind, kills = ORDER_CONTROLS[control]
    tally = await OrderStorm(open_ground(kind), kills, control=control).run(quietly)
    assert CONTROLS[control].breaks in {fault.partition(":")[0] for fault in tally.broken}


async def test_a_broadcast_that_repeats_what_nobody_knows(open_ground: OpenGround) -> None:
    control = "send unknown copies again"
    tally = await BroadcastStorm(open_ground("sqlite"), kills=2, control=control).run(quietly)
    assert CONTROLS[control].breaks in {fault.partition(":")[0] for fault in tally.broken}


async def test_albums_whose_late_photos_find_no_draft(open_ground: OpenGround) -> None:
    control = "each photo for itself"
    faults = await kept_in_two_parts(open_ground("sqlite"), control)
    assert CONTROLS[control].breaks in {fault.partition(":")[0] for fault in faults}


@pytest.mark.parametrize("kind", DATABASES)
def test_migrations_that_are_kept_statement_by_statement(open_ground: OpenGround, kind: str) -> None:
    tally = MigrationStorm(open_ground(kind), kills=6, control=True).run(quietly)
    assert any("doesn't come up" in fault for fault in tally.broken)
