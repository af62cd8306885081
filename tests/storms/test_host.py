"""The host lets us down under load: nothing is said that is not kept, nobody waits for ever, nobody has to help."""

import pytest

from tests.chaos.child import Plan
from tests.chaos.conftest import OpenGround
from tests.chaos.ground import Ground
from tests.storms.storm import LONG, Crowd, Storm
from tests.storms.weather import full_disk, locked, postgres_restarts, stops
from tests.support.postgres import postgres_server

pytestmark = pytest.mark.timeout(300)


@pytest.mark.parametrize("while_it_starts", [False, True], ids=["under load", "while it starts"])
async def test_a_full_disk(open_ground: OpenGround, while_it_starts: bool) -> None:
    storm = Storm(open_ground("sqlite"), Crowd())
    assert await storm.broken(full_disk(30 if LONG else 2.5), while_it_starts) == []
    assert storm.orders


@pytest.mark.parametrize("while_it_starts", [False, True], ids=["under load", "while it starts"])
async def test_a_database_that_another_program_holds(open_ground: OpenGround, while_it_starts: bool) -> None:
    """For longer than we wait at a time, so that writes fail, and then come through."""
    storm = Storm(open_ground("sqlite"), Crowd(), Plan() if LONG else Plan(busy_seconds=0.5))
    assert await storm.broken(locked(32 if LONG else 2.5), while_it_starts) == []
    assert storm.orders


@pytest.mark.parametrize("mode", ["fast", "immediate"])
async def test_postgresql_is_restarted(open_ground: OpenGround, mode: str) -> None:
    ground = open_ground("postgresql")
    postgres_server().keeps_every_commit(ground.address)
    storm = Storm(ground, Crowd())
    assert await storm.broken(postgres_restarts(mode, 20 if LONG else 1.5)) == []
    assert storm.orders


async def test_stops_in_the_middle(here: Ground) -> None:
    storm = Storm(here, Crowd())
    assert await storm.broken(stops(10 if LONG else 3, pause=0.5)) == []
    assert storm.orders
