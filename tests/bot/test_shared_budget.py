"""The budget of several processes: together never more than Telegram permits, replies before everything else."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from sqlalchemy import text
from sqlmodel import Session

from bot.app import REPLY_TIMEOUT_SECONDS
from bot.pace import Ask, Lane
from bot.pacing import Budget
from bot.shared_budget import LONGEST_SECONDS, SharedBudget, exchange
from bot.speaking import UPLOAD_SECONDS
from bot.telegram_request import PATIENCE, PATIENCE_WITH_FILES
from models.database import Database
from shop.broadcasts import choose_audience, draft_broadcast, start_broadcast
from tests.bot.conftest import Json, Stage, Team
from tests.bot.test_leases import start, until_said
from tests.bot.test_pacing import most_in_a_second, send
from tests.conftest import MBAK_RINI
from tests.support.market import NOW, add_person
from tests.support.postgres import postgres_server

Sent = list[tuple[float, int, Lane]]


@pytest.fixture
async def databases() -> AsyncIterator[list[Database]]:
    """One database, as two processes have opened it."""
    address = postgres_server().new_address()
    opened = [Database(address), Database(address)]
    yield opened
    for one in opened:
        one.close()
    postgres_server().drop(address)


def moments(sent: Sent) -> list[float]:
    return [moment for moment, _, _ in sent]


async def test_no_sliding_second_holds_more_than_the_budget_of_both(databases: list[Database]) -> None:
    both, sent = [SharedBudget(one, overall=10) for one in databases], []  # type: list[SharedBudget], Sent
    asks = [send(both[chat % 2], chat, Lane.REPLY, sent, takes=chat % 7 / 100) for chat in range(1, 31)]
    await asyncio.gather(*asks)
    assert len(sent) == 30
    assert most_in_a_second(moments(sent)) <= 10


async def test_two_budgets_that_know_nothing_of_each_other_would_hold_too_many() -> None:
    """What the test above can tell."""
    both, sent = [Budget(overall=10), Budget(overall=10)], []  # type: list[Budget], Sent
    await asyncio.gather(*(send(both[chat % 2], chat, Lane.REPLY, sent) for chat in range(1, 31)))
    assert most_in_a_second(moments(sent)) > 10


@pytest.mark.parametrize("reserve", [5, 0])
async def test_a_reply_need_not_wait_for_the_announcement_of_another_process(
    databases: list[Database], reserve: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.shared_budget.RESERVE", reserve)
    announcing, replying = (SharedBudget(one, overall=12) for one in databases)
    copies, replies = [], []  # type: Sent, Sent
    crowd = [asyncio.create_task(send(announcing, chat, Lane.BROADCAST, copies)) for chat in range(1, 40)]
    await asyncio.sleep(0.5)
    began = asyncio.get_running_loop().time()
    await send(replying, 99, Lane.REPLY, replies)
    assert (replies[0][0] - began < 0.3) is bool(reserve)
    for one in crowd:
        one.cancel()
    await asyncio.gather(*crowd, return_exceptions=True)


async def test_the_slots_of_a_process_that_died_are_free_again_after_a_while(databases: list[Database]) -> None:
    budget, sent = SharedBudget(databases[0], overall=2, longest=0.8), []  # type: SharedBudget, Sent
    last_words = [Ask(f"dead {chat}", chat, Lane.REPLY, 1) for chat in (1, 2)]
    granted, _ = await databases[1].write(exchange, budget.rules, [], [], last_words)
    assert granted == last_words
    began = asyncio.get_running_loop().time()
    await send(budget, 3, Lane.REPLY, sent)
    assert 0.6 < sent[0][0] - began < 2.5


async def test_a_halt_is_seen_by_all(databases: list[Database]) -> None:
    first, second = (SharedBudget(one) for one in databases)
    sent: Sent = []
    async with first.slot(1, Lane.ORDERS):
        first.halt(1, 0.8)
        halted_at = asyncio.get_running_loop().time()
    await first.close()
    await send(second, 2, Lane.REPLY, sent)
    assert sent[0][0] - halted_at >= 0.8


async def test_the_pace_of_one_chat_is_kept_together(databases: list[Database]) -> None:
    both, sent = [SharedBudget(one, chat_pace=0.4) for one in databases], []  # type: list[SharedBudget], Sent
    for n in range(6):
        await send(both[n % 2], 1, Lane.REPLY, sent)
    assert moments(sent)[5] - moments(sent)[0] >= 1.1


async def test_who_gives_up_waiting_leaves_no_hole_and_a_cut_connection_no_gap(databases: list[Database]) -> None:
    budget, sent = SharedBudget(databases[0], overall=2), []  # type: SharedBudget, Sent
    cut = text("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database()")
    for round_ in range(3):
        await asyncio.gather(*(send(budget, chat, Lane.REPLY, sent) for chat in (10 * round_, 10 * round_ + 1)))
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(send(budget, 5, Lane.REPLY, sent), 0.05)
        with pytest.raises(Exception, match="terminating connection"):
            await databases[1].write(lambda session: session.execute(cut))
    assert len(sent) == 6


async def test_an_announcement_and_replies_of_two_processes_keep_telegrams_limits(team: Team) -> None:
    """As the sandbox sees it; it would answer 429 and write down what was too much."""
    sender, other = team.process, team.member()
    crowd = [await team.person(f"Warga {number}", starts=False) for number in range(45)]
    rini = await team.person("Mbak Rini", MBAK_RINI, starts=False)
    for person in [*crowd, rini]:
        await person.writes("/bahasa")
    copied = (await rini.writes("Besok ada pelatihan."))["messages"][0]["message_id"]
    await team.drop_updates()

    def announcement(session: Session) -> None:
        for person in [*crowd, rini]:
            add_person(session, person.id, person.name)
        draft = draft_broadcast(session, rini.id, [copied], NOW)
        choose_audience(session, rini.id, draft.id, "everybody")
        start_broadcast(session, rini.id, draft.id, 0, NOW)

    for one in (sender, other):
        start(one)
    await until_said(sender, "is listening")
    await until_said(other, "is listening")
    await team.limits(overall_per_second=30, per_chat_per_second=1, group_per_minute=20, enforce=True)
    sender.prepare(announcement)
    for person in crowd[:20]:
        await person.writes("/id")
    await sender.until(lambda session: session.execute(text("SELECT state FROM broadcast")).scalar() == "done")
    for person in crowd[:20]:
        await person.sees(str(person.id))
    seen = await team.limits()
    assert seen["counts"] == {}
    assert 15 < seen["highest"]["overall_per_second"] <= 30
    assert await sent_by(team, "copymessage") == len(crowd)


async def sent_by(stage: Stage, method: str) -> int:
    calls: list[Json] = await stage.calls(method)
    return sum(call["accepted"] for call in calls)


def test_no_request_is_waited_for_longer_than_its_slot_is_kept() -> None:
    """Else another process would send in its place, and this one might still arrive beside it."""
    longest = (REPLY_TIMEOUT_SECONDS, UPLOAD_SECONDS, PATIENCE.total or 0, PATIENCE_WITH_FILES.total or 0)
    assert 0 < max(longest) < LONGEST_SECONDS
