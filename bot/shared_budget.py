"""The budget when several processes send: what was sent lately stands in one row of the database.

Each exchange with it is a short transaction, which brings what this process has given back and fetches what those who
wait here may take. A few slots are for replies only, so that an announcement that another process sends can't take all.
Slots of a process that died are free again after a while, and a halt reaches everybody with their next exchange.
"""

import asyncio
import secrets
from collections.abc import Iterable

import structlog

from bot.pace import Ask, Pace, Rules
from bot.pacing import CHAT_PACE, GROUP_MOST, OVERALL, Budget
from models.budgets import lock_budget
from models.database import Database, DatabaseTrouble, Session

log = structlog.get_logger()
RESERVE = 5
# Longer than any request: both libraries give up earlier.
LONGEST_SECONDS = 65.0
LOOK_EVERY_SECONDS = 0.5  # less than the second for which a slot that was given back rests
Halt = tuple[int, float, int]


class SharedBudget(Budget):
    """A `Budget` whose slots all processes on the same database share."""

    def __init__(
        self,
        database: Database,
        overall: int = OVERALL,
        chat_pace: float = CHAT_PACE,
        longest: float = LONGEST_SECONDS,
    ) -> None:
        super().__init__(overall, chat_pace)
        self.database = database
        self.rules = Rules(overall, chat_pace, GROUP_MOST, min(RESERVE, overall // 2), longest)
        self._name = secrets.token_hex(4)
        self._given_back: list[Ask] = []
        self._halts: list[Halt] = []
        self._bell = asyncio.Event()
        self._exchanging: asyncio.Task[None] | None = None

    def halt(self, chat_id: int, seconds: float, cost: int = 1) -> None:
        """See `Budget.halt`; all processes keep still."""
        self._halts.append((chat_id, seconds, cost))
        self._grant()

    async def close(self) -> None:
        """Give back what is held, so that the others need not wait for it."""
        if self._exchanging is not None:
            await asyncio.wait({self._exchanging}, timeout=2.0)
            self._exchanging.cancel()

    def _new_token(self) -> str:
        return f"{self._name} {super()._new_token()}"

    def give_back(self, ask: Ask) -> None:
        """See `Budget.give_back`."""
        self._given_back.append(ask)
        self._grant()

    def _grant(self) -> None:
        self._bell.set()
        if self._exchanging is None or self._exchanging.done():
            self._exchanging = asyncio.create_task(self._exchange_all())

    async def _exchange_all(self) -> None:
        while self._given_back or self._halts or self._waiting:
            self._bell.clear()
            wait = await self._exchange()
            if self._waiting:
                try:
                    async with asyncio.timeout(wait):
                        await self._bell.wait()
                except TimeoutError:
                    continue

    async def _exchange(self) -> float:
        """One exchange; in how many seconds the next is worth it."""
        (given_back, self._given_back), (halts, self._halts) = (self._given_back, []), (self._halts, [])
        asks = [slot.ask for slot in self._waiting]
        try:
            granted, wait = await self.database.write(exchange, self.rules, halts, given_back, asks)
        except DatabaseTrouble as trouble:
            log.warning("no slots for now", trouble=type(trouble).__name__)
            self._given_back, self._halts = given_back + self._given_back, halts + self._halts
            await asyncio.sleep(LOOK_EVERY_SECONDS)
            return 0.0
        waiting = {slot.ask: slot for slot in self._waiting}
        for ask in granted:
            slot = waiting.get(ask)
            if slot is not None:
                self._waiting.remove(slot)
            if slot is None or slot.granted.cancelled():
                self._given_back.append(ask)  # who wanted it has gone meanwhile
            else:
                slot.granted.set_result(None)
        return wait


def exchange(
    session: Session, rules: Rules, halts: Iterable[Halt], given_back: Iterable[Ask], asks: Iterable[Ask]
) -> tuple[list[Ask], float]:
    """Note halts and what was given back, then grant what may go now; and when to ask again, in seconds.

    An ask that was granted before (the answer to it was lost) is granted again.
    """
    row, now = lock_budget(session)
    pace = Pace(rules, row.state)
    pace.set_right(now)
    for chat_id, seconds, cost in halts:
        pace.halt(chat_id, seconds, now, cost)
    for ask in given_back:
        pace.give_back(ask, now)
    granted, soonest = [], now + LOOK_EVERY_SECONDS
    for ask in asks:
        ready_at = pace.ready_at(ask, now)
        if ready_at <= now or pace.holds(ask.token):
            pace.take(ask, now)
            granted.append(ask)
        else:
            soonest = min(soonest, ready_at)
    row.state = pace.as_json(now)
    session.add(row)
    return granted, soonest - now
