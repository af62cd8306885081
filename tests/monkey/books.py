"""What must always hold of the shop's books, whatever people did: at one moment, and between two.

Reckoned anew here, not with the shop's own rules. Each fault begins with the name of what was broken.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from math import ceil
from typing import Any

from sqlmodel import Session, func, select

from models.notices import Notice
from models.orders import Order, OrderLine
from models.products import Product
from models.stalls import Stall
from models.stock import StockMove
from models.variants import ProductVariant
from shop.days import day_of
from shop.stalls import own_stall
from shop.weeks import my_week
from tests.support.market import what_is_wrong

# Who may bring an order from one state to which others.
MOVES: dict[str, dict[str, tuple[str, ...]]] = {
    "seller": {
        "placed": ("accepted", "offered", "declined"),
        "offered": ("offered", "declined"),
        "accepted": ("ready", "sent", "finished", "declined"),
        "ready": ("sent", "finished", "declined"),
        "sent": ("finished",),
    },
    "buyer": {
        "placed": ("cancelled",),
        "offered": ("accepted", "cancelled"),
        "lapsed": ("accepted",),
        "accepted": ("finished",),
        "ready": ("finished",),
        "sent": ("finished",),
    },
    "clock": {"placed": ("lapsed",), "offered": ("lapsed",)},
}
PAYS: dict[str, dict[str, tuple[str, ...]]] = {
    "seller": {"open": ("paid",), "claimed": ("paid", "open")},
    "buyer": {"open": ("claimed",), "claimed": ("claimed",)},
}
# What the other side hears of a move, by who made it and where it led.
HEARS = {
    "seller": {
        "accepted": "order-accepted",
        "offered": "order-offered",
        "declined": "order-declined",
        "ready": "order-ready",
        "sent": "order-sent",
        "finished": "order-finished",
    },
    "buyer": {"cancelled": "order-cancelled", "finished": "order-received"},
}
SOLD = ("accepted", "ready", "sent", "finished")


@dataclass(frozen=True)
class Books:
    """All that is written down, at one moment. `unbalanced`: where stock, its ledger and the orders disagree."""

    now: datetime
    orders: dict[int, Order]
    lines: dict[int, list[OrderLine]]
    products: dict[int, Product]
    stalls: dict[int, Stall]
    variants: list[ProductVariant]
    moves: int
    news: list[tuple[str, int, str | None]]
    unbalanced: list[str]

    def owner(self, of: Product | Order) -> int:
        """Whose product it is, or whom the order is placed with."""
        return self.stalls[of.stall_id].owner_id

    def sides(self, order: Order) -> dict[int, str]:
        """The order's two people, and what they are to it."""
        return {order.buyer_id: "buyer", self.owner(order): "seller"}


def open_books(session: Session, now: datetime) -> Books:
    """All that is written down now."""
    lines: dict[int, list[OrderLine]] = {}
    for line in session.exec(select(OrderLine).order_by(OrderLine.id)):  # type: ignore[arg-type] # a column
        lines.setdefault(line.order_id, []).append(line)
    news = select(Notice.kind, Notice.person_id, Notice.subject).where(Notice.kind != "shown").order_by(Notice.id)  # type: ignore[arg-type]
    return Books(
        now,
        {order.id: order for order in session.exec(select(Order).order_by(Order.id))},  # type: ignore[arg-type]
        lines,
        {each.id: each for each in session.exec(select(Product).order_by(Product.id))},  # type: ignore[arg-type]
        {stall.id: stall for stall in session.exec(select(Stall))},
        list(session.exec(select(ProductVariant))),
        session.exec(select(func.count()).select_from(StockMove)).one(),
        list(session.exec(news)),
        what_is_wrong(session),
    )


def faults_in(books: Books) -> Iterator[str]:
    """What doesn't hold at this moment."""
    yield from (f"ledger: {fault}" for fault in books.unbalanced)
    for order in books.orders.values():
        if order.total - (order.fee or 0) <= 0:
            yield f"total: the goods of order {order.id} cost {order.total} less {order.fee}"
        for line in books.lines[order.id]:
            packs = line.quantity if line.parts > 1 else line.quantity * line.per
            if line.taken not in (packs, 0):
                yield f"ledger: order {order.id} took {line.taken} for {packs}"


def faults_between(before: Books, after: Books, who: int | None) -> Iterator[str]:
    """What may not happen from one moment to the next, when `who` (None: the clock) has done something."""
    for order_id, order in after.orders.items():
        if (old := before.orders.get(order_id)) is None:
            yield from _faults_of_new(before, after, order, who)
        else:
            yield from _faults_of_move(before, after, old, order, who)
            yield from _faults_of_sums(before, after, old, order)


def _faults_of_new(before: Books, after: Books, order: Order, who: int | None) -> Iterator[str]:
    lines, stall = after.lines[order.id], after.stalls[order.stall_id]
    if (order.buyer_id, order.state) != (who, "placed"):
        yield f"moves: order {order.id} of {order.buyer_id} was {order.state} when {who} did something"
    if order.total != sum(line.amount for line in lines) + (order.fee or 0):
        yield f"total: order {order.id} costs {order.total}"
    if stall.closed_until and stall.closed_orders == "refuse":
        yield f"closed: order {order.id} was placed at a stall that takes none"
    for line in lines:
        product = before.products[line.product_id]
        if product.state != "on sale" or bool(line.taken) is (product.kind == "made"):
            yield f"ledger: order {order.id} took {line.taken} of what is {product.state} and {product.kind}"
        if line.amount > (most := _price(line, product)) or (line.amount < most and not product.terms.get("tiers")):
            yield f"total: {line.quantity} of product {product.id} cost {line.amount} instead of {most}"


