"""When somebody left: the days of retention run from there; for who had left before, from now."""

import time

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None

MICROSECONDS = 1_000_000


def upgrade() -> None:
    op.add_column("people", sa.Column("left_at", sa.BigInteger(), nullable=True))
    people = sa.table("people", sa.column("active", sa.Boolean), sa.column("left_at"))
    now = int(time.time()) * MICROSECONDS
    op.execute(people.update().where(~people.c.active).values(left_at=now))


def downgrade() -> None:
    # Not in a batch: SQLite would copy the table, and others point to its rows.
    op.drop_column("people", "left_at")
