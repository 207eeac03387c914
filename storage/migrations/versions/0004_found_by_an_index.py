"""What every turn asks for is found by an index: the queue, who is linked, who is of the staff."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index(
        "ix_inbox_queue",
        "inbox",
        ["arrival"],
        sqlite_where=sa.text("state = 'open'"),
        postgresql_where=sa.text("state = 'open'"),
    )
    op.create_index(op.f("ix_links_person"), "links", ["person"])
    op.create_index(op.f("ix_people_standing"), "people", ["standing"])


def downgrade() -> None:
    op.drop_index(op.f("ix_people_standing"), table_name="people")
    op.drop_index(op.f("ix_links_person"), table_name="links")
    op.drop_index(
        "ix_inbox_queue",
        table_name="inbox",
        sqlite_where=sa.text("state = 'open'"),
        postgresql_where=sa.text("state = 'open'"),
    )
