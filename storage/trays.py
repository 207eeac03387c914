"""The tables of the machinery: inbox, outbox, cards, keys, leases and what was told."""

from sqlalchemy import (
    Boolean,
    Column,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
    UniqueConstraint,
    Uuid,
    text,
)

from storage.columns import ROW_NUMBER, Instant
from storage.tables import metadata

OPEN = text("state = 'open'")
UNCERTAIN = text("state = 'uncertain'")
GOING = text("state IN ('waiting', 'sending')")

wrapped_keys = Table(
    "wrapped_keys",
    metadata,
    Column("owner", String(60), primary_key=True),
    Column("wrapped", LargeBinary),
    Column("made_at", Instant, nullable=False),
    Column("destroyed_at", Instant),
)

inbox = Table(
    "inbox",
    metadata,
    Column("arrival", ROW_NUMBER, primary_key=True, autoincrement=True),
    Column("door", String(20), nullable=False),
    Column("update_id", String(40), nullable=False),
    Column("payload_hash", LargeBinary, nullable=False),
    Column("order_hash", LargeBinary, nullable=False),
    Column("owner", String(60), nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    Column("arrived_at", Instant, nullable=False),
    Column("state", String(20), nullable=False),
    Column("tries", Integer, nullable=False),
    Column("not_before", Instant, nullable=False),
    Column("lease", Uuid),
    Column("lease_until", Instant),
    UniqueConstraint("door", "update_id", "payload_hash"),
    Index("ix_inbox_queue", "arrival", sqlite_where=OPEN, postgresql_where=OPEN),
    Index("ix_inbox_open", "order_hash", "arrival", sqlite_where=OPEN, postgresql_where=OPEN),
    Index("ix_inbox_arrived_at", "arrived_at"),
    sqlite_autoincrement=True,
)

outbox = Table(
    "outbox",
    metadata,
    Column("number", ROW_NUMBER, primary_key=True, autoincrement=True),
    Column("id", Uuid, nullable=False, unique=True),
    Column("door", String(20), nullable=False),
    Column("place", String(20), nullable=False),
    Column("address", String(64), nullable=False),
    Column("sealed_chat", LargeBinary),
    Column("lane", Integer, nullable=False),
    Column("card", String(80), nullable=False),
    Column("occurrence", String(200), unique=True),
    Column("edit_only", Boolean, nullable=False),
    Column("owner", String(60), nullable=False),
    Column("sealed", LargeBinary),
    Column("state", String(20), nullable=False),
    Column("attempt", Integer, nullable=False),
    Column("again", Integer, nullable=False),
    Column("holder", String(80)),
    Column("lease_until", Instant),
    Column("not_before", Instant, nullable=False),
    Column("begun", String(40), nullable=False),
    Column("reason", String(60), nullable=False),
    Column("created_at", Instant, nullable=False),
    Column("ended_at", Instant, index=True),
    Index("ix_outbox_going", "lane", "number", sqlite_where=GOING, postgresql_where=GOING),
    Index(
        "ix_outbox_uncertain",
        "number",
        sqlite_where=UNCERTAIN,
        postgresql_where=UNCERTAIN,
    ),
    Index(
        "ix_outbox_head",
        "place",
        "address",
        "lane",
        "number",
        sqlite_where=GOING,
        postgresql_where=GOING,
    ),
    sqlite_autoincrement=True,
)

cards = Table(
    "cards",
    metadata,
    Column("place", String(20), primary_key=True),
    Column("address", String(64), primary_key=True),
    Column("card", String(80), primary_key=True),
    Column("message", String(40), nullable=False),
    Column("shown_at", Instant, nullable=False),
)

messages = Table(
    "messages",
    metadata,
    Column("door", String(20), primary_key=True),
    Column("chat_hash", LargeBinary, primary_key=True),
    Column("message", String(40), primary_key=True),
    Column("at", Instant, nullable=False, index=True),
)

told = Table(
    "told",
    metadata,
    Column("rule", String(60), primary_key=True),
    Column("subject", String(60), primary_key=True),
    Column("occurrence", String(120), primary_key=True),
    Column("at", Instant, nullable=False),
)

tries = Table(
    "tries",
    metadata,
    Column("number", ROW_NUMBER, primary_key=True, autoincrement=True),
    Column("door", String(20), nullable=False),
    Column("account_hash", LargeBinary, nullable=False),
    Column("at", Instant, nullable=False),
    Index("ix_tries_account", "door", "account_hash", "at"),
    sqlite_autoincrement=True,
)

leases = Table(
    "leases",
    metadata,
    Column("name", String(60), primary_key=True),
    Column("owner", String(80), nullable=False),
    Column("until", Instant, nullable=False),
)

marks = Table(
    "marks",
    metadata,
    Column("name", String(60), primary_key=True),
    Column("value", Text, nullable=False),
)
