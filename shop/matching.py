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

    `wishes`: what was said beyond a product's name, for its seller to read. `unknown` with `candidates`: what is called
    so isn't there, only something of which words are left over.
    """

    wanted: tuple[Wanted, ...] = ()
    wishes: tuple[str, ...] = ()
    unknown: str | None = None
    candidates: tuple[Listed, ...] = ()


def match_order(session: Session, items: Sequence[OrderItem], looking_at: int | None) -> Matched:
    """Find what the items of an order name; `looking_at` is the product whose card the buyer has before them."""
    wanted, wishes = [], []
    for item in items:
        candidates, variant = _candidates(session, item, looking_at)
        if not candidates:
            return Matched(unknown=item.product or "")
        if len(candidates) > 1:
            return Matched(candidates=tuple(candidates[:MOST_CANDIDATES]))
        product_id = candidates[0].id
        terms = Terms.model_validate(session.get_one(Product, product_id).terms)
        if not terms.variants and _left_over(candidates[0], variant):
            said = " ".join(words for words in (item.product, item.variant) if words)
            if not set(words_of(said)).issuperset(words_of(candidates[0].name)):
                return Matched(unknown=said, candidates=tuple(candidates))
            wishes.append(said)
        variant = _variant(terms, variant)
        wanted.append(Wanted(product_id=product_id, quantity=item.qty or 0, unit=item.unit, variant=variant))
    return Matched(wanted=tuple(wanted), wishes=tuple(wishes))


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


def _left_over(product: Listed, said: str | None) -> bool:
    """Whether more was said than the name, its seller's, and small talk: it may be cassava where there is banana."""
    known = {*words_of(product.name), *words_of(product.stall_name)} | AROUND_A_WISH
    return not known.issuperset(words_of(said or ""))


def _variant(terms: Terms, said: str | None) -> str | None:
    # "yang merah satu" may say more than the variant's name.
    return variant_named(terms, said) or variant_in(terms, said or "") or said
