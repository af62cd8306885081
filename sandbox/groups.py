"""Groups and membership: a bot is added, a person blocks it, a group becomes a supergroup."""

import random
from typing import Any

from sandbox.chats import Chat
from sandbox.speaking import Impossible, say
from sandbox.world import Bot, World, now

Json = dict[str, Any]


def add_group(world: World, bot: Bot, title: str, members: list[int], wanted: Json) -> Chat:
    """A new group of these people and the bot; `wanted` may name its type and id. Raises Impossible."""
    if not members or any(member not in world.people for member in members):
        raise Impossible("a group needs people who exist", 404)
    kind = "supergroup" if wanted.get("type") == "supergroup" else "group"
    chat = _add_chat(bot, int(wanted.get("id") or 0) or _group_id(kind), kind, title, members)
    bot.acquaintances |= set(members)
    bot.keep()
    creator = world.people[members[0]]
    _member_changed(bot, chat, creator, "left", "member")
    say(bot, chat, creator, {"group_chat_created": True} if kind == "group" else {"supergroup_chat_created": True})
    return chat


def migrate(bot: Bot, chat_id: int) -> int:
    """Turn a group into a supergroup; returns its new id. Raises Impossible."""
    old = bot.chats.get(chat_id)
    if old is None or old.kind != "group" or old.migrated_to:
        raise Impossible("only a group can become a supergroup", 404)
    new = _add_chat(bot, _group_id("supergroup"), "supergroup", old.info["title"], old.members)
    creator = bot.chats[chat_id].members[0]
    person = {"id": creator, "is_bot": False, "first_name": "Grup"}
    say(bot, old, person, {"migrate_to_chat_id": new.id})
    say(bot, new, person, {"migrate_from_chat_id": old.id})
    old.migrated_to = new.id
    old.keep()
    return new.id


def set_blocked(bot: Bot, chat: Chat, person: Json, blocked: bool) -> None:
    """A person blocks the bot, or takes that back; the bot is told."""
    if chat.blocked == blocked:
        return
    chat.blocked = blocked
    chat.keep()
    chat.changed.ring()
    _member_changed(bot, chat, person, *(("member", "kicked") if blocked else ("kicked", "member")))


def _add_chat(bot: Bot, chat_id: int, kind: str, title: str, members: list[int]) -> Chat:
    chat = Chat(bot.id, {"id": chat_id, "title": title, "type": kind}, bot.memory, members)
    bot.chats[chat_id] = chat
    chat.keep()
    return chat


def _group_id(kind: str) -> int:
    number = random.randrange(10**9, 4 * 10**9)
    return -number if kind == "group" else -1_000_000_000_000 - number


def _member_changed(bot: Bot, chat: Chat, person: Json, old: str, new: str) -> None:
    def member(status: str) -> Json:
        return {"status": status, "user": bot.user(), **({"until_date": 0} if status == "kicked" else {})}

    change = {
        "chat": chat.info,
        "from": person,
        "date": now(),
        "old_chat_member": member(old),
        "new_chat_member": member(new),
    }
    bot.updates.add("my_chat_member", change, chat.id)
