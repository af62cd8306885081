"""What an order does to stock: it goes out when it is placed, and comes back exactly once if nothing comes of it."""

from datetime import datetime

from models.database import Session
from models.orders import Order, OrderLine, lines_of
from models.products import Product
from models.stalls import Stall
from models.stock import StockMove, change_stock
from shop import rules
from shop.notices import tell
from shop.quoting import refuse_for_stock


def take_stock(session: Session, order: Order, stall: Stall, now: datetime) -> None:
    """What was ordered goes out; raises ShopError("sold-out") or ShopError("not-enough") if it isn't there."""
    for line in lines_of(session, order.id or 0):
        if not line.taken:
            continue
        taken = change_stock(session, _move(order, line, -line.taken, "order", now))
        product = session.get_one(Product, line.product_id)
        if not taken:
            refuse_for_stock(product)
        _tell_if_low(session, product, line.taken, stall, now)


def give_back(session: Session, order: Order, now: datetime) -> None:
    """All that went out for the order is there again."""
    for line in lines_of(session, order.id or 0):
        if line.taken:
            change_stock(session, _move(order, line, line.taken, "returned", now))


def give_back_part(session: Session, order: Order, line: OrderLine, units: int, now: datetime) -> None:
    """Some of a line is not part of the order any more."""
    if units:
        line.taken -= units
        session.add(line)
        session.flush()
        change_stock(session, _move(order, line, units, "returned", now))


def nothing_left(session: Session, product_id: int, person_id: int, now: datetime) -> None:
    """Its seller says that there is nothing more of it."""
    left = session.get_one(Product, product_id).stock
    if left:
        move = StockMove(product_id=product_id, change=-left, reason="correction", person_id=person_id, at=now)
        change_stock(session, move)


def _move(order: Order, line: OrderLine, change: int, reason: str, now: datetime) -> StockMove:
    person_id = order.buyer_id if reason == "order" else None
    return StockMove(
        product_id=line.product_id, change=change, reason=reason, order_id=order.id, person_id=person_id, at=now
    )


def _tell_if_low(session: Session, product: Product, taken: int, stall: Stall, now: datetime) -> None:
    """Tell the seller that the low mark was crossed; what crosses it at night is part of the morning's question."""
    mark = product.low_mark or stall.low_mark
    crossed = rules.crossed_low(product.stock + taken, product.stock, mark, product.single_piece)
    if crossed and product.reminding and not rules.is_quiet(now, stall.zone):
        tell(session, stall.owner_id, "low-stock", now, product_id=product.id, lane="reminders")
