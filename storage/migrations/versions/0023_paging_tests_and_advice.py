"""The last paging test of each worker, and the manager asked about a request."""

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("people", sa.Column("paging_test", sa.Text(), nullable=True))
    op.add_column("requests", sa.Column("advice", sa.Text(), nullable=True))


def downgrade() -> None:
    # Not in a batch: SQLite would copy the tables, and others point to their rows.
    op.drop_column("requests", "advice")
    op.drop_column("people", "paging_test")
