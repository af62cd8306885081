"""A caption into a listing: clear the noise, read the terms, the prices, the variants, and last the name."""

from shop.reading.choices import Choices, read_choices
from shop.reading.fields import Listing
from shop.reading.naming import read_name
from shop.reading.noise import clear_noise
from shop.reading.offers import find_offers
from shop.reading.parse import Count, Parse
from shop.reading.priced import priced_choices
from shop.reading.prices import Prices, settle
from shop.reading.products import split_products
from shop.reading.terms import Terms, read_minimum, read_terms
from shop.reading.today import spoken_for_today
from shop.reading.units import in_base
from shop.reading.words import COUNTED, NET

_MEASURED = NET | {"kg", "ons", "liter", "meter", "lusin", "kodi"}  # these aren't counted in pieces


def read_caption(text: str) -> Listing:
    """What a caption says. Never raises; what a person would ask back is named in `ambiguous`."""
    parse, terms = _read(spoken_for_today(text)[0])
    if parts := split_products(parse):
        products = tuple(_finish(*_read(part)) for part in parts)
        return Listing(ambiguous=("name", "price"), products=products)
    return _finish(parse, terms)


def _read(text: str) -> tuple[Parse, Terms]:
    parse = Parse(text)
    clear_noise(parse)
    terms = read_terms(parse)
    find_offers(parse)
    read_minimum(parse, terms)
    return parse, terms


def _finish(parse: Parse, terms: Terms) -> Listing:
    prices = Prices()
    choices = priced_choices(parse, parse.offers, prices)
    if choices is None:
        settle(parse, terms, parse.offers, prices)
        choices = Choices()
    more = read_choices(parse)
    more.names = terms.sizes + more.names
    choices.names += [name for name in more.names if name not in choices.names]
    choices.doubt = more.doubt and not choices.names
    for offer in parse.offers:
        said = parse.said(offer.first, offer.end)
        parse.reasons["price"] = f"{parse.reasons['price']} · {said}" if "price" in parse.reasons else said
    unit = _selling_unit(parse, terms, prices)
    name = read_name(parse)
    return _listing(parse, terms, prices, choices, name, unit)


def _listing(
    parse: Parse, terms: Terms, prices: Prices, choices: Choices, name: str | None, unit: str | None
) -> Listing:
    stock, stock_doubt = _stock(terms, unit)
    least, least_doubt = _in_selling_units(terms.minimum, unit)
    asked = set(prices.doubts)
    asked |= {field for field, doubtful in (
        ("name", name is None), ("price", prices.price is None), ("stock", stock_doubt), ("min_order", least_doubt),
        ("variants", choices.doubt), ("preorder_days", terms.preorder_doubt and terms.preorder_days is None),
    ) if doubtful}  # fmt: skip
    return Listing(
        name, prices.price, prices.per, prices.price_max, prices.price_was, unit, stock, least, tuple(prices.tiers),
        tuple(choices.names), prices.variant_prices, terms.preorder_days, terms.cod, tuple(sorted(asked)),
        parse.reasons, prices.guesses,
    )  # fmt: skip


def _selling_unit(parse: Parse, terms: Terms, prices: Prices) -> str | None:
    """The price's unit; else the only one that the stock, the minimum or a pouch with its weight names."""
    if prices.unit:
        return prices.unit
    for count in (terms.stock, terms.minimum):
        if count and count.unit and count.unit not in NET:
            return in_base(1, count.unit)[1] if count.unit in COUNTED else count.unit
    for at in range(len(parse) - 1):
        if parse.free(at) and parse.free(at + 1) and parse.has(at, "per") and (unit := parse.unit(at + 1)):
            parse.take(at, at + 2, "unit")
            return unit
    for at in range(1, len(parse)):
        packed = parse.free(at) and parse.get(at).kind == "word" and parse.get(at - 1).unit in NET
        if packed and (unit := parse.unit(at)) and parse.free(at - 1):
            parse.take(at, at + 1, "unit")
            return unit
    return None


def _stock(terms: Terms, unit: str | None) -> tuple[int | None, bool]:
    if terms.stock is None:
        return (0, False) if terms.gone else (None, False)
    stock, doubt = _in_selling_units(terms.stock, unit)
    return stock, doubt or terms.stock_doubt


def _in_selling_units(count: Count | None, unit: str | None) -> tuple[int | None, bool]:
    """A count in selling units, and whether to ask: "3 dus" of a thing sold by bungkus can't be known."""
    if count is None:
        return None, False
    value, counted = in_base(count.value, count.unit)
    if counted == "gram" and unit == "kg":
        value, counted = value / 1000, "kg"
    if counted is None or unit in {counted, None} or (counted == "pcs" and unit not in _MEASURED):
        return (int(value), False) if value == int(value) else (None, True)
    if count.unit == unit:
        return int(count.value), False
    return None, True
