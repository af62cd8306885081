"""What an order costs: wholesale prices, variants, minimums. Pure."""

from fractions import Fraction
from math import ceil

from pydantic import BaseModel, ConfigDict

from shop.amounts import Sold, amount_of, in_stock
from shop.errors import ShopError


class Tier(BaseModel):
    """From `min` units on, one costs `price`; with `per`, `price` is the total for `per` units. Rupiah."""

    model_config = ConfigDict(frozen=True)

    min: int
    price: int
    per: int | None = None


class Terms(BaseModel):
    """On which terms a product is sold, besides its price.

    `min_order` counts selling units; `variant_prices` holds rupiah for variants whose price differs; `price_was` is the
    struck-through price.
    """

    model_config = ConfigDict(frozen=True)

    min_order: int | None = None
    tiers: tuple[Tier, ...] = ()
    variants: tuple[str, ...] = ()
    variant_prices: dict[str, int] = {}
    preorder_days: int | None = None
    cod: bool | None = None
    price_was: int | None = None


def least_quantity(terms: Terms, sold: Sold) -> int:
    """How much one has to order at least: packs of `per` units, or parts of what is weighed, in whole steps."""
    if sold.parts == 1:
        return max(1, -(-(terms.min_order or 1) // sold.per))
    return max(1, -(-(terms.min_order or 0) * sold.parts // sold.step)) * sold.step


def least_stock(terms: Terms, sold: Sold) -> int:
    """How many pieces of stock that is: with fewer it is sold out."""
    return in_stock(least_quantity(terms, sold), sold.per, sold.parts)


def variant_named(terms: Terms, name: str | None, number: int = 0) -> str | None:
    """The variant with this number (from 1) or this name, however it is spelt; None if there is none such."""
    if number:
        return terms.variants[number - 1] if 0 < number <= len(terms.variants) else None
    wanted = (name or "").casefold().split()
    return next((known for known in terms.variants if known.casefold().split() == wanted), None)


def variant_in(terms: Terms, said: str) -> str | None:
    """The one variant whose name is among these words; None if none is, or several are."""
    words = set(said.casefold().split())
    named = [name for name in terms.variants if set(name.casefold().split()) <= words]
    return named[0] if len(named) == 1 else None


def check_minimum(terms: Terms, sold: Sold, quantity: int, product_id: int) -> None:
    """Raises ShopError("under-minimum", least=…) for an order that is too small."""
    least = least_quantity(terms, sold)
    if quantity < least:
        raise ShopError("under-minimum", least=amount_of(least, sold), product_id=product_id)


def bargains(terms: Terms, price: int, per: int) -> list[Tier]:
    """The wholesale prices that are one: a price for `per` units that was lowered since may be the better one."""
    return [tier for tier in terms.tiers if tier.price * per <= price * (tier.per or 1)]


def amount_for(price: int, per: int, terms: Terms, quantity: int, variant: str | None = None, parts: int = 1) -> int:
    """What `quantity` packs of `per` units cost, or so many parts of what is weighed; rounded up to a whole rupiah.

    A wholesale price for one applies to all of them from its minimum on; whole wholesale packs ("6 pcs 10rb") are
    taken as often as they fit, the largest first, and the rest costs what one costs. None of them makes it dearer.
    """
    units = Fraction(quantity, parts) if parts > 1 else Fraction(quantity * per)
    if variant in terms.variant_prices:
        return ceil(terms.variant_prices[variant] * units / per)
    plain, tiers = price * units / per, bargains(terms, price, per)
    packs = sorted((tier for tier in tiers if tier.per), key=lambda tier: -(tier.per or 0))
    each = [tier.price for tier in tiers if not tier.per and units >= tier.min]
    if each:
        return ceil(min(each) * units)
    total = Fraction(0)
    for tier in packs:
        fits, units = divmod(units, tier.per or 1)
        total += fits * tier.price
    # What is left over is sold in packs of `per`, as always.
    total += (units / per if parts > 1 else ceil(units / per)) * price
    return ceil(min(total, plain))
