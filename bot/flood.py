"""When one person sends more than can be answered: all of it is done, and the last of it is answered.

Answers leave at Telegram's pace, one a second in a chat. Without this, a thousand taps of a bored child would be
answered for a quarter of an hour, and the order that comes after them would wait behind them.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import orjson

from bot.speaking import Say
from locales import Words
from models.database import Session
from models.inbox import InboxRow, rows_behind

CROWD = 10  # that many more updates of one chat are waiting: nobody writes so fast, and nobody reads so fast

OVER_AFTER = 60.0  # seconds in which no crowd was seen any more


@dataclass(frozen=True)
class Behind:
    """What waits in a chat behind a turn: how much (up to CROWD + 1), and whether the next one says the same again."""

    many: int = 0
    repeats: bool = False


def look_behind(session: Session, row: InboxRow, last_row_id: int) -> Behind:
    """What waits behind the turn of `row`, whose last part is `last_row_id`."""
    waiting = rows_behind(session, row.chat_id, last_row_id, CROWD + 1)
    if len(waiting) <= CROWD:
        return Behind(len(waiting))
    return Behind(len(waiting), _said(waiting[0].body) == _said(row.body))


def _said(body: str) -> tuple[Any, ...]:
    """What an update says, whenever and however often it is said."""
    update = orjson.loads(body)
    message, tap = update.get("message") or {}, update.get("callback_query") or {}
    return message.get("text"), tap.get("data"), (tap.get("message") or {}).get("message_id"), message.get("photo")


class Floods:
    """In which chats a flood is being worked off."""

    def __init__(self) -> None:
        self._seen: dict[int, float] = {}

    def quieten(self, say: Say, chat_id: int, behind: Behind, acted: Callable[[], bool], words: Words) -> None:
        """Let a turn amid a flood keep silent, and the last one say that it answers for all.

        What a turn has done, or has tried to do, is still answered, unless the same is said again right behind it.
        """
        if behind.many > CROWD:
            self._seen[chat_id] = time.monotonic()
        seen = self._seen.get(chat_id)
        # Among several workers another one may have taken the last of them.
        if seen is None or time.monotonic() - seen > OVER_AFTER:
            return
        if behind.many:
            say.hushed = lambda: not acted() or behind.repeats or say.repeated is not None
        else:
            self._seen.pop(chat_id)
            say.preface = words("answered-the-last")
