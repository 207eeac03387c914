"""What of the outbox ended uncertain is found without reading the rest."""

import sqlalchemy as sa
from alembic import op

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None

UNCERTAIN = sa.text("state = 'uncertain'")


def upgrade() -> None:
    op.create_index(
        "ix_outbox_uncertain",
        "outbox",
        ["number"],
        sqlite_where=UNCERTAIN,
        postgresql_where=UNCERTAIN,
    )


def downgrade() -> None:
    op.drop_index("ix_outbox_uncertain", "outbox")
