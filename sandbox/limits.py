"""The sending limits, watched the way the other end watches them.

A message is whatever send*, copy* or forward* puts into a chat; an album counts its items. Overall: so many in any
sliding second. One chat: a bucket of `BURST` that refills at `per_chat_per_second`, so that a short burst of replies
passes; an album of more than `BURST` needs a full bucket and empties it. A group: so many in any sliding minute. And
nothing at all inside a retry_after. With `enforce` a message too many gets 429; without, it is only written down.
"""

import math
import time
from collections import deque
from dataclasses import asdict, dataclass, field
from typing import Any

from sandbox.errors import too_many

BURST = 5
VIOLATIONS_KEPT = 1_000


@dataclass(slots=True)
class Rules:
    """What is allowed; 0 lifts a limit."""

    overall_per_second: float = 30
    per_chat_per_second: float = 1
    group_per_minute: float = 20
    enforce: bool = True

    def change(self, wanted: dict[str, Any]) -> None:
        """Take over the known fields of `wanted`; raises ValueError for a value that is no number."""
        for name in ("overall_per_second", "per_chat_per_second", "group_per_minute"):
            if name in wanted:
                setattr(self, name, float(wanted[name]))
        self.enforce = bool(wanted.get("enforce", self.enforce))

    def shown(self) -> dict[str, Any]:
        """As JSON."""
        return asdict(self)


class Window:
    """How many came in the last `span` seconds, and the most that ever did."""

    def __init__(self, span: float) -> None:
        self._span = span
        self._times: deque[float] = deque()
        self.highest = 0

    def count(self, now: float) -> int:
        """How many are inside the window that ends now."""
        while self._times and self._times[0] <= now - self._span:
            self._times.popleft()
        return len(self._times)

    def add(self, now: float, many: int) -> None:
        """Count `many` in."""
        self._times.extend([now] * many)
        self.highest = max(self.highest, self.count(now))

    def free_in(self, now: float) -> float:
        """Seconds until the oldest leaves."""
        return self._times[0] + self._span - now if self._times else 0


@dataclass(slots=True)
class ChatPace:
    """One chat's bucket, windows and halt."""

    level: float = BURST
    refilled_at: float = 0.0
    second: Window = field(default_factory=lambda: Window(1))
    minute: Window = field(default_factory=lambda: Window(60))
    halted_until: float = 0.0


class Pace:
    """One bot's sending."""

    def __init__(self, rules: Rules) -> None:
        self.rules = rules
        self._overall = Window(1)
        self._chats: dict[int, ChatPace] = {}
        self._halted_until = 0.0
        self._violations: deque[dict[str, Any]] = deque(maxlen=VIOLATIONS_KEPT)
        self._counts: dict[str, int] = {}

    def halt(self, chat_id: int | None, seconds: float) -> None:
        """From now on nothing to this chat, or to any chat with None, for so many seconds."""
        until = time.monotonic() + seconds
        if chat_id is None:
            self._halted_until = max(self._halted_until, until)
        else:
            chat = self._chat(chat_id)
            chat.halted_until = max(chat.halted_until, until)

    def take(self, chat_id: int, group: bool, many: int = 1) -> None:
        """Count `many` messages to a chat; raises 429 when that is too many and limits are enforced."""
        now = time.monotonic()
        chat = self._chat(chat_id)
        self._refill(chat, now)
        for rule, seen, wait in self._broken(chat, group, many, now):
            self._note(rule, chat_id, seen, many)
            if self.rules.enforce:
                seconds = max(1, math.ceil(wait))
                if rule != "inside_retry_after":
                    self.halt(None if rule == "overall_per_second" else chat_id, seconds)
                raise too_many(seconds)
        self._overall.add(now, many)
        chat.second.add(now, many)
        if group:
            chat.minute.add(now, many)
        chat.level = max(0.0, chat.level - many)

    def report(self) -> dict[str, Any]:
        """Rules, violations (count by rule, and the last ones), and the most seen in any window."""
        return {
            "limits": self.rules.shown(),
            "violations": list(self._violations),
            "counts": self._counts,
            "highest": {
                "overall_per_second": self._overall.highest,
                "per_chat_per_second": max((c.second.highest for c in self._chats.values()), default=0),
                "group_per_minute": max((c.minute.highest for c in self._chats.values()), default=0),
            },
        }

    def _chat(self, chat_id: int) -> ChatPace:
        return self._chats.setdefault(chat_id, ChatPace())

    def _refill(self, chat: ChatPace, now: float) -> None:
        gained = (now - chat.refilled_at) * self.rules.per_chat_per_second
        chat.level = min(BURST, chat.level + gained)
        chat.refilled_at = now

    def _broken(self, chat: ChatPace, group: bool, many: int, now: float) -> list[tuple[str, float, float]]:
        """The rules that `many` more messages would break: (rule, what was seen, seconds to wait)."""
        rules, broken = self.rules, []
        halted = max(self._halted_until, chat.halted_until) - now
        if halted > 0:
            broken.append(("inside_retry_after", round(halted, 3), halted))
        if 0 < rules.overall_per_second < self._overall.count(now) + many:
            broken.append(("overall_per_second", self._overall.count(now) + many, self._overall.free_in(now)))
        needed = min(many, BURST)
        # A hair of slack: a sender that keeps exactly to the pace must not fail on float dust or a timer's jitter.
        if rules.per_chat_per_second and chat.level < needed - 0.05:
            wait = (needed - chat.level) / rules.per_chat_per_second
            broken.append(("per_chat_per_second", chat.second.count(now) + many, wait))
        if group and 0 < rules.group_per_minute < chat.minute.count(now) + many:
            broken.append(("group_per_minute", chat.minute.count(now) + many, chat.minute.free_in(now)))
        return broken

    def _note(self, rule: str, chat_id: int, seen: float, many: int) -> None:
        self._counts[rule] = self._counts.get(rule, 0) + 1
        entry = {"at": round(time.time(), 3), "rule": rule, "chat_id": chat_id, "seen": seen, "messages": many}
        self._violations.append(entry)
