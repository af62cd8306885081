"""Variants with a stock of their own: sizes, colours. The product's stock stays the sum of all of them."""

from datetime import datetime

from models.database import Session
from models.products import Product
from models.stock import StockMove, change_stock
from models.variants import know_variant, variant_stocks
from shop import rules
from shop.errors import ShopError
from shop.pricing import Terms, variant_named
from shop.weighing import in_packs

MOST_VARIANTS = 24


def variant_of(session: Session, product: Product, number: int) -> str | None:
    """The variant whose own stock is meant by its number (from 1); None where all share one stock.

    Raises ShopError("stock-of-which-variant") where each has its own and none was named.
    """
    if not product.by_variant:
        return None
    name = variant_named(Terms.model_validate(product.terms), None, number)
    if name not in variant_stocks(session, product.id):
        raise ShopError("stock-of-which-variant", product_id=product.id, name=product.name)
    return name


def number_of(product: Product, name: str | None) -> int:
    """The number (from 1) of a variant with this name; 0 if there is none."""
    variants = Terms.model_validate(product.terms).variants
    return variants.index(name) + 1 if name in variants else 0


def count_variants(
    session: Session, product: Product, counts: dict[str, int], reason: str, person_id: int, now: datetime
) -> list[StockMove]:
    """So many units, or packs, are there of each variant; the first time none of what is not named, later as before.

    Returns the moves that were made.
    Raises ShopError("stock-absurd"), ShopError("too-many-variants"), or ShopError("stock-sold-meanwhile").
    """
    terms = Terms.model_validate(product.terms)
    named = {
        variant_named(terms, name) or name: rules.check_stock(in_packs(product, count))
        for name, count in counts.items()
    }
    names = [*terms.variants, *(name for name in named if name not in terms.variants)]
    if len(names) > MOST_VARIANTS:
        raise ShopError("too-many-variants", product_id=product.id, most=MOST_VARIANTS)
    product.terms = product.terms | {"variants": names}
    product.by_variant, product.single_piece = True, False
    product.kind = "counted" if product.kind == "made" else product.kind
    product.version += 1
    session.add(product)
    # From here on the product's row is ours: nobody takes a piece while we count.
    session.flush()
    session.refresh(product)
    there = variant_stocks(session, product.id)
    moves: list[StockMove] = []

    def change(variant: str | None, pieces: int) -> None:
        why = "correction" if pieces < 0 else reason
        move = StockMove(product_id=product.id, variant=variant, change=pieces, reason=why, person_id=person_id, at=now)
        if pieces and not change_stock(session, move):
            raise ShopError("stock-sold-meanwhile", product_id=product.id)
        if pieces:
            moves.append(move)

    # What all variants shared is counted anew, one by one.
    change(None, sum(there.values()) - product.stock)
    for name in names:
        if name not in there:
            know_variant(session, product.id, name)
        if name in named:
            change(name, named[name] * product.parts - there.get(name, 0))
    return moves
