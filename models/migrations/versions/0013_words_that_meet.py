"""Words of a name two by two as well, in the order of letters' numbers, whatever language the database speaks."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

TABLE = sa.table("productword", sa.column("word"), sa.column("product_id"), sa.column("all_words"))


def upgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":  # SQLite minds neither the length nor any language
        op.execute('ALTER TABLE productword ALTER COLUMN word TYPE VARCHAR(81) COLLATE "C"')
    one, other = TABLE.alias("one"), TABLE.alias("other")
    together = sa.literal(" ") + one.c.word + sa.literal(" ") + other.c.word
    same_name = sa.and_(one.c.product_id == other.c.product_id, one.c.word < other.c.word)
    pairs = sa.select(together, one.c.product_id, one.c.all_words).join_from(one, other, same_name)
    op.execute(TABLE.insert().from_select(["word", "product_id", "all_words"], pairs))


def downgrade() -> None:
    op.execute(TABLE.delete().where(TABLE.c.word.like(" %")))
    if op.get_bind().dialect.name == "postgresql":
        op.execute('ALTER TABLE productword ALTER COLUMN word TYPE VARCHAR(40) COLLATE "default"')
