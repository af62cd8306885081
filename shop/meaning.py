"""Which product a seller means who says how many there are: the one that is named, or the one that we asked about."""

import re
from collections.abc import Iterator
from datetime import datetime

from models.database import Session
from models.notices import last_sent
from models.products import Product, products_by_id, products_of_stall
from models.stalls import stall_of
from shop import rules
from shop.pricing import Terms
from shop.reading import CHANGE_WORDS, besides_stock
from shop.searching import words_of
from shop.variants import number_of

QUESTION_STAYS_OPEN = rules.LAPSES_AFTER
MOST_LOOKED_THROUGH = 500


def product_named(session: Session, person_id: int, text: str) -> tuple[int, int, str] | None:
    """The one product of this seller's whose stock the text is about; its variant's number, or 0; and the words of the
    text that are its name. None if there is none, or several.

    All that says nothing of a stock is in its name, or in its name and one of its variants'. Of several, it is the one
    with most of the text's words; of those, the one whose whole name was said, since "kaos" is no "kaos kaki".
    """
    stall, said, besides = stall_of(session, person_id), _words_in(text), _words_in(besides_stock(text))
    telling = {word for word in said - _CHANGES if not word[0].isdigit()}
    if stall is None or not telling:
        return None
    own = products_of_stall(session, stall.id, 0, MOST_LOOKED_THROUGH)
    alike = [product.id for product in own if telling & _words_in(product.name or "")]
    named = [
        (product.id, number, words)
        for product in products_by_id(session, alike)
        for number, words in _names_of(product, telling)
        if besides <= words
    ]
    most = max((len(telling & words) for *_, words in named), default=0)
    named = [each for each in named if len(telling & each[2]) == most]
    if len(named) > 1 and not any(number for _, number, _ in named):
        named = [each for each in named if each[2] <= said]
    if len(named) != 1:
        return None
    product_id, number, words = named[0]
    # "5" may be how many there are, unless all of "gelas 5 oz" was said.
    name = words if words <= said else words & telling
    return product_id, number, " ".join(word for word in re.findall(r"[^\W_]+", text) if _words_in(word) & name)


def _names_of(product: Product, said: set[str]) -> Iterator[tuple[int, set[str]]]:
    """The words of a product's name, and with them those of each variant of which something was said."""
    name = _words_in(product.name or "")
    yield 0, name
    for number, variant in enumerate(Terms.model_validate(product.terms).variants, 1):
        if said & (_words_in(variant) - name):
            yield number, name | _words_in(variant)


def _words_in(text: str) -> set[str]:
    """The words of a text, or of a name, as they are compared; "gelasnya" is "gelas"."""
    return {word.removesuffix("nya") for word in words_of(text)} - {""}


_CHANGES = _words_in(" ".join(CHANGE_WORDS))


def asked_product(session: Session, person_id: int, now: datetime) -> tuple[int, int] | None:
    """The product whose stock we asked this seller about last, and its variant's number, while that is fresh."""
    kinds = ("low-stock", "morning", "still-there", "shown")
    notice = last_sent(session, person_id, kinds, now - QUESTION_STAYS_OPEN)
    if notice is None:
        return None
    shown = (notice.subject or "").removeprefix("product ") if notice.kind == "shown" else ""
    asked = int(shown) if shown else notice.facts.get("product_id") or notice.facts.get("shown_product_id") or 0
    product = session.get(Product, asked)
    asked_at = notice.settled_at
    if product is None or (product.looked_after_at and asked_at and product.looked_after_at > asked_at):
        return None  # answered: a number that comes much later is about something else
    return product.id, number_of(product, notice.facts.get("variant"))
