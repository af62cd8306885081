"""Short storms, on both databases: whenever the bot is killed, nothing is lost, doubled or oversold.

`make chaos N=200` is the long run; docs/chaos.md tells of the points, the invariants and the controls.
"""

from tests.chaos.broadcast_storm import BroadcastStorm
from tests.chaos.conftest import OpenGround
from tests.chaos.ground import Ground
from tests.chaos.migration_storm import MigrationStorm
from tests.chaos.storm import BUYERS_A_KILL, OrderStorm


def quietly(done: int, of: int) -> None:
    """No bar in a test."""


async def test_a_storm_of_orders(here: Ground) -> None:
    tally = await OrderStorm(here, kills=3).run(quietly)
    assert tally.broken == []
    assert (tally.kills, tally.facts["buyers"]) == (3, 3 * BUYERS_A_KILL)
    assert tally.facts["orders"] > 0


async def test_a_storm_of_orders_on_a_bot_and_its_worker(open_ground: OpenGround) -> None:
    tally = await OrderStorm(open_ground("postgresql", processes=2), kills=3).run(quietly)
    assert tally.broken == []
    assert tally.kills >= 3


async def test_a_storm_on_broadcasts(here: Ground) -> None:
    tally = await BroadcastStorm(here, kills=2).run(quietly)
    assert tally.broken == []
    assert tally.kills > 0


def test_kills_in_migrations(here: Ground) -> None:
    tally = MigrationStorm(here, kills=4).run(quietly)
    assert tally.broken == []
    assert tally.kills > 0
