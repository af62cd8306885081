"""What a bot says of itself: name, description, commands."""

import re
from typing import Any

import orjson

from sandbox.calls import Call
from sandbox.errors import bad

COMMAND = re.compile(r"[a-z0-9_]{1,32}")
COMMANDS_MAX = 100
SCOPES = {
    "default": (),
    "all_private_chats": (),
    "all_group_chats": (),
    "all_chat_administrators": (),
    "chat": ("chat_id",),
    "chat_administrators": ("chat_id",),
    "chat_member": ("chat_id", "user_id"),
}
LENGTHS = {"name": 64, "description": 512}


async def get_me(call: Call) -> dict[str, Any]:
    """getMe"""
    abilities = {
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": True,
        "supports_guest_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
        "has_topics_enabled": False,
        "allows_users_to_create_topics": False,
        "can_manage_bots": False,
    }
    return {**call.bot.user(), **abilities}


async def set_my_commands(call: Call) -> bool:
    """setMyCommands"""
    commands = call.args.json("commands") or []
    if not isinstance(commands, list):
        raise bad("expected an Array of BotCommand")
    read = [_command(each) for each in commands]
    if len(read) > COMMANDS_MAX:
        raise bad("BOT_COMMANDS_TOO_MUCH")
    return _set(call, _commands_key(call), read)


async def get_my_commands(call: Call) -> list[dict[str, str]]:
    """getMyCommands: of exactly this scope and language."""
    commands: list[dict[str, str]] = call.bot.profile.get(_commands_key(call), [])
    return commands


async def delete_my_commands(call: Call) -> bool:
    """deleteMyCommands"""
    return _set(call, _commands_key(call), [])


async def set_my_name(call: Call) -> bool:
    """setMyName"""
    return _set_words(call, "name")


async def set_my_description(call: Call) -> bool:
    """setMyDescription"""
    return _set_words(call, "description")


async def get_my_description(call: Call) -> dict[str, str]:
    """getMyDescription: in this language, else the one for all."""
    texts, language = call.bot.profile, call.args.text("language_code")
    return {"description": texts.get(f"description:{language}") or texts.get("description:", "")}


async def get_chat(call: Call) -> dict[str, Any]:
    """getChat"""
    chat = call.chat()
    gifts = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels")
    extra = {
        "accent_color_id": chat.id % 7,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(gifts, False),
    }
    if chat.is_group:
        extra["permissions"] = {"can_send_messages": True}
    return {**chat.info, **extra}


def _command(each: Any) -> dict[str, str]:
    if not isinstance(each, dict):
        raise bad("can't parse BotCommand: expected an Object")
    for field in ("command", "description"):
        if field not in each:
            raise bad(f"can't parse BotCommand: Can't find field \"{field}\"")
    command = str(each["command"]).removeprefix("/").lower()
    if not COMMAND.fullmatch(command):
        raise bad("BOT_COMMAND_INVALID")
    if not 1 <= len(str(each["description"])) <= 256:
        raise bad("BOT_COMMAND_DESCRIPTION_INVALID")
    return {"command": command, "description": str(each["description"])}


def _commands_key(call: Call) -> str:
    scope = call.args.json("scope", "BotCommandScope") or {"type": "default"}
    if not isinstance(scope, dict) or scope.get("type") not in SCOPES:
        raise bad("can't parse BotCommandScope: Unsupported type specified")
    parts = {field: scope.get(field) for field in SCOPES[scope["type"]]}
    return f"commands:{scope['type']}:{orjson.dumps(parts).decode()}:{call.args.text('language_code')}"


def _set_words(call: Call, field: str) -> bool:
    """One of the bot's texts, a text for each language."""
    words = call.args.text(field)
    if len(words) > LENGTHS[field]:
        raise bad(f"{field} is too long")
    return _set(call, f"{field}:{call.args.text('language_code')}", words)


def _set(call: Call, key: str, value: Any) -> bool:
    if value:
        call.bot.profile[key] = value
    else:
        call.bot.profile.pop(key, None)
    call.bot.keep()
    return True
