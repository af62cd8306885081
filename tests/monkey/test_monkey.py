"""Anybody does anything, at any time, and what must hold holds.

`LAPAK_MONKEYS=60` walks through so many towns, others each time; `LAPAK_SEED` repeats them. Without it they are few and
the same: whether a change can land is not left to chance.
"""

import os

import pytest

from tests.forged.seed import SEED
from tests.monkey.conftest import NewWalk
from tests.support.postgres import postgres_server

WALKS = int(os.environ.get("LAPAK_MONKEYS", "2"))
FIRST = SEED if os.environ.keys() & {"LAPAK_MONKEYS", "LAPAK_SEED"} else 1
STEPS, FEW = (400, 200) if "LAPAK_MONKEYS" in os.environ else (120, 60)
pytestmark = pytest.mark.timeout(300)


@pytest.mark.parametrize("number", range(WALKS))
async def test_whatever_people_do_all_is_well(new_walk: NewWalk, number: int) -> None:
    walk = new_walk(FIRST + number)
    await walk.go(STEPS)
    assert not walk.faults, walk.said()


@pytest.mark.parametrize("number", range(max(1, WALKS // 10)))
async def test_on_postgresql_too(new_walk: NewWalk, number: int) -> None:
    address = postgres_server().new_address()
    walk = new_walk(FIRST + number, address)
    await walk.go(FEW)
    postgres_server().drop(address)
    assert not walk.faults, walk.said()
