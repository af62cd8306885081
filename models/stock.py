"""StockMove: the ledger that a product's stock is always the sum of."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import update
from sqlalchemy.orm.attributes import set_committed_value
from sqlalchemy.sql.dml import UpdateBase
from sqlmodel import Field, Session, SQLModel, col, select

from models.columns import COUNTED, moment, telegram_id
from models.prepared import add_row, prepared, table_of
from models.products import Product
from models.variants import ProductVariant


class StockMove(SQLModel, table=True):
    """One change of stock; of one variant, if variants have stocks of their own.

    `reason`: first stock, restock, correction, order, returned, spoiled.
    """

    __table_args__ = COUNTED

    id: int = Field(default=None, primary_key=True)
    product_id: int = Field(foreign_key="product.id", index=True)
    variant: str | None = Field(default=None, max_length=40)
    change: int
    reason: str = Field(max_length=16)
    order_id: int | None = Field(default=None, foreign_key="orders.id")
    person_id: int | None = telegram_id(default=None, foreign_key="person.id")
    at: datetime = moment()


def change_stock(session: Session, move: StockMove) -> bool:
    """Apply a move and write it down; False, and nothing done, if less than nothing would be left.

    The check and the change are one statement, so that no two takers can both see the last piece. Nothing is done,
    either, if the product is counted in other parts by now than the caller has seen, or by variant.
    """
    product = session.get_one(Product, move.product_id)
    # Nobody orders what belongs to no variant, where each has a stock of its own; nor does it come back as that.
    by_variant = (product.by_variant and move.reason != "order",) if move.variant is None else (False, True)
    taken = _change(session, move.product_id, move.change, product.parts, by_variant).first()
    if taken is not None and move.variant is not None and not _change_variant(session, move):
        # The product's row is ours until the commit: nobody has seen it.
        _change(session, move.product_id, -move.change, product.parts, by_variant)
        taken = None
    if taken is None:
        session.refresh(product)
        return False
    for name, value in zip(("stock", "version"), taken, strict=True):
        set_committed_value(product, name, value)
    move.id = add_row(session, StockMove, **move.model_dump(exclude={"id"})).id
    return True


@prepared
def _change(product_id: int, change: int, parts: int, by_variant: Sequence[bool]) -> UpdateBase:
    product = table_of(Product)
    left = product.c.stock + change
    enough = (product.c.id == product_id, left >= 0)
    as_seen = (product.c.parts == parts, product.c.by_variant.in_(by_variant))
    changed = update(product).where(*enough, *as_seen)
    return changed.values(stock=left, version=product.c.version + 1).returning(product.c.stock, product.c.version)


def _change_variant(session: Session, move: StockMove) -> bool:
    changed = session.exec(
        update(ProductVariant)
        .where(
            col(ProductVariant.product_id) == move.product_id,
            col(ProductVariant.name) == move.variant,
            col(ProductVariant.stock) + move.change >= 0,
        )
        .values(stock=ProductVariant.stock + move.change)
        .execution_options(synchronize_session=False)
    )
    return changed.rowcount == 1


def count_in_parts(session: Session, product_id: int, parts: int) -> bool:
    """From now on each unit counts as so many parts: the stock and every line of its ledger, exactly.

    False, and nothing done, if the product is counted in parts already. What was ordered keeps its own count.
    """
    changed = session.exec(
        update(Product)
        .where(col(Product.id) == product_id, col(Product.parts) == 1)
        .values(parts=parts, step=parts, stock=Product.stock * parts)
        .execution_options(synchronize_session=False)
    )
    if changed.rowcount == 1:
        # After the product's row, which everybody changes first: no move can be written beside us.
        for table, column in ((StockMove, "change"), (ProductVariant, "stock")):
            session.exec(
                update(table)
                .where(table.product_id == product_id)  # type: ignore[arg-type] # a column
                .values({column: getattr(table, column) * parts})
                .execution_options(synchronize_session=False)
            )
    session.expire_all()
    return changed.rowcount == 1


def given_moves(session: Session, product_id: int, limit: int) -> list[tuple[datetime, int]]:
    """When the seller said what, newest first: what buyers took and brought back is left out."""
    given = col(StockMove.reason).in_(("first stock", "restock", "correction"))
    query = select(StockMove.at, StockMove.change).where(StockMove.product_id == product_id, given)
    return [(at, change) for at, change in session.exec(query.order_by(col(StockMove.id).desc()).limit(limit))]


def moves_together(session: Session, last: StockMove, count: int) -> list[StockMove]:
    """A move and those right before it that were made in the same turn, `count` at most; newest first.

    Whoever changes a product holds its row until the commit: no other move of it stands between them.
    """
    query = select(StockMove).where(StockMove.product_id == last.product_id, col(StockMove.id) <= last.id)
    latest = session.exec(query.order_by(col(StockMove.id).desc()).limit(count))
    return [move for move in latest if (move.at, move.person_id) == (last.at, last.person_id)]


def moves_of(session: Session, product_id: int, limit: int) -> list[StockMove]:
    """The product's latest moves, newest first."""
    query = select(StockMove).where(StockMove.product_id == product_id).order_by(col(StockMove.id).desc()).limit(limit)
    return list(session.exec(query))
