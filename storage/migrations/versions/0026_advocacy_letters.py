"""The letter to an advocacy provider without a chat."""

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("advocacies", sa.Column("letter", sa.Text(), nullable=True))


def downgrade() -> None:
    # Not in a batch: SQLite would copy the table.
    op.drop_column("advocacies", "letter")
