"""kinds of stock"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def _columns() -> dict[str, list["sa.Column[object]"]]:
    """New columns by table. Each is added and dropped alone: a copied table would lose its checks on SQLite."""
    return {
        "orderline": [
            sa.Column("parts", sa.Integer(), nullable=False, server_default="1"),
            sa.Column("days", sa.Integer(), nullable=True),
        ],
        "product": [
            sa.Column("parts", sa.Integer(), nullable=False, server_default="1"),
            sa.Column("step", sa.Integer(), nullable=False, server_default="1"),
            sa.Column("by_variant", sa.Boolean(), nullable=False, server_default=sa.false()),
            sa.Column("closes_at", sa.DateTime(timezone=True), nullable=True),
        ],
        "stall": [sa.Column("closing_hour", sa.Integer(), nullable=False, server_default="17")],
        "stockmove": [sa.Column("variant", sa.String(40), nullable=True)],
    }


def upgrade() -> None:
    op.create_table(
        "productvariant",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("product_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(40), nullable=False),
        sa.Column("stock", sa.Integer(), nullable=False),
        sa.CheckConstraint("stock >= 0", name="variant_stock_is_not_negative"),
        sa.ForeignKeyConstraint(["product_id"], ["product.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("product_id", "name"),
    )
    for table, columns in _columns().items():
        for column in columns:
            op.add_column(table, column)


def downgrade() -> None:
    for table, columns in reversed(_columns().items()):
        for column in reversed(columns):
            op.drop_column(table, column.name)
    op.drop_table("productvariant")
