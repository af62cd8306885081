"""Pressing buttons: under a message, or on the reply keyboard."""

import asyncio
import random
from typing import Any

from sandbox.chats import Chat
from sandbox.speaking import Impossible, own_contact, say, text_content
from sandbox.world import Bot

WAIT_SECONDS = 30.0
ANSWER_WINDOW_SECONDS = 60.0
Json = dict[str, Any]
HERE = {"latitude": -6.2, "longitude": 106.816667}


async def tap(bot: Bot, chat: Chat, person: Json, wanted: Json) -> Json:
    """Press what `wanted` says: data (even of a keyboard that is gone) or a label. Raises Impossible.

    {"answer": ...} is the bot's answerCallbackQuery, null when none came in time (`wait` seconds, 30 unless told).
    Buttons that send a message answer {"answer": null, "messages": [...]}, others {"answer": null, "button": ...}.
    """
    number = int(wanted.get("message_id") or 0)
    data = wanted.get("data")
    if data is None:
        number, button = _find(chat, number, str(wanted.get("label") or ""))
        if "callback_data" not in button:
            return _press(bot, chat, person, number, button)
        data = button["callback_data"]
    query: Json = {
        "from": person,
        "message": _as_seen(chat, number),
        "chat_instance": str(abs(hash((bot.id, chat.id))) + 1),
        "data": str(data),
    }
    wait = min(float(wanted.get("wait", WAIT_SECONDS)), WAIT_SECONDS)
    return {"answer": await ask(bot, "callback_query", query, chat.id, wait, ANSWER_WINDOW_SECONDS)}


async def ask(bot: Bot, kind: str, query: Json, lane: int, wait: float, window: float) -> Json | None:
    """Queue a query and wait for its answer; the bot may answer for `window` seconds."""
    loop = asyncio.get_running_loop()
    query_id = str(random.randrange(10**17, 10**18))
    future = bot.queries[query_id] = loop.create_future()
    bot.updates.add(kind, {"id": query_id, **query}, lane)
    loop.call_later(window, bot.queries.pop, query_id, None)
    done, _ = await asyncio.wait([future], timeout=wait)
    return future.result() if done else None


def _find(chat: Chat, number: int, label: str) -> tuple[int, Json]:
    """The button with this label: under that message (no id: the newest that has it), or on the reply keyboard."""
    messages = [chat.messages[number]] if number in chat.messages else []
    if not number:
        messages = sorted(chat.messages.values(), key=lambda message: -message.id)
    labels = []
    for message in messages:
        rows = (message.markup or {}).get("inline_keyboard") or []
        for button in (button for row in rows for button in row):
            if button["text"] == label:
                return message.id, button
            labels.append(button["text"])
    keyboards = [message.markup or {} for message in messages if number] + [chat.keyboard or {}]
    for button in (button for board in keyboards for row in board.get("keyboard", []) for button in row):
        if button["text"] == label:
            return int((chat.keyboard or {}).get("message_id", number)), button
        labels.append(button["text"])
    raise Impossible(f"there is no button {label!r}, only {labels}", 404)


def _press(bot: Bot, chat: Chat, person: Json, number: int, button: Json) -> Json:
    """A button that is no callback button."""
    if set(button) & {"url", "switch_inline_query", "switch_inline_query_current_chat", "copy_text", "web_app"}:
        return {"answer": None, "button": button}
    if button.get("request_contact"):
        content: Json = {"contact": {**own_contact(person), "user_id": person["id"]}}
    elif button.get("request_location"):
        content = {"location": HERE}
    else:
        content = text_content(button["text"])
    reply_to = number if button.get("request_contact") and number in chat.messages else 0
    message = say(bot, chat, person, content, reply_to)
    if (chat.keyboard or {}).get("one_time_keyboard"):
        chat.keyboard = None
        chat.keep()
    return {"answer": None, "messages": [message]}


def _as_seen(chat: Chat, number: int) -> Json:
    """The message of a query; one that is gone is inaccessible."""
    message = chat.messages.get(number)
    return message.body if message else {"chat": chat.info, "message_id": number, "date": 0}
