"""All words of a product's name beside each of them, so that a search for several reads them off one key."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("productword", sa.Column("all_words", sa.Text(), nullable=False, server_default=""))
    table = sa.table("productword", sa.column("word", sa.String), sa.column("product_id"), sa.column("all_words"))
    same = table.alias("same")
    words = sa.select(sa.func.aggregate_strings(same.c.word, " ")).where(same.c.product_id == table.c.product_id)
    op.execute(table.update().values(all_words=sa.literal(" ") + words.scalar_subquery() + " "))


def downgrade() -> None:
    op.drop_column("productword", "all_words")
