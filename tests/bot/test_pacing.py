"""The budget: never more than Telegram permits, replies before everything else."""

import asyncio
import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest, TelegramRetryAfter, TelegramServerError
from aiogram.methods import AnswerCallbackQuery, GetMe, Response, SetMyCommands, TelegramMethod

from bot.kept_budget import NAME, KeptBudget
from bot.pace import EVERYBODY, Ask, Lane, Pace, Rules
from bot.pacing import Budget, ReplyPacing
from bot.telegram_session import TelegramSession
from models.database import Database, sqlite_address
from models.settings import get_setting


@pytest.fixture
def shop(empty_file: Path, tmp_path: Path) -> Iterator[Database]:
    """An empty shop in a file of its own."""
    opened = Database(sqlite_address(Path(shutil.copy(empty_file, tmp_path))))
    yield opened
    opened.close()


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


async def test_what_telegram_forbade_is_known_to_the_next_process(shop: Database) -> None:
    async def may_send(budget: Budget) -> bool:
        try:
            await asyncio.wait_for(send(budget, 1, Lane.REPLY, []), 0.2)
        except TimeoutError:
            return False
        return True

    killed = KeptBudget(shop)
    killed.halt(2, 1.0)
    await asyncio.sleep(0.2)
    assert await may_send(KeptBudget(shop)), "one that recalls nothing sends inside the halt"
    next_one = KeptBudget(shop)
    await next_one.recall()
    assert not await may_send(next_one)
    await asyncio.sleep(0.8)
    assert await may_send(next_one)


async def test_a_429_at_the_last_moment_is_written_down_before_the_end(shop: Database) -> None:
    stopped = KeptBudget(shop)
    stopped.halt(2, 5.0)
    await stopped.close()
    assert [whom for whom, _, _ in shop.read_now(get_setting, NAME, [])] == [EVERYBODY]


async def test_whose_chat_was_forbidden_is_forgotten_when_it_is_over(shop: Database) -> None:
    first, next_one = KeptBudget(shop), KeptBudget(shop)
    first.halt(2, 0.2)
    await first.close()
    await next_one.recall()
    await asyncio.sleep(0.5)
    await next_one.close()
    assert shop.read_now(get_setting, NAME, None) == []


@pytest.mark.parametrize("is_set_right", [True, False])
def test_a_clock_that_is_put_back_stops_nobody_for_long(is_set_right: bool) -> None:
    rules, hour = Rules(overall=3, chat_pace=1.0, group_most=20, longest=40.0), 3600.0
    before = Pace(rules)
    for chat in (1, 2, -3):
        ask = Ask(str(chat), chat, Lane.REPLY, 1)
        before.take(ask, hour)
        if chat != 2:
            before.give_back(ask, hour)
    before.forbid(EVERYBODY, 5.0, hour)
    after = Pace(rules, before.as_json(hour))
    if is_set_right:
        after.set_right(10.0)
    soon = [after.ready_at(Ask(f"new {chat}", chat, Lane.ORDERS, 1), 71.0) <= 71.0 for chat in (1, 2, -3, 4)]
    assert all(soon) is is_set_right
    assert any(soon) is is_set_right


PAGE = "<html><h1>openresty</h1></html>"


@pytest.mark.parametrize(
    "answer", ['{"ok":false,"error_code":429,"description":"Too Many Requests: retry later"}', PAGE]
)
def test_a_429_that_does_not_say_for_how_long_is_waited_out(answer: str) -> None:
    session, bot = TelegramSession(), Bot("123456:A-token-of-nobody-000000000000000000")
    with pytest.raises(TelegramRetryAfter) as refusal:
        session.check_response(bot, GetMe(), 429, answer)
    assert refusal.value.retry_after == 1
    with pytest.raises(TelegramServerError):
        session.check_response(bot, GetMe(), 502, '{"ok":false}')


@pytest.mark.parametrize("answer", ['{"ok":false,"error_code":413,"description":"Request Entity Too Large"}', PAGE])
def test_what_is_too_large_is_not_sent_again_and_again(answer: str) -> None:
    session, bot = TelegramSession(), Bot("123456:A-token-of-nobody-000000000000000000")
    with pytest.raises(TelegramBadRequest):
        session.check_response(bot, GetMe(), 413, answer)


class Telegram:
    """Answers so, and then well."""

    def __init__(self, *troubles: Exception) -> None:
        self.troubles = [*troubles]

    async def __call__(self, *_: object) -> Response[Any]:
        if self.troubles:
            raise self.troubles.pop(0)
        return Response[Any](ok=True, result=True)


async def test_a_page_in_other_letters_is_no_fault_of_ours() -> None:
    bot, page = (
        Bot("123456:A-token-of-nobody-000000000000000000"),
        UnicodeDecodeError("utf-8", b"\xe9", 0, 1, "invalid"),
    )
    with pytest.raises(TelegramServerError):
        await ReplyPacing(Budget())(Telegram(page), bot, GetMe())


@pytest.mark.parametrize(
    ("method", "forbids"), [(SetMyCommands(commands=[]), False), (AnswerCallbackQuery(callback_query_id="1"), True)]
)
async def test_a_429_about_the_menu_silences_nobody(method: TelegramMethod[bool], forbids: bool) -> None:
    bot, budget = Bot("123456:A-token-of-nobody-000000000000000000"), Budget()
    telegram = Telegram(TelegramRetryAfter(method, "Too Many Requests", 1))
    waiting = asyncio.create_task(ReplyPacing(budget)(telegram, bot, method))
    await asyncio.sleep(0.05)
    assert not telegram.troubles
    moment = asyncio.get_running_loop().time()
    assert bool(budget._pace.forbidden(moment)) is forbids
    assert (await waiting).result
