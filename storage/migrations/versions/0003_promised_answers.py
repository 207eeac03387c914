"""Promised answers: by when a request is taken, what was chased, and whether it helped."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("requests") as table:
        table.add_column(sa.Column("take_by", sa.BigInteger(), nullable=True))
        table.add_column(sa.Column("chased_until", sa.BigInteger(), nullable=True))
        table.add_column(sa.Column("chased_to", sa.Uuid(), nullable=True))
        table.add_column(
            sa.Column("helped", sa.String(length=20), nullable=False, server_default="")
        )


def downgrade() -> None:
    with op.batch_alter_table("requests") as table:
        table.drop_column("helped")
        table.drop_column("chased_to")
        table.drop_column("chased_until")
        table.drop_column("take_by")
