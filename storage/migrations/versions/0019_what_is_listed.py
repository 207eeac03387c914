"""What is listed is found by an index: what came since a day, what somebody is asked to take."""

from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

COLUMNS = ("raised_at", "offered_to")


def upgrade() -> None:
    for name in COLUMNS:
        op.create_index(f"ix_requests_{name}", "requests", [name])


def downgrade() -> None:
    for name in COLUMNS:
        op.drop_index(f"ix_requests_{name}", "requests")
