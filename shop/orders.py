"""An order's life: placed, answered or left unanswered, finished. Stock goes out and comes back exactly once."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from models.database import Session
from models.orders import (
    Order,
    OrderLine,
    lines_of,
    move_order,
    order_of_buyer,
    order_of_seller,
    orders_of_person,
    orders_of_stall,
)
from models.products import Product
from models.reminders import Reminder, settle_reminders_of_order
from models.stalls import Stall
from models.stock import StockMove, change_stock
from shop import rules
from shop.errors import ShopError
from shop.notices import tell
from shop.people import agree
from shop.quoting import Wanted, line_for, look_up, refuse_for_stock
from shop.stalls import own_stall
from shop.views import OrderView, order_view


def place_order(
    session: Session,
    person_id: int,
    wanted: Sequence[Wanted],
    now: datetime,
    address: str | None = None,
    contact: str | None = None,
    wish: str | None = None,
) -> OrderView:
    """Order it (without `address`: pick-up, or as they agree); stock goes out now. Raises ShopError as `quote` does."""
    stall, chosen = look_up(session, person_id, wanted)
    lines = [line_for(product, want) for product, want in chosen]
    buyer = agree(session, person_id, now)
    if address:
        buyer.address = address
    order = Order(
        buyer_id=person_id,
        stall_id=stall.id or 0,
        total=sum(line.amount for line in lines),
        delivery="address" if address else "talk",
        address=address,
        contact=contact,
        wish=wish,
        placed_at=now,
    )
    session.add(order)
    session.flush()
    for (product, _), line in zip(chosen, lines, strict=True):
        taken = 0 if product.kind == "made" else line.quantity * line.per
        session.add(OrderLine(order_id=order.id or 0, taken=taken, **line.model_dump()))
    session.flush()
    tell(session, stall.owner_id, "order-placed", now, order_id=order.id)
    _take_stock(session, order, stall, now)
    _start_ladder(session, order, stall)
    return order_view(session, order)


def _take_stock(session: Session, order: Order, stall: Stall, now: datetime) -> None:
    for line in lines_of(session, order.id or 0):
        if not line.taken:
            continue
        move = StockMove(
            product_id=line.product_id,
            change=-line.taken,
            reason="order",
            order_id=order.id,
            person_id=order.buyer_id,
            at=now,
        )
        taken = change_stock(session, move)
        product = session.get_one(Product, line.product_id)
        if not taken:
            refuse_for_stock(product)
        _tell_if_low(session, product, line.taken, stall, now)


def _tell_if_low(session: Session, product: Product, taken: int, stall: Stall, now: datetime) -> None:
    """Tell the seller that the low mark was crossed; what crosses it at night is part of the morning's question."""
    mark = product.low_mark or stall.low_mark
    crossed = rules.crossed_low(product.stock + taken, product.stock, mark, product.single_piece)
    if crossed and product.reminding and not rules.is_quiet(now, stall.zone):
        tell(session, stall.owner_id, "low-stock", now, product_id=product.id, lane="reminders")


def _start_ladder(session: Session, order: Order, stall: Stall) -> None:
    lapses_at = order.placed_at + timedelta(hours=stall.answer_hours)
    for due_at in rules.ladder(order.placed_at, stall.zone, lapses_at):
        session.add(Reminder(kind="ask again", order_id=order.id, due_at=due_at))
    call_at = rules.phone_at(order.placed_at, stall.zone, lapses_at)
    if call_at:
        session.add(Reminder(kind="phone", order_id=order.id, due_at=call_at))
    session.add(Reminder(kind="lapse", order_id=order.id, due_at=lapses_at))


def accept_order(session: Session, person_id: int, order_id: int, now: datetime) -> OrderView:
    """The seller takes the order. One that has lapsed is not lost: the buyer is asked whether they still want it."""
    order = _order_of(session, rules.Who.SELLER, person_id, order_id)
    if order.state == "lapsed":
        tell(session, order.buyer_id, "still-wanted", now, order_id=order_id)
        return order_view(session, order)
    if _move(session, order, "accept", now):
        tell(session, order.buyer_id, "order-accepted", now, order_id=order_id)
    return order_view(session, order)


def decline_order(session: Session, person_id: int, order_id: int, reason: str, now: datetime) -> OrderView:
    """The seller can't: `reason` is `empty` (then the product's stock is set to 0), `far` or `other`."""
    order = _order_of(session, rules.Who.SELLER, person_id, order_id)
    if _move(session, order, "decline", now, decline_reason=reason):
        if reason == "empty":
            _nothing_left(session, order, person_id, now)
        tell(session, order.buyer_id, "order-declined", now, order_id=order_id)
    return order_view(session, order)


def cancel_order(session: Session, person_id: int, order_id: int, now: datetime) -> OrderView:
    """The buyer takes the order back while it is not answered."""
    order = _order_of(session, rules.Who.BUYER, person_id, order_id)
    if _move(session, order, "cancel", now):
        tell(session, _owner(session, order), "order-cancelled", now, order_id=order_id)
    return order_view(session, order)


