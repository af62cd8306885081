"""A turn that Telegram doesn't take waits; one that it never takes, while others get through, is given up."""

import asyncio
from types import SimpleNamespace

import pytest

from bot.worker import Worker
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


def test_an_hour_in_which_nobody_got_through_is_held_against_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    """Telegram is away for a day; when it is back, many get through before this one is tried again, and stumbles."""
    now = [0.0]
    monkeypatch.setattr("bot.worker.time", SimpleNamespace(monotonic=lambda: now[0]))
    worker, loaded = Worker.__new__(Worker), SimpleNamespace(row_id=7)
    worker._troubled, worker._got_through = {}, 0

    def stumbles(at: float, others: int) -> bool:
        now[0], worker._got_through = at, others
        return worker._is_alone(loaded)  # type: ignore[arg-type] # of a turn only its number is looked at

    assert [stumbles(at, 0) for at in (0.0, 40.0, 80.0)] == [False, False, False]
    assert not stumbles(80.1, 50), "they got through in this moment"
    assert stumbles(80.6, 100)


async def test_while_nobody_gets_through_everybody_waits(town: Town, bu_sari: Person, pak_budi: Person) -> None:
    link = await sells(bu_sari)
    await pak_budi.starts()
    before = await newest(pak_budi)
    await fault(town, "500", method="sendphoto", count=10_000)
    await pak_budi.writes(f"/start {link}")
    await pak_budi.sees_nothing_new(before, seconds=1.5)
    await faults_end(town)
    await pak_budi.sees("Keripik pisang", after=before)
