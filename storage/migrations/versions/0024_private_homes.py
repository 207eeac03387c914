"""Private homes: the private process of a whole household."""

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "private_homes",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("since", sa.BigInteger(), nullable=False),
        sa.Column("by", sa.Uuid(), nullable=False),
        sa.Column("ended_at", sa.BigInteger(), nullable=True),
        sa.Column("told_on", sa.Date(), nullable=True),
        sa.Column("told_by", sa.Uuid(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["id"], ["households.id"], name=op.f("fk_private_homes_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_private_homes")),
    )
    op.create_index(op.f("ix_private_homes_ended_at"), "private_homes", ["ended_at"])


def downgrade() -> None:
    op.drop_table("private_homes")
