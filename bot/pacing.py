"""The one budget for all that we send, and its thin adapters for python-telegram-bot and aiogram.

Telegram allows about 30 messages a second in all, 1 a second to one chat (a short burst passes) and 20 a minute to a
group, and nothing inside a `retry_after`. A slot is free again one second after its *answer* has come back: however
late a request reaches Telegram, no sliding second there can then hold more than 30.
"""

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager, nullcontext
from enum import IntEnum
from typing import Any

from aiogram import Bot
from aiogram.client.session.middlewares.base import BaseRequestMiddleware, NextRequestMiddlewareType
from aiogram.exceptions import ClientDecodeError, TelegramRetryAfter, TelegramServerError
from aiogram.methods import Response, SendMediaGroup, TelegramMethod
from aiogram.methods.base import TelegramType
from telegram.error import RetryAfter
from telegram.ext import BaseRateLimiter

OVERALL = 30
WINDOW = 1.0
CHAT_PACE = 1.0
REPLY_BURST = 3
GROUP_MOST = 20
GROUP_WINDOW = 60.0
CHATS_REMEMBERED = 20_000

# Which methods put a message into a chat, and so count. Edits, answers and downloads don't.
MESSAGES = frozenset(
    [
        "sendmessage",
        "sendphoto",
        "sendmediagroup",
        "senddocument",
        "sendvoice",
        "sendvideo",
        "sendvideonote",
        "sendlocation",
        "sendcontact",
        "copymessage",
        "copymessages",
        "forwardmessage",
        "forwardmessages",
    ]
)


class Lane(IntEnum):
    """Who goes first when the budget is short."""

    REPLY = 0
    ORDERS = 1
    REMINDERS = 2
    BROADCAST = 3


class Waiter:
    """Somebody who wants to send `cost` messages to a chat."""

    def __init__(self, chat_id: int, lane: Lane, cost: int) -> None:
        self.chat_id, self.lane, self.cost = chat_id, lane, cost
        self.granted: asyncio.Future[None] = asyncio.get_running_loop().create_future()


class Budget:
    """Hands out slots, in the order of lanes, as fast as Telegram permits and no faster."""

    def __init__(self, overall: int = OVERALL, chat_pace: float = CHAT_PACE, group_most: int = GROUP_MOST) -> None:
        self.overall, self.chat_pace, self.group_most = overall, chat_pace, group_most
        self._waiting: list[Waiter] = []
        self._in_flight = 0
        self._cooling: deque[float] = deque()
        self._next_in_chat: dict[int, float] = {}
        self._group_sends: dict[int, deque[float]] = {}
        self._halted: dict[int | None, float] = {}
        self._timer: asyncio.TimerHandle | None = None

    @asynccontextmanager
    async def slot(self, chat_id: int, lane: Lane, cost: int = 1) -> AsyncIterator[None]:
        """Wait for the right to send `cost` messages to this chat, and hold it while they are under way."""
        waiter = Waiter(chat_id, lane, cost)
        self._waiting.append(waiter)
        self._waiting.sort(key=lambda other: other.lane)
        self._grant()
        try:
            await waiter.granted
        except asyncio.CancelledError:
            self._forget(waiter)
            raise
        try:
            yield
        finally:
            self._release(cost)

    def halt(self, chat_id: int, seconds: float) -> None:
        """Telegram answered 429: stop this chat if it was ahead of its pace, otherwise everything.

        Call it while the slot is still held: letting the slot go hands it to the next in line.
        """
        now = self._now()
        ahead = self._next_in_chat.get(chat_id, 0) - now > self.chat_pace
        whom = chat_id if ahead else None
        self._halted[whom] = max(self._halted.get(whom, 0), now + seconds)

    def _forget(self, waiter: Waiter) -> None:
        if waiter in self._waiting:
            self._waiting.remove(waiter)
        elif waiter.granted.done() and not waiter.granted.cancelled():
            self._release(waiter.cost)

    def _release(self, cost: int) -> None:
        self._in_flight -= cost
        self._cooling.extend([self._now() + WINDOW] * cost)
        self._grant()

    def _grant(self) -> None:
        now = self._now()
        while self._cooling and self._cooling[0] <= now:
            self._cooling.popleft()
        soonest: float | None = None
        for waiter in list(self._waiting):
            ready_at = self._ready_at(waiter, now)
            if ready_at <= now:
                self._waiting.remove(waiter)
                self._take(waiter, now)
            else:
                soonest = ready_at if soonest is None else min(soonest, ready_at)
        self._wake_at(soonest)

    def _ready_at(self, waiter: Waiter, now: float) -> float:
        """When this waiter may go, as far as can be known now (infinity: when somebody's answer comes back)."""
        ready = max(self._halted.get(None, 0), self._halted.get(waiter.chat_id, 0))
        ready = max(ready, self._pace_allows(waiter), self._group_allows(waiter, now))
        if self.overall:
            # A whole album costs more than one slot; one that is larger than the budget waits for all of it.
            over = self._in_flight + len(self._cooling) + min(waiter.cost, self.overall) - self.overall
            if over > len(self._cooling):
                return float("inf")
            if over > 0:
                ready = max(ready, self._cooling[over - 1])
        return ready

    def _pace_allows(self, waiter: Waiter) -> float:
        ahead = (REPLY_BURST - 1) * self.chat_pace if waiter.lane is Lane.REPLY else 0.0
        return self._next_in_chat.get(waiter.chat_id, 0) - ahead

    def _group_allows(self, waiter: Waiter, now: float) -> float:
        if waiter.chat_id > 0 or not self.group_most:
            return 0.0
        sends = self._group_sends.setdefault(waiter.chat_id, deque())
        while sends and sends[0] + GROUP_WINDOW <= now:
            sends.popleft()
        return sends[0] + GROUP_WINDOW if len(sends) >= self.group_most else 0.0

    def _take(self, waiter: Waiter, now: float) -> None:
        if waiter.granted.cancelled():
            return
        self._in_flight += waiter.cost
        paced_from = max(now, self._next_in_chat.pop(waiter.chat_id, 0))
        self._next_in_chat[waiter.chat_id] = paced_from + self.chat_pace * waiter.cost
        if len(self._next_in_chat) > CHATS_REMEMBERED:
            self._next_in_chat.pop(next(iter(self._next_in_chat)))
        if waiter.chat_id < 0 and self.group_most:
            self._group_sends[waiter.chat_id].extend([now] * waiter.cost)
        waiter.granted.set_result(None)

    def _wake_at(self, moment: float | None) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if moment is not None and moment != float("inf"):
            self._timer = asyncio.get_running_loop().call_at(moment, self._grant)

    @staticmethod
    def _now() -> float:
        return asyncio.get_running_loop().time()


