"""The budget: never more than Telegram permits, replies before everything else."""

import asyncio
from collections import Counter

import pytest

from bot.pace import Lane
from bot.pacing import Budget


async def send(
    budget: Budget, chat_id: int, lane: Lane, sent: list[tuple[float, int, Lane]], takes: float = 0.0
) -> None:
    async with budget.slot(chat_id, lane):
        sent.append((asyncio.get_running_loop().time(), chat_id, lane))
        await asyncio.sleep(takes)


def most_in_a_second(moments: list[float]) -> int:
    moments = sorted(moments)
    return max(sum(1 for other in moments if moment <= other < moment + 1.0) for moment in moments)


async def test_no_sliding_second_holds_more_than_the_budget() -> None:
    budget, sent = Budget(overall=10), []  # type: Budget, list[tuple[float, int, Lane]]
    await asyncio.gather(*(send(budget, chat, Lane.ORDERS, sent, takes=chat % 7 / 100) for chat in range(1, 36)))
    assert len(sent) == 35
    assert most_in_a_second([moment for moment, _, _ in sent]) <= 10


async def test_a_slow_answer_holds_its_slot() -> None:
    """However late a request reaches Telegram: a slot counts until a second after the answer."""
    budget, sent = Budget(overall=2), []  # type: Budget, list[tuple[float, int, Lane]]
    await asyncio.gather(
        send(budget, 1, Lane.ORDERS, sent, takes=0.5),
        send(budget, 2, Lane.ORDERS, sent),
        send(budget, 3, Lane.ORDERS, sent),
        send(budget, 4, Lane.ORDERS, sent),
    )
    began = sent[0][0]
    assert sent[2][0] - began >= 1.0
    assert sent[3][0] - began >= 1.5


async def test_one_chat_gets_one_message_a_second_but_a_short_burst_of_replies() -> None:
    budget, sent = Budget(chat_pace=0.2), []  # type: Budget, list[tuple[float, int, Lane]]
    await asyncio.gather(*(send(budget, 1, Lane.REPLY, sent) for _ in range(4)))
    moments = [moment for moment, _, _ in sent]
    assert moments[2] - moments[0] < 0.1
    assert moments[3] - moments[0] >= 0.19
    sent.clear()
    await asyncio.gather(*(send(budget, 2, Lane.REMINDERS, sent) for _ in range(3)))
    moments = [moment for moment, _, _ in sent]
    assert moments[2] - moments[0] >= 0.39


async def test_replies_first_then_orders_then_reminders_then_broadcasts() -> None:
    budget, sent = Budget(overall=1), []  # type: Budget, list[tuple[float, int, Lane]]
    first = asyncio.create_task(send(budget, 99, Lane.BROADCAST, sent, takes=0.05))
    await asyncio.sleep(0.01)
    lanes = [Lane.BROADCAST, Lane.REMINDERS, Lane.ORDERS, Lane.REPLY]
    rest = [asyncio.create_task(send(budget, chat, lane, sent)) for chat, lane in enumerate(lanes, start=1)]
    await asyncio.sleep(2.3)
    assert [lane for _, _, lane in sent] == [Lane.BROADCAST, Lane.REPLY, Lane.ORDERS]
    for task in (first, *rest):
        task.cancel()


async def test_nothing_is_sent_inside_a_halt() -> None:
    budget, sent = Budget(), []  # type: Budget, list[tuple[float, int, Lane]]
    loop = asyncio.get_running_loop()
    async with budget.slot(1, Lane.ORDERS):
        budget.halt(1, 0.4)
        halted_at = loop.time()
    await asyncio.gather(*(send(budget, chat, Lane.REPLY, sent) for chat in (2, 3)))
    assert min(moment for moment, _, _ in sent) - halted_at >= 0.4


async def test_a_chat_that_was_ahead_of_its_pace_is_halted_alone() -> None:
    budget, sent = Budget(), []  # type: Budget, list[tuple[float, int, Lane]]
    loop = asyncio.get_running_loop()
    for _ in range(2):
        async with budget.slot(1, Lane.REPLY):
            pass
    began = loop.time()
    async with budget.slot(1, Lane.REPLY):
        budget.halt(1, 5.0)
    await send(budget, 2, Lane.BROADCAST, sent)
    assert sent[0][0] - began < 0.5
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(send(budget, 1, Lane.REPLY, sent), 0.3)


async def test_somebody_who_gives_up_waiting_leaves_no_hole() -> None:
    budget, sent = Budget(overall=1), []  # type: Budget, list[tuple[float, int, Lane]]
    await send(budget, 1, Lane.ORDERS, sent)
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(send(budget, 2, Lane.ORDERS, sent), 0.1)
    await send(budget, 3, Lane.ORDERS, sent)
    assert Counter(chat for _, chat, _ in sent) == {1: 1, 3: 1}


async def test_a_group_gets_no_more_than_its_minute_allows() -> None:
    budget, sent = Budget(group_most=3, chat_pace=0.0), []  # type: Budget, list[tuple[float, int, Lane]]
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(asyncio.gather(*(send(budget, -5, Lane.ORDERS, sent) for _ in range(4))), 0.3)
    assert len(sent) == 3
