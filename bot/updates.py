"""An update as the inbox keeps it: cleaned at the door, of a tapped card only what a turn looks at; and read back."""

import json
import re
from typing import Any

import orjson
from aiogram.types import CallbackQuery, Update
from pydantic import BaseModel

# What PostgreSQL or a UTF-8 file refuses (NUL, halves of surrogate pairs), and control letters that nobody typed.
# The private letters are ours: locales/ sets a "<" aside under one of them.
UNWANTED = dict.fromkeys(
    [
        *(*(code for code in range(0x20) if chr(code) not in "\n\t"), *range(0x7F, 0xA0), *range(0xD800, 0xF900)),
        *(*range(0x202A, 0x202F), *range(0x2066, 0x206A)),  # which turn the words of others round
    ]
)
OF_A_CARD = ("message_id", "date", "chat")
# How such a letter, or a number that no database holds, looks in JSON; rarely also something that is fine.
SUSPICIOUS = re.compile(r"\\u00|\\[bfr]|[\x7f-\x9f\u202a-\u202e\u2066-\u2069\ue000-\uf8ff]|[:,\[]-?\d{19}")


class Place(BaseModel):
    """The chat that a card is in."""

    id: int
    type: str


class FileName(BaseModel):
    """Telegram's name for a picture."""

    file_id: str


class TappedCard(BaseModel):
    """The message whose button was tapped. `date` is 0 if Telegram doesn't have it any more."""

    message_id: int
    date: int
    chat: Place
    photo: list[FileName] = []
    reply_markup: dict[str, Any] | None = None


class StoredTap(CallbackQuery):
    """aiogram reads the message of a tap as each of the kinds that it may be, twice over: half the cost of a tap."""

    message: TappedCard | None = None  # type: ignore[assignment] # less than theirs: nobody looks at the rest


class StoredUpdate(Update):
    """An update out of the inbox."""

    callback_query: StoredTap | None = None


def row_of(update: dict[str, Any]) -> dict[str, Any]:
    """An update as the inbox keeps it; its letters are cleaned here, at the door.

    One that is no update of Telegram's is kept and set aside: it must not hold up the others.
    """
    row = {"update_id": int(update["update_id"]), "chat_id": 0, "album": None, "state": "waiting", "problem": None}
    try:
        update = _without_card(update)
        body = _written(update)
        if body is None:
            update = clean(update)
            body = orjson.dumps(update).decode()
        album = (update.get("message") or {}).get("media_group_id")
        row |= {"chat_id": _chat_of(update), "album": None if album is None else str(album)[:64]}
        return row | {"body": body}
    except (TypeError, ValueError, AttributeError, KeyError, RecursionError) as fault:
        problem = f"no update of Telegram's: {type(fault).__name__}"
        # Python's own JSON is ASCII and takes any number; what is nested too deep for it is not kept.
        body = "{}" if isinstance(fault, RecursionError) else json.dumps(update)
        return row | {"chat_id": 0, "body": body, "state": "set aside", "problem": problem}


def _without_card(update: dict[str, Any]) -> dict[str, Any]:
    """Of a card that was tapped only what a turn looks at: it repeats what people wrote, addresses included."""
    tap = update.get("callback_query")
    if not isinstance(tap, dict) or not isinstance(card := tap.get("message"), dict):
        return update
    kept = {part: card[part] for part in OF_A_CARD if part in card}
    if isinstance(sizes := card.get("photo"), list):
        kept["photo"] = sizes[-1:]  # the largest is the one that we know by name
    if "reply_markup" in card:
        kept["reply_markup"] = {"inline_keyboard": []}  # that it has buttons
    return update | {"callback_query": tap | {"message": kept}}


def _written(update: dict[str, Any]) -> str | None:
    """The update as JSON, if it is clean; None if it has to be looked through."""
    try:
        body = orjson.dumps(update).decode()
    except TypeError:  # half a pair of letters, or a number that is too large
        return None
    return None if SUSPICIOUS.search(body) else body


def clean(value: Any) -> Any:
    """The same JSON value without letters that a database, a log or a screen would stumble over.

    Raises ValueError for such a number.
    """
    if isinstance(value, str):
        return value if value.isascii() and value.isprintable() else value.translate(UNWANTED)
    if isinstance(value, int) and abs(value) >= 2**63:
        raise ValueError("a number that no database holds")
    if isinstance(value, dict):
        return {key: clean(part) for key, part in value.items()}
    if isinstance(value, list):
        return [clean(part) for part in value]
    return value


def _chat_of(update: dict[str, Any]) -> int:
    """The chat whose order this update keeps; 0 for what belongs to none. ValueError for ids that nobody has."""
    for kind in ("message", "my_chat_member"):
        if kind in update:
            _bounded((update[kind].get("from") or {}).get("id") or 0)
            return _bounded(update[kind]["chat"]["id"])
    tap = update.get("callback_query") or {}
    _bounded((tap.get("from") or {}).get("id") or 0)
    chat = (tap.get("message") or {}).get("chat") or tap.get("from") or {}
    return _bounded(chat.get("id") or 0)


def _bounded(chat_id: Any) -> int:
    """Raises ValueError for a number that is none of Telegram's (they have up to 52 bits)."""
    number = int(chat_id)
    if abs(number) >= 2**52:
        raise ValueError("not an id of Telegram's")
    return number
