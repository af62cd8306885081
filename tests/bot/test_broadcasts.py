"""Announcements: one copy each at most, whatever happens in the middle; and the operator learns how it went."""

import asyncio
import shutil
import time
from collections import Counter
from datetime import datetime
from pathlib import Path
from typing import Any, cast

import pytest
from aiohttp import ClientSession
from sqlalchemy.exc import OperationalError
from sqlmodel import Session, col, select
from telegram import MessageId
from telegram.error import Forbidden, InvalidToken, NetworkError, RetryAfter, TelegramError

from bot.announcing import SENDERS, Announcer
from bot.pacing import Budget
from bot.times import Clock
from models.broadcasts import Broadcast, Delivery, count_deliveries
from models.database import Database, sqlite_address
from models.people import Person as PersonRow
from shop.broadcasts import choose_audience, draft_broadcast, start_broadcast
from shop.forgetting import forget
from shop.people import want_announcements
from tests.bot.conftest import Stage, somebody, token_of
from tests.conftest import MBAK_RINI, bot_ids
from tests.support.cast import Person, Town
from tests.support.market import NOW, add_person
from tests.support.processes import BotProcess, Forker
from tests.support.sandbox import Sandbox

CROWD = 16
UNDER_WAY = 0.15
PEOPLE = range(1001, 1007)


async def gather_people(stage: Stage, many: int = CROWD, *more: str) -> tuple[Person, list[Person]]:
    """An operator's announcement to a crowd is ready; it goes out as soon as the bot runs."""
    crowd = [await stage.person(f"Warga {number}", starts=False) for number in range(many)]
    rini = await stage.person("Mbak Rini", MBAK_RINI, starts=False)
    for person in [*crowd, rini]:
        await person.writes("/bahasa")
    told = [await rini.writes(text) for text in ("Besok ada pelatihan.", *more)]
    messages = [sent["messages"][0]["message_id"] for sent in told]

    def prepare(session: Session) -> None:
        for person in [*crowd, rini]:
            add_person(session, person.id, person.name)
        draft = draft_broadcast(session, rini.id, messages, NOW)
        choose_audience(session, rini.id, draft.id, "everybody")
        start_broadcast(session, rini.id, draft.id, 0, NOW)

    stage.process.prepare(prepare)
    await stage.drop_updates()
    return rini, crowd


async def announce(rini: Person, text: str) -> None:
    """The operator writes an announcement to everybody and sends it."""
    await rini.writes("/siaran")
    await rini.sees("Kirim pengumumannya")
    await rini.writes(text)
    await rini.taps("Semua orang")
    await rini.sees("orang", button="Kirim")
    await rini.taps("Kirim")


async def copies(stage: Stage, crowd: list[Person]) -> dict[int, int]:
    """How many copies each has really received."""
    calls = [call["chat_id"] for call in await stage.calls("copymessage") if call["accepted"]]
    counted = Counter(calls)
    return {person.id: counted[person.id] for person in crowd}


async def until_copied(stage: Stage, many: int) -> None:
    """Wait until the bot has tried so many copies to the crowd."""
    ends = time.monotonic() + 10
    while len(await stage.calls("copymessage")) < many:
        assert time.monotonic() < ends, "the broadcast does not start"
        await asyncio.sleep(0.02)


def counts_of(session: Session) -> dict[str, int]:
    return count_deliveries(session, 1)


def in_turn(session: Session) -> list[int]:
    """Whose copy goes out first, second, …"""
    return list(session.exec(select(Delivery.person_id).order_by(col(Delivery.id))))


def is_over(session: Session) -> bool:
    return session.get_one(Broadcast, 1).state == "done"


