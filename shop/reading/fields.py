"""What a reading gives: the fields of a caption, of a reply and of an order, as frozen values."""

from dataclasses import dataclass, field, fields
from typing import Any


@dataclass(frozen=True, slots=True)
class Tier:
    """From `min` units on, one costs `price`; with `per`, `price` is the total for `per` units."""

    min: int
    price: int
    per: int | None = None


@dataclass(frozen=True, slots=True)
class Listing:
    """A caption as fields. Money is rupiah, counts are selling units, `preorder_days` days.

    `ambiguous` names the fields that a person should be asked about, sorted. `reasons` maps a field to
    the words that it was read from. `guesses` are the amounts to offer for a doubtful price, best first.
    `products` holds one Listing for each product of a caption that sells several.
    """

    name: str | None = None
    price: int | None = None
    per: int = 1
    price_max: int | None = None
    price_was: int | None = None
    unit: str | None = None
    stock: int | None = None
    min_order: int | None = None
    tiers: tuple[Tier, ...] = ()
    variants: tuple[str, ...] = ()
    variant_prices: dict[str, int] = field(default_factory=dict)
    preorder_days: int | None = None
    cod: bool | None = None
    ambiguous: tuple[str, ...] = ()
    reasons: dict[str, str] = field(default_factory=dict, compare=False)
    guesses: tuple[int, ...] = ()
    products: "tuple[Listing, ...]" = ()


@dataclass(frozen=True, slots=True)
class PriceReply:
    """A price that a seller was asked for; `price` is None when it must be refused."""

    price: int | None = None
    per: int = 1
    unit: str | None = None
    ambiguous: tuple[str, ...] = ()
    guesses: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class StockReply:
    """A stock that a seller was asked for; `stock` is None when it can't be known."""

    stock: int | None = None
    unit: str | None = None
    ambiguous: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OrderItem:
    """One row of an order; `qty` counts `unit`, and is None when it can't stand (0, negative, a question)."""

    product: str | None = None
    qty: int | None = None
    unit: str | None = None
    variant: str | None = None


@dataclass(frozen=True, slots=True)
class OrderText:
    """A buyer's message. `intent`: order, question, cancel, payment, tracking, complaint or other.

    `aside`: what an order says beside its items, without its negations: telling what, but not how ("telur").
    """

    intent: str = "other"
    items: tuple[OrderItem, ...] = ()
    name: str | None = None
    phone: str | None = None
    address: str | None = None
    payment: str | None = None
    courier: str | None = None
    ambiguous: tuple[str, ...] = ()
    aside: tuple[str, ...] = ()


_FOR_THE_CARD = {"reasons", "guesses", "products", "aside"}


def to_json(reading: Listing | PriceReply | StockReply | OrderText) -> dict[str, Any]:
    """The reading with exactly the schema's keys, ready for a JSON encoder."""
    shown = (f.name for f in fields(reading) if f.name not in _FOR_THE_CARD)
    return {name: _plain(getattr(reading, name)) for name in shown}


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if isinstance(value, Tier):
        tier = {"min": value.min, "price": value.price}
        return tier if value.per is None else {**tier, "per": value.per}
    if isinstance(value, OrderItem):
        return {f.name: getattr(value, f.name) for f in fields(value)}
    return dict(value) if isinstance(value, dict) else value
