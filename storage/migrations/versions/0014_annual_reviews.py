"""Annual reviews: one for each carer, as a supervision is kept."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "annual_reviews",
        sa.Column("carer", sa.Uuid(), nullable=False),
        sa.Column("worker", sa.Uuid(), nullable=True),
        sa.Column("last_held", sa.Date(), nullable=True),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("planned_for", sa.BigInteger(), nullable=True),
        sa.Column("uid", sa.String(length=80), nullable=False),
        sa.Column("moves", sa.Integer(), nullable=False),
        sa.Column("said_held_by", sa.Uuid(), nullable=True),
        sa.Column("said_held_on", sa.Date(), nullable=True),
        sa.Column("said_at", sa.BigInteger(), nullable=True),
        sa.Column("told_until", sa.BigInteger(), nullable=True),
        sa.Column("next_due_at", sa.BigInteger(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("another_time_at", sa.BigInteger(), nullable=True),
        sa.Column("approved", sa.Date(), nullable=True),
        sa.Column("views_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["carer"], ["people.id"], name=op.f("fk_annual_reviews_carer")),
        sa.PrimaryKeyConstraint("carer", name=op.f("pk_annual_reviews")),
    )
    for column in ("worker", "next_due_at"):
        op.create_index(op.f(f"ix_annual_reviews_{column}"), "annual_reviews", [column])


def downgrade() -> None:
    op.drop_table("annual_reviews")
