"""How a question about a photo looks."""

from collections.abc import Sequence

from handlers.cards.card import AnyButton, Button, Card, rows
from handlers.cards.products import short
from handlers.taps import Go, Photo
from locales import Words
from shop.views import OrderView

MOST_ORDERS = 3


def what_photo_card(words: Words, stamp: int, draft_id: int | None = None, orders: Sequence[OrderView] = ()) -> Card:
    """A photo came without a word: more of the draft, a payment for one of these orders, or a new product?

    `stamp` is the turn that keeps the photo. A seller's name stands beside each order: a proof is for one of them only.
    """
    choices: list[list[AnyButton]] = []
    if draft_id is not None:
        choices.append([Button(words("button-photo-more"), Photo(is_for="more", about=draft_id, stamp=stamp))])
    for order in orders[:MOST_ORDERS]:
        label = short(words("button-photo-order", order=str(order.id), stall=order.stall.name))
        choices.append([Button(label, Photo(is_for="order", about=order.id, stamp=stamp))])
    if len(orders) > MOST_ORDERS or (draft_id is None and not orders):
        choices.append([Button(words("button-bought"), Go(to="bought"))])
    choices.append([Button(words("button-photo-new"), Photo(is_for="new", stamp=stamp))])
    return Card(words("what-photo"), rows(*choices))
