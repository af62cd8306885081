"""a stall's days off and its second contact"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "secondcontact",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("stall_id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(32), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("person_id", sa.BigInteger(), nullable=True),
        sa.Column("agreed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
        ),
        sa.ForeignKeyConstraint(
            ["stall_id"],
            ["stall.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("code"),
    )
    with op.batch_alter_table("secondcontact", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_secondcontact_person_id"), ["person_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_secondcontact_stall_id"), ["stall_id"], unique=False)

    with op.batch_alter_table("stall", schema=None) as batch_op:
        batch_op.add_column(sa.Column("closed_until", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("closed_words", sa.String(16), nullable=True))
        batch_op.add_column(sa.Column("closed_orders", sa.String(8), nullable=False, server_default="wait"))


def downgrade() -> None:
    with op.batch_alter_table("stall", schema=None) as batch_op:
        batch_op.drop_column("closed_orders")
        batch_op.drop_column("closed_words")
        batch_op.drop_column("closed_until")

    op.drop_table("secondcontact")
