"""Filling a database for tests that need no chat: people, stalls, products, and whether the books balance."""

from datetime import UTC, datetime, timedelta

from sqlmodel import Session, col, func, select

from models.orders import Order, OrderLine
from models.people import Person
from models.products import Product
from models.stalls import Stall, stall_of
from models.stock import StockMove, change_stock
from models.variants import variant_stocks
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
    product = Product(
        stall_id=stall.id or 0, state="on sale", name=name, price=15_000, created_at=NOW, published_at=NOW
    )
    session.add(product)
    session.flush()
    keep_findable(session, product)
    change_stock(session, StockMove(product_id=product.id or 0, change=stock, reason="first stock", at=NOW))
    return product.id or 0


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


def wrong_variants(session: Session, product: Product) -> list[str]:
    """Where each variant has a stock of its own: that is what its moves say, and together they are no more than all."""
    stocks = variant_stocks(session, product.id or 0)
    faults = [] if sum(stocks.values()) <= product.stock else [f"product {product.id} has more variants than stock"]
    for name, stock in stocks.items():
        moves = select(func.coalesce(func.sum(StockMove.change), 0))
        told = session.exec(moves.where(StockMove.product_id == product.id, StockMove.variant == name)).one()
        if stock != told or stock < 0:
            faults.append(f"variant {name} of product {product.id} has {stock}, its ledger says {told}")
    return faults


def what_is_wrong(session: Session) -> list[str]:
    """Every way in which the books do not balance; empty when all is well."""
    faults = []
    for product in session.exec(select(Product)):
        told = sum_of_moves(session, product.id or 0)
        if product.stock != told:
            faults.append(f"product {product.id} has {product.stock}, its ledger says {told}")
        if product.stock < 0:
            faults.append(f"product {product.id} has {product.stock}")
        faults += wrong_variants(session, product)
    for order in session.exec(select(Order)):
        in_parts = func.sum(col(OrderLine.taken) * Product.parts // OrderLine.parts)
        taken = session.exec(select(in_parts).join(Product).where(OrderLine.order_id == order.id)).one()
        moved = session.exec(
            select(func.coalesce(func.sum(col(StockMove.change)), 0)).where(StockMove.order_id == order.id)
        ).one()
        wanted = 0 if order.state in OVER else -taken
        if moved != wanted:
            faults.append(f"order {order.id} ({order.state}) moved {moved} pieces instead of {wanted}")
    return faults
