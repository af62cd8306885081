"""Filling a database for tests that need no chat: people, stalls, products, and whether the books balance."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta

from sqlmodel import Session, func, select

from models.orders import Order, OrderLine
from models.people import Person
from models.products import Product
from models.stalls import Stall, stall_of
from models.stock import StockMove, change_stock
from models.variants import ProductVariant
from shop.orders import place_order
from shop.people import meet
from shop.quoting import Wanted
from shop.rules import GIVES_STOCK_BACK, ORDER_MOVES
from shop.searching import keep_findable
from shop.views import OrderView

NOW = datetime(2026, 11, 21, 3, 0, tzinfo=UTC)  # a Saturday, 10:00 in Jakarta
SARI, BUDI, RINI = 700_100_001, 700_100_002, 700_100_003
OVER = tuple(ORDER_MOVES[move][2] for move in GIVES_STOCK_BACK)


def add_person(session: Session, person_id: int, name: str = "Orang") -> Person:
    """Somebody who has pressed START."""
    meet(session, person_id, name, None, NOW)
    return session.get_one(Person, person_id)


def add_product(session: Session, seller_id: int = SARI, stock: int = 20, name: str = "Keripik pisang") -> int:
    """A product on sale for Rp15.000, in the stall of a seller who is met if need be; its id."""
    stall = stall_of(session, seller_id)
    if stall is None:
        add_person(session, seller_id, "Bu Sari")
        stall = Stall(owner_id=seller_id, name="Bu Sari", opened_at=NOW, asked_about_itself=True)
        session.add(stall)
        session.flush()
    product = Product(stall_id=stall.id, state="on sale", name=name, price=15_000, created_at=NOW, published_at=NOW)
    session.add(product)
    session.flush()
    keep_findable(session, product)
    change_stock(session, StockMove(product_id=product.id, change=stock, reason="first stock", at=NOW))
    return product.id


def open_market(session: Session, stock: int = 20) -> int:
    """Bu Sari with a product, Pak Budi and Mbak Rini; the product's id."""
    add_person(session, BUDI, "Pak Budi")
    add_person(session, RINI, "Mbak Rini")
    return add_product(session, stock=stock)


def buy(session: Session, person_id: int, product_id: int, quantity: int, now: datetime = NOW) -> OrderView:
    """Somebody orders one product; raises ShopError as `place_order` does."""
    return place_order(session, person_id, [Wanted(product_id=product_id, quantity=quantity)], now)


def move(product_id: int, change: int, minutes: int = 0) -> StockMove:
    """A line of the ledger."""
    return StockMove(product_id=product_id, change=change, reason="restock", at=NOW + timedelta(minutes=minutes))


def take_one(session: Session, product_id: int) -> bool:
    """Somebody takes one piece; False if there is none."""
    return change_stock(session, move(product_id, -1))


def sum_of_moves(session: Session, product_id: int) -> int:
    """What the ledger says that there is."""
    moves = select(func.coalesce(func.sum(StockMove.change), 0))
    return int(session.exec(moves.where(StockMove.product_id == product_id)).one())


def what_is_wrong(session: Session) -> list[str]:
    """Every way in which the books do not balance; empty when all is well."""
    moves = session.exec(select(StockMove)).all()
    products = {product.id: product for product in session.exec(select(Product))}
    return [
        *_wrong_products(list(products.values()), moves, session.exec(select(ProductVariant)).all()),
        *_wrong_orders(session.exec(select(Order)).all(), session.exec(select(OrderLine)).all(), moves, products),
    ]


def _wrong_products(
    products: Sequence[Product], moves: Sequence[StockMove], variants: Sequence[ProductVariant]
) -> list[str]:
    """Stock is what its moves say, and never less than none; where each variant has its own, it is all of them."""
    told, told_of, apart = Counter[int](), Counter[tuple[int, str | None]](), Counter[int]()
    for each in moves:
        told[each.product_id] += each.change
        told_of[each.product_id, each.variant] += each.change
    faults = []
    for one in variants:
        apart[one.product_id] += one.stock
        if one.stock != told_of[one.product_id, one.name] or one.stock < 0:
            said = told_of[one.product_id, one.name]
            faults.append(f"variant {one.name} of product {one.product_id} has {one.stock}, its ledger says {said}")
    for product in products:
        number = product.id
        if product.stock != told[number]:
            faults.append(f"product {number} has {product.stock}, its ledger says {told[number]}")
        if product.stock < 0:
            faults.append(f"product {number} has {product.stock}")
        if product.by_variant and product.state != "removed" and apart[number] != product.stock:
            faults.append(f"product {number} has {product.stock}, its variants {apart[number]}")
    return faults


def _wrong_orders(
    orders: Sequence[Order],
    lines: Sequence[OrderLine],
    moves: Sequence[StockMove],
    products: Mapping[int, Product],
) -> list[str]:
    """An order holds what it took; one that came to nothing holds nothing."""
    moved, taken = Counter[int | None](), Counter[int]()
    for each in moves:
        moved[each.order_id] += each.change
    for line in lines:
        taken[line.order_id] += line.taken * products[line.product_id].parts // line.parts
    return [
        f"order {order.id} ({order.state}) moved {moved[order.id]} pieces instead of {wanted}"
        for order in orders
        if moved[order.id] != (wanted := 0 if order.state in OVER else -taken[order.id])
    ]
