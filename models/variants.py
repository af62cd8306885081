"""ProductVariant: how many there are of one size or colour, where each has a stock of its own."""

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlmodel import Field, Session, SQLModel, col, select
from sqlmodel.sql.expression import Select

from models.columns import COUNTED
from models.prepared import prepared


class ProductVariant(SQLModel, table=True):
    """The stock of one variant; its name and price stand in the product's `terms`, and nowhere else.

    `stock` counts like the product's own, is part of it, and is always the sum of the moves that name the variant.
    """

    __table_args__ = (
        UniqueConstraint("product_id", "name"),
        CheckConstraint("stock >= 0", name="variant_stock_is_not_negative"),
        COUNTED,
    )

    id: int = Field(default=None, primary_key=True)
    product_id: int = Field(foreign_key="product.id")
    name: str = Field(max_length=40)
    stock: int = 0


def variant_stocks(session: Session, product_id: int) -> dict[str, int]:
    """How many there are of each variant that has a stock of its own, in the order in which they were told."""
    return dict(_variant_stocks(session, product_id).all())


@prepared
def _variant_stocks(product_id: int) -> Select[str, int]:
    query = select(ProductVariant.name, ProductVariant.stock).where(ProductVariant.product_id == product_id)
    return query.order_by(col(ProductVariant.id))


def know_variant(session: Session, product_id: int, name: str) -> None:
    """From now on this variant has a stock of its own; nothing of it is there yet."""
    session.add(ProductVariant(product_id=product_id, name=name))
    session.flush()
