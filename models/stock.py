"""StockMove: the ledger that a product's stock is always the sum of."""

from datetime import datetime

from sqlalchemy import func, update
from sqlmodel import Field, Session, SQLModel, col, select

from models.columns import moment, telegram_id
from models.products import Product


class StockMove(SQLModel, table=True):
    """One change of stock. `reason`: first stock, restock, correction, order, returned, spoiled."""

    id: int | None = Field(default=None, primary_key=True)
    product_id: int = Field(foreign_key="product.id", index=True)
    change: int
    reason: str = Field(max_length=16)
    order_id: int | None = Field(default=None, foreign_key="orders.id")
    person_id: int | None = telegram_id(default=None, foreign_key="person.id")
    at: datetime = moment()


def change_stock(session: Session, move: StockMove) -> bool:
    """Apply a move and write it down; False, and nothing done, if less than nothing would be left.

    The check and the change are one statement, so that no two takers can both see the last piece.
    """
    taken = session.exec(
        update(Product)
        .where(col(Product.id) == move.product_id, col(Product.stock) + move.change >= 0)
        .values(stock=Product.stock + move.change, version=Product.version + 1)
        .execution_options(synchronize_session=False)
    )
    if taken.rowcount != 1:
        return False
    session.add(move)
    product = session.get(Product, move.product_id)
    if product is not None:
        session.refresh(product)
    return True


def sum_of_moves(session: Session, product_id: int) -> int:
    """What the ledger says that there is."""
    query = select(func.coalesce(func.sum(StockMove.change), 0)).where(StockMove.product_id == product_id)
    return int(session.exec(query).one())


def moves_of(session: Session, product_id: int, limit: int) -> list[StockMove]:
    """The product's latest moves, newest first."""
    query = select(StockMove).where(StockMove.product_id == product_id).order_by(col(StockMove.id).desc()).limit(limit)
    return list(session.exec(query))
