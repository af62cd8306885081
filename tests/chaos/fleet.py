"""The bot's processes in a storm: started on a plan, killed by their own hand or from outside, started anew."""

import asyncio
import random
import signal
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from tests.chaos.child import Plan
from tests.support.processes import BotProcess, Forker

CHILD = "from tests.chaos.child import main; main()"
FROM_OUTSIDE = "at a random moment"
LOOK_EVERY_SECONDS = 0.02
COMES_UP_WITHIN_SECONDS = 15.0
# A plan, and how long it may take: then death comes from outside. A life with a point to die at is counted from when it
# has come up, however slow the machine; one that ends at any moment from its very start.
NextPlan = Callable[[], tuple[Plan, float]]


class Fleet:
    """The processes of one bot: the first listens, the others are its workers."""

    def __init__(self, forker: Forker, folder: Path, chance: random.Random, count: int = 1, **settings: Any) -> None:
        self.chance, self.folder = chance, folder
        self.members = [BotProcess(forker, folder, **settings) for _ in range(count)]
        self.plans: dict[int, Plan] = {}  # of each member, by its place
        self.deaths = Counter[str]()  # how often at which point

    @property
    def kills(self) -> int:
        """How many processes have been killed so far."""
        return self.deaths.total()

    async def live_and_die(self, next_plan: NextPlan) -> None:
        """Who is down gets up, each on a plan of its own; then one dies, as planned or from outside.

        Raises AssertionError, with what it said, when a process ends in another way.
        """
        now = time.monotonic()
        ends, within = now, 0.0
        coming_up: Path | None = None
        for place, member in enumerate(self.members):
            if member.number is None:
                plan, within = next_plan()
                self.start(place, plan)
                coming_up = self._sign(place) if plan.point else None
                ends = now + (COMES_UP_WITHIN_SECONDS if plan.point else within)
        while not self._somebody_died():
            if coming_up and coming_up.exists():
                coming_up, ends = None, time.monotonic() + within
            if time.monotonic() > ends:
                self._kill(self.chance.choice(self.members))
                return
            await asyncio.sleep(LOOK_EVERY_SECONDS)

    def live_in_peace(self, plan: Plan) -> None:
        """All run, and none of them has a death before it; who had one meets it now."""
        self.die()
        for place in range(len(self.members)):
            self.start(place, replace(plan, point=None))

    def die(self) -> None:
        """All that run are killed from outside."""
        for member in self.members:
            if member.number is not None and member.ends(0) is None:
                self._kill(member)
        self._somebody_died()

    def stop(self) -> None:
        """End all that still run, in the only way that they know; that counts as no kill."""
        for member in self.members:
            member.clean_up()
            member.number = None

    def start(self, place: int, plan: Plan) -> None:
        """Let one of them live by this plan."""
        member = self.members[place]
        self._sign(place).unlink(missing_ok=True)
        self.plans[place] = replace(plan, only_works=place > 0, sign=str(self._sign(place)))
        member.settings |= self.plans[place].environment()
        member.start("-c", CHILD)

    def _sign(self, place: int) -> Path:
        return self.folder / f"up-{place}"

    def _kill(self, member: BotProcess) -> None:
        member.kill()
        self.deaths[FROM_OUTSIDE] += 1

    def _somebody_died(self) -> bool:
        before = self.kills
        for place, member in enumerate(self.members):
            if member.number is None or (code := member.ends(0)) is None:
                continue
            assert code == -signal.SIGKILL, f"it ended with {code} and said:\n{member.said[-3000:]}"
            member.number = None
            self.deaths[self.plans[place].point or FROM_OUTSIDE] += 1
        return self.kills > before
