"""Reading what sellers and buyers write: pure functions from text to fields, with the words behind each.

normalise -> tokens -> pieces (tokens with their readings) -> terms, offers, choices, name -> fields.
The vocabulary is in `words/`, one table a language.
"""

from shop.reading.captions import read_caption
from shop.reading.fields import Listing, OrderItem, OrderText, PriceReply, StockReply, Tier, to_json
from shop.reading.orders import read_order
from shop.reading.replies import read_price, read_stock
from shop.reading.resting import REASONS, Rest, read_opening, read_rest

__all__ = [
    "REASONS",
    "Listing",
    "OrderItem",
    "OrderText",
    "PriceReply",
    "Rest",
    "StockReply",
    "Tier",
    "read_caption",
    "read_opening",
    "read_order",
    "read_price",
    "read_rest",
    "read_stock",
    "to_json",
]
