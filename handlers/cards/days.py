"""How "Hari ini" looks: what there is to do, how many of each, and a button to each order."""

from handlers.cards.buttons import page_buttons
from handlers.cards.card import AnyButton, Button, Card, rows
from handlers.cards.products import short
from handlers.cards.resting import closed_lines, open_button
from handlers.taps import Go, OrderTap, Today
from locales import Words
from shop.days import Day, Due

NAMES_SHOWN = 3


def today_card(day: Day, words: Words, headline: str | None = None) -> Card:
    """What there is to do, the most urgent first; `headline` says why it is told now."""
    lines = [
        headline or words("today-title", stall=day.stall.name),
        *closed_lines(day.stall, words, "my-stall-closed"),
        "",
    ]
    lines += [words(f"today-{task}", count=count) for task, count in day.tasks.items()]
    if day.low:
        lines.append(words("today-low", names=some_of(day.low, words)))
    if not day.tasks and not day.low:
        lines.append(words("today-nothing"))
    orders: list[list[AnyButton]] = [
        [Button(_due_line(due, words), OrderTap(do="show", order_id=due.order_id))] for due in day.due
    ]
    turns = page_buttons(day.page, day.page < day.pages - 1, lambda page: Today(do="day", page=page), words)
    return Card("\n".join(lines), rows(*orders, turns, *_ways_on(day, words)))


def _ways_on(day: Day, words: Words) -> list[list[AnyButton]]:
    restock: list[AnyButton] = [Button(words("button-restock"), Today(do="low"))] if day.low else []
    week = Button(words("button-this-week"), Today(do="week"))
    opens: list[AnyButton] = [open_button(words)] if day.stall.closed_until else []
    return [opens, [*restock, week], [Button(words("button-my-stall"), Go(to="stall"))]]


def _due_line(due: Due, words: Words) -> str:
    name = words("due-several", name=due.name, count=due.more) if due.more else due.name
    return short(words(f"due-{due.task}", order=str(due.order_id), name=name, buyer=due.buyer))


def some_of(names: tuple[str, ...], words: Words) -> str:
    """The first few of many names, and how many more there are."""
    shown, more = ", ".join(names[:NAMES_SHOWN]), len(names) - NAMES_SHOWN
    return words("today-more", names=shown, count=more) if more > 0 else shown
