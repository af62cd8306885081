"""Things that go wrong on order.

`429 500 502 403 400` answer so instead of doing; `slow` does it after `seconds`; `hang_before` never does it and never
answers; `hang_after` does it and never answers; `reset` doesn't do it and breaks the connection; `truncated` does it
and cuts the answer in half. `migrate` isn't here: it turns a group into a supergroup, once and for good.
"""

from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Any

KINDS = {"429", "500", "502", "403", "400", "slow", "hang_before", "hang_after", "reset", "truncated"}
ANSWERS = {
    "500": (500, "Internal Server Error"),
    "403": (403, "Forbidden: bot was blocked by the user"),
    "400": (400, "Bad Request: chat not found"),
}


@dataclass(slots=True)
class Fault:
    """One order. `count` is how often it still strikes (None: until ended), `every` at which matching call."""

    kind: str
    method: str | None
    chat_id: str | None
    bot: int | None
    count: int | None
    every: int
    retry_after: int
    seconds: float | None
    seen: int = 0

    def strikes(self, bot: int, method: str, chat_id: str) -> bool:
        """Whether this call is hit; counts it. Without a method, calls that only read (get*) are spared."""
        if self.bot not in (None, bot) or self.chat_id not in (None, chat_id) or self.count == 0:
            return False
        if method.startswith("get") if self.method is None else not fnmatchcase(method, self.method):
            return False
        self.seen += 1
        if self.seen % self.every:
            return False
        if self.count is not None:
            self.count -= 1
        return True


class Faults:
    """The orders in force, oldest first."""

    def __init__(self) -> None:
        self._orders: list[Fault] = []

    def order(self, wanted: dict[str, Any], bot: int | None) -> None:
        """Add a fault. It strikes `count` times (1 unless told; with `every`, or count 0, until ended).

        `method` may hold `*` ("send*"). Raises ValueError for an unknown kind.
        """
        kind = str(wanted["kind"])
        if kind not in KINDS:
            raise ValueError(f"unknown kind of fault: {kind}")
        count = int(wanted.get("count", 0 if "every" in wanted else 1))
        chat_id, method, seconds = wanted.get("chat_id"), wanted.get("method"), wanted.get("seconds")
        fault = Fault(
            kind=kind,
            method=None if method is None else str(method).lower(),
            chat_id=None if chat_id is None else str(chat_id),
            bot=bot,
            count=count or None,
            every=max(1, int(wanted.get("every", 1))),
            retry_after=int(wanted.get("retry_after", 5)),
            seconds=None if seconds is None else float(seconds),
        )
        self._orders.append(fault)

    def end(self, bot: int | None) -> None:
        """End the faults of one bot, or all."""
        self._orders = [fault for fault in self._orders if bot is not None and fault.bot != bot]

    def due(self, bot: int, method: str, chat_id: str) -> Fault | None:
        """The fault that hits this call, if any."""
        self._orders = [fault for fault in self._orders if fault.count != 0]
        return next((fault for fault in self._orders if fault.strikes(bot, method, chat_id)), None)
