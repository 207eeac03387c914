"""The start of a placement, and the quarterly question to each household."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "placement_starts",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("household", sa.Uuid(), nullable=False),
        sa.Column("young_person", sa.Uuid(), nullable=False),
        sa.Column("first", sa.Date(), nullable=False),
        sa.Column("brought_at", sa.BigInteger(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("ticked_on", sa.Date(), nullable=True),
        sa.Column("discussed_on", sa.Date(), nullable=True),
        sa.Column("agreed_on", sa.Date(), nullable=True),
        sa.Column("signed_on", sa.Date(), nullable=True),
        sa.Column("told_until", sa.BigInteger(), nullable=True),
        sa.Column("next_due_at", sa.BigInteger(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["id"], ["placements.id"], name=op.f("fk_placement_starts_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_placement_starts")),
    )
    op.create_table(
        "home_checks",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("answered_on", sa.Date(), nullable=True),
        sa.Column("off", sa.Boolean(), nullable=False),
        sa.Column("told_until", sa.BigInteger(), nullable=True),
        sa.Column("next_due_at", sa.BigInteger(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["id"], ["households.id"], name=op.f("fk_home_checks_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_home_checks")),
    )
    for table, column in (
        ("placement_starts", "household"),
        ("placement_starts", "next_due_at"),
        ("home_checks", "next_due_at"),
    ):
        op.create_index(op.f(f"ix_{table}_{column}"), table, [column])


def downgrade() -> None:
    op.drop_table("home_checks")
    op.drop_table("placement_starts")
