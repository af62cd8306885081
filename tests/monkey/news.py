"""What is told must be true at the moment when it is sent; and whoever waits for goods is told when they are there."""

import re
from collections import Counter
from collections.abc import Iterator
from zoneinfo import ZoneInfo

from sqlmodel import Session, col, select

from models.notices import Notice
from models.orders import Order, OrderLine
from models.products import Product
from models.reminders import Reminder
from models.stalls import Stall
from models.wishes import Wish
from tests.monkey.books import Books
from tests.monkey.chats import Bubble
from tests.support.cast import Json

# In which state its order has to be for a notice to be true.
WHILE = (
    dict.fromkeys(("order-placed", "order-waiting"), "placed")
    | dict.fromkeys(("order-offered", "offer-waiting"), "offered")
    | dict.fromkeys(("order-agreed", "order-accepted", "order-revived"), "accepted")
    | dict.fromkeys(("order-received", "order-finished"), "finished")
    | dict.fromkeys(("order-lapsed-buyer", "order-lapsed-seller", "still-wanted", "order-not-wanted"), "lapsed")
    | {"order-ready": "ready", "order-sent": "sent", "order-declined": "declined", "order-cancelled": "cancelled"}
)
NAMES_TOTAL = ("order-placed", "order-accepted", "order-offered", "order-agreed", "order-revived", "still-wanted")
NOT_WHILE_CLOSED = ("order-waiting", "please-phone", "remind-seller", "low-stock", "morning", "still-there")
NOT_AT_NIGHT = (*NOT_WHILE_CLOSED, "product-back", "order-lapsed-seller")
STOCK = re.compile(r"📦 Stok (\d[\d.]*\d|\d)")
LEFT = re.compile(r"tinggal (\d[\d.]*\d|\d)")
AWAKE = range(12)  # hours in UTC in which it is day in all three zones


def faults_in_news(notice: Notice, bubble: Bubble, books: Books) -> Iterator[str]:
    """What of a notice that has just been sent is not so, or came at a bad time."""
    kind, facts = notice.kind, notice.facts
    stall = _stall_of(facts, books)
    if stall and kind in NOT_AT_NIGHT and notice.try_at.astimezone(ZoneInfo(stall.zone)).hour not in range(6, 21):
        yield f"told: {kind} was to be sent in the night, at {notice.try_at} in {stall.zone}"
    if stall and kind in NOT_WHILE_CLOSED and stall.closed_until is not None:
        yield f"told: {kind} while the stall is closed"
    if "order_id" in facts:
        order = books.orders[facts["order_id"]]
        if order.state != WHILE.get(kind, order.state):
            yield f"told: {kind} while order {order.id} is {order.state}"
        if kind in NAMES_TOTAL and f"{order.total:,}".replace(",", ".") not in bubble.text.replace(",", "."):
            yield f"told: {kind} doesn't say that order {order.id} costs {order.total}: {bubble.text!r}"
    elif "product_id" in facts:
        product = books.products[facts["product_id"]]
        if kind == "product-back" and not can_be_ordered(product, books, facts.get("variant") or ""):
            yield f"told: product {product.id} is back, with {product.stock} in stock, {product.state}"
        said = LEFT.search(bubble.text) if kind == "low-stock" and product.parts == 1 else None
        if said and not product.by_variant and said[1] != f"{product.stock:,}".replace(",", "."):
            yield f"told: {said[0]} of product {product.id}, of which there are {product.stock}"


def _stall_of(facts: Json, books: Books) -> Stall | None:
    """The stall that a notice is about."""
    about = books.orders.get(facts.get("order_id", 0)) or books.products.get(facts.get("product_id", 0))
    return books.stalls.get(about.stall_id if about else facts.get("stall_id", 0))


def faults_in_card(bubble: Bubble, books: Books) -> Iterator[str]:
    """What a product's card says of its stock is so."""
    about = [data.split(":") for _, data in bubble.buttons if data.startswith(("b:count:", "w:stock:"))]
    said = STOCK.search(bubble.text)
    for product in (books.products[int(data[2])] for data in about[:1]):
        if said and product.parts == 1 and said[1] != f"{product.stock:,}".replace(",", "."):
            yield f"told: {bubble.text!r}, and there are {product.stock} of product {product.id}"


def can_be_ordered(product: Product, books: Books, variant: str = "") -> bool:
    """Whether the least that a buyer may order of it is there."""
    stall = books.stalls[product.stall_id]
    if product.state != "on sale" or (stall.closed_until and stall.closed_orders == "refuse"):
        return False
    pack, least = (product.step if product.parts > 1 else product.per), product.terms.get("min_order") or 0
    own = [one.stock for one in books.variants if (one.product_id, one.name) == (product.id, variant)]
    left = own[0] if own and product.by_variant else product.stock
    return product.kind == "made" or left >= max(pack, least * product.parts)


def faults_in_wishes(session: Session, books: Books) -> Iterator[str]:
    """Nobody is forgotten in the line while the goods are there, and neither somebody else's turn nor a look is due."""
    if books.now.hour not in AWAKE:
        return
    news = session.exec(select(Notice).where(Notice.kind == "product-back"))
    told: dict[int | None, Notice] = {notice.id: notice for notice in news}
    looks = select(Reminder.product_id).where(Reminder.kind == "wishes", col(Reminder.settled_at).is_(None))
    due = set(session.exec(looks))
    wishes = session.exec(select(Wish)).all()
    turns = {wish.product_id for wish in wishes if (turn := told.get(wish.notice_id)) and turn.state != "moot"}
    for wish in wishes:
        product, notice = books.products[wish.product_id], told.get(wish.notice_id)
        waits = wish.told_at is None or (notice is not None and notice.state == "moot")
        closed = books.stalls[product.stall_id].closed_until is not None
        if not waits or closed or wish.product_id in due | turns or _ordered_since(session, wish):
            continue
        if can_be_ordered(product, books, wish.variant):
            yield f"wish: {wish.person_id} still waits for product {product.id}, with {product.stock} in stock"


def _ordered_since(session: Session, wish: Wish) -> bool:
    theirs = (OrderLine.product_id == wish.product_id, Order.buyer_id == wish.person_id)
    ordered = select(Order.id).join(OrderLine).where(*theirs, col(Order.placed_at) > wish.asked_at)
    return session.exec(ordered).first() is not None


def faults_in_outbox(session: Session) -> Iterator[str]:
    """Every notice has gone out or was not true any more; nobody here refuses any."""
    troubled = select(Notice).where((col(Notice.state) == "failed") | (col(Notice.attempts) > 0))
    for notice in session.exec(troubled):
        yield f"undelivered: {notice.kind} is {notice.state}: {notice.problem}"


def faults_in_arrivals(session: Session, books: Books) -> Iterator[str]:
    """Each order has reached its seller, once; one whose seller has left has nobody to reach any more."""
    arrived = select(Notice.person_id, Notice.subject).where(Notice.kind == "order-placed", Notice.state == "sent")
    sent = Counter(session.exec(arrived))
    for order in books.orders.values():
        owner = books.owner(order)
        if owner > 0 and sent[owner, f"order {order.id}"] != 1:
            yield f"reached: order {order.id} reached its seller {sent[owner, f'order {order.id}']} times"
