"""Orders: placed, answered, or left unanswered; `offers.py` and `handing_over.py` have the rest of an order's life."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from models.database import Session
from models.orders import (
    Order,
    OrderLine,
    lines_of,
    order_of_buyer,
    order_of_seller,
    orders_of_person,
    orders_of_stall,
)
from models.people import keep_address
from models.prepared import add_row
from models.products import Product
from models.reminders import add_reminders
from models.stalls import Stall, closed_until
from shop import rules
from shop.amounts import in_stock
from shop.errors import ShopError
from shop.moving import move_on, order_of, owner_of
from shop.notices import tell
from shop.order_stock import check_stock_for, nothing_left, take_stock
from shop.people import agree
from shop.quoting import Wanted, line_for, look_up, mark_of_order, stock_left
from shop.stalls import own_stall
from shop.views import LineView, OrderView, order_view


def place_order(
    session: Session,
    person_id: int,
    wanted: Sequence[Wanted],
    now: datetime,
    address: str | None = None,
    contact: str | None = None,
    wish: str | None = None,
    seen: int | None = None,
) -> OrderView:
    """Order it (without `address`: pick-up, or as they agree); stock goes out now.

    `seen`: the mark of what was read back to the buyer (`shop.quoting.mark_of_order`). Raises ShopError as `quote`
    does, and "order-changed" if it is something else by now.
    """
    stall, chosen = look_up(session, person_id, wanted)
    lines = [line_for(product, want) for product, want in chosen]
    fee = stall.delivery_fee if address else None
    if seen is not None and seen != mark_of_order(lines, fee, address):
        raise ShopError("order-changed")
    agree(session, person_id, now)
    if address:
        keep_address(session, person_id, address)
    order = add_row(
        session,
        Order,
        buyer_id=person_id,
        stall_id=stall.id,
        total=sum(line.amount for line in lines) + (fee or 0),
        fee=fee,
        delivery="address" if address else "talk",
        address=address,
        contact=contact,
        wish=wish,
        placed_at=now,
    )
    kept = []
    for (product, _), line in zip(chosen, lines, strict=True):
        taken = 0 if product.kind == "made" else in_stock(line.quantity, line.per, line.parts)
        kept.append(add_row(session, OrderLine, order_id=order.id, taken=taken, **line.model_dump()))
    tell(session, stall.owner_id, "order-placed", now, order_id=order.id)
    take_stock(session, order, kept, stall, now)
    # Asked again: whoever opens the stall at this moment can't see this order yet.
    if closed_until(session, order.stall_id) is None:
        start_ladder(session, order, stall, now)
    return order_view(session, order, kept)


def start_ladder(session: Session, order: Order, stall: Stall, since: datetime) -> None:
    """Ask the seller again and again for an answer, up to the limit; `since` is when they could first have given it."""
    lapses_at = since + timedelta(hours=stall.answer_hours)
    due = [("ask again", due_at) for due_at in rules.ladder(since, stall.zone, lapses_at)]
    call_at = rules.phone_at(since, stall.zone, lapses_at)
    due += [("phone", call_at)] if call_at else []
    add_reminders(session, order.id, [*due, ("lapse", lapses_at)])


def accept_order(session: Session, person_id: int, order_id: int, now: datetime) -> OrderView:
    """The seller takes the order. One that has lapsed is not lost: the buyer is asked whether they still want it.

    Raises ShopError("late-without-stock") if that would be in vain.
    """
    order = order_of(session, rules.Who.SELLER, person_id, order_id)
    if order.state == "lapsed":
        check_stock_for(session, order, now)
        order.answered_at = now
        session.add(order)
        tell(session, order.buyer_id, "still-wanted", now, order_id=order_id)
        return order_view(session, order)
    if move_on(session, order, "accept", now):
        tell(session, order.buyer_id, "order-accepted", now, order_id=order_id)
    return order_view(session, order)


def decline_order(
    session: Session, person_id: int, order_id: int, reason: str, now: datetime, said: str | None = None
) -> OrderView:
    """The seller can't: `reason` is `empty` (then the product's stock is set to 0), `far` or `other`.

    `said`: the reason in the seller's own words, for the buyer.
    """
    order = order_of(session, rules.Who.SELLER, person_id, order_id)
    if move_on(session, order, "decline", now, decline_reason=reason):
        if reason == "empty":
            for line in lines_of(session, order_id):
                nothing_left(session, line, person_id, now)
        tell(session, order.buyer_id, "order-declined", now, order_id=order_id, said=said)
    return order_view(session, order)


def cancel_order(session: Session, person_id: int, order_id: int, now: datetime) -> OrderView:
    """The buyer takes the order back while it is not answered."""
    order = order_of(session, rules.Who.BUYER, person_id, order_id)
    if move_on(session, order, "cancel", now):
        tell(session, owner_of(session, order), "order-cancelled", now, order_id=order_id)
    return order_view(session, order)


def revive_order(session: Session, person_id: int, order_id: int, now: datetime) -> OrderView:
    """The buyer still wants a lapsed order that its seller has offered anew; stock goes out again.

    Raises ShopError if it is gone.
    """
    order = order_of(session, rules.Who.BUYER, person_id, order_id)
    if order.answered_at is None:
        raise ShopError("order-is-past-that", order_id=order_id, state=order.state)
    if move_on(session, order, "revive", now):
        take_stock(session, order, lines_of(session, order_id), session.get_one(Stall, order.stall_id), now)
        tell(session, owner_of(session, order), "order-revived", now, order_id=order_id)
    return order_view(session, order)


def leave_lapsed(session: Session, person_id: int, order_id: int, now: datetime) -> OrderView:
    """The buyer doesn't want a lapsed order any more; the seller, who offered, hears of it."""
    order = order_of(session, rules.Who.BUYER, person_id, order_id)
    if order.state == "lapsed" and order.answered_at is not None:
        tell(session, owner_of(session, order), "order-not-wanted", now, order_id=order_id)
    return order_view(session, order)


