"""Another time: when a carer asked to have the planned supervision moved."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("supervisions") as table:
        table.add_column(sa.Column("another_time_at", sa.BigInteger(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("supervisions") as table:
        table.drop_column("another_time_at")
