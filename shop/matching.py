"""Which products does an order in words mean? Words are compared with names; what is unclear is left to be chosen."""

from collections.abc import Sequence

from models.database import Session
from models.products import Listed, Product, listed_for_sale
from shop.pricing import Terms, variant_in, variant_named
from shop.quoting import Wanted
from shop.reading import OrderItem
from shop.searching import AROUND_A_WISH, found, words_of
from shop.views import View

MOST_CANDIDATES = 6


class Matched(View):
    """What was found: `wanted` in full, or else the words that match nothing, or several products to choose from.

    `beyond`: the words, as they are compared, that are no name of what is wanted: a wish, which its seller should read
    as it was written. `unknown` with `candidates`: what is called so isn't there, only something of which words are
    left over.
    """

    wanted: tuple[Wanted, ...] = ()
    beyond: frozenset[str] = frozenset()
    unknown: str | None = None
    candidates: tuple[Listed, ...] = ()


def match_order(session: Session, items: Sequence[OrderItem], looking_at: int | None) -> Matched:
    """Find what the items of an order name; `looking_at` is the product whose card the buyer has before them."""
    wanted, beyond = [], set[str]()
    for item in items:
        candidates, variant = _candidates(session, item, looking_at)
        if not candidates:
            return Matched(unknown=item.product or "")
        if len(candidates) > 1:
            return Matched(candidates=tuple(candidates[:MOST_CANDIDATES]))
        product_id = candidates[0].id
        terms = Terms.model_validate(session.get_one(Product, product_id).terms)
        variant = _variant(terms, variant)
        said = " ".join(words for words in (item.product, item.variant) if words)
        left_over = _left_over(candidates[0], said, variant if terms.variants else None)
        if left_over and not terms.variants and not set(words_of(said)).issuperset(words_of(candidates[0].name)):
            return Matched(unknown=said, candidates=tuple(candidates))
        beyond |= left_over
        wanted.append(Wanted(product_id=product_id, quantity=item.qty or 0, unit=item.unit, variant=variant))
    return Matched(wanted=tuple(wanted), beyond=frozenset(beyond))


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


def _left_over(product: Listed, said: str, variant: str | None) -> set[str]:
    """What was said beyond the names, its seller's, and small talk: it may be cassava where there is banana."""
    known = {*words_of(f"{product.name} {variant or ''}"), *words_of(product.stall_name)} | AROUND_A_WISH
    return set(words_of(said)) - known


def _variant(terms: Terms, said: str | None) -> str | None:
    # "yang merah satu" may say more than the variant's name.
    return variant_named(terms, said) or variant_in(terms, said or "") or said
