"""Telegram lets us down while people buy and an operator announces: nothing is lost, nothing is announced twice."""

import pytest

from tests.chaos.child import Plan
from tests.chaos.ground import Ground
from tests.storms.storm import LONG, Crowd, Storm
from tests.storms.weather import faults

pytestmark = pytest.mark.timeout(600)


async def test_a_fifth_of_all_calls_goes_wrong(here: Ground) -> None:
    crowd = Crowd(buyers=150, seconds=150, listeners=1_000) if LONG else Crowd(listeners=60, seconds=2)
    storm = Storm(here, crowd, Plan(paced=True))
    assert await storm.broken(faults(180) if LONG else faults(5, hang=1.0)) == []
    assert storm.orders
