"""Which product a seller means who says how many there are: the one that is named, or the one that we asked about."""

from datetime import datetime

from models.database import Session
from models.notices import last_sent
from models.products import Product, products_by_id, products_of_stall
from models.stalls import stall_of
from shop import rules
from shop.pricing import Terms
from shop.searching import words_of
from shop.variants import number_of

QUESTION_STAYS_OPEN = rules.LAPSES_AFTER
MOST_LOOKED_THROUGH = 500


def product_named(session: Session, person_id: int, said: str) -> tuple[int, int] | None:
    """The one product of this seller's with all of these words in its name, or in its name and one of its variants';
    and the variant's number, or 0. None if there is none, or several.
    """
    stall, words = stall_of(session, person_id), set(words_of(said))
    if stall is None or not words:
        return None
    own = products_of_stall(session, stall.id, 0, MOST_LOOKED_THROUGH)
    named = [(product.id, 0) for product in own if words <= set(words_of(product.name or ""))]
    if not named:
        alike = [product.id for product in own if words & set(words_of(product.name or ""))]
        named = [
            (product.id, number)
            for product in products_by_id(session, alike)
            for number, variant in enumerate(Terms.model_validate(product.terms).variants, 1)
            if words <= set(words_of(f"{product.name} {variant}"))
        ]
    return named[0] if len(named) == 1 else None


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
