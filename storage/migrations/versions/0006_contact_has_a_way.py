"""Contact has a way: when a worker wrote, when the person answered that, how they reached another.

What was recorded before was by telephone; its way stays empty.
"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("requests") as table:
        table.add_column(sa.Column("written_at", sa.BigInteger(), nullable=True))
        table.add_column(sa.Column("heard_at", sa.BigInteger(), nullable=True))
        table.add_column(sa.Column("contact_way", sa.String(length=40), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("requests") as table:
        table.drop_column("contact_way")
        table.drop_column("heard_at")
        table.drop_column("written_at")
