"""Delegated authority: who decides what in each placement."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "delegated_authority",
        sa.Column("placement", sa.Uuid(), nullable=False),
        sa.Column("young_person", sa.Uuid(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["placement"],
            ["placements.id"],
            name=op.f("fk_delegated_authority_placement"),
        ),
        sa.PrimaryKeyConstraint("placement", name=op.f("pk_delegated_authority")),
    )


def downgrade() -> None:
    op.drop_table("delegated_authority")
