"""When a product begins to be weighed, and what its seller's numbers mean from then on."""

from models.database import Session
from models.products import Product
from models.stock import count_in_parts
from shop import rules
from shop.amounts import (
    HOLDS_MANY,
    MEASURED,
    PARTS_OF_A_KG,
    Amount,
    measured_otherwise,
    needs_weighing,
    pieces_said,
    step_for,
    stock_meant,
)
from shop.errors import ShopError


def pieces_given(session: Session, product: Product, count: int, unit: str | None = None) -> int:
    """What a seller said as pieces of stock: "3" of what is sold by 500 gram is 3 packs; "12,5" of what costs so much
    a kg means that it is weighed.

    Raises ShopError("stock-no-whole-part"), ShopError("stock-absurd"), ShopError("stock-not-weighed") for a weight
    of what has no price per weight, or ShopError("stock-other-unit") for trays of what is counted by the egg.
    """
    if measured_otherwise(unit, product.unit):
        if unit in HOLDS_MANY:
            raise ShopError("stock-other-unit", unit=Amount(1, product.unit))
        raise ShopError("stock-not-weighed", product_id=product.id, draft=product.state == "draft")
    if needs_weighing(count, unit, product):
        step = step_for(count, unit, product)
        start_weighing(session, product)
        product.step = step
    pieces = pieces_said(count, unit, product)
    return rules.check_stock(pieces if unit in {*MEASURED, "milli"} else in_packs(product, pieces), product.parts)


def in_packs(product: Product, pieces: int) -> int:
    """A count without a unit of its own, as pieces of stock: too few to be sold are packs."""
    return pieces if product.parts > 1 else stock_meant(pieces, product.per, product.unit) or pieces


def start_weighing(session: Session, product: Product) -> None:
    """Count it in parts of a kg from now on, if it isn't yet; also what its caption said."""
    stated = product.reading.get("stock")
    if count_in_parts(session, product.id, PARTS_OF_A_KG) and stated is not None:
        product.reading = product.reading | {"stock": stated * PARTS_OF_A_KG}
