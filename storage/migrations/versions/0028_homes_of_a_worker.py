"""The households of a supervising social worker are found without reading the rest."""

from alembic import op

revision = "0028"
down_revision = "0027"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index(
        "ix_households_supervising_social_worker", "households", ["supervising_social_worker"]
    )


def downgrade() -> None:
    op.drop_index("ix_households_supervising_social_worker", "households")
