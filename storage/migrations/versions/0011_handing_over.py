"""Handing over: to whom a request or a shift was offered, and until when they answer."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("requests") as table:
        table.add_column(sa.Column("offered_to", sa.Uuid(), nullable=True))
        table.add_column(sa.Column("offer_ends_at", sa.BigInteger(), nullable=True))
    with op.batch_alter_table("people") as table:
        table.add_column(sa.Column("relief", sa.Text(), nullable=True))
        table.add_column(sa.Column("next_due_at", sa.BigInteger(), nullable=True))
    op.create_index("ix_people_next_due_at", "people", ["next_due_at"])


def downgrade() -> None:
    op.drop_index("ix_people_next_due_at", "people")
    # Not in a batch: SQLite would copy the table, and others point to its rows.
    op.drop_column("people", "next_due_at")
    op.drop_column("people", "relief")
    with op.batch_alter_table("requests") as table:
        table.drop_column("offer_ends_at")
        table.drop_column("offered_to")
