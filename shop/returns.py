"""What an order took and what comes back of it, whatever has become of the product since."""

from datetime import datetime, timedelta

from models.database import Session
from models.orders import Order, OrderLine
from models.products import Product
from models.stalls import Stall
from models.stock import StockMove, change_stock
from models.variants import variant_stocks
from shop import rules


def pieces_now(line: OrderLine, product: Product) -> int:
    """How much stock the line took, in the parts that the product is counted in by now."""
    return line.taken * product.parts // line.parts


def stocked_variant(session: Session, product: Product, name: str | None) -> str | None:
    """The name of the variant that a move is about; None where all variants share one stock."""
    known = variant_stocks(session, product.id or 0) if product.by_variant else {}
    return name if name in known else None


def put_back(session: Session, order: Order, line: OrderLine, now: datetime) -> None:
    """The line's stock comes back. What was baked for a day that is over comes back and is gone."""
    product = session.get_one(Product, line.product_id)
    while not change_stock(session, _move(session, order, line, product, "returned", now)):
        # Its seller has just begun to weigh it; `change_stock` has looked again.
        continue
    if product.kind == "batch" and not _of_today(session, order, product):
        change_stock(session, _move(session, order, line, product, "spoiled", now))


def _move(session: Session, order: Order, line: OrderLine, product: Product, reason: str, now: datetime) -> StockMove:
    back = reason == "returned"
    return StockMove(
        product_id=line.product_id,
        variant=stocked_variant(session, product, line.variant),
        change=pieces_now(line, product) * (1 if back else -1),
        reason=reason,
        order_id=order.id if back else None,
        at=now,
    )


def _of_today(session: Session, order: Order, product: Product) -> bool:
    """Whether the order was for the batch that is out now."""
    zone = session.get_one(Stall, product.stall_id).zone
    return product.closes_at is not None and rules.day_of(order.placed_at, zone) == rules.day_of(
        product.closes_at - timedelta(seconds=1), zone
    )
