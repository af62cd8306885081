"""When a product begins to be weighed, and what its seller's numbers mean from then on."""

from models.database import Session
from models.products import Product
from models.stock import count_in_parts
from shop import rules
from shop.amounts import PARTS_OF_A_KG, needs_weighing, pieces_said, step_for


def pieces_given(session: Session, product: Product, count: int, unit: str | None = None) -> int:
    """What a seller said as pieces of stock; "12,5" of what costs so much a kg means that it is weighed.

    Raises ShopError("stock-no-whole-part"), or ShopError("stock-absurd").
    """
    if needs_weighing(count, unit, product):
        step = step_for(count, unit, product)
        start_weighing(session, product)
        product.step = step
    return rules.check_stock(pieces_said(count, unit, product), product.parts)


def start_weighing(session: Session, product: Product) -> None:
    """Count it in parts of a kg from now on, if it isn't yet; also what its caption said."""
    stated = product.reading.get("stock")
    if count_in_parts(session, product.id or 0, PARTS_OF_A_KG) and stated is not None:
        product.reading = product.reading | {"stock": stated * PARTS_OF_A_KG}
