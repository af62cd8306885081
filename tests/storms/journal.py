"""Pure checks of the sandbox's journal: the pace, what was sent when we had to keep still, what came more than once."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from bot.pace import EVERYBODY
from bot.pacing import CHAT_PACE, MESSAGES
from shop.views import NAMED
from tests.chaos.checker import repeats_in
from tests.chaos.evidence import Acknowledged, Json

OVERALL = 30
# What was under way when a 429 came can't be called back.
UNDER_WAY_SECONDS = 0.15
A_HAIR = 0.01
NEVER = (0.0, 0.0)
RETRY_AFTER = re.compile(r"retry after (\d+)")


def too_fast(journal: Sequence[Json]) -> list[str]:
    """Sliding seconds in which more than 30 messages reached Telegram, whatever it answered."""
    moments = [call["at"] for call in journal if call["method"] in MESSAGES]
    first, faults = 0, []
    for last, moment in enumerate(moments):
        while moments[first] <= moment - 1:
            first += 1
        if last - first + 1 > OVERALL:
            faults.append(f"pace: {last - first + 1} messages in the second before {moment}")
    return faults


def inside_retry_after(journal: Sequence[Json]) -> list[str]:
    """Messages that were sent while Telegram had told us to keep still: a chat that was ahead of its pace, or all."""
    faults: list[str] = []
    still: dict[int, tuple[float, float]] = {}
    paced: dict[int, float] = {}
    for call in journal:
        at, chat = call["at"], call["chat_id"] or EVERYBODY
        ahead = paced.get(chat, 0.0) > at - UNDER_WAY_SECONDS
        if call["method"] in MESSAGES:
            for since, until in (still.get(EVERYBODY, NEVER), still.get(chat, NEVER)):
                if since < at < until:
                    faults.append(f"retry_after: {call['method']} at {at}, {until - at:.2f} s too early")
            paced[chat] = max(at, paced.get(chat, 0.0)) + CHAT_PACE
        if call["status"] == 429:
            wait = RETRY_AFTER.search(call["error"])
            assert wait is not None
            whom = chat if ahead else EVERYBODY
            since, until = still.get(whom, NEVER)
            since = at + UNDER_WAY_SECONDS if at >= until else since
            still[whom] = since, max(until, at + int(wait[1]) - A_HAIR)
    return faults


def repeated_news(journal: Sequence[Json], acknowledged: Acknowledged) -> list[str]:
    """News that came more often than answers of Telegram's were lost: at least once, and no oftener than need be."""
    lost = sum(call["accepted"] and call["status"] == 0 and call["method"] in MESSAGES for call in journal)
    repeats = repeats_in(journal, acknowledged)
    return [f"repeated: {repeats} pieces of news, {lost} lost answers"] if repeats > lost else []


def broken_announcement(journal: Sequence[Json], fates: Mapping[int, str]) -> list[str]:
    """What is wrong with an announcement: one copy each at most, every fate true, the unknown named in the report."""
    calls = [call for call in journal if call["method"] == "copymessage"]
    got = Counter(int(call["chat_id"]) for call in calls if call["accepted"])
    unsure = {int(call["chat_id"]) for call in calls if call["status"] in (0, 500, 502)}
    refused = {int(call["chat_id"]) for call in calls if call["status"] == 403}
    report = next((text for call in journal if "Pengumuman selesai" in (text := _text(call))), "")
    faults = [f"copied twice: {person} got {count}" for person, count in got.items() if count > 1]
    for person, fate in fates.items():
        is_true = {
            "sent": got[person] == 1,
            "unknown": person in unsure and (f"({person})" in report or report.count("(") >= NAMED),
            "refused": person in refused and not got[person],
        }
        if not is_true.get(fate, False):
            faults.append(f"copy lost: {person} is {fate}, got {got[person]}, named: {f'({person})' in report}")
    return faults


def _text(call: Json) -> str:
    return str(call["params"].get("text") or "") if call["accepted"] and call["method"] == "sendmessage" else ""
