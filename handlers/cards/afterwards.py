"""How it looks when a buyer has something to say after an order."""

from handlers.cards.card import Button, Card, rows
from handlers.taps import OrderTap
from locales import Words
from shop.views import OrderView


def ask_complaint_card(order: OrderView, words: Words) -> Card:
    """What is wrong?"""
    back = Button(words("button-back"), OrderTap(do="show", order_id=order.id))
    return Card(words("ask-complaint", order=str(order.id)), rows([back]))


def complained_card(order: OrderView, words: Words) -> Card:
    """The operators know; meanwhile the seller can be written to."""
    write = Button(words("button-write-seller"), OrderTap(do="write", order_id=order.id))
    see = Button(words("button-see-order"), OrderTap(do="show", order_id=order.id))
    return Card(words("complained", order=str(order.id)), rows([write], [see]))
