"""Newcomers: whose chat no worker has confirmed yet, and who else uses a young person's phone."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("people", sa.Column("newcomer", sa.Text(), nullable=True))
    use = sa.Column("phone_use", sa.String(40), nullable=False, server_default="")
    op.add_column("people", use)


def downgrade() -> None:
    # Not in a batch: SQLite would copy the table, and others point to its rows.
    op.drop_column("people", "phone_use")
    op.drop_column("people", "newcomer")
