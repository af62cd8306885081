"""Which products does an order in words mean? Words are compared with names; what is unclear is left to be chosen."""

from collections.abc import Sequence

from models.database import Session
from models.products import Listed, Product, listed_for_sale
from shop.pricing import Terms, variant_in, variant_named
from shop.quoting import Wanted
from shop.reading import OrderItem
from shop.searching import found
from shop.views import View

MOST_CANDIDATES = 6


class Matched(View):
    """What was found: `wanted` in full, or else the words that match nothing, or several products to choose from."""

    wanted: tuple[Wanted, ...] = ()
    unknown: str | None = None
    candidates: tuple[Listed, ...] = ()


def match_order(session: Session, items: Sequence[OrderItem], looking_at: int | None) -> Matched:
    """Find what the items of an order name; `looking_at` is the product whose card the buyer has before them."""
    wanted = []
    for item in items:
        candidates, variant = _candidates(session, item, looking_at)
        if not candidates:
            return Matched(unknown=item.product or "")
        if len(candidates) > 1:
            return Matched(candidates=tuple(candidates[:MOST_CANDIDATES]))
        product_id = candidates[0].id
        variant = _variant(session.get_one(Product, product_id), variant)
        wanted.append(Wanted(product_id=product_id, quantity=item.qty or 0, unit=item.unit, variant=variant))
    return Matched(wanted=tuple(wanted))


def _candidates(session: Session, item: OrderItem, looking_at: int | None) -> tuple[list[Listed], str | None]:
    """Products with the item's words in the name, and what is left of its words for the variant."""
    before_them = listed_for_sale(session, looking_at) if looking_at else None
    if item.product is None:
        return ([before_them] if before_them else []), item.variant
    words = item.product.split()
    for kept in range(len(words), 0, -1):
        candidates = found(session, " ".join(words[:kept]), 0, MOST_CANDIDATES + 1)
        if candidates:
            rest = " ".join([*words[kept:], item.variant or ""]).strip() or None
            return _narrowed(candidates, " ".join(words[:kept]), before_them), rest
    return [], None


def _narrowed(candidates: list[Listed], name: str, before_them: Listed | None) -> list[Listed]:
    """The one that is being looked at, or the one that is called just so; otherwise all."""
    if before_them and before_them in candidates:
        return [before_them]
    exact = [each for each in candidates if each.name.casefold() == name.casefold()]
    return exact if len(exact) == 1 else candidates


def _variant(product: Product, said: str | None) -> str | None:
    terms = Terms.model_validate(product.terms)
    # "yang merah satu" may say more than the variant's name.
    return variant_named(terms, said) or variant_in(terms, said or "") or said
