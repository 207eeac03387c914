"""Filing: who closed a request and who said that it is in the case file; a legal hold."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

NEW = ("closed_by", "filed_by", "filed_at", "filed_whole", "filing_reminded_at")


def upgrade() -> None:
    with op.batch_alter_table("requests") as table:
        table.add_column(sa.Column("closed_by", sa.Uuid(), nullable=True))
        table.add_column(sa.Column("filed_by", sa.Uuid(), nullable=True))
        table.add_column(sa.Column("filed_at", sa.BigInteger(), nullable=True))
        table.add_column(
            sa.Column("filed_whole", sa.Boolean(), nullable=False, server_default=sa.false())
        )
        table.add_column(sa.Column("filing_reminded_at", sa.BigInteger(), nullable=True))
    # People not in a batch: SQLite would copy the table, and others point to its rows.
    held: sa.Column[bool] = sa.Column(
        "held", sa.Boolean(), nullable=False, server_default=sa.false()
    )
    op.add_column("people", held)


def downgrade() -> None:
    op.drop_column("people", "held")
    with op.batch_alter_table("requests") as table:
        for name in reversed(NEW):
            table.drop_column(name)
