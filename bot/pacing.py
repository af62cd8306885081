"""The one budget for all that we send, and its thin adapters for python-telegram-bot and aiogram."""

import asyncio
import itertools
from collections.abc import Callable, Coroutine
from contextlib import nullcontext
from typing import Any

from aiogram import Bot
from aiogram.client.session.middlewares.base import BaseRequestMiddleware, NextRequestMiddlewareType
from aiogram.exceptions import ClientDecodeError, TelegramRetryAfter, TelegramServerError
from aiogram.methods import Response, SendMediaGroup, TelegramMethod
from aiogram.methods.base import TelegramType
from telegram.error import RetryAfter
from telegram.ext import BaseRateLimiter

from bot.pace import Ask, Lane, Pace, Rules

OVERALL = 30
CHAT_PACE = 1.0
GROUP_MOST = 20

# Which methods put a message into a chat, and so count. Edits, answers and downloads don't.
MESSAGES = frozenset(
    [
        *("sendmessage", "sendphoto", "sendmediagroup", "senddocument", "sendvoice", "sendvideo", "sendvideonote"),
        *("sendlocation", "sendcontact", "copymessage", "copymessages", "forwardmessage", "forwardmessages"),
    ]
)
# … and which are about the bot itself: asked too often at its starts, these say nothing of messages.
OURSELVES = ("getMy", "setMy")


class Slot:
    """What somebody asks for: waited for at the beginning of a block, held in it, and given back at its end."""

    def __init__(self, budget: "Budget", ask: Ask) -> None:
        self.ask, self._budget = ask, budget
        self.granted: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    async def __aenter__(self) -> None:
        self._budget.queue(self)
        try:
            await self.granted
        except asyncio.CancelledError:
            self._budget.forget(self)
            raise

    async def __aexit__(self, *_: object) -> None:
        self._budget.give_back(self.ask)


class Budget:
    """Hands out slots, in the order of lanes, as fast as Telegram permits and no faster."""

    def __init__(self, overall: int = OVERALL, chat_pace: float = CHAT_PACE, group_most: int = GROUP_MOST) -> None:
        self._pace = Pace(Rules(overall, chat_pace, group_most))
        self._waiting: list[Slot] = []
        self._timer: asyncio.TimerHandle | None = None
        self._numbers = itertools.count(1)

    def slot(self, chat_id: int, lane: Lane, cost: int = 1) -> Slot:
        """The right to send `cost` messages to this chat, to be held while they are under way."""
        return Slot(self, Ask(self._new_token(), chat_id, lane, cost))

    def queue(self, slot: Slot) -> None:
        """Grant this one as soon as it may go."""
        self._waiting.append(slot)
        self._waiting.sort(key=lambda other: other.ask.lane)
        self._grant()

    def forget(self, slot: Slot) -> None:
        """Whoever wanted it has gone."""
        if slot in self._waiting:
            self._waiting.remove(slot)
        elif slot.granted.done() and not slot.granted.cancelled():
            self.give_back(slot.ask)

    def give_back(self, ask: Ask) -> None:
        """The answer has come."""
        self._pace.give_back(ask, self._now())
        self._grant()

    def halt(self, chat_id: int, seconds: float, cost: int = 1) -> None:
        """Telegram answered 429 to so many messages: stop this chat if it was ahead of its pace, else everything.

        Call it while the slot is still held: letting the slot go hands it to the next in line.
        """
        self._pace.halt(chat_id, seconds, self._now(), cost)

    async def recall(self) -> None:
        """Before anything is sent: what an earlier process was told."""

    async def close(self) -> None:
        """Nothing is held any more."""

    def _new_token(self) -> str:
        return str(next(self._numbers))

    def _grant(self) -> None:
        now = self._now()
        soonest = float("inf")
        for slot in list(self._waiting):
            ready_at = self._pace.ready_at(slot.ask, now)
            if ready_at > now:
                soonest = min(soonest, ready_at)
                continue
            self._waiting.remove(slot)
            if not slot.granted.cancelled():
                self._pace.take(slot.ask, now)
                slot.granted.set_result(None)
        self._wake_at(soonest)

    def _wake_at(self, moment: float) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if moment != float("inf"):
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
                    if not method.__api_method__.startswith(OURSELVES):
                        self.budget.halt(chat_id, wait, cost)
                except (ClientDecodeError, UnicodeDecodeError) as page:
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
        if rate_limit_args is Lane.BROADCAST:
            return await callback(*args, **kwargs)
        chat_id, counts, wait = int(data.get("chat_id") or 0), endpoint.lower() in MESSAGES, 0.0
        while True:
            slot = self.budget.slot(chat_id, rate_limit_args or Lane.ORDERS) if counts else nullcontext()
            async with slot:
                try:
                    return await callback(*args, **kwargs)
                except RetryAfter as refusal:
                    wait = seconds_of(refusal)
                    self.budget.halt(chat_id, wait)
            await asyncio.sleep(0 if counts else wait)


def seconds_of(refusal: RetryAfter) -> float:
    """How long python-telegram-bot says that we are to keep still."""
    wait = refusal.retry_after
    return wait if isinstance(wait, (int, float)) else wait.total_seconds()
