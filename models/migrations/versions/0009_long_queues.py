"""Indexes for long queues: what is next is found without a look at all that waits."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None
WAITING = sa.text("state = 'waiting'")


def upgrade() -> None:
    for name, table, columns in (
        ("inbox_next", "inbox", ["id", "chat_id"]),
        ("notice_due", "notice", ["lane", "try_at", "id"]),
    ):
        op.create_index(name, table, columns, sqlite_where=WAITING, postgresql_where=WAITING)


def downgrade() -> None:
    op.drop_index("notice_due", "notice")
    op.drop_index("inbox_next", "inbox")
