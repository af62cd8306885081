"""Where a bot may die: named seams of the product, patched from outside in the process that is to die.

`before` and `after` are said of the call itself, `amid` is a moment after it began. What a transaction runs is a call
like any other: `after` it is before the commit. docs/chaos.md lists the points; tests hold that list to this one.
"""

import functools
import importlib
import inspect
import itertools
import os
import random
import signal
import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, NoReturn

AMID_SECONDS = 0.006


@dataclass(frozen=True)
class Point:
    """A seam (`module:attribute`), on which side of it to die, and at the latest at which passing (`most`)."""

    name: str
    seam: str
    when: str
    most: int = 6


ORDERS = (
    Point("start: migrated, nothing said yet", "bot.app:Lapak._learn_name", "before", 1),
    Point("start: known to Telegram, not listening yet", "bot.app:Lapak._learn_name", "after", 1),
    Point("clock: what is due was seen to, before the commit", "bot.clock:see_to_due", "after", 1),
    Point("inbox: before the row's commit", "bot.intake:store_updates", "after"),
    Point("inbox: row kept, not confirmed", "bot.intake:Intake.store", "after"),
    Point("turn: before anything", "bot.worker:Worker._take_turn", "before"),
    Point("turn: before the commit", "bot.turns:Turn._act_within", "after", 3),
    Point("turn: committed, not spoken", "bot.turns:Turn.act", "after", 3),
    Point("turn: while it speaks", "bot.speaking:Say.__call__", "amid"),
    Point("turn: spoken, not done", "bot.speaking:Say.__call__", "after"),
    Point("turn: before its end is committed", "bot.turns:Turn.finish", "after"),
    Point("turn: done", "bot.worker:Worker._write", "after"),
    Point("notice: read, not made", "bot.delivery:what_to_tell", "after", 2),
    Point("notice: made, not sent", "bot.delivery:Delivery._send", "before", 2),
    Point("notice: on its way", "bot.delivery:Delivery._send", "amid", 2),
    Point("notice: sent, not settled", "bot.delivery:Delivery._send", "after", 2),
    Point("notice: before the settling's commit", "bot.delivery:Delivery._sent", "after", 2),
    Point("notice: settled", "bot.delivery:Delivery._quiet", "before", 2),
)
BROADCASTS = (
    Point("copy: before the mark's commit", "bot.announcing:move_delivery", "after"),
    Point("copy: marked, not sent", "bot.announcing:Announcer._copy", "before"),
    Point("copy: on its way", "bot.announcing:Announcer._copy", "amid"),
    Point("copy: sent, not settled", "bot.announcing:Announcer._copy", "after"),
    Point("copy: before the settling's commit", "bot.announcing:_settle", "after"),
    Point("copy: settled", "bot.announcing:Announcer._mark_and_send", "after"),
    Point("broadcast: before its end is committed", "bot.announcing:end_broadcast", "after", 1),
)
ALBUMS = (
    *(replace(point, most=4) for point in ORDERS if point.name.startswith(("inbox", "turn"))),
    Point("photo: fetched, not kept", "bot.photoshelf:PhotoShelf._better", "before", 8),
    Point("photo: before its file is there", "bot.photoshelf:PhotoShelf._store", "before", 8),
    Point("photo: under its half name", "pathlib:Path.replace", "before", 4),
    Point("photo: on the shelf, in no draft", "bot.photoshelf:PhotoShelf._better", "after", 8),
)
POINTS = {point.name: point for point in (*ALBUMS, *ORDERS, *BROADCASTS)}


def place_of(seam: str) -> tuple[Any, str]:
    """The module or class that a seam is an attribute of, and the attribute's name; AttributeError if it is gone."""
    module, _, path = seam.partition(":")
    *outer, name = path.split(".")
    owner: Any = functools.reduce(getattr, outer, importlib.import_module(module))
    getattr(owner, name)
    return owner, name


def arm(point: Point, nth: int) -> None:
    """From now on this process dies when it passes the point for the n-th time."""
    owner, name = place_of(point.seam)
    passings = itertools.count(1)

    def dies_now(when: str) -> None:
        if point.when == when and next(passings) == nth:
            die()

    def dies_soon() -> None:
        if point.when == "amid" and next(passings) == nth:
            threading.Timer(random.uniform(0, AMID_SECONDS), die).start()

    setattr(owner, name, _around(getattr(owner, name), dies_now, dies_soon))


def die() -> NoReturn:
    """kill -9, by one's own hand."""
    os.kill(os.getpid(), signal.SIGKILL)
    raise SystemExit("never reached")


def _around(original: Callable[..., Any], dies_now: Callable[[str], None], dies_soon: Callable[[], None]) -> Any:
    if inspect.iscoroutinefunction(original):

        @functools.wraps(original)
        async def passing_async(*args: Any, **kwargs: Any) -> Any:
            dies_now("before")
            dies_soon()
            result = await original(*args, **kwargs)
            dies_now("after")
            return result

        return passing_async

    @functools.wraps(original)
    def passing(*args: Any, **kwargs: Any) -> Any:
        dies_now("before")
        dies_soon()
        result = original(*args, **kwargs)
        dies_now("after")
        return result

    return passing