class ReplyPacing(BaseRequestMiddleware):
    """The budget for aiogram: what we say to somebody who is talking with us."""

    def __init__(self, budget: Budget) -> None:
        self.budget = budget

    async def __call__(
        self,
        make_request: NextRequestMiddlewareType[TelegramType],
        bot: Bot,
        method: TelegramMethod[TelegramType],
    ) -> Response[TelegramType]:
        """Wait for a slot if this is a message; after a 429 wait again and repeat."""
        chat = getattr(method, "chat_id", None)
        chat_id = chat if isinstance(chat, int) else 0
        counts = method.__api_method__.lower() in MESSAGES and chat_id != 0
        cost = len(method.media) if isinstance(method, SendMediaGroup) else 1
        while True:
            slot = self.budget.slot(chat_id, Lane.REPLY, cost) if counts else nullcontext()
            async with slot:
                try:
                    return await make_request(bot, method)
                except TelegramRetryAfter as refusal:
                    wait = refusal.retry_after
                    self.budget.halt(chat_id, wait)
                except ClientDecodeError as page:
                    # A proxy on the way answered with a page of its own: Telegram is out of order, not we.
                    raise TelegramServerError(method=method, message="not an answer of Telegram's") from page
            await asyncio.sleep(0 if counts else wait)


class NoticePacing(BaseRateLimiter[Lane]):
    """The budget for python-telegram-bot: `rate_limit_args` is the lane (a broadcast takes its slot beforehand)."""

    def __init__(self, budget: Budget) -> None:
        self.budget = budget

    async def initialize(self) -> None:
        """Nothing to prepare."""

    async def shutdown(self) -> None:
        """Nothing to let go."""

    async def process_request(
        self,
        callback: Callable[..., Coroutine[Any, Any, Any]],
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: Lane | None,
    ) -> Any:
        """Wait for a slot if this is a message; after a 429 wait again and repeat.

        A broadcast's copy holds its slot already, and a 429 goes to its sender, who decides.
        """
        chat_id = int(data.get("chat_id") or 0)
        if endpoint.lower() not in MESSAGES or rate_limit_args is Lane.BROADCAST:
            return await callback(*args, **kwargs)
        while True:
            async with self.budget.slot(chat_id, rate_limit_args or Lane.ORDERS):
                try:
                    return await callback(*args, **kwargs)
                except RetryAfter as refusal:
                    self.budget.halt(chat_id, seconds_of(refusal))


def seconds_of(refusal: RetryAfter) -> float:
    """How long python-telegram-bot says that we are to keep still."""
    wait = refusal.retry_after
    return wait if isinstance(wait, (int, float)) else wait.total_seconds()