async def test_a_broadcast_that_was_killed_goes_on_without_repeating_and_names_the_unknown(stage: Stage) -> None:
    rini, crowd = await gather_people(stage)
    # Some get theirs at once; then all who send are in the middle of a copy, for long enough.
    quick = 6
    for person_id in stage.process.look(in_turn)[quick : quick + SENDERS]:
        await stage.fault("slow", method="copymessage", chat_id=person_id, seconds=3.0)
    stage.process.start()
    half_way = {"sent": quick, "sending": SENDERS, "waiting": CROWD - quick - SENDERS}
    await stage.process.until(lambda session: counts_of(session) == half_way)
    stage.process.kill()
    await stage.faults_end()
    assert stage.process.look(counts_of) == half_way
    stage.process.start()
    report = await rini.sees("Pengumuman selesai")
    after = stage.process.look(counts_of)
    assert after["unknown"] == half_way["sending"]
    assert after["sent"] + after["unknown"] == CROWD
    received = await copies(stage, crowd)
    assert max(received.values()) == 1
    assert sum(received.values()) >= after["sent"]
    assert f"❓ {after['unknown']}" in report.words
    named = [person for person in crowd if f"({person.id})" in report.words]
    assert len(named) == after["unknown"]
    missed = [person.id for person, count in zip(crowd, received.values(), strict=True) if not count]
    assert set(missed) <= {person.id for person in named}


async def test_a_broadcast_is_finished_in_order_when_the_bot_is_stopped(stage: Stage) -> None:
    """SIGTERM is no crash: what is under way is brought to its end, and nobody's copy becomes unknown."""
    rini, crowd = await gather_people(stage)
    await stage.fault("slow", method="copymessage", every=1, seconds=0.3)
    stage.process.start()
    await until_copied(stage, 6)
    assert stage.process.stop() == 0
    await stage.faults_end()
    assert stage.process.look(counts_of)["waiting"] > 0, "it was over before the stop"
    stage.process.start()
    await rini.sees("Pengumuman selesai")
    assert stage.process.look(counts_of) == {"sent": CROWD}
    assert set((await copies(stage, crowd)).values()) == {1}


async def test_a_short_outage_costs_nobody_their_copy(forker: Forker, http: ClientSession, tmp_path: Path) -> None:
    """Telegram can't be reached at all for a while: what was never handed over is sent later."""
    first = Sandbox.start(state=tmp_path / "telegram")
    bot_id = next(bot_ids)
    process = BotProcess(forker, tmp_path / "data", BOT_TOKEN=token_of(bot_id), API_URL=first.url, OPERATORS=MBAK_RINI)
    stage = Stage(http, first.url, bot_id, process)
    second: Sandbox | None = None
    try:
        await gather_people(stage)
        await stage.fault("slow", method="copymessage", every=1, seconds=0.2)
        stage.process.start()
        await until_copied(stage, 2)
        first.kill()
        await asyncio.sleep(1.5)
        second = Sandbox.start(state=tmp_path / "telegram", port=int(first.url.rpartition(":")[2]))
        await process.until(is_over)
        counts = process.look(counts_of)
        # Only those whose copy was under way at that moment may be unknown.
        assert counts.get("unknown", 0) <= 4, counts
        assert counts["sent"] + counts.get("unknown", 0) == CROWD
    finally:
        process.clean_up()
        if second is not None:
            second.stop()
        else:
            first.kill()


async def test_the_report_comes_even_if_telegram_stumbles(stage: Stage) -> None:
    rini, _ = await gather_people(stage, 3)
    await stage.fault("500", method="sendmessage", chat_id=rini.id)
    stage.process.start()
    await rini.sees("Pengumuman selesai: sampai ke 3 dari 3")


async def test_the_report_comes_even_if_the_bot_is_killed_before_it(stage: Stage) -> None:
    rini, _ = await gather_people(stage, 3)
    await stage.fault("hang_before", method="sendmessage", chat_id=rini.id)
    stage.process.start()
    await stage.process.until(is_over)
    stage.process.kill()
    await stage.faults_end()
    stage.process.start()
    await rini.sees("Pengumuman selesai: sampai ke 3 dari 3")


