"""All that exists here: people, bots and their chats, files; and how it is kept."""

import asyncio
import hashlib
import random
import re
import time
from collections.abc import Awaitable, Callable
from dataclasses import replace
from functools import partial
from typing import Any

from sandbox.chats import Chat
from sandbox.errors import Refusal
from sandbox.faults import Faults
from sandbox.files import Files
from sandbox.journal import Journal
from sandbox.limits import Pace, Rules
from sandbox.requests import Args
from sandbox.state import Memory
from sandbox.updates import Updates
from sandbox.webhooks import Webhook

Execute = Callable[["Bot", str, Args], Awaitable[object]]
TOKEN = re.compile(r"[1-9]\d{0,15}:[A-Za-z0-9_-]+")
TOKEN_MAX = 80
FIRST_PERSON_ID = 6_100_000_000


class Bot:
    """One bot: who it is, its chats and its updates."""

    def __init__(self, bot_id: int, memory: Memory, rules: Rules) -> None:
        self.id = bot_id
        self.secret = ""  # a digest of the token's second half; empty until a token was used
        self.username = f"lapak{bot_id}_bot"
        self.chats: dict[int, Chat] = {}
        self.acquaintances: set[int] = set()  # people it may know of, such as a group's members
        self.profile: dict[str, Any] = {}
        self.pace = Pace(rules)
        self.updates = Updates(bot_id, memory)
        self.queries: dict[str, asyncio.Future[dict[str, Any]]] = {}  # taps and inline queries that may be answered
        self.inline_results: dict[tuple[int, str], dict[str, Any]] = {}  # (person, result id) -> result
        self.last_message_id = 0
        self.memory = memory

    def user(self) -> dict[str, Any]:
        """As a User, the way it stands in messages."""
        name = self.profile.get("name:") or f"Lapak {self.id}"
        return {"id": self.id, "is_bot": True, "first_name": name, "username": self.username}

    def next_message_id(self, chat: Chat) -> int:
        """Ids rise over all private chats and groups of a bot; a supergroup counts for itself."""
        if chat.kind == "supergroup":
            return chat.last_id + 1
        self.last_message_id += 1
        return self.last_message_id

    def keep(self) -> None:
        """Write down what a restart must find again, besides chats and updates."""
        kept = {
            "secret": self.secret,
            "profile": self.profile,
            "acquaintances": list(self.acquaintances),
            **self.updates.settings(),
        }
        self.memory.put(f"bot/{self.id}", kept)

    def restore(self, kept: dict[str, Any]) -> None:
        """The other way round."""
        self.secret, self.profile = kept["secret"], kept["profile"]
        self.acquaintances = set(kept["acquaintances"])
        self.updates.restore(kept)


class World:
    """The whole sandbox in one place."""

    def __init__(self, memory: Memory, journal: Journal, shortcuts: dict[str, str] | None = None) -> None:
        self.memory = memory
        self.journal = journal
        self.shortcuts = shortcuts or {}
        self.faults = Faults()
        self.rules = Rules()
        self.people: dict[int, dict[str, Any]] = {}
        self.bots: dict[int, Bot] = {}
        self.files = Files(memory)
        self.execute: Execute = _nothing  # how to carry out a method; the server says it
        self._webhooks: dict[int, Webhook] = {}
        self._restore()

    def bot_of(self, token: str) -> Bot:
        """The bot with this token; a new token makes a new bot. Raises 401."""
        if len(token) > TOKEN_MAX or not TOKEN.fullmatch(token):
            raise Refusal(401, "Unauthorized: invalid token specified")
        number, _, second = token.partition(":")
        bot = self.bot(int(number))
        digest = hashlib.sha256(second.encode()).hexdigest()
        if not bot.secret:
            bot.secret = digest
            bot.keep()
        if bot.secret != digest:
            raise Refusal(401, "Unauthorized")
        return bot

    def bot(self, bot_id: int) -> Bot:
        """The bot with this id, made when it is new: people may write before it first runs."""
        if bot_id not in self.bots:
            self.bots[bot_id] = Bot(bot_id, self.memory, replace(self.rules))
        return self.bots[bot_id]

    def add_person(self, wanted: dict[str, Any]) -> dict[str, Any]:
        """A new person, or the one who has this id and name already.

        Raises ValueError when the id is somebody else's or no name is given.
        """
        person_id = int(wanted.get("id") or 0) or self._free_id()
        known = self.people.get(person_id)
        if known is not None and known["first_name"] == wanted.get("first_name"):
            return known
        if person_id in self.people or person_id in self.bots or person_id <= 0:
            raise ValueError("this id is taken")
        if not wanted.get("first_name"):
            raise ValueError("first_name is missing")
        person: dict[str, Any] = {"id": person_id, "is_bot": False, "first_name": str(wanted["first_name"])}
        person |= {name: str(wanted[name]) for name in ("last_name", "username", "language_code") if wanted.get(name)}
        self.people[person_id] = person
        self.memory.put(f"person/{person_id}", person)
        return person

    def private_chat(self, bot: Bot, person_id: int) -> Chat:
        """The chat of a person with a bot; it isn't open before they first write."""
        chat = bot.chats.get(person_id)
        if chat is None:
            person = self.people[person_id]
            names: dict[str, Any] = {
                name: person[name] for name in ("first_name", "last_name", "username") if name in person
            }
            info = {"id": person_id, **names, "type": "private"}
            chat = bot.chats[person_id] = Chat(bot.id, info, self.memory, [person_id])
        return chat

    async def start_webhook(self, bot: Bot) -> None:
        """Deliver to the webhook that the bot has set now, or to none."""
        old = self._webhooks.pop(bot.id, None)
        if old:
            await old.close()
        if bot.updates.webhook:
            self._webhooks[bot.id] = Webhook(bot.updates, partial(self.execute, bot))

    async def start(self) -> None:
        """Go on delivering where a restart interrupted it."""
        for bot in list(self.bots.values()):
            await self.start_webhook(bot)

    async def close(self) -> None:
        """Stop delivering and write what is left."""
        for webhook in self._webhooks.values():
            await webhook.close()
        await self.memory.close()
        await self.journal.close()

    async def settled(self) -> None:
        """Return when all that happened so far survives a kill."""
        await self.memory.settled()
        await self.journal.settled()

    def _free_id(self) -> int:
        person_id = FIRST_PERSON_ID + random.randrange(10**8)
        return self._free_id() if person_id in self.people else person_id

    def _restore(self) -> None:
        for key, value in self.memory.load("person"):
            self.people[int(key[0])] = value
        for key, value in self.memory.load("bot"):
            self.bot(int(key[0])).restore(value)
        for key, value in self.memory.load("chat"):
            bot = self.bot(int(key[0]))
            bot.chats[int(key[1])] = Chat.restored(bot.id, value, self.memory)
        messages = sorted(self.memory.load("message"), key=lambda row: row[1]["seq"])
        for key, value in messages:
            bot = self.bot(int(key[0]))
            bot.chats[int(key[1])].restore(int(key[2]), value)
            bot.last_message_id = max(bot.last_message_id, int(key[2]))
        for key, value in sorted(self.memory.load("update"), key=lambda row: int(row[0][1])):
            self.bot(int(key[0])).updates.restore_one(value)
        for key, value in self.memory.load("next"):
            self.bot(int(key[0])).updates.go_on_at(value)
        for _, value in self.memory.load("file"):
            self.files.restore(value)


async def _nothing(bot: Bot, method: str, args: Args) -> object:
    return None


def now() -> int:
    """The time as Telegram writes it: whole seconds."""
    return int(time.time())
