"""Reading what sellers and buyers write: pure functions from text to fields, with the words behind each.

normalise -> tokens -> pieces (tokens with their readings) -> terms, offers, choices, name -> fields.
The vocabulary is in `words/`, one table a language.
"""

from shop.reading.amounts import CHANGE_WORDS, Said, read_amount, read_variant_counts, spell_amounts
from shop.reading.captions import read_caption
from shop.reading.fields import Listing, OrderItem, OrderText, to_json
from shop.reading.orders import denies, read_order
from shop.reading.replies import read_price, read_stock
from shop.reading.resting import REASONS, Rest, read_opening, read_rest
from shop.reading.restocks import StockSaid, besides_stock, read_stock_said, speaks_of_stock
from shop.reading.today import spoken_for_today
from shop.reading.variant_prices import read_variant_prices
from shop.reading.words import UNITS

__all__ = [
    "CHANGE_WORDS",
    "REASONS",
    "UNITS",
    "Listing",
    "OrderItem",
    "OrderText",
    "Rest",
    "Said",
    "StockSaid",
    "besides_stock",
    "denies",
    "read_amount",
    "read_caption",
    "read_opening",
    "read_order",
    "read_price",
    "read_rest",
    "read_stock",
    "read_stock_said",
    "read_variant_counts",
    "read_variant_prices",
    "speaks_of_stock",
    "spell_amounts",
    "spoken_for_today",
    "to_json",
]
