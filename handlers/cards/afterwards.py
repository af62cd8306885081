"""How it looks when a buyer has something to say after an order."""

from handlers.cards.buttons import back_to_order, see_order
from handlers.cards.card import Card, rows
from locales import Words
from shop.views import OrderView


def ask_complaint_card(order: OrderView, words: Words) -> Card:
    """What is wrong?"""
    return Card(words("ask-complaint", order=str(order.id)), rows([back_to_order(order, words)]))


def complained_card(order: OrderView, words: Words) -> Card:
    """The operators know. Nothing here writes to the seller: a reply to this is meant for the operators, too."""
    return Card(words("complained", order=str(order.id)), rows([see_order(order, words)]))