def finish_order(session: Session, person_id: int, order_id: int, now: datetime) -> OrderView:
    """The seller has handed the goods over."""
    order = _order_of(session, rules.Who.SELLER, person_id, order_id)
    if _move(session, order, "finish", now):
        tell(session, order.buyer_id, "order-finished", now, order_id=order_id)
    return order_view(session, order)


def revive_order(session: Session, person_id: int, order_id: int, now: datetime) -> OrderView:
    """The buyer still wants an order that had lapsed; stock goes out anew. Raises ShopError if it is gone."""
    order = _order_of(session, rules.Who.BUYER, person_id, order_id)
    if _move(session, order, "revive", now):
        _take_stock(session, order, session.get_one(Stall, order.stall_id), now)
        tell(session, _owner(session, order), "order-revived", now, order_id=order_id)
    return order_view(session, order)


def leave_lapsed(session: Session, person_id: int, order_id: int, now: datetime) -> OrderView:
    """The buyer doesn't want a lapsed order any more; the seller, who offered, hears of it."""
    order = _order_of(session, rules.Who.BUYER, person_id, order_id)
    if order.state == "lapsed":
        tell(session, _owner(session, order), "order-not-wanted", now, order_id=order_id)
    return order_view(session, order)


def lapse_order(session: Session, order_id: int, now: datetime) -> None:
    """Nobody answered in time: stock comes back and both are told. An order that was answered stays as it is."""
    order = session.get_one(Order, order_id)
    if order.state != "placed":
        return
    _move(session, order, "lapse", now)
    stall = session.get_one(Stall, order.stall_id)
    tell(session, order.buyer_id, "order-lapsed-buyer", now, order_id=order_id)
    quiet = rules.polite_time(now, stall.zone)
    tell(session, stall.owner_id, "order-lapsed-seller", now, order_id=order_id, not_before=quiet)


def end_order(session: Session, order: Order, move: str, now: datetime) -> OrderView:
    """Move an order of somebody's who is being forgotten to its end; telling is up to the caller."""
    _move(session, order, move, now)
    return order_view(session, order)


def order_for(session: Session, person_id: int, order_id: int) -> OrderView:
    """An order as either of its two people may see it; raises ShopError("order-gone") for anybody else."""
    order = order_of_buyer(session, person_id, order_id) or order_of_seller(session, person_id, order_id)
    if order is None:
        raise ShopError("order-gone")
    return order_view(session, order)


def waiting_orders(session: Session, person_id: int) -> tuple[OrderView, ...]:
    """The orders that the person's stall has to see to, oldest first."""
    stall = own_stall(session, person_id)
    rows = orders_of_stall(session, stall.id or 0, ("placed", "accepted"), limit=8)
    return tuple(order_view(session, order) for order in rows)


def my_orders(session: Session, person_id: int) -> tuple[OrderView, ...]:
    """What the person ordered last, newest first."""
    return tuple(order_view(session, order) for order in orders_of_person(session, person_id, limit=8))


def open_purchase(session: Session, person_id: int) -> OrderView | None:
    """The newest order of this buyer that is not over, or None."""
    orders = orders_of_person(session, person_id, limit=1)
    return order_view(session, orders[0]) if orders and orders[0].state in ("placed", "accepted") else None


def _order_of(session: Session, who: rules.Who, person_id: int, order_id: int) -> Order:
    find = order_of_seller if who is rules.Who.SELLER else order_of_buyer
    order = find(session, person_id, order_id)
    if order is None:
        raise ShopError("order-gone")
    return order


def _owner(session: Session, order: Order) -> int:
    return session.get_one(Stall, order.stall_id).owner_id


def _move(session: Session, order: Order, move: str, now: datetime, **changes: object) -> bool:
    """Move the order on; False, and nothing done, if it is there already (another device, an older message)."""
    _who, from_states, to_state = rules.ORDER_MOVES[move]
    changes["state"] = to_state
    changes["ended_at"] = None if to_state == "accepted" else now
    if move in ("accept", "decline", "revive"):
        changes["answered_at"] = now
    order_id = order.id or 0
    if not move_order(session, order_id, from_states, **changes):
        if order.state == to_state:
            return False
        raise ShopError("order-is-past-that", order_id=order_id, state=order.state)
    settle_reminders_of_order(session, order_id, now)
    if move in rules.GIVES_STOCK_BACK:
        _give_back(session, order, now)
    return True


def _give_back(session: Session, order: Order, now: datetime) -> None:
    for line in lines_of(session, order.id or 0):
        if line.taken:
            move = StockMove(
                product_id=line.product_id, change=line.taken, reason="returned", order_id=order.id, at=now
            )
            change_stock(session, move)


def _nothing_left(session: Session, order: Order, person_id: int, now: datetime) -> None:
    for line in lines_of(session, order.id or 0):
        left = session.get_one(Product, line.product_id).stock
        if left:
            move = StockMove(product_id=line.product_id, change=-left, reason="correction", person_id=person_id, at=now)
            change_stock(session, move)
