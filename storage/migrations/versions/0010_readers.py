"""The readers that a person chose for a request: nobody else of the staff may see it."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    column = sa.Column("readers", sa.Text(), nullable=False, server_default="[]")
    with op.batch_alter_table("requests") as table:
        table.add_column(column)


def downgrade() -> None:
    with op.batch_alter_table("requests") as table:
        table.drop_column("readers")
