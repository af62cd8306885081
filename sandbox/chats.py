"""One chat of one bot: its messages in the order of their last change."""

import time
from dataclasses import dataclass
from typing import Any

from sandbox.bells import Bell
from sandbox.state import Memory

ACTION_LASTS = 5.0


@dataclass(slots=True)
class Message:
    """A message: `body` as the bot gets it, `markup` as people see it (also reply keyboards)."""

    body: dict[str, Any]
    markup: dict[str, Any] | None
    seq: int = 0

    @property
    def id(self) -> int:
        """Its number in the chat."""
        number: int = self.body["message_id"]
        return number


class Chat:
    """Messages, who is in it, and who may not be written to."""

    def __init__(self, bot_id: int, info: dict[str, Any], memory: Memory, members: list[int]) -> None:
        self.id: int = info["id"]
        self.info = info
        self.members = members
        self.open = info["type"] != "private"  # a private chat opens when the person first writes
        self.blocked = False
        self.migrated_to = 0
        self.keyboard: dict[str, Any] | None = None  # the reply keyboard that people see now
        self.messages: dict[int, Message] = {}
        self.deleted: dict[int, int] = {}  # message id -> seq
        self.seq = self.last_id = 0
        self.changed = Bell()
        self._action = ("", 0.0)
        self._memory = memory
        self._bot_id = bot_id

    @property
    def kind(self) -> str:
        """private, group or supergroup."""
        kind: str = self.info["type"]
        return kind

    @property
    def is_group(self) -> bool:
        """Whether several people are in it."""
        return self.kind != "private"

    def put(self, body: dict[str, Any], markup: dict[str, Any] | None = None) -> Message:
        """Add a message, or replace the one with its id."""
        number: int = body["message_id"]
        self.messages.pop(number, None)
        self.last_id = max(self.last_id, number)
        self.seq += 1
        message = self.messages[number] = Message(body, markup, self.seq)
        if body["from"]["is_bot"] and markup and "inline_keyboard" not in markup:
            self.keyboard = {**markup, "message_id": number} if "keyboard" in markup else None
            self.keep()
        self._action = ("", 0.0)
        self._keep_message(number, message)
        self.changed.ring()
        return message

    def remove(self, number: int) -> None:
        """Delete a message for everybody."""
        if self.messages.pop(number, None) is None:
            return
        self.seq += 1
        self.deleted[number] = self.seq
        self._memory.put(f"message/{self._bot_id}/{self.id}/{number}", {"seq": self.seq})
        self.changed.ring()

    def act(self, action: str) -> None:
        """Show a chat action for five seconds."""
        self._action = (action, time.monotonic() + ACTION_LASTS)
        self.changed.ring()

    def view(self, after: int = 0) -> dict[str, Any]:
        """The chat as people see it: what changed since `after`.

        Messages whose seq is greater, edits applied, in the order of their ids; the ids of those deleted; the reply
        keyboard and the chat action that show now.
        """
        changed = []
        for message in reversed(self.messages.values()):
            if message.seq <= after:
                break
            shown = {**message.body, "seq": message.seq}
            changed.append({**shown, "reply_markup": message.markup} if message.markup else shown)
        action, until = self._action
        return {
            "seq": self.seq,
            "messages": sorted(changed, key=lambda body: body["message_id"]),
            "deleted": [number for number, seq in self.deleted.items() if seq > after],
            "keyboard": self.keyboard,
            "action": action if time.monotonic() < until else None,
            "blocked": self.blocked,
        }

    def keep(self) -> None:
        """Write down all but the messages."""
        kept = {
            "info": self.info,
            "members": self.members,
            "open": self.open,
            "blocked": self.blocked,
            "migrated_to": self.migrated_to,
            "keyboard": self.keyboard,
        }
        self._memory.put(f"chat/{self._bot_id}/{self.id}", kept)

    @classmethod
    def restored(cls, bot_id: int, kept: dict[str, Any], memory: Memory) -> "Chat":
        """The chat that `keep` wrote down."""
        chat = cls(bot_id, kept["info"], memory, kept["members"])
        chat.open, chat.blocked, chat.migrated_to = kept["open"], kept["blocked"], kept["migrated_to"]
        chat.keyboard = kept["keyboard"]
        return chat

    def restore(self, number: int, kept: dict[str, Any]) -> None:
        """One message, or the mark of a deleted one; in the order of seq."""
        self.seq = kept["seq"]
        self.last_id = max(self.last_id, number)
        if "body" in kept:
            self.messages[number] = Message(kept["body"], kept["markup"], kept["seq"])
        else:
            self.deleted[number] = self.seq

    def _keep_message(self, number: int, message: Message) -> None:
        kept = {"seq": message.seq, "body": message.body, "markup": message.markup}
        self._memory.put(f"message/{self._bot_id}/{self.id}/{number}", kept)
