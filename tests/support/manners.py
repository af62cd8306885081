"""What must be true of everything that the bot says, whatever the test is about."""

import json
import re

from locales import SET_ASIDE
from tests.support.cast import Json, Town

# The journal keeps the names of methods in small letters.
SAYING = {"sendmessage", "sendphoto", "editmessagetext", "editmessagecaption", "editmessagemedia", "senddocument"}
MOST_IN_A_ROW = 3
MOST_BYTES = 64
# Said without a button on purpose: they change by themselves, and the report follows.
NEEDS_NO_BUTTON = re.compile(r"Sedang dikirim|sudah diurus")
# Telegram's ways of saying that what was wanted is so, or is no longer wanted.
WELCOME_REFUSALS = re.compile("not modified|query is too old")
# What no person should ever read: our own marks, Python's words.
LEFTOVERS = re.compile(rf"{SET_ASIDE}|\bNone\b")


def faults_in(call: Json) -> list[str]:
    """What is unkind, or wrong, in one call of the bot's."""
    if call["status"] == 400 and not call["accepted"] and not WELCOME_REFUSALS.search(str(call["error"])):
        return [f"Telegram refused it: {call['error']}"]
    if call["method"] not in SAYING:
        return []
    params = call["params"]
    media = json.loads(params["media"]) if "media" in params else {}
    text = params.get("text") or params.get("caption") or media.get("caption") or ""
    return faults_in_card(text, json.loads(params.get("reply_markup") or "{}").get("inline_keyboard", []))


def faults_in_card(text: str, rows: list[list[Json]]) -> list[str]:
    """What is unkind, or wrong, in one message as a person sees it."""
    buttons = [button for row in rows for button in row]
    faults = []
    if not text.strip():
        faults.append("it says nothing")
    if not buttons and not NEEDS_NO_BUTTON.search(text):
        faults.append("it has no button")
    if any(len(row) > MOST_IN_A_ROW for row in rows):
        faults.append("a row has more than three buttons")
    faults += [
        f"{button['text']!r} carries too much"
        for button in buttons
        if len(button.get("callback_data", "").encode()) > MOST_BYTES
    ]
    shown = [text, *(part for button in buttons for part in button.values() if isinstance(part, str))]
    shown += [button["copy_text"]["text"] for button in buttons if "copy_text" in button]
    faults += [f"a leftover in {part!r}" for part in shown if LEFTOVERS.search(part)]
    return faults


async def unkind_words(town: Town) -> list[str]:
    """All that was unkind or wrong in what the bot said so far."""
    return [
        f"{call['method']} {call['params'].get('text') or call['params'].get('caption')!r}: {fault}"
        for call in await town.calls()
        for fault in faults_in(call)
    ]
