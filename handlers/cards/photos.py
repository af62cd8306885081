"""How a question about a photo looks."""

from handlers.cards.card import Button, Card, rows
from handlers.taps import Photo
from locales import Words


def what_photo_card(words: Words, stamp: int, draft_id: int | None = None, order_id: int | None = None) -> Card:
    """A photo came without a word: more of the draft, something for an order, or a new product?

    `stamp` is the turn that keeps the photo.
    """
    choices = []
    if draft_id is not None:
        choices.append([Button(words("button-photo-more"), Photo(is_for="more", about=draft_id, stamp=stamp))])
    if order_id is not None:
        label = words("button-photo-order", order=str(order_id))
        choices.append([Button(label, Photo(is_for="order", about=order_id, stamp=stamp))])
    choices.append([Button(words("button-photo-new"), Photo(is_for="new", stamp=stamp))])
    return Card(words("what-photo"), rows(*choices))
