"""How a product is sold: counted, made to order, as today's batch; whole or by weight."""

from datetime import datetime

from models.database import Session
from shop import rules
from shop.amounts import STEPS, can_be_weighed
from shop.batches import put_out
from shop.errors import ShopError
from shop.shelves import changed, own_product
from shop.stalls import own_stall
from shop.views import ProductView
from shop.weighing import start_weighing


def sell_as(
    session: Session, person_id: int, product_id: int, kind: str, now: datetime, days: int | None = None
) -> ProductView:
    """Sell it counted, made (in so many `days`; None: the same day), or as a batch: what is there is for today."""
    product = own_product(session, person_id, product_id)
    if days is not None:
        rules.check_days(days)
    if kind == "made" or product.kind == "made":
        product.terms = product.terms | {"preorder_days": (kind == "made" and days) or None}
    product.kind, product.closes_at, product.remind_after = kind, None, None
    product.single_piece = product.single_piece and kind == "counted"
    if product.state != "draft" and product.stock:
        put_out(session, product, own_stall(session, person_id), now)
    return changed(session, product, now)


def sell_by(session: Session, person_id: int, product_id: int, step: str, now: datetime) -> ProductView:
    """Sell what costs so much a kg by the half, quarter, ons or whole kg.

    Raises ShopError("not-weighed") for what has no price per kg.
    """
    product = own_product(session, person_id, product_id)
    if not can_be_weighed(product):
        raise ShopError("not-weighed", product_id=product_id)
    if step != "whole" or product.parts > 1:
        start_weighing(session, product)
        product.step = STEPS[step]
    return changed(session, product, now)
