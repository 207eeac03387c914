"""Safe times: when a young person's chat may say first that something is new."""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("people", sa.Column("safe_times", sa.Text(), nullable=True))


def downgrade() -> None:
    # Not in a batch: SQLite would copy the table, and others point to its rows.
    op.drop_column("people", "safe_times")
