"""Telegram lets us down while people buy and an operator announces: nothing is lost, nothing is announced twice."""

import asyncio
import time

import pytest

from tests.bot.conftest import somebody
from tests.bot.test_broadcasts import announce
from tests.chaos.child import Plan
from tests.chaos.ground import Ground
from tests.conftest import MBAK_RINI, Opening
from tests.storms.journal import inside_retry_after
from tests.storms.storm import LONG, Crowd, Storm
from tests.storms.weather import faults
from tests.support.scenes import fails

pytestmark = pytest.mark.timeout(600)


async def test_a_fifth_of_all_calls_goes_wrong(here: Ground) -> None:
    crowd = Crowd(buyers=150, seconds=150, listeners=1_000) if LONG else Crowd(listeners=60, seconds=2)
    storm = Storm(here, crowd, Plan(paced=True))
    assert await storm.broken(faults(180) if LONG else faults(5, hang=1.0)) == []
    assert storm.orders


async def test_replies_keep_flowing_while_an_announcement_has_to_keep_still(open_town: Opening) -> None:
    """A tap is answered at once, for an edit is no message; a new message waits as long as Telegram says, no longer."""
    async with open_town(overall=30, chat_pace=1.0, group_most=20) as town:
        people = [await town.person(f"Warga {number}") for number in range(4)]
        rini = await somebody(town.http, town.url, town.bot_id, "Mbak Rini", MBAK_RINI)
        for person in (*people, rini):
            await person.starts()
        door = await people[0].sees(button="jualan")
        fault = {"kind": "429", "method": "copymessage", "retry_after": 3, "count": 1}
        await fails(town.http, f"{town.url}", **fault)
        await announce(rini, "Besok ada pelatihan.")
        while not any(call["status"] == 429 for call in await town.calls("copymessage")):  # noqa: ASYNC110 # another process knows
            await asyncio.sleep(0.01)
        began = time.monotonic()
        await people[0].taps("jualan", on=door)
        assert time.monotonic() - began < 2, "the tap had to wait"
        await people[1].writes("/id")
        await people[1].sees(str(people[1].id))
        await rini.sees("sampai ke 4 dari 4")
        assert inside_retry_after(await town.calls()) == []
