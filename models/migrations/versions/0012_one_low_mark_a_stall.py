"""A low mark is the stall's alone: no product ever had one of its own."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_column("product", "low_mark")


def downgrade() -> None:
    op.add_column("product", sa.Column("low_mark", sa.Integer(), nullable=True))
