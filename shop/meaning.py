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
from shop.reading import CHANGE_WORDS, StockSaid, besides_stock, read_stock_said
from shop.searching import words_of
from shop.variants import number_of
from shop.views import View

QUESTION_STAYS_OPEN = rules.LAPSES_AFTER
MOST_LOOKED_THROUGH = 500


class Named(View):
    """A product, or one of its variants by its `number`, whose stock a text is about.

    `said` is None where there is no number, a doubtful one, or one for each of several variants.
    """

    product_id: int
    number: int
    said: StockSaid | None


def product_named(session: Session, person_id: int, text: str) -> Named | None:
    """The one product of this seller's whose stock the text is about; None if there is none, or several.

    All that says nothing of a stock is in its name, or in its name and its variants'. Of several, it is the one with
    most of the text's words; of those, the one whose whole name was said, since "kaos" is no "kaos kaki".
    """
    stall, said, besides = stall_of(session, person_id), _words_in(text), _words_in(besides_stock(text))
    telling = {word for word in said - _CHANGES if not word[0].isdigit()}
    if stall is None or not telling:
        return None
    own = products_of_stall(session, stall.id, 0, MOST_LOOKED_THROUGH)
    alike = [product.id for product in own if telling & _words_in(product.name or "")]
    named = [
        (product.id, number, words, variants, len(telling & words | said & variants))
        for product in products_by_id(session, alike)
        for number, words, variants in _names_of(product, said, text)
        if besides <= words
    ]
    most = max((reached for *_, reached in named), default=0)
    named = [each for each in named if each[-1] == most]
    if len(named) > 1 and not any(number for _, number, *_ in named):
        named = [each for each in named if each[2] <= said]
    if len(named) != 1:
        return None
    product_id, number, words, variants, _ = named[0]
    # "5" may be how many there are, unless all of "gelas 5 oz" was said.
    name = _spelled(text, words if number or words <= said else words & telling)
    several = variants and not number
    return Named(product_id=product_id, number=number, said=None if several else read_stock_said(text, name))


def _names_of(product: Product, said: set[str], text: str) -> Iterator[tuple[int, set[str], set[str]]]:
    """The words of a product's name; with them those of each variant of which something was said, and of several such.

    Each comes with what is the variants' of it. "38" is rather a count, unless there is one beside it.
    """
    name = _words_in(product.name or "")
    yield 0, name, set()
    all_said: list[set[str]] = []
    for number, variant in enumerate(Terms.model_validate(product.terms).variants, 1):
        words = _words_in(variant) - name
        if not said & words:
            continue
        all_said.append(words)
        counts = any(word[0].isdigit() for word in words)
        if not counts or read_stock_said(text, _spelled(text, name | words)) is not None:
            yield number, name | words, words
    if len(all_said) > 1:
        several = set().union(*all_said) & said
        yield 0, name | several, several


def _spelled(text: str, words: set[str]) -> str:
    """These words as the text spells them, each once: "jamu masuk angin masuk 5" is "jamu masuk angin" and more."""
    return " ".join(dict.fromkeys(word for word in re.findall(r"[^\W_]+", text.lower()) if _words_in(word) & words))


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
