"""A turn that Telegram doesn't take waits; one that it never takes, while others get through, is given up."""

import asyncio

import pytest

from tests.bot.test_delivery import fault, faults_end
from tests.support.cast import Person, Town
from tests.support.scenes import newest, sells


@pytest.fixture(autouse=True)
def hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    """An hour is over soon, and three are many."""
    monkeypatch.setattr("bot.worker.LONGEST_TROUBLE", 0.5)
    monkeypatch.setattr("bot.worker.MANY_OTHERS", 3)
    monkeypatch.setattr("bot.worker.LONGEST_PAUSE", 0.1)


async def test_what_telegram_never_takes_is_apologised_for_and_the_chat_goes_on(
    town: Town, bu_sari: Person, pak_budi: Person
) -> None:
    link = await sells(bu_sari)
    await pak_budi.starts()
    before = await newest(pak_budi)
    await fault(town, "500", method="sendphoto", chat_id=pak_budi.id, count=10_000)
    await pak_budi.writes(f"/start {link}")
    for _ in range(4):
        await asyncio.sleep(0.2)
        seen = await newest(bu_sari)
        await bu_sari.writes("/start")
        await bu_sari.sees("Mau apa hari ini", after=seen)
    apology = await pak_budi.sees("macet", after=before)
    await pak_budi.writes("/start")
    await pak_budi.sees("Mau apa hari ini", after=apology["message_id"])


async def test_while_nobody_gets_through_everybody_waits(town: Town, bu_sari: Person, pak_budi: Person) -> None:
    link = await sells(bu_sari)
    await pak_budi.starts()
    before = await newest(pak_budi)
    await fault(town, "500", method="sendphoto", count=10_000)
    await pak_budi.writes(f"/start {link}")
    await pak_budi.sees_nothing_new(before, seconds=1.5)
    await faults_end(town)
    await pak_budi.sees("Keripik pisang", after=before)
