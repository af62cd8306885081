"""Today's batch: the morning's catch, vegetables, cake. What is left at the stall's closing hour is gone."""

from datetime import datetime

from models.database import Session
from models.products import Product, close_product, closing_products
from models.reminders import remind_of_stall
from models.stalls import Stall
from models.stock import StockMove, change_stock
from models.variants import variant_stocks
from shop import rules
from shop.notices import tell


def put_out(session: Session, product: Product, stall: Stall, now: datetime) -> None:
    """Today's batch is there: it will be gone at the closing hour. Other kinds stay as they are."""
    if product.kind == "batch":
        product.closes_at = rules.closing(now, stall.zone, stall.closing_hour)
        product.remind_after = None
        session.add(product)
        session.flush()
        _remind(session, stall)


def close_batches(session: Session, stall: Stall, now: datetime) -> None:
    """What is left of the batches whose hour has come is gone; they are asked about on the morning after."""
    over = closing_products(session, stall.id, now)
    left_over = [product for product in over if _close(session, product, stall, now)]
    if left_over and not rules.is_quiet(now, stall.zone):
        first, more = left_over[0].id, len(left_over) - 1
        tell(session, stall.owner_id, "batch-closed", now, product_id=first, lane="reminders", more=more)
    _remind(session, stall)


def _close(session: Session, product: Product, stall: Stall, now: datetime) -> bool:
    """Whether anything was left."""
    morning_after = rules.next_morning(product.closes_at or now, stall.zone, 0)
    if not close_product(session, product, morning_after):
        return False
    of_variants = variant_stocks(session, product.id) if product.by_variant else {}
    leavings = [*of_variants.items(), (None, product.stock - sum(of_variants.values()))]
    for variant, pieces in leavings:
        if pieces:
            move = StockMove(product_id=product.id, variant=variant, change=-pieces, reason="spoiled", at=now)
            change_stock(session, move)
    return any(pieces for _, pieces in leavings)


def reckon_closing(session: Session, stall: Stall, now: datetime) -> None:
    """The stall's hour or its zone has changed: what is out closes accordingly."""
    for product in closing_products(session, stall.id):
        product.closes_at = rules.closing(now, stall.zone, stall.closing_hour)
        session.add(product)
    session.flush()
    _remind(session, stall)


def _remind(session: Session, stall: Stall) -> None:
    """One reminder a stall, due when the first of its batches is; none if nothing is out."""
    out = [product.closes_at for product in closing_products(session, stall.id) if product.closes_at]
    if out:
        remind_of_stall(session, stall.id, "closing", min(out))
    session.flush()
