"""How a week looks: a picture with a few large numbers, and a line of words under it."""

from handlers.cards.card import Button, Card, rows
from handlers.cards.days import some_of
from handlers.taps import Go, Today
from locales import Words, plainly
from shop.photos import Bar, WeekSheet, week_picture
from shop.telling import Telling, needed
from shop.weeks import DaySold, Sold, Week


def week_card(week: Week, words: Words, weeks_back: int = 0) -> Card:
    """A week as a picture; a week without sales only as words."""
    first, last = words.day(week.days[0].day), words.day(week.days[-1].day)
    before = Button(
        words("button-week-before" if weeks_back else "button-last-week"), Today(do="week", page=weeks_back + 1)
    )
    keyboard = rows([before, Button(words("button-today"), Go(to="today"))])
    if not week.packs:
        return Card(words("week-nothing", first=first, last=last), keyboard)
    packs, total = words.amount(week.packs, None), words.rupiah(week.rupiah)
    text = words("week-caption", first=first, last=last, packs=packs, sum=total)
    sheet = week_sheet(week, words)
    return Card(text, keyboard, drawing=lambda: week_picture(sheet))


def monday_card(telling: Telling, words: Words) -> Card:
    """Monday's notice."""
    card = week_card(needed(telling.week, telling), words, weeks_back=1)
    return Card(f"{words('week-morning')}\n{card.text}", card.keyboard, drawing=card.drawing)


def week_sheet(week: Week, words: Words) -> WeekSheet:
    """The week's numbers in words, as the picture shows them."""

    def said(key: str, **facts: str) -> str:
        return plainly(words(key, **facts))

    facts = [(words.amount(week.packs, None), said("week-packs"))]
    if week.answer_minutes is not None:
        facts.append((words.duration(week.answer_minutes), said("week-answer")))
    first, last = words.day(week.days[0].day), words.day(week.days[-1].day)
    return WeekSheet(
        stall=week.stall.name,
        title=said("week-title", first=first, last=last),
        total=words.rupiah(week.rupiah),
        total_label=said("week-total"),
        facts=tuple(facts),
        bars=tuple(_bar(day, words) for day in week.days),
        best_title=said("week-best"),
        best=tuple((sold.name, plainly(_how_much(sold, words))) for sold in week.best),
        low_title=said("week-low"),
        low=plainly(some_of(week.low, words)),
    )


def _how_much(sold: Sold, words: Words) -> str:
    return words("week-best-line", packs=words.amount(sold.packs, None), sum=words.short_rupiah(sold.rupiah))


def _bar(day: DaySold, words: Words) -> Bar:
    packs = words.amount(day.packs, None) if day.packs else ""
    return Bar(value=day.rupiah, over=words.short_rupiah(day.rupiah), label=words.weekday(day.day), under=packs)
