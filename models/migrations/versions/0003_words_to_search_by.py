"""Words to search by, and an index for a stall's shelf; what is on sale already can be found at once."""

import re
import unicodedata

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "productword",
        sa.Column("word", sa.String(40), nullable=False),
        sa.Column("product_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["product_id"], ["product.id"]),
        sa.PrimaryKeyConstraint("word", "product_id"),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("productword", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_productword_product_id"), ["product_id"], unique=False)
    with op.batch_alter_table("product", schema=None) as batch_op:
        batch_op.drop_index("product_of_stall")
        batch_op.create_index("product_of_stall", ["stall_id", "state", "published_at", "id"], unique=False)
    fill()


def downgrade() -> None:
    with op.batch_alter_table("product", schema=None) as batch_op:
        batch_op.drop_index("product_of_stall")
        batch_op.create_index("product_of_stall", ["stall_id", "state"], unique=False)
    op.drop_table("productword")


def fill() -> None:
    """As `shop/searching.py` did it when this was written."""
    table = sa.table("productword", sa.column("word"), sa.column("product_id"))
    connection = op.get_bind()
    on_sale = connection.execute(sa.text("SELECT id, name FROM product WHERE state = 'on sale'")).all()
    rows = [{"word": word, "product_id": number} for number, name in on_sale for word in words_of(name or "")]
    if rows:
        connection.execute(sa.insert(table), rows)


def words_of(text: str) -> set[str]:
    plain = unicodedata.normalize("NFKD", text).casefold()
    letters = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return {form(word) for word in re.findall(r"[^\W_]+", letters)}


def form(word: str) -> str:
    mute = r"(?<=[bcdfghjklmnpqrstvwxyz])e(?=[bcdfghjklmnpqrstvwxyz])"
    short = re.sub(mute, "", re.sub(r"([a-z])\1+", r"\1", word))
    return (short if len(short) > 2 else word)[:40]
