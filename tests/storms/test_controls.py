"""Negative controls: without a protection, or with a bot that doesn't keep still, the checks say so by name."""

import asyncio
from collections.abc import Sequence

import pytest

from tests.chaos.child import Plan
from tests.chaos.conftest import OpenGround
from tests.chaos.evidence import Acknowledged, Json
from tests.storms.journal import broken_announcement, inside_retry_after, repeated_news, too_fast
from tests.storms.storm import Crowd, Storm
from tests.storms.weather import Bringing, Weather, full_disk, locked

SARI, BUDI = 1, 2
pytestmark = pytest.mark.timeout(120)


async def every_second_send(weather: Weather) -> None:
    """Half of what is sent is refused for a while."""
    await weather.fault("500", method="send*", every=2)
    await asyncio.sleep(5)
    await weather.faults_end()


@pytest.mark.parametrize(
    ("control", "bring", "breaks"),
    [
        ("confirm before storing", full_disk(2.5), "lost"),
        ("confirm before storing", locked(2.5), "lost"),
        ("settle before sending", every_second_send, "untold"),
    ],
    ids=["a full disk", "a locked file", "Telegram's faults"],
)
async def test_a_storm_without_a_protection(
    open_ground: OpenGround, control: str, bring: Bringing, breaks: str
) -> None:
    storm = Storm(open_ground("sqlite"), Crowd(buyers=12), Plan(control=control, busy_seconds=0.5))
    assert breaks in {fault.partition(":")[0] for fault in await storm.broken(bring)}


def call(at: float, chat_id: int = BUDI, status: int = 200, **more: object) -> Json:
    """A row of the journal."""
    wait = "Too Many Requests: retry after 2" if status == 429 else None
    row: Json = {"n": int(at * 1000), "at": at, "method": "sendmessage", "chat_id": chat_id, "params": {"text": ""}}
    return row | {"accepted": status in (0, 200), "status": status, "error": wait} | more


def test_thirty_one_in_a_second_are_too_many() -> None:
    assert too_fast([call(number / 29) for number in range(60)]) == []
    assert too_fast([call(number / 31) for number in range(31)]) != []


@pytest.mark.parametrize(("at", "is_inside"), [(1.1, False), (1.5, True), (2.9, True), (3.0, False)])
def test_a_message_inside_a_retry_after(at: float, is_inside: bool) -> None:
    assert bool(inside_retry_after([call(1.0, status=429), call(at)])) is is_inside


@pytest.mark.parametrize(("chat", "is_inside"), [(BUDI, True), (SARI, False)])
def test_a_chat_that_was_ahead_of_its_pace_has_to_keep_still_alone(chat: int, is_inside: bool) -> None:
    journal = [call(1.0), call(1.1), call(1.2, status=429), call(2.5, chat)]
    assert bool(inside_retry_after(journal)) is is_inside


def copy(person: int, at: float = 1.0, status: int = 200, **more: object) -> Json:
    """A copy of an announcement."""
    return call(at, person, status, method="copymessage", **more)


REPORT = call(9.0, text="", params={"text": "Pengumuman selesai: sampai ke 1 dari 2\n– Pak Budi (2)"})
LOST = copy(BUDI, status=0, accepted=False)


@pytest.mark.parametrize(
    ("journal", "fate", "is_well"),
    [
        ([copy(BUDI), REPORT], "sent", True),
        ([copy(BUDI), copy(BUDI, 2.0), REPORT], "sent", False),
        ([LOST, REPORT], "unknown", True),
        ([LOST], "unknown", False),
        ([REPORT], "unknown", False),
        ([copy(BUDI, status=403), REPORT], "refused", True),
        ([copy(BUDI, status=500), REPORT], "sent", False),
        ([REPORT], "waiting", False),
    ],
    ids=["once", "twice", "unknown", "unknown, not named", "a made-up fate", "refused", "a made-up copy", "left over"],
)
def test_an_announcement(journal: Sequence[Json], fate: str, is_well: bool) -> None:
    assert (broken_announcement(journal, {BUDI: fate}) == []) is is_well


def test_news_comes_again_only_for_a_lost_answer() -> None:
    known = Acknowledged(SARI, 1)
    news: Json = {"params": {"text": "🔔 Pesanan baru #1 dari Pak Budi!"}}
    assert repeated_news([call(1.0, SARI, 0, **news), call(2.0, SARI, **news)], known) == []
    assert repeated_news([call(1.0, SARI, **news), call(2.0, SARI, **news)], known) != []
