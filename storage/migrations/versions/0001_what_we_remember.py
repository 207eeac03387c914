"""What we remember: people, requests, drafts, chronology."""

import sqlalchemy as sa
from alembic import op

from storage.triggers import drop_triggers

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "chronology",
        sa.Column(
            "seq",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("chain", sa.Uuid(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("event", sa.String(length=60), nullable=False),
        sa.Column("codes", sa.Text(), nullable=False),
        sa.Column("words", sa.Uuid(), nullable=True),
        sa.Column("mac", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_chronology")),
        sa.UniqueConstraint("chain", "place", name=op.f("uq_chronology_chain_place")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "drafts",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("person", sa.Uuid(), nullable=False),
        sa.Column("form", sa.String(length=60), nullable=False),
        sa.Column("form_version", sa.Integer(), nullable=False),
        sa.Column("language", sa.String(length=35), nullable=False),
        sa.Column("begun_at", sa.BigInteger(), nullable=False),
        sa.Column("touched_at", sa.BigInteger(), nullable=False),
        sa.Column("request", sa.Uuid(), nullable=True),
        sa.Column("saved", sa.Boolean(), nullable=False),
        sa.Column("nudged", sa.Boolean(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("next_due_at", sa.BigInteger(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_drafts")),
        sa.UniqueConstraint("person", "form", name=op.f("uq_drafts_person_form")),
    )
    op.create_index(op.f("ix_drafts_next_due_at"), "drafts", ["next_due_at"], unique=False)
    op.create_table(
        "households",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("reference_hash", sa.LargeBinary(), nullable=True),
        sa.Column("supervising_social_worker", sa.Uuid(), nullable=True),
        sa.Column("kept_from", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_households")),
        sa.UniqueConstraint("reference_hash", name=op.f("uq_households_reference_hash")),
    )
    op.create_table(
        "invitations",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("person", sa.Uuid(), nullable=True),
        sa.Column("group", sa.Boolean(), nullable=False),
        sa.Column("link_hash", sa.LargeBinary(), nullable=False),
        sa.Column("spoken_hash", sa.LargeBinary(), nullable=False),
        sa.Column("link_expires", sa.BigInteger(), nullable=False),
        sa.Column("spoken_expires", sa.BigInteger(), nullable=False),
        sa.Column("used_at", sa.BigInteger(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invitations")),
        sa.UniqueConstraint("link_hash", name=op.f("uq_invitations_link_hash")),
        sa.UniqueConstraint("spoken_hash", name=op.f("uq_invitations_spoken_hash")),
    )
    op.create_index(op.f("ix_invitations_person"), "invitations", ["person"], unique=False)
    op.create_table(
        "requests",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("reference", sa.String(length=20), nullable=False),
        sa.Column("form", sa.String(length=60), nullable=False),
        sa.Column("sealed_kind", sa.LargeBinary(), nullable=False),
        sa.Column("author", sa.Uuid(), nullable=False),
        sa.Column("household", sa.Uuid(), nullable=True),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("priority", sa.String(length=40), nullable=False),
        sa.Column("language", sa.String(length=35), nullable=False),
        sa.Column("raised_at", sa.BigInteger(), nullable=False),
        sa.Column("finished", sa.Boolean(), nullable=False),
        sa.Column("entered_by", sa.Uuid(), nullable=True),
        sa.Column("owner", sa.Uuid(), nullable=True),
        sa.Column("answer_by", sa.BigInteger(), nullable=True),
        sa.Column("acknowledged_by", sa.Uuid(), nullable=True),
        sa.Column("acknowledged_at", sa.BigInteger(), nullable=True),
        sa.Column("ring_by", sa.BigInteger(), nullable=True),
        sa.Column("spoken_at", sa.BigInteger(), nullable=True),
        sa.Column("closed_at", sa.BigInteger(), nullable=True),
        sa.Column("mistaken", sa.Boolean(), nullable=False),
        sa.Column("back_safe_at", sa.BigInteger(), nullable=True),
        sa.Column("excluded", sa.Text(), nullable=False),
        sa.Column("escalation", sa.Text(), nullable=True),
        sa.Column("next_due_at", sa.BigInteger(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_requests")),
        sa.UniqueConstraint("reference", name=op.f("uq_requests_reference")),
    )
    op.create_index(
        op.f("ix_requests_acknowledged_by"), "requests", ["acknowledged_by"], unique=False
    )
    op.create_index(op.f("ix_requests_author"), "requests", ["author"], unique=False)
    op.create_index(op.f("ix_requests_next_due_at"), "requests", ["next_due_at"], unique=False)
    op.create_index(op.f("ix_requests_owner"), "requests", ["owner"], unique=False)
    op.create_index(op.f("ix_requests_state"), "requests", ["state"], unique=False)
    op.create_table(
        "rooms",
        sa.Column("key", sa.String(length=40), nullable=False),
        sa.Column("door", sa.String(length=20), nullable=False),
        sa.Column("chat_hash", sa.LargeBinary(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("connected_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_rooms")),
    )
    op.create_table(
        "seals",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("last_seq", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("root", sa.LargeBinary(), nullable=False),
        sa.Column("sealed_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("day", name=op.f("pk_seals")),
    )
    op.create_table(
        "words",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("subject", sa.Uuid(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_words")),
    )
    op.create_index(op.f("ix_words_subject"), "words", ["subject"], unique=False)
    op.create_table(
        "people",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("reference_hash", sa.LargeBinary(), nullable=True),
        sa.Column("standing", sa.String(length=40), nullable=False),
        sa.Column("language", sa.String(length=35), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("roles", sa.Text(), nullable=False),
        sa.Column("absences", sa.Text(), nullable=False),
        sa.Column("turn", sa.Integer(), nullable=True),
        sa.Column("household", sa.Uuid(), nullable=True),
        sa.Column("sealed", sa.LargeBinary(), nullable=True),
        sa.Column("forgotten_at", sa.BigInteger(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["household"], ["households.id"], name=op.f("fk_people_household")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_people")),
        sa.UniqueConstraint("reference_hash", name=op.f("uq_people_reference_hash")),
    )
    op.create_index(op.f("ix_people_household"), "people", ["household"], unique=False)
    op.create_table(
        "links",
        sa.Column("door", sa.String(length=20), nullable=False),
        sa.Column("account_hash", sa.LargeBinary(), nullable=False),
        sa.Column("person", sa.Uuid(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("linked_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["person"], ["people.id"], name=op.f("fk_links_person")),
        sa.PrimaryKeyConstraint("door", "account_hash", name=op.f("pk_links")),
        sa.UniqueConstraint("door", "person", name=op.f("uq_links_door_person")),
    )
    op.create_table(
        "placements",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("reference_hash", sa.LargeBinary(), nullable=True),
        sa.Column("household", sa.Uuid(), nullable=False),
        sa.Column("young_person", sa.Uuid(), nullable=False),
        sa.Column("childs_social_worker", sa.Uuid(), nullable=True),
        sa.Column("authority", sa.String(length=200), nullable=False),
        sa.Column("first", sa.Date(), nullable=False),
        sa.Column("last", sa.Date(), nullable=True),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["household"], ["households.id"], name=op.f("fk_placements_household")
        ),
        sa.ForeignKeyConstraint(
            ["young_person"], ["people.id"], name=op.f("fk_placements_young_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_placements")),
        sa.UniqueConstraint("reference_hash", name=op.f("uq_placements_reference_hash")),
    )
    op.create_index(op.f("ix_placements_household"), "placements", ["household"], unique=False)
    op.create_index(
        op.f("ix_placements_young_person"), "placements", ["young_person"], unique=False
    )
    op.create_table(
        "supervisions",
        sa.Column("carer", sa.Uuid(), nullable=False),
        sa.Column("worker", sa.Uuid(), nullable=True),
        sa.Column("last_held", sa.Date(), nullable=True),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("planned_for", sa.BigInteger(), nullable=True),
        sa.Column("uid", sa.String(length=80), nullable=False),
        sa.Column("moves", sa.Integer(), nullable=False),
        sa.Column("said_held_by", sa.Uuid(), nullable=True),
        sa.Column("said_held_on", sa.Date(), nullable=True),
        sa.Column("said_at", sa.BigInteger(), nullable=True),
        sa.Column("told_until", sa.BigInteger(), nullable=True),
        sa.Column("next_due_at", sa.BigInteger(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["carer"], ["people.id"], name=op.f("fk_supervisions_carer")),
        sa.PrimaryKeyConstraint("carer", name=op.f("pk_supervisions")),
    )
    op.create_index(
        op.f("ix_supervisions_next_due_at"), "supervisions", ["next_due_at"], unique=False
    )
    op.create_index(op.f("ix_supervisions_worker"), "supervisions", ["worker"], unique=False)


def downgrade() -> None:
    drop_triggers(op.get_bind())
    op.drop_index(op.f("ix_supervisions_worker"), table_name="supervisions")
    op.drop_index(op.f("ix_supervisions_next_due_at"), table_name="supervisions")
    op.drop_table("supervisions")
    op.drop_index(op.f("ix_placements_young_person"), table_name="placements")
    op.drop_index(op.f("ix_placements_household"), table_name="placements")
    op.drop_table("placements")
    op.drop_table("links")
    op.drop_index(op.f("ix_people_household"), table_name="people")
    op.drop_table("people")
    op.drop_index(op.f("ix_words_subject"), table_name="words")
    op.drop_table("words")
    op.drop_table("seals")
    op.drop_table("rooms")
    op.drop_index(op.f("ix_requests_state"), table_name="requests")
    op.drop_index(op.f("ix_requests_owner"), table_name="requests")
    op.drop_index(op.f("ix_requests_next_due_at"), table_name="requests")
    op.drop_index(op.f("ix_requests_author"), table_name="requests")
    op.drop_index(op.f("ix_requests_acknowledged_by"), table_name="requests")
    op.drop_table("requests")
    op.drop_index(op.f("ix_invitations_person"), table_name="invitations")
    op.drop_table("invitations")
    op.drop_table("households")
    op.drop_index(op.f("ix_drafts_next_due_at"), table_name="drafts")
    op.drop_table("drafts")
    op.drop_table("chronology")
