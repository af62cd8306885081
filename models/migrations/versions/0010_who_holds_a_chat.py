"""Who holds a chat, so that what a dead worker held is free at once."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("inbox", sa.Column("claimed_by", sa.String(length=63), nullable=True))


def downgrade() -> None:
    op.drop_column("inbox", "claimed_by")
