"""Conversations: read a tap or a message, call one shop operation, say the result.

ROUTERS are asked in this order. A message's meaning is decided so: commands; the message that it replies to; the
question that is open; and only then what it might be out of the blue.
"""

from aiogram import Router

from handlers import (
    answering,
    broadcasting,
    browsing,
    demo,
    filling,
    groups,
    ordering,
    ordering_in_words,
    own_products,
    quick_replies,
    selling,
    sharing,
    short_words,
    stale,
    stalls,
    starting,
    stock,
    talking,
    unexplained,
    wishes,
)

ROUTERS: tuple[Router, ...] = (
    groups.router,
    starting.router,
    demo.router,
    short_words.router,
    talking.router,
    quick_replies.router,
    stock.router,
    answering.router,
    broadcasting.router,
    stalls.router,
    own_products.router,
    selling.router,
    filling.router,
    sharing.router,
    ordering.router,
    browsing.router,
    wishes.router,
    ordering_in_words.router,
    unexplained.router,
    stale.router,
)
