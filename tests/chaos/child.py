"""What runs in the process that is to die: the bot, with a budget that holds nothing up and a death that is planned.

A copy of the forker's (tests/support/forker.py); the plan comes in the environment.
"""

import asyncio
import gc
import os
import signal
from dataclasses import asdict, dataclass
from datetime import timedelta
from pathlib import Path

import orjson
import uvloop

import models.database
from bot.app import Lapak
from bot.logs import set_up_logs
from bot.pacing import Budget
from bot.settings import Settings
from bot.times import Clock
from tests.chaos.controls import CONTROLS
from tests.chaos.points import POINTS, arm

PLAN = "CHAOS_PLAN"


@dataclass(frozen=True)
class Plan:
    """How one life of the bot goes.

    It dies at the `nth` passing of `point` (None: somebody else sees to it). `control` names a protection that is
    missing. `offset` moves its clock, seconds; `updates_at_once` is how many updates Telegram gives in one answer;
    `only_works`: another process listens; `sign`: the file that says that it has come up; `paced`: it keeps to the
    sending limits; `busy_seconds`: how long it waits for a locked SQLite file.
    """

    point: str | None = None
    nth: int = 1
    control: str | None = None
    offset: float = 0.0
    updates_at_once: int = 100
    only_works: bool = False
    paced: bool = False
    busy_seconds: float = 30.0
    sign: str = ""

    def environment(self) -> dict[str, str]:
        """How the plan gets into the process."""
        return {PLAN: orjson.dumps(asdict(self)).decode()}


def main() -> None:
    """Live until killed, or stopped."""
    plan = Plan(**orjson.loads(os.environ[PLAN]))
    if plan.point:
        arm(POINTS[plan.point], plan.nth)  # first, so that what a control adds stands around the point
    if plan.control:
        CONTROLS[plan.control].remove_protection()
    _answer_with_few_updates(plan.updates_at_once)
    models.database.BUSY_SECONDS = plan.busy_seconds
    set_up_logs("WARNING", [])
    gc.freeze()
    uvloop.run(_live(plan))


async def _live(plan: Plan) -> None:
    stop, clock = asyncio.Event(), Clock(timedelta(seconds=plan.offset))
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
    budget = None if plan.paced else Budget(overall=0, chat_pace=0.0, group_most=0)
    async with Lapak(Settings(_env_file=None), clock, budget, only_works=plan.only_works).running():
        Path(plan.sign).touch()  # noqa: ASYNC240 # a moment, and nobody waits yet
        await stop.wait()


def _answer_with_few_updates(most: int) -> None:
    """Telegram may give few updates in one answer, and so take an album apart."""
    from bot import intake

    class FewUpdates(intake.RawUpdates):
        limit: int = most

    intake.RawUpdates = FewUpdates  # type: ignore[misc] # the seam is the module's name for it
