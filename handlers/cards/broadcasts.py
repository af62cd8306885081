"""How a broadcast looks to its operator: whom, how many, how long; then how far; then how it went."""

from handlers.cards.card import Button, Card, Keyboard, rows
from handlers.taps import Announce, Go
from locales import Words
from shop.broadcasts import AUDIENCES
from shop.views import BroadcastView

PEOPLE_PER_SECOND = 30


def ask_announcement_card(words: Words) -> Card:
    """What shall be announced?"""
    return Card(words("ask-announcement"), rows([Button(words("button-cancel"), Go(to="home"))]))


def ask_audience_card(broadcast: BroadcastView, words: Words) -> Card:
    """To whom?"""
    return Card(words("ask-audience"), _audiences(broadcast, words))


def _audiences(broadcast: BroadcastView, words: Words) -> Keyboard:
    choices = [
        [Button(words(f"audience-{audience}"), Announce(do=audience, broadcast_id=broadcast.id))]
        for audience in AUDIENCES
        if audience != broadcast.audience
    ]
    return rows(*choices, [Button(words("button-cancel"), Announce(do="cancel", broadcast_id=broadcast.id))])


def preview_card(broadcast: BroadcastView, words: Words) -> Card:
    """The head-count and the time that it will take, before anything is sent."""
    audience = words(f"audience-{broadcast.audience}")
    cancel = Button(words("button-cancel"), Announce(do="cancel", broadcast_id=broadcast.id))
    if broadcast.people == 0:
        return Card(words("preview-nobody", audience=audience), _audiences(broadcast, words))
    text = words("preview", audience=audience, people=broadcast.people, time=_time(broadcast.people, words))
    send = Announce(do="send", broadcast_id=broadcast.id, to=broadcast.audience or "")
    return Card(text, rows([Button(words("button-send"), send)], [cancel]))


def progress_card(broadcast: BroadcastView, words: Words) -> Card:
    """How far it is: one message, edited in place."""
    done = broadcast.people - broadcast.counts.get("waiting", 0) - broadcast.counts.get("sending", 0)
    left = broadcast.people - done
    if not left:
        return Card(
            words("progress-done", people=broadcast.people), rows([Button(words("button-home"), Go(to="home"))])
        )
    bar = "▓" * (10 * done // max(1, broadcast.people))
    return Card(words("progress", done=done, people=broadcast.people, bar=bar.ljust(10, "░"), time=_time(left, words)))


def report_card(broadcast: BroadcastView, words: Words) -> Card:
    """How it went."""
    counts = broadcast.counts
    lines = [words("report", sent=counts.get("sent", 0), people=broadcast.people)]
    for state in ("refused", "failed", "unknown"):
        if counts.get(state):
            lines.append(words(f"report-{state}", count=counts[state]))
    lines += [words("report-name", name=name) for name in broadcast.unknown]
    return Card("\n".join(lines), rows([Button(words("button-announce-again"), Go(to="announce"))]))


def announcement_cancelled_card(words: Words) -> Card:
    """Nothing was sent."""
    return Card(words("announcement-cancelled"), rows([Button(words("button-announce-again"), Go(to="announce"))]))


def copy_keyboard(words: Words) -> Card:
    """What stands under each person's copy: the way to hear no more of these."""
    return Card("", rows([Button(words("button-announcements-off"), Go(to="quiet"))]))


def _time(people: int, words: Words) -> str:
    seconds = -(-people // PEOPLE_PER_SECOND)
    return words("seconds", count=seconds) if seconds < 90 else words("minutes", count=-(-seconds // 60))