def lapse_order(session: Session, order_id: int, now: datetime) -> None:
    """Nobody answered in time, the seller or the buyer who was made an offer: stock comes back and both are told.

    An order that was answered stays as it is.
    """
    order = session.get_one(Order, order_id)
    if order.state not in rules.ORDER_MOVES["lapse"][1]:
        return
    move_on(session, order, "lapse", now)
    stall = session.get_one(Stall, order.stall_id)
    tell(session, order.buyer_id, "order-lapsed-buyer", now, order_id=order_id)
    quiet = rules.polite_time(now, stall.zone)
    waited = round((now - order.placed_at).total_seconds() / 3600)
    tell(session, stall.owner_id, "order-lapsed-seller", now, order_id=order_id, not_before=quiet, waited_hours=waited)


def end_order(session: Session, order: Order, move: str, now: datetime) -> OrderView:
    """Move an order of somebody's who is being forgotten to its end; telling is up to the caller."""
    move_on(session, order, move, now)
    return order_view(session, order)


def order_for(session: Session, person_id: int, order_id: int) -> OrderView:
    """An order as either of its two people may see it; raises ShopError("order-gone") for anybody else."""
    order = order_of_buyer(session, person_id, order_id) or order_of_seller(session, person_id, order_id)
    if order is None:
        raise ShopError("order-gone")
    return order_view(session, order)


def bought_order(session: Session, person_id: int, order_id: int) -> OrderView:
    """An order for its buyer; raises ShopError("order-gone") for anybody else."""
    return order_view(session, order_of(session, rules.Who.BUYER, person_id, order_id))


def sold_order(session: Session, person_id: int, order_id: int) -> OrderView:
    """An order for its seller; raises ShopError("order-gone") for anybody else."""
    return order_view(session, order_of(session, rules.Who.SELLER, person_id, order_id))


def gone_of(session: Session, person_id: int, order_id: int) -> tuple[LineView, ...]:
    """The lines of whose goods the order's seller has none now. Raises ShopError("order-gone") for anybody else."""

    def is_gone(line: LineView) -> bool:
        product = session.get_one(Product, line.product_id)
        left = stock_left(session, product, line.variant) if line.variant else product.stock
        return product.kind != "made" and not left

    return tuple(line for line in sold_order(session, person_id, order_id).lines if is_gone(line))


def waiting_orders(session: Session, person_id: int) -> tuple[OrderView, ...]:
    """The orders that the person's stall has to see to: what waits for an answer first, then oldest first."""
    stall = own_stall(session, person_id)
    rows = orders_of_stall(session, stall.id, rules.OPEN_STATES, limit=rules.LISTED + 1)
    return tuple(order_view(session, order) for order in rows)


def my_orders(session: Session, person_id: int) -> tuple[OrderView, ...]:
    """What the person ordered last, newest first."""
    return tuple(order_view(session, order) for order in orders_of_person(session, person_id, rules.LISTED))


def to_be_paid(session: Session, person_id: int, now: datetime) -> tuple[OrderView, ...]:
    """What a buyer's picture of a payment may be for, newest first: what can be paid, then what is finished already.

    Last comes what waits for an answer or was claimed before: its seller is handed the picture as a message.
    """
    rows = orders_of_person(session, person_id, rules.LISTED, rules.OPEN_STATES)
    rows += orders_of_person(session, person_id, rules.LISTED, ("finished",))
    unpaid = [
        order
        for order in rows
        if order.payment != "paid" and (order.ended_at is None or now - order.ended_at < rules.PROOF_EXPECTED)
    ]
    unpaid.sort(key=lambda order: order.payment != "open" or order.state not in rules.PAYABLE_STATES)
    return tuple(order_view(session, order) for order in unpaid)


def open_purchases(session: Session, person_id: int) -> tuple[OrderView, ...]:
    """What this buyer has ordered and what is not over, newest first."""
    rows = orders_of_person(session, person_id, rules.LISTED, rules.OPEN_STATES)
    return tuple(order_view(session, order) for order in rows)