async def test_people_who_block_us_are_counted_and_told_again_when_they_come_back(
    town: Town, bu_sari: Person, pak_budi: Person
) -> None:
    mbak_rini = await somebody(town.http, town.url, town.bot_id, "Mbak Rini", MBAK_RINI)
    for person in (mbak_rini, bu_sari, pak_budi):
        await person.starts()
    await pak_budi.blocks()
    await announce(mbak_rini, "Besok ada pelatihan.")
    report = await mbak_rini.sees("sampai ke 1 dari 2")
    assert "🚫 1 orang memblokir" in report.words
    await bu_sari.sees("pelatihan")
    tries = [call for call in await town.calls("copymessage") if call["chat_id"] == pak_budi.id]
    assert len(tries) <= 1
    await pak_budi.blocks(False)
    await pak_budi.starts()
    await announce(mbak_rini, "Pengumuman kedua.")
    await pak_budi.sees("Pengumuman kedua")
    await mbak_rini.sees("sampai ke 2 dari 2")


@pytest.mark.parametrize("more", [(), ("Bawa KTP.", "Ada makan siang.")], ids=["one message", "several"])
async def test_a_429_in_the_middle_costs_nobody_their_copy(stage: Stage, more: tuple[str, ...]) -> None:
    rini, _ = await gather_people(stage, 6, *more)
    await stage.fault("429", method="copymessage*", retry_after=2)
    stage.process.start()
    await rini.sees("Pengumuman selesai: sampai ke 6 dari 6")
    calls = await stage.calls("copymessage", "copymessages")
    assert sum(call["accepted"] for call in calls) == 6
    began = min(call["at"] for call in calls if call["status"] == 429)
    # What was under way at that moment can't be called back.
    assert [call for call in calls if began + UNDER_WAY < call["at"] < began + 1.99] == []


async def test_a_copy_whose_answer_is_lost_is_unknown_and_not_repeated(stage: Stage) -> None:
    rini, crowd = await gather_people(stage, 4)
    await stage.fault("reset", method="copymessage", chat_id=crowd[0].id)
    await stage.fault("truncated", method="copymessage", chat_id=crowd[1].id)
    stage.process.start()
    report = await rini.sees("sampai ke 2 dari 4")
    assert all(f"({person.id})" in report.words for person in crowd[:2])
    assert list((await copies(stage, crowd)).values()) == [0, 1, 1, 1]


class SlowTelegram:
    """Takes its time for the copy of one person, and then says that it was too early, once; or refuses otherwise."""

    def __init__(self, late: int, *refusals: TelegramError) -> None:
        self.late, self.got = late, list[int]()
        self.refusals = list(refusals) or [RetryAfter(1)]

    async def copy_message(self, person_id: int, *_: object, **__: object) -> MessageId:
        """What python-telegram-bot's does."""
        if person_id == self.late and self.refusals:
            await asyncio.sleep(0.5)
            raise self.refusals.pop()
        self.got.append(person_id)
        return MessageId(9)

    async def edit_message_text(self, *_: object, **__: object) -> None:
        """Progress."""


class Forgetful(Database):
    """Commits, but its answer to one mark is lost on the way."""

    marked = 0

    async def write(self, operation: Any, *args: Any, **kwargs: Any) -> Any:
        """See `Database.write`."""
        result = await super().write(operation, *args, **kwargs)
        self.marked += operation.__name__ == "_mark"
        if operation.__name__ == "_mark" and self.marked == 2:
            raise OperationalError("COMMIT", None, Exception("the server closed the connection"))
        return result


def six_copies(session: Session) -> None:
    for person_id in (MBAK_RINI, *PEOPLE):
        add_person(session, person_id)
    draft = draft_broadcast(session, MBAK_RINI, [5], NOW)
    choose_audience(session, MBAK_RINI, draft.id, "everybody")
    start_broadcast(session, MBAK_RINI, draft.id, 6, NOW)


