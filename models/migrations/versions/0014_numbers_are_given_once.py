"""On SQLite, too, no number is given twice, also after its row is gone: people hold cards and links that name it."""

from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

COUNTED = (
    "broadcast",
    "delivery",
    "mute",
    "notice",
    "orderline",
    "orders",
    "product",
    "productphoto",
    "productvariant",
    "reminder",
    "secondcontact",
    "stall",
    "stockmove",
    "wish",
)


def upgrade() -> None:
    _make_anew(counts_on=True)


def downgrade() -> None:
    _make_anew(counts_on=False)


def _make_anew(counts_on: bool) -> None:
    """SQLite says this when it makes a table, or never; PostgreSQL's sequences never did otherwise."""
    if op.get_bind().dialect.name == "sqlite":
        for table in COUNTED:
            with op.batch_alter_table(table, recreate="always", table_kwargs={"sqlite_autoincrement": counts_on}):
                pass
