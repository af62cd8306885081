"""One bot's queue of updates, and long polling on it.

The real server also slows a poll that repeats its offset within three seconds; here it is answered at once.
"""

import random
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import orjson

from sandbox.bells import Bell
from sandbox.errors import Refusal
from sandbox.state import Memory

KINDS = (
    *("message", "edited_message", "channel_post", "edited_channel_post", "business_connection", "business_message"),
    *("edited_business_message", "deleted_business_messages", "guest_message", "message_reaction"),
    *("message_reaction_count", "inline_query", "chosen_inline_result", "callback_query", "shipping_query"),
    *("pre_checkout_query", "purchased_paid_media", "poll", "poll_answer", "my_chat_member", "chat_member"),
    *("chat_join_request", "chat_boost", "removed_chat_boost", "managed_bot", "subscription"),
    "stopped_message_generation",
)
NOT_BY_DEFAULT = {"message_reaction", "message_reaction_count", "chat_member"}
LIVES = {"callback_query": 150, "inline_query": 30, "chosen_inline_result": 600}
DAY = 86_400
CAPACITY = 100_000
LIMIT_MAX = 100
TIMEOUT_MAX = 50
ANSWER_MAX_BYTES = 4 << 20


@dataclass(slots=True)
class Update:
    """An update that waits: its JSON, when it expires (unix seconds), and the chat or user it is serial with."""

    id: int
    data: bytes
    expires: float
    lane: int


class Updates:
    """What the bot has not confirmed yet."""

    def __init__(self, bot_id: int, memory: Memory) -> None:
        self.pending: dict[int, Update] = {}
        self.allowed: list[str] = []  # empty: the default set
        self.webhook: dict[str, Any] = {}  # as set by setWebhook; empty: none
        self.added = Bell()
        self.listener: Callable[[Update], None] | None = None  # the webhook, when there is one
        self._next_id = random.randint(2_000_001, 1_000_000_000)
        self._waiting: Bell | None = None
        self._ended_by = ""
        self._bot_id = bot_id
        self._memory = memory

    def add(self, kind: str, body: dict[str, Any], lane: int) -> None:
        """Queue an update, unless the bot doesn't want its kind."""
        wanted = kind in self.allowed if self.allowed else kind not in NOT_BY_DEFAULT
        if wanted and len(self.pending) < CAPACITY:
            self._put(self._next_id, {kind: body}, time.time() + LIVES.get(kind, DAY), lane)

    def inject(self, body: dict[str, Any]) -> int:
        """Queue an update just as it is; returns its id. An id that is not above the last one is kept too."""
        update_id = int(body.get("update_id", self._next_id))
        rest = {key: value for key, value in body.items() if key != "update_id"}
        self._put(update_id, rest, time.time() + DAY, 0)
        return update_id

    def allow(self, kinds: Any) -> bool:
        """Take over allowed_updates; unknown names don't count, no list changes nothing. True when it changed."""
        before = self.allowed
        if isinstance(kinds, list):
            self.allowed = [kind for kind in KINDS if kind in kinds]
        return self.allowed != before

    async def poll(self, offset: int, limit: int, timeout: int) -> list[orjson.Fragment]:  # noqa: ASYNC109
        """getUpdates: confirms what is below `offset`, then waits up to `timeout` seconds for something to give.

        Raises 409 when a webhook is set, or when a newer poll begins to wait.
        """
        if self.webhook:
            raise Refusal(
                409,
                "Conflict: can't use getUpdates method while webhook is active; "
                "use deleteWebhook to delete the webhook first",
            )
        offset = self._confirm(offset)
        timeout = min(max(timeout, 0), TIMEOUT_MAX)
        found = self._from(offset, limit)
        if found or not timeout:
            return found
        self.interrupt("other getUpdates request; make sure that only one bot instance is running")
        mine = self._waiting = self.added = Bell()  # its own, so that a newer poll can tell itself apart
        end = time.monotonic() + timeout
        while not found and (left := end - time.monotonic()) > 0:
            await mine.wait(left)
            if self._waiting is not mine:
                raise Refusal(409, f"Conflict: terminated by {self._ended_by}")
            found = self._from(offset, limit)
        self._waiting = None
        return found

    def interrupt(self, by: str) -> None:
        """End a waiting poll with 409 "terminated by ..."."""
        if self._waiting:
            waiting, self._waiting, self._ended_by = self._waiting, None, by
            waiting.ring()

    async def settled(self) -> None:
        """Return when all that is pending is kept."""
        await self._memory.settled()

    def forget(self, update: Update) -> None:
        """It was delivered, or nobody wants it any more."""
        if self.pending.get(update.id) is update:
            del self.pending[update.id]
            self._memory.put(f"update/{self._bot_id}/{update.id}", None)

    def clear(self) -> None:
        """Drop all that is pending."""
        for update in list(self.pending.values()):
            self.forget(update)

    def settings(self) -> dict[str, Any]:
        """What a restart must find again, besides the updates themselves."""
        return {"allowed": self.allowed, "webhook": self.webhook}

    def restore(self, kept: dict[str, Any]) -> None:
        """The other way round."""
        self.allowed, self.webhook = kept["allowed"], kept["webhook"]

    def restore_one(self, kept: dict[str, Any]) -> None:
        """One pending update."""
        update = Update(kept["id"], kept["data"].encode(), kept["expires"], kept["lane"])
        self.pending[update.id] = update

    def go_on_at(self, next_id: int) -> None:
        """The id that the next update gets."""
        self._next_id = next_id

    def _put(self, update_id: int, body: dict[str, Any], expires: float, lane: int) -> None:
        update = Update(update_id, orjson.dumps({"update_id": update_id, **body}), expires, lane)
        self.pending[update_id] = update
        kept = {"id": update_id, "data": update.data.decode(), "expires": expires, "lane": lane}
        self._memory.put(f"update/{self._bot_id}/{update_id}", kept)
        self._next_id = max(self._next_id, update_id + 1)
        self._memory.put(f"next/{self._bot_id}", self._next_id)
        self.added.ring()
        if self.listener:
            self.listener(update)

    def _confirm(self, offset: int) -> int:
        """Forget what an offset confirms; returns where to read from."""
        if offset > self._next_id - 1 + 10:
            return 0  # far ahead of everything: ignored
        if offset < 0:
            kept = sorted(self.pending)[offset:]
            offset = kept[0] if kept else 0
        if offset > 0:
            for update_id in [number for number in self.pending if number < offset]:
                self.forget(self.pending[update_id])
        return offset

    def _from(self, offset: int, limit: int) -> list[orjson.Fragment]:
        found: list[orjson.Fragment] = []
        size, at = 0, time.time()
        for update in list(self.pending.values()):
            if update.expires < at:
                self.forget(update)
            elif update.id >= offset:
                size += len(update.data)
                if len(found) == limit or size > ANSWER_MAX_BYTES:
                    break
                found.append(orjson.Fragment(update.data))
        return found
