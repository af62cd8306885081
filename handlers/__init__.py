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
    mydata,
    ordering,
    ordering_in_words,
    own_products,
    selling,
    sharing,
    stale,
    stalls,
    starting,
    stock,
    talking,
    unexplained,
)

ROUTERS: tuple[Router, ...] = (
    groups.router,
    starting.router,
    mydata.router,
    demo.router,
    talking.router,
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
    ordering_in_words.router,
    unexplained.router,
    stale.router,
)