def _price(line: OrderLine, product: Product) -> int:
    """What a line costs without wholesale prices."""
    units = Fraction(line.quantity, line.parts) if line.parts > 1 else Fraction(line.quantity * line.per)
    of_variants: dict[str | None, int] = product.terms.get("variant_prices") or {}
    return ceil(of_variants.get(line.variant, product.price or 0) * units / product.per)


def _faults_of_move(before: Books, after: Books, old: Order, order: Order, who: int | None) -> Iterator[str]:
    if after.sides(order) != before.sides(old):
        return  # somebody has left, and what was open between the two is called off
    side = "clock" if who is None else before.sides(old).get(who, "nobody")
    if (old.state, old.offers) != (order.state, order.offers):
        if order.state not in MOVES.get(side, {}).get(old.state, ()):
            yield f"moves: {side} brought order {order.id} from {old.state} to {order.state}"
        yield from _faults_of_news(before, after, old, order, side)
        if (order.offers, order.state == "offered") not in ((old.offers, False), (old.offers + 1, True)):
            yield f"moves: order {order.id} ({order.state}) had {old.offers} offers, now {order.offers}"
    is_other = (old.payment, old.claims) != (order.payment, order.claims)
    if is_other and order.payment not in PAYS.get(side, {}).get(old.payment, ()):
        yield f"payment: {side} brought order {order.id} from {old.payment} to {order.payment}"


def _faults_of_news(before: Books, after: Books, old: Order, order: Order, side: str) -> Iterator[str]:
    """The other side of an order hears of each move once; both hear of one that the clock has made."""
    owner, buyer, about = after.owner(order), order.buyer_id, f"order {order.id}"
    kind = HEARS.get(side, {}).get(order.state) or {"offered": "order-agreed", "lapsed": "order-revived"}.get(old.state)
    expected = [(kind or "", buyer if side == "seller" else owner, about)]
    if side == "clock":
        expected = [("order-lapsed-buyer", buyer, about), ("order-lapsed-seller", owner, about)]
    for news in expected:
        if (times := after.news.count(news) - before.news.count(news)) != 1:
            yield f"heard: {news[1]} heard {times} times of {news[0]}, {news[2]}"


def _faults_of_sums(before: Books, after: Books, old: Order, order: Order) -> Iterator[str]:
    """Only an offer changes an order, and fewer never costs more."""
    order_id = order.id
    was, now = ([_facts(line) for line in books.lines[order_id]] for books in (before, after))
    left = after.sides(order) != before.sides(old)  # what a forgotten seller sold has no name any more
    if ((old.total, old.fee) != (order.total, order.fee) or (was != now and not left)) and order.offers == old.offers:
        yield f"changed: order {order_id} by itself, from {old.total} {was} to {order.total} {now}"
    many, more = ([line[0] for line in lines] for lines in (was, now))
    if (
        many != more
        and all(after <= before for before, after in zip(many, more, strict=True))
        and order.total > old.total
    ):
        yield f"total: fewer in order {order_id} cost {order.total} instead of {old.total}"
    if old.fee != order.fee and old.total - (old.fee or 0) != order.total - (order.fee or 0):
        yield f"total: another fee changed what the goods of order {order_id} cost"


def _facts(line: OrderLine) -> tuple[int, int, int, str]:
    return line.quantity, line.amount, line.price, line.name


def faults_in_reports(session: Session, books: Books) -> Iterator[str]:
    """A seller's weeks sum up to what was sold; her day counts what there is to do."""
    for stall in books.stalls.values():
        orders = [order for order in books.orders.values() if order.stall_id == stall.id]
        if stall.owner_id < 0:
            continue
        first = min((order.placed_at for order in orders), default=books.now)
        weeks = range((books.now - first).days // 7 + 2)
        told = sum(my_week(session, stall.owner_id, books.now, back).rupiah for back in weeks)
        sold = sum(order.total - (order.fee or 0) for order in orders if order.state in SOLD)
        if told != sold:
            yield f"week: {stall.name} sold for {sold}, and is told {told}"
        tasks = sum(day_of(session, own_stall(session, stall.owner_id), books.now).tasks.values())
        waits = [order for order in orders if order.state in ("placed", "accepted", "ready")]
        waits += [order for order in orders if order.state in ("sent", "finished") and order.payment == "claimed"]
        if tasks != len(waits):
            yield f"day: {len(waits)} orders wait for {stall.name}, and {tasks} are counted"


def differences(before: Books, after: Books) -> Iterator[str]:
    """What is written otherwise than before; a choice that may be repeated without harm makes a new version."""
    for name in ("orders", "lines", "products", "moves", "news"):
        was, now = getattr(before, name), getattr(after, name)
        if was != now and isinstance(was, dict):
            rows = [(_written(was.get(key)), _written(row)) for key, row in now.items()]
            yield from (f"{old} is now {new}" for old, new in rows if old != new)
        elif was != now:
            yield f"{name} are other than before"


def _written(rows: Any) -> str:
    return str([row.model_dump(exclude={"version"}) for row in (rows if isinstance(rows, list) else [rows]) if row])
