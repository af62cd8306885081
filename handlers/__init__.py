"""Conversations: read a tap or a message, call one shop operation, say the result.

ROUTERS are asked in this order. A message's meaning is decided so: commands; the message that it replies to; the
question that is open; and only then what it might be out of the blue.
"""

from aiogram import Router

from handlers import (
    afterwards,
    answering,
    broadcasting,
    browsing,
    contacts,
    days,
    demo,
    filling,
    groups,
    handing_over,
    kinds,
    offering,
    ordering,
    ordering_in_words,
    own_products,
    paying,
    qris,
    resting,
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
    demo.router,
    paying.router,
    talking.router,
    stock.router,
    answering.router,
    offering.router,
    handing_over.router,
    afterwards.router,
    broadcasting.router,
    days.router,
    contacts.router,
    resting.router,
    stalls.router,
    qris.router,
    own_products.router,
    kinds.router,
    selling.router,
    filling.router,
    sharing.router,
    ordering.router,
    browsing.router,
    ordering_in_words.router,
    unexplained.router,
    stale.router,
)