async def fates_of_all(shop: Database, telegram: SlowTelegram) -> dict[int, str]:
    """What has become of each person's copy when the broadcast is over."""
    announcing = asyncio.create_task(
        Announcer(cast(Any, telegram), shop, Clock(), Budget(0, 0.0, 0), lambda: None).run()
    )
    while shop.read_now(lambda session: session.get_one(Broadcast, 1).state) != "done":
        assert not announcing.done(), "sending has ended"
        await asyncio.sleep(0.05)
    announcing.cancel()
    await asyncio.gather(announcing, return_exceptions=True)
    rows = shop.read_now(lambda session: list(session.exec(select(Delivery))))
    shop.close()
    return {row.person_id: row.state for row in rows}


async def test_a_broadcast_ends_only_when_the_fate_of_each_copy_is_known(empty_file: Path, tmp_path: Path) -> None:
    shop = Forgetful(sqlite_address(Path(shutil.copy(empty_file, tmp_path))))
    shop.write_now(six_copies)
    telegram = SlowTelegram(late=PEOPLE[0])
    fates = await fates_of_all(shop, telegram)
    assert Counter(fates.values()) == {"sent": 5, "unknown": 1}
    assert sorted(telegram.got) == sorted(person for person, fate in fates.items() if fate == "sent")


@pytest.mark.parametrize(
    ("refusal", "counts"),
    [
        (InvalidToken("Unauthorized"), {"sent": 6}),
        (NetworkError("not an answer of Telegram's (HTTP 200)"), {"sent": 5, "unknown": 1}),
    ],
    ids=["our token was not known", "perhaps it was sent"],
)
async def test_what_certainly_was_not_taken_is_sent_again(
    empty_file: Path, tmp_path: Path, refusal: TelegramError, counts: dict[str, int]
) -> None:
    shop = Database(sqlite_address(Path(shutil.copy(empty_file, tmp_path))))
    shop.write_now(six_copies)
    telegram = SlowTelegram(PEOPLE[0], refusal)
    assert Counter((await fates_of_all(shop, telegram)).values()) == counts
    assert len(telegram.got) == counts["sent"]


async def test_who_wants_no_announcements_any_more_gets_none_though_one_is_under_way(
    empty_file: Path, tmp_path: Path
) -> None:
    shop = Database(sqlite_address(Path(shutil.copy(empty_file, tmp_path))))
    shop.write_now(six_copies)
    shop.write_now(want_announcements, PEOPLE[5], False)
    telegram = SlowTelegram(late=PEOPLE[0])
    assert await fates_of_all(shop, telegram) == dict.fromkeys(PEOPLE[:5], "sent")
    assert sorted(telegram.got) == list(PEOPLE[:5])


async def test_a_refusal_to_somebody_who_was_forgotten_meanwhile_is_not_held_against_who_came_back(
    empty_file: Path, tmp_path: Path
) -> None:
    shop = Database(sqlite_address(Path(shutil.copy(empty_file, tmp_path))))
    shop.write_now(six_copies)
    refused: list[datetime | None] = []

    async def is_forgotten_and_comes_back() -> None:
        await asyncio.sleep(0.2)
        shop.write_now(forget, PEOPLE[0], 0, NOW)
        shop.write_now(add_person, PEOPLE[0])
        await asyncio.sleep(0.8)
        refused.append(shop.read_now(lambda session: session.get_one(PersonRow, PEOPLE[0]).refused_at))

    telegram = SlowTelegram(PEOPLE[0], Forbidden("Forbidden: bot was blocked by the user"))
    await asyncio.gather(fates_of_all(shop, telegram), is_forgotten_and_comes_back())
    assert refused == [None]


async def test_progress_is_shown_when_there_is_some(stage: Stage) -> None:
    """While we have to keep still there is none, and an edit that changes nothing would be a call amid the halt."""
    rini, _ = await gather_people(stage, 3)
    await stage.fault("429", method="copymessage", retry_after=5)
    stage.process.start()
    await rini.sees("Pengumuman selesai: sampai ke 3 dari 3")
    edits = await stage.calls("editmessagetext")
    texts = [call["params"]["text"] for call in edits if call["chat_id"] == rini.id]
    assert len(texts) == len(set(texts)), texts
