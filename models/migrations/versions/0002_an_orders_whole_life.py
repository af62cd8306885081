"""An order's whole life: offers, fee, tracking, rating."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("orderline", schema=None) as batch_op:
        batch_op.add_column(sa.Column("asked", sa.Integer(), nullable=True))

    with op.batch_alter_table("orders", schema=None) as batch_op:
        batch_op.add_column(sa.Column("fee", sa.BigInteger(), nullable=True))
        batch_op.add_column(sa.Column("offers", sa.Integer(), nullable=False, server_default="0"))
        batch_op.add_column(sa.Column("asked_total", sa.BigInteger(), nullable=True))
        batch_op.add_column(sa.Column("tracking", sa.String(60), nullable=True))
        batch_op.add_column(sa.Column("rating", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("complained_at", sa.DateTime(timezone=True), nullable=True))

    with op.batch_alter_table("stall", schema=None) as batch_op:
        batch_op.add_column(sa.Column("delivery_fee", sa.BigInteger(), nullable=True))
        batch_op.add_column(sa.Column("rated", sa.Integer(), nullable=False, server_default="0"))
        batch_op.add_column(sa.Column("happy", sa.Integer(), nullable=False, server_default="0"))


def downgrade() -> None:
    with op.batch_alter_table("stall", schema=None) as batch_op:
        batch_op.drop_column("happy")
        batch_op.drop_column("rated")
        batch_op.drop_column("delivery_fee")

    with op.batch_alter_table("orders", schema=None) as batch_op:
        batch_op.drop_column("complained_at")
        batch_op.drop_column("rating")
        batch_op.drop_column("tracking")
        batch_op.drop_column("asked_total")
        batch_op.drop_column("offers")
        batch_op.drop_column("fee")

    with op.batch_alter_table("orderline", schema=None) as batch_op:
        batch_op.drop_column("asked")
