"""How days off look: until when, what becomes of orders meanwhile, and what buyers see of a closed stall."""

from datetime import date, timedelta

from handlers.cards.card import AnyButton, Button, Card, rows
from handlers.taps import Go, Rest
from locales import Words
from shop.holidays import Closed
from shop.reading import REASONS
from shop.rules import OPENS_AT
from shop.views import StallView

NEAR_DAYS = 6
A_ROW = 3
REASON_KEYS = tuple(REASONS)


def closed_lines(stall: StallView, words: Words, key: str | None = None) -> list[str]:
    """A line about a stall that is closed; none if it is open. Without `key`, what a buyer should know beforehand."""
    if stall.closed_until is None:
        return []
    key = key or ("closed-refuse" if stall.refuses else "closed-wait")
    return [words(key, stall=stall.name, why=why_closed(stall, words), until=until_when(stall, words))]


def why_closed(stall: StallView, words: Words) -> str:
    """ "melaut", "libur"."""
    return words(f"rest-{stall.closed_words or REASON_KEYS[-1]}")


def until_when(stall: StallView, words: Words) -> str:
    """ "Jumat 27 November jam 07.00 WIB"."""
    return words.moment(stall.closed_until, stall.zone) if stall.closed_until else ""


def ask_until_card(words: Words, today: date, why: int = 0, guesses: tuple[date, ...] = ()) -> Card:
    """When does the stall open again? `guesses` are the days that may have been meant."""

    def tap(label: str, day: date) -> Button:
        return Button(label, Rest(do="day", day=number_of(day), why=why))

    near = guesses or tuple(today + timedelta(days=n) for n in range(1, NEAR_DAYS + 1))
    days = [tap(words.day(day, short=True), day) for day in near[:NEAR_DAYS]]
    weeks = [
        tap(words("button-rest-week"), today + timedelta(weeks=1)),
        tap(words("button-rest-two-weeks"), today + timedelta(weeks=2)),
    ]
    text = words("ask-rest-guess" if guesses else "ask-rest")
    pages: list[list[AnyButton]] = [list(days[at : at + A_ROW]) for at in range(0, len(days), A_ROW)]
    return Card(text, rows(*pages, weeks, [Button(words("button-back"), Go(to="stall"))]))


def confirm_rest_card(words: Words, day: date, why: int) -> Card:
    """Read back; one choice is left, and it closes the stall."""
    text = words(
        "rest-read-back",
        why=words(f"rest-{REASON_KEYS[why]}"),
        day=words.day(day),
        hour=words("hour-of-day", hour=f"{OPENS_AT:02d}"),
    )

    def tap(label: str, do: str) -> list[AnyButton]:
        return [Button(words(label), Rest(do=do, day=number_of(day), why=why))]

    other = [Button(words("button-rest-other-day"), Go(to="rest")), Button(words("button-back"), Go(to="stall"))]
    return Card(text, rows(tap("button-rest-wait", "wait"), tap("button-rest-refuse", "refuse"), other))


def closed_card(closed: Closed, words: Words) -> Card:
    """The stall is closed now; what that means, and the way back."""
    stall = closed.stall
    lines = [words("rest-kept", why=why_closed(stall, words), until=until_when(stall, words)), ""]
    lines.append(words("rest-kept-refuse" if stall.refuses else "rest-kept-wait"))
    if closed.waiting:
        lines.append(words("rest-kept-waiting", count=closed.waiting))
    lines.append(words("rest-kept-quiet"))
    change = Button(words("button-rest-other-day"), Go(to="rest"))
    last: list[AnyButton] = [Button(words("button-my-stall"), Go(to="stall"))]
    if closed.waiting:
        last.append(Button(words("button-today"), Go(to="today")))
    return Card("\n".join(lines), rows([open_button(words), change], last))


def open_button(words: Words) -> Button:
    """ "Buka sekarang"."""
    return Button(words("button-open-now"), Rest(do="open"))


def number_of(day: date) -> int:
    """A day as a button carries it: 20261127."""
    return day.year * 10_000 + day.month * 100 + day.day
