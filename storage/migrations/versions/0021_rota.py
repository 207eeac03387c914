"""The rota: the shifts of each worker."""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "people", sa.Column("shifts", sa.Text(), nullable=False, server_default=sa.text("'[]'"))
    )


def downgrade() -> None:
    # Not in a batch: SQLite would copy the table, and others point to its rows.
    op.drop_column("people", "shifts")
