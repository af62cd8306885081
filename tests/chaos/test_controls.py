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

# SQLite has one writer, and so cannot oversell this way.
ORDER_CONTROLS = {
    "confirm before storing": "sqlite",
    "read, then write the stock": "postgresql",
    "no once-keys": "sqlite",
    "speak before the commit": "sqlite",
    "settle before sending": "sqlite",
}
STORMS = 4  # one kill shows it mostly, not always


@pytest.mark.parametrize("control", ORDER_CONTROLS)
async def test_orders_without_a_protection(open_ground: OpenGround, control: str) -> None:
    for seed in range(STORMS):
        here = open_ground(ORDER_CONTROLS[control], seed=seed)
        tally = await OrderStorm(here, kills=1, control=control).run(quietly)
        if CONTROLS[control].breaks in {fault.partition(":")[0] for fault in tally.broken}:
            return
    pytest.fail("nothing broke: the storm or the checker is blind")


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
