"""What an order does to stock: it goes out when it is placed, and comes back exactly once if nothing comes of it.

Whatever has become of the product since: it may be weighed by now; its variants may have stocks of their own, and then
what was ordered of none of them comes back and is written off; what was baked for a day that is over is gone, too.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from models.database import Session
from models.orders import Order, OrderLine, lines_of
from models.products import Product
from models.stalls import Stall
from models.stock import StockMove, change_stock, moves_of
from models.variants import variant_stocks
from shop import rules
from shop.amounts import packs_in_stock
from shop.batches import put_out
from shop.errors import ShopError
from shop.notices import tell
from shop.quoting import refuse_for_stock, stock_left
from shop.wishes import stock_is_back

LOOKED_THROUGH = 40  # so many moves of a product hold an order's latest offers, or too much has come between


def take_stock(session: Session, order: Order, lines: Sequence[OrderLine], stall: Stall, now: datetime) -> None:
    """What these lines say goes out; raises ShopError("sold-out") or ShopError("not-enough") if it isn't there."""
    for line in lines:
        if not line.taken:
            continue
        product = session.get_one(Product, line.product_id)
        move = _move(session, order, line, product, -line.taken, "order", now)
        if not change_stock(session, move):
            refuse_for_stock(session, product, line.variant)
        _tell_if_low(session, product, move, stall, now)


def check_stock_for(session: Session, order: Order, now: datetime) -> None:
    """Raises ShopError("late-without-stock") if what went out for the order isn't there to go out again."""
    for line in lines_of(session, order.id):
        product = session.get_one(Product, line.product_id)
        move = _move(session, order, line, product, -line.taken, "order", now)
        if stock_left(session, product, move.variant) + move.change < 0:
            raise ShopError("late-without-stock", product_id=line.product_id, name=line.name, order=order.id)


def give_back(session: Session, order: Order, now: datetime) -> None:
    """All that went out for the order is there again."""
    for line in lines_of(session, order.id):
        if line.taken:
            _put_back(session, order, line, line.taken, now)


def give_back_part(session: Session, order: Order, line: OrderLine, taken: int, now: datetime) -> None:
    """So much of what a line took is not part of the order any more."""
    if taken:
        line.taken -= taken
        session.add(line)
        session.flush()
        _put_back(session, order, line, taken, now)


def take_more(session: Session, order: Order, line: OrderLine, taken: int, person_id: int, now: datetime) -> bool:
    """So much more goes out for a line after all; False if it isn't there any more.

    That nothing was left was said with the last offers: it is taken back first, unless its seller has counted since.
    """
    product = session.get_one(Product, line.product_id)
    move = _move(session, order, line, product, -taken, "order", now)
    if written_off := _written_off(session, order, move):
        if product.kind == "batch" and not _of_today(session, order, product, now):
            written_off = min(written_off, -move.change)  # the others are as old as what nobody has bought
        again = StockMove(product_id=product.id, change=written_off, reason="correction", person_id=person_id, at=now)
        again.variant = move.variant
        change_stock(session, again)
    line.taken += taken
    session.add(line)
    is_there = change_stock(session, move)
    stock_is_back(session, product.id, now)
    return is_there


def _written_off(session: Session, order: Order, move: StockMove) -> int:
    """How much its latest offers have written off of what the move is about; 0 if anything came between."""
    latest = [each for each in moves_of(session, move.product_id, LOOKED_THROUGH) if each.variant == move.variant]
    pieces = 0
    for nothing, before in zip(latest[::2], latest[1::2], strict=False):
        with_it = nothing.reason == "correction" and (before.order_id, before.at) == (order.id, nothing.at)
        if not with_it or nothing.change > 0:
            break
        pieces -= nothing.change
    return pieces


def nothing_left(session: Session, line: OrderLine, person_id: int, now: datetime) -> None:
    """The seller says that there is nothing more of what this line is about."""
    product = session.get_one(Product, line.product_id)
    variant = _stocked_variant(session, product, line.variant)
    if line.variant and (variant is None or product.kind == "made"):
        return  # "no more red ones" says nothing of the blue ones that share its stock, or are made as well
    if product.kind == "made":
        product.kind, product.version = "counted", product.version + 1
        session.add(product)
        session.flush()
    left = stock_left(session, product, variant)
    if left:
        move = StockMove(product_id=line.product_id, change=-left, reason="correction", person_id=person_id, at=now)
        move.variant = variant
        change_stock(session, move)


def _put_back(session: Session, order: Order, line: OrderLine, taken: int, now: datetime) -> None:
    product = session.get_one(Product, line.product_id)
    while not change_stock(session, _move(session, order, line, product, taken, "returned", now)):
        # Its seller has just begun to weigh it, or counted each variant; `change_stock` has looked again.
        continue
    if product.kind == "batch" and not _of_today(session, order, product, now):
        change_stock(session, _move(session, order, line, product, -taken, "spoiled", now))
    elif product.by_variant and _stocked_variant(session, product, line.variant) is None:
        # Nobody could order it: only its seller can tell which ones these are.
        change_stock(session, _move(session, order, line, product, -taken, "correction", now))
    elif product.kind == "batch" and product.closes_at is None:
        put_out(session, product, session.get_one(Stall, product.stall_id), now)
    stock_is_back(session, line.product_id, now)


def _move(
    session: Session, order: Order, line: OrderLine, product: Product, taken: int, reason: str, now: datetime
) -> StockMove:
    """A line of the ledger: `taken` as the order counts it, in the parts in which the product is counted by now."""
    return StockMove(
        product_id=line.product_id,
        variant=_stocked_variant(session, product, line.variant),
        change=taken * product.parts // line.parts,
        reason=reason,
        order_id=order.id if reason in ("order", "returned") else None,
        person_id=order.buyer_id if reason == "order" else None,
        at=now,
    )


def _stocked_variant(session: Session, product: Product, name: str | None) -> str | None:
    """The name of the variant that a move is about; None where all variants share one stock."""
    known = variant_stocks(session, product.id) if product.by_variant else {}
    return name if name in known else None


def _of_today(session: Session, order: Order, product: Product, now: datetime) -> bool:
    """Whether the order was for the batch that is out now; or, if none is, for what can still be out today."""
    stall = session.get_one(Stall, product.stall_id)
    # All was ordered already when its seller said that it is for today only: then nothing has an hour yet.
    over_at = product.closes_at or rules.next_morning(now, stall.zone, stall.closing_hour)
    last_second = over_at - timedelta(seconds=1)
    return rules.day_of(order.placed_at, stall.zone) == rules.day_of(last_second, stall.zone)


def _tell_if_low(session: Session, product: Product, move: StockMove, stall: Stall, now: datetime) -> None:
    """Tell the seller that the low mark was crossed; what crosses it at night is part of the morning's question."""
    mark = packs_in_stock(stall.low_mark, product)
    left = stock_left(session, product, move.variant)
    crossed = rules.crossed_low(left - move.change, left, mark, product.single_piece)
    if crossed and product.reminding and stall.closed_until is None and not rules.is_quiet(now, stall.zone):
        tell(session, stall.owner_id, "low-stock", now, product_id=product.id, lane="reminders", variant=move.variant)
