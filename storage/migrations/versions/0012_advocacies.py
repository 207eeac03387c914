"""Advocacies: a young person's wish for somebody on their side; no request, and in no list."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "advocacies",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("author", sa.Uuid(), nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("language", sa.String(length=35), nullable=False),
        sa.Column("asked_at", sa.BigInteger(), nullable=False),
        sa.Column("contact_by", sa.BigInteger(), nullable=False),
        sa.Column("appoint_by", sa.BigInteger(), nullable=False),
        sa.Column("told", sa.Text(), nullable=False),
        sa.Column("declined", sa.Text(), nullable=False),
        sa.Column("advocate", sa.Uuid(), nullable=True),
        sa.Column("contacted_at", sa.BigInteger(), nullable=True),
        sa.Column("appointed_at", sa.BigInteger(), nullable=True),
        sa.Column("ended_at", sa.BigInteger(), nullable=True),
        sa.Column("late_until", sa.BigInteger(), nullable=True),
        sa.Column("next_due_at", sa.BigInteger(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_advocacies")),
    )
    op.create_index(op.f("ix_advocacies_author"), "advocacies", ["author"])
    op.create_index(op.f("ix_advocacies_next_due_at"), "advocacies", ["next_due_at"])


def downgrade() -> None:
    op.drop_table("advocacies")
