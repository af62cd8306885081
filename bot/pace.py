"""How fast we may send: what counts, and when the next may go. Pure; `now` is an argument, in seconds of one clock.

Telegram allows about 30 messages a second in all, 1 a second to one chat (a short burst passes) and 20 a minute to a
group, and nothing inside a `retry_after`. A slot is free again one second after its *answer* has come back: however
late a request reaches Telegram, no sliding second there can then hold more than 30.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

WINDOW = 1.0
REPLY_BURST = 3
GROUP_WINDOW = 60.0
CHATS_REMEMBERED = 20_000
EVERYBODY = 0
LONGEST_AHEAD = 12.0  # an album of ten after a burst
OVER = (0.0, 0.0)


class Lane(IntEnum):
    """Who goes first when the budget is short."""

    REPLY = 0
    ORDERS = 1
    REMINDERS = 2
    BROADCAST = 3


@dataclass(frozen=True)
class Ask:
    """Somebody wants to send `cost` messages to a chat; `token` names the slot that they will hold."""

    token: str
    chat_id: int
    lane: Lane
    cost: int


@dataclass(frozen=True)
class Rules:
    """`reserve` slots are for replies only; a slot whose answer never comes is free after `longest` seconds."""

    overall: int
    chat_pace: float
    group_most: int
    reserve: int = 0
    longest: float = float("inf")


class Pace:
    """What was sent lately. `kept` is what `as_json` gave."""

    def __init__(self, rules: Rules, kept: Mapping[str, Any] | None = None) -> None:
        kept = kept or {}
        self.rules = rules
        self._held: dict[str, tuple[float, int]] = {token: (at, cost) for token, at, cost in kept.get("held", [])}
        self._cooling: list[float] = list(kept.get("cooling", []))
        self._next_in_chat: dict[int, float] = dict(kept.get("chats", []))
        self._group_sends: dict[int, list[float]] = dict(kept.get("groups", []))
        # Until when, and for how long it was said.
        self._halted: dict[int, tuple[float, float]] = {
            whom: (end, length) for whom, end, length in kept.get("halted", [])
        }

    def set_right(self, now: float) -> None:
        """Nothing can lie further ahead than it was put; what does was written before the clock was put back."""
        self._cooling = [min(moment, now + WINDOW) for moment in self._cooling]
        self._held = {token: (min(end, now + self.rules.longest), cost) for token, (end, cost) in self._held.items()}
        self._next_in_chat = {chat: min(moment, now + LONGEST_AHEAD) for chat, moment in self._next_in_chat.items()}
        self._group_sends = {chat: [min(sent, now) for sent in sends] for chat, sends in self._group_sends.items()}
        self._halted = {whom: (min(end, now + length), length) for whom, (end, length) in self._halted.items()}

    def ready_at(self, ask: Ask, now: float) -> float:
        """When this one may go, as far as can be known now (infinity: when somebody's answer comes back)."""
        self._forget(now)
        ready = max(self._halted.get(whom, OVER)[0] for whom in (EVERYBODY, ask.chat_id))
        ready = max(ready, self._pace_allows(ask), self._group_allows(ask, now))
        if self.rules.overall:
            most = self.rules.overall - (0 if ask.lane is Lane.REPLY else self.rules.reserve)
            # A whole album costs more than one slot; one that is larger than the budget waits for all of it.
            in_flight = sum(cost for _, cost in self._held.values())
            over = in_flight + len(self._cooling) + min(ask.cost, most) - most
            if over > len(self._cooling):
                return float("inf")
            if over > 0:
                ready = max(ready, self._cooling[over - 1])
        return ready

    def take(self, ask: Ask, now: float) -> None:
        """This one goes; taking the same slot twice counts once."""
        if ask.token in self._held:
            return
        self._held[ask.token] = (now + self.rules.longest, ask.cost)
        paced_from = max(now, self._next_in_chat.pop(ask.chat_id, 0))
        self._next_in_chat[ask.chat_id] = paced_from + self.rules.chat_pace * ask.cost
        if len(self._next_in_chat) > CHATS_REMEMBERED:
            self._next_in_chat.pop(next(iter(self._next_in_chat)))
        if ask.chat_id < 0 and self.rules.group_most:
            self._group_sends.setdefault(ask.chat_id, []).extend([now] * ask.cost)

    def give_back(self, ask: Ask, now: float) -> None:
        """The answer has come (or nothing was sent after all)."""
        self._held.pop(ask.token, None)
        self._cooling.extend([now + WINDOW] * ask.cost)

    def holds(self, token: str) -> bool:
        """Whether this slot is held."""
        return token in self._held

    def halt(self, chat_id: int, seconds: float, now: float, cost: int = 1) -> None:
        """Telegram answered 429 to so many messages: stop this chat if it was ahead of its pace, else everything."""
        ahead = self._next_in_chat.get(chat_id, 0) - now > self.rules.chat_pace * cost
        self.forbid(chat_id if ahead else EVERYBODY, seconds, now)

    def forbid(self, whom: int, seconds: float, now: float) -> None:
        """Nothing goes to this chat, or to EVERYBODY, for so long."""
        self._halted[whom] = max(self._halted.get(whom, OVER), (now + seconds, seconds))

    def forbidden(self, now: float) -> list[tuple[int, float]]:
        """What is not over: to whom, and for how many seconds more."""
        return [(whom, end - now) for whom, (end, _) in self._halted.items() if end > now]

    def as_json(self, now: float) -> dict[str, Any]:
        """What others have to know, and nothing that is over."""
        self._forget(now)
        return {
            "held": [[token, until, cost] for token, (until, cost) in self._held.items()],
            "cooling": self._cooling,
            "chats": [[chat, moment] for chat, moment in self._next_in_chat.items() if moment > now],
            "groups": [[chat, sends] for chat, sends in self._group_sends.items() if sends[-1] + GROUP_WINDOW > now],
            "halted": [[whom, end, length] for whom, (end, length) in self._halted.items() if end > now],
        }

    def _forget(self, now: float) -> None:
        if self._cooling and self._cooling[0] <= now:
            self._cooling = [moment for moment in self._cooling if moment > now]
        for token in [token for token, (until, _) in self._held.items() if until <= now]:
            del self._held[token]  # who held it has died

    def _pace_allows(self, ask: Ask) -> float:
        ahead = (REPLY_BURST - 1) * self.rules.chat_pace if ask.lane is Lane.REPLY else 0.0
        return self._next_in_chat.get(ask.chat_id, 0) - ahead

    def _group_allows(self, ask: Ask, now: float) -> float:
        sends = self._group_sends.get(ask.chat_id)
        if not sends or not self.rules.group_most:
            return 0.0
        sends[:] = [moment for moment in sends if moment + GROUP_WINDOW > now]
        return sends[0] + GROUP_WINDOW if len(sends) >= self.rules.group_most else 0.0
