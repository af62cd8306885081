"""The bot's processes in a storm: started on a plan, killed by their own hand or from outside, started anew."""

import asyncio
import random
import signal
import time
from collections import Counter
from pathlib import Path
from typing import Any

from tests.chaos.child import Plan
from tests.support.processes import BotProcess, Forker

CHILD = "from tests.chaos.child import main; main()"
FROM_OUTSIDE = "at a random moment"
LOOK_EVERY_SECONDS = 0.02


class Fleet:
    """The processes of one bot. Today there is one; with several, `victim` says whose turn it is to die."""

    def __init__(self, forker: Forker, folder: Path, chance: random.Random, count: int = 1, **settings: Any) -> None:
        self.chance = chance
        self.members = [BotProcess(forker, folder, **settings) for _ in range(count)]
        self.deaths = Counter[str]()  # how often at which point

    @property
    def kills(self) -> int:
        """How many processes have been killed so far."""
        return self.deaths.total()

    def victim(self) -> BotProcess:
        """Whose turn it is to die."""
        return self.chance.choice(self.members)

    def start(self, member: BotProcess, plan: Plan) -> None:
        """Let a process live on this plan."""
        for name in list(member.settings):
            if name.startswith("CHAOS"):
                del member.settings[name]
        member.settings |= plan.environment()
        member.start("-c", CHILD)

    async def see_die(self, member: BotProcess, plan: Plan, within: float) -> None:
        """Wait for the planned death; one that has not come within so many seconds comes from outside.

        Raises AssertionError, with what it said, when the process ends in another way.
        """
        ends = time.monotonic() + within
        while (code := member.ends(0)) is None and time.monotonic() < ends:  # noqa: ASYNC110 # another's child: no event
            await asyncio.sleep(LOOK_EVERY_SECONDS)
        if code is None:
            member.kill()
            self.deaths[FROM_OUTSIDE] += 1
            return
        assert code == -signal.SIGKILL, f"it ended with {code} and said:\n{member.said[-3000:]}"
        member.number = None
        self.deaths[plan.point or FROM_OUTSIDE] += 1

    def stop(self) -> None:
        """End all that still run, in the only way that they know."""
        for member in self.members:
            if member.number is not None:
                member.kill()
