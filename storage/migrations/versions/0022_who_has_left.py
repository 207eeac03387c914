"""When somebody left: the days of retention run from there; for who had left before, from now."""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None

BY_ITS_OWN_CLOCK = {
    "sqlite": "UPDATE people SET left_at = CAST(strftime('%s', 'now') AS INTEGER) * 1000000 "
    "WHERE NOT active",
    "postgresql": "UPDATE people SET left_at = CAST(extract(epoch FROM now()) AS bigint) * 1000000 "
    "WHERE NOT active",
}
"""In microseconds."""


def upgrade() -> None:
    op.add_column("people", sa.Column("left_at", sa.BigInteger(), nullable=True))
    op.execute(BY_ITS_OWN_CLOCK[op.get_bind().dialect.name])


def downgrade() -> None:
    # Not in a batch: SQLite would copy the table, and others point to its rows.
    op.drop_column("people", "left_at")
