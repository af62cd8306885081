"""One call of a bot, and the chats and messages that it means."""

from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from sandbox.chats import Chat, Message
from sandbox.errors import Refusal, bad, forbidden
from sandbox.requests import Args
from sandbox.world import Bot, World


@dataclass(slots=True)
class Call:
    """Who asks, and for what."""

    world: World
    bot: Bot
    args: Args

    def required(self, field: str) -> str:
        """A text argument that must be there."""
        value = self.args.text(field)
        if not value:
            raise bad(f'parameter "{field}" is required')
        return value

    def chat(self, field: str = "chat_id") -> Chat:
        """The chat that is meant; raises when there is none, or the bot may not speak there."""
        value = self.args.text(field)
        if not value:
            raise bad("chat_id is empty")
        number = int(value) if value.removeprefix("-").isdecimal() else 0
        chat = self.bot.chats.get(number)
        if chat is not None and not chat.open:
            chat = None
        if chat is None and number in self.bot.acquaintances:
            raise forbidden("bot can't initiate conversation with a user")
        if chat is None:
            raise bad("chat not found")
        if chat.migrated_to:
            reason = "Bad Request: group chat was upgraded to a supergroup chat"
            raise Refusal(400, reason, migrate_to_chat_id=chat.migrated_to)
        return chat

    def source(self, verb: str) -> Message:
        """The message that forward* or copy* takes."""
        self.required("from_chat_id")
        chat = self.chat("from_chat_id")
        message = chat.messages.get(self.args.integer("message_id"))
        if message is None:
            raise bad(f"message to {verb} not found")
        return message

    def message_ids(self, increasing: bool) -> list[int]:
        """The argument message_ids: 1-100 numbers."""
        try:
            numbers: Any = self.args.json("message_ids")
        except Refusal:
            numbers = None
        if not isinstance(numbers, list) or not numbers:
            raise bad("message identifiers are not specified")
        if len(numbers) > 100:
            raise bad("too many message identifiers specified")
        if not all(isinstance(number, int) and number > 0 for number in numbers):
            raise bad("invalid message identifier specified")
        if increasing and any(left >= right for left, right in pairwise(numbers)):
            raise bad("message identifiers must be in a strictly increasing order")
        return numbers


def check_blocked(chat: Chat) -> None:
    """Raise when the person has blocked the bot."""
    if chat.blocked:
        raise forbidden("bot was blocked by the user")
