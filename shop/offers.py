"""A seller offers something else than was ordered: fewer, another price, a fee for bringing it. The buyer decides."""

from datetime import datetime, timedelta
from typing import NamedTuple

from models.database import Session
from models.orders import Order, OrderLine, lines_of
from models.products import Product
from models.reminders import Reminder
from models.stalls import Stall
from shop import rules
from shop.amounts import amount_of, quantity_said
from shop.errors import ShopError
from shop.moving import move_on, order_of, owner_of
from shop.notices import tell
from shop.order_stock import give_back_part, nothing_left, take_more
from shop.pricing import Terms, amount_for
from shop.views import OrderView, order_view


class _AsOrdered(NamedTuple):
    """How a line was sold; anything that a scale shows may be offered."""

    unit: str | None
    per: int
    parts: int
    step: int = 1


def offer_fewer(
    session: Session,
    person_id: int,
    order_id: int,
    line_number: int,
    count: int,
    now: datetime,
    unit: str | None = "part",
) -> OrderView:
    """Only so much of one line (counted from 0) can be had; then there is nothing left of that product.

    `count` is in `unit`, as somebody said it; in "part", as the line itself counts. What the seller says can't be had
    is no longer held for the order. An offer that was a slip is set right by another, up to all that was asked for.
    Raises ShopError: order-gone, offer-not-fewer, offer-without-stock, order-is-past-that, no-whole-step.
    """
    order = order_of(session, rules.Who.SELLER, person_id, order_id)
    lines = lines_of(session, order_id)
    if not 0 <= line_number < len(lines):
        raise ShopError("order-gone")
    line = lines[line_number]
    sold = _AsOrdered(line.unit, line.per, line.parts)
    quantity = count if unit == "part" else quantity_said(count, unit, sold, line.product_id)
    asked, again = line.asked or line.quantity, order.state == "offered"
    most = asked if again and asked > 1 else asked - 1
    if not 0 < quantity <= most:
        # "Terima" stands only under what was not offered yet.
        sentence = 0 if asked == 1 else 2 if again else 1
        raise ShopError("offer-not-fewer", order_id=order_id, most=amount_of(most, sold), any=sentence)
    _offer(session, order, now)
    if line.taken:
        _hold(session, order, line, line.taken * quantity // line.quantity, person_id, now)
        if quantity < asked:
            nothing_left(session, line, person_id, now)
    # Ten eggs may cost less than nine do one by one, and so may what was agreed since: fewer never costs more.
    amount = min(_amount(session, line, quantity), _amount(session, line, asked))
    if quantity > line.quantity:
        order.total += max(0, amount - line.amount)
        line.amount = amount
    else:
        line.amount = min(line.amount, amount)
        order.total = min(order.total, sum(each.amount for each in lines) + (order.fee or 0))
    line.asked, line.quantity = asked if quantity < asked else None, quantity
    session.add_all((line, order))
    return _offered(session, order, now)


def offer_price(session: Session, person_id: int, order_id: int, total: int, now: datetime) -> OrderView:
    """All together costs `total` rupiah, as weighed or as agreed.

    Raises ShopError as `offer_fewer` does, and "offer-below-fee" if nothing of it would be for the goods.
    """
    order = order_of(session, rules.Who.SELLER, person_id, order_id)
    rules.check_price(total)
    if order.fee and total <= order.fee:
        raise ShopError("offer-below-fee", order_id=order_id, fee=order.fee)
    _offer(session, order, now)
    order.total = total
    session.add(order)
    return _offered(session, order, now)


def offer_fee(session: Session, person_id: int, order_id: int, fee: int, now: datetime) -> OrderView:
    """Bringing it costs `fee` rupiah, on top of the goods. Raises ShopError as `offer_fewer` does."""
    order = order_of(session, rules.Who.SELLER, person_id, order_id)
    if fee:
        rules.check_price(fee)
    _offer(session, order, now)
    order.total = rules.check_price(order.total + fee - (order.fee or 0))
    order.fee = fee
    session.add(order)
    return _offered(session, order, now)


def agree_to_offer(session: Session, person_id: int, order_id: int, offers: int, now: datetime) -> OrderView:
    """The buyer takes the offer that they saw, the `offers`-th. Raises ShopError("offer-changed") for an older one."""
    order = order_of(session, rules.Who.BUYER, person_id, order_id)
    if move_on(session, order, "agree", now, offers=offers):
        tell(session, owner_of(session, order), "order-agreed", now, order_id=order_id)
    return order_view(session, order)


def _hold(session: Session, order: Order, line: OrderLine, taken: int, person_id: int, now: datetime) -> None:
    """So much stock is held for the line from now on: what is too much comes back, what is missing goes out again."""
    if taken <= line.taken:
        give_back_part(session, order, line, line.taken - taken, now)
    elif not take_more(session, order, line, taken - line.taken, person_id, now):
        raise ShopError("offer-without-stock", product_id=line.product_id, name=line.name)


def _offer(session: Session, order: Order, now: datetime) -> None:
    asked = order.total if order.asked_total is None else order.asked_total
    move_on(session, order, "offer", now, offers=order.offers, asked_total=asked)
    order.offers += 1


def _offered(session: Session, order: Order, now: datetime) -> OrderView:
    """The buyer is told, and asked once more if they keep silent; then the order lapses as any other."""
    session.flush()
    tell(session, order.buyer_id, "order-offered", now, order_id=order.id)
    stall = session.get_one(Stall, order.stall_id)
    lapses_at = now + timedelta(hours=stall.answer_hours)
    ask_at = rules.polite_time(now + rules.OFFER_WAITS, stall.zone)
    if ask_at < lapses_at:
        session.add(Reminder(kind="ask again", order_id=order.id, due_at=ask_at))
    session.add(Reminder(kind="lapse", order_id=order.id, due_at=lapses_at))
    return order_view(session, order)


def _amount(session: Session, line: OrderLine, quantity: int) -> int:
    """What fewer packs cost, at the price of the order."""
    terms = Terms.model_validate(session.get_one(Product, line.product_id).terms)
    return amount_for(line.price, line.per, terms, quantity, line.variant, line.parts)
