"""The task of telling the child's social worker: by when, who did it, when it was asked for."""

import json
from datetime import UTC, datetime, timedelta

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

COLUMNS = ("task_due", "task_done_by", "task_done_at", "task_reminded_at")
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def upgrade() -> None:
    with op.batch_alter_table("requests") as table:
        table.add_column(sa.Column("task_due", sa.BigInteger(), nullable=True))
        table.add_column(sa.Column("task_done_by", sa.Uuid(), nullable=True))
        table.add_column(sa.Column("task_done_at", sa.BigInteger(), nullable=True))
        table.add_column(sa.Column("task_reminded_at", sa.BigInteger(), nullable=True))
        table.create_index(op.f("ix_requests_task_due"), ["task_due"], unique=False)
    _take_up_tasks()


def downgrade() -> None:
    with op.batch_alter_table("requests") as table:
        table.drop_index(op.f("ix_requests_task_due"))
        for column in reversed(COLUMNS):
            table.drop_column(column)


def _take_up_tasks() -> None:
    """The tasks that stand in the chronology, where nothing could be done about them until now.

    The clock looks at each of them at its due day, and finds out then when to remind.
    """
    requests = sa.table(
        "requests",
        sa.column("id", sa.Uuid()),
        sa.column("task_due", sa.BigInteger()),
        sa.column("next_due_at", sa.BigInteger()),
    )
    chronology = sa.table(
        "chronology",
        sa.column("seq", sa.BigInteger()),
        sa.column("chain", sa.Uuid()),
        sa.column("event", sa.String()),
        sa.column("codes", sa.Text()),
    )
    made = (
        sa.select(chronology.c.chain, chronology.c.codes)
        .where(chronology.c.event == "SocialWorkerTaskMade")
        .order_by(chronology.c.seq.desc())
    )
    for chain, codes in op.get_bind().execute(made).all():
        due = (datetime.fromisoformat(json.loads(codes)["due"]) - EPOCH) // timedelta(
            microseconds=1
        )
        sooner = sa.case(
            (requests.c.next_due_at.is_(None), due),
            (requests.c.next_due_at > due, due),
            else_=requests.c.next_due_at,
        )
        op.execute(
            requests.update().where(requests.c.id == chain).values(task_due=due, next_due_at=sooner)
        )
