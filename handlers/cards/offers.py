"""How it looks when a seller offers something else than was ordered."""

from handlers.cards.buttons import back_to_order, order_button
from handlers.cards.card import AnyButton, Button, Card, rows
from handlers.taps import OrderTap
from locales import Words
from shop.views import OrderView


def what_differs_card(order: OrderView, words: Words) -> Card:
    """Fewer, another price, or a fee for bringing it?"""
    choices = [order_button(order, words, f"button-offer-{what}", what) for what in ("less", "price", "fee")]
    fewer: list[AnyButton] = [choices[0]] if any(line.at_first > 1 for line in order.lines) else []
    return Card(words("what-differs", order=str(order.id)), rows(fewer, choices[1:], [back_to_order(order, words)]))


def which_line_card(order: OrderView, words: Words) -> Card:
    """Of which of the things ordered are there fewer?"""
    lines = [
        [Button(line.name[:40], OrderTap(do="less", order_id=order.id, line=number))]
        for number, line in enumerate(order.lines, start=1)
        if line.at_first > 1
    ]
    return Card(words("which-line", order=str(order.id)), rows(*lines, [back_to_order(order, words)]))


def ask_fewer_card(order: OrderView, number: int, words: Words) -> Card:
    """How many can be had? `number` counts the order's lines from 1."""
    line = order.lines[number - 1]
    counts = sorted({line.at_first - 1, -(-(line.at_first - 1) // 2), 1}, reverse=True)
    buttons = [
        Button(str(count), OrderTap(do="fewer", order_id=order.id, line=number, value=count, offers=order.offers))
        for count in counts
    ]
    if line.parts > 1:  # weighed: what the scale says is typed
        return Card(words("ask-less", name=line.name), rows([back_to_order(order, words)]))
    return Card(words("ask-fewer", name=line.name), rows(buttons, [back_to_order(order, words)]))


def ask_sum_card(what: str, order: OrderView, words: Words) -> Card:
    """What does it cost, all together (`price`), or to bring it (`fee`)?"""
    sum_now = words.rupiah(order.total)
    return Card(words(f"ask-offer-{what}", order=str(order.id), sum=sum_now), rows([back_to_order(order, words)]))


def guess_sum_card(what: str, order: OrderView, guesses: tuple[int, ...], words: Words) -> Card:
    """A doubtful sum is asked back."""
    choices = [
        Button(words.rupiah(guess), OrderTap(do=f"the-{what}", order_id=order.id, value=guess, offers=order.offers))
        for guess in guesses[:2]
    ]
    return Card(words("ask-sum-guess", guess=words.rupiah(guesses[0])), rows(choices, [back_to_order(order, words)]))
