"""An order knows how far its payment is, a stall has its QRIS."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("orders", schema=None) as batch_op:
        batch_op.add_column(sa.Column("pay_by", sa.String(12), nullable=True))
        batch_op.add_column(sa.Column("payment", sa.String(12), nullable=False, server_default="open"))
        batch_op.add_column(sa.Column("claims", sa.Integer(), nullable=False, server_default="0"))
        batch_op.add_column(sa.Column("paid_at", sa.DateTime(timezone=True), nullable=True))

    with op.batch_alter_table("stall", schema=None) as batch_op:
        batch_op.add_column(sa.Column("qris", sa.String(512), nullable=True))
        batch_op.add_column(sa.Column("qris_name", sa.String(25), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("stall", schema=None) as batch_op:
        batch_op.drop_column("qris_name")
        batch_op.drop_column("qris")

    with op.batch_alter_table("orders", schema=None) as batch_op:
        batch_op.drop_column("paid_at")
        batch_op.drop_column("claims")
        batch_op.drop_column("payment")
        batch_op.drop_column("pay_by")
