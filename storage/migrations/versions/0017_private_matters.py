"""Private matters: since when a request is a private process, and by whose switch."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("requests") as table:
        table.add_column(sa.Column("private_since", sa.BigInteger(), nullable=True))
        table.add_column(sa.Column("private_by", sa.Uuid(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("requests") as table:
        table.drop_column("private_by")
        table.drop_column("private_since")
