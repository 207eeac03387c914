"""The tables around a placement and its household: who decides, the start, what is private."""

from sqlalchemy import Boolean, Column, Date, ForeignKey, Integer, LargeBinary, Table, Uuid

from storage.columns import Instant
from storage.tables import metadata

delegated_authority = Table(
    "delegated_authority",
    metadata,
    Column("placement", Uuid, ForeignKey("placements.id"), primary_key=True),
    Column("young_person", Uuid, nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    Column("version", Integer, nullable=False),
)

placement_starts = Table(
    "placement_starts",
    metadata,
    Column("id", Uuid, ForeignKey("placements.id"), primary_key=True),
    Column("household", Uuid, nullable=False, index=True),
    Column("young_person", Uuid, nullable=False),
    Column("first", Date, nullable=False),
    Column("brought_at", Instant, nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    Column("ticked_on", Date),
    Column("discussed_on", Date),
    Column("agreed_on", Date),
    Column("signed_on", Date),
    Column("told_until", Instant),
    Column("next_due_at", Instant, index=True),
    Column("version", Integer, nullable=False),
)

home_checks = Table(
    "home_checks",
    metadata,
    Column("id", Uuid, ForeignKey("households.id"), primary_key=True),
    Column("since", Date, nullable=False),
    Column("answered_on", Date),
    Column("off", Boolean, nullable=False),
    Column("told_until", Instant),
    Column("next_due_at", Instant, index=True),
    Column("version", Integer, nullable=False),
)

private_homes = Table(
    "private_homes",
    metadata,
    Column("id", Uuid, ForeignKey("households.id"), primary_key=True),
    Column("since", Instant, nullable=False),
    Column("by", Uuid, nullable=False),
    Column("ended_at", Instant, index=True),
    Column("told_on", Date),
    Column("told_by", Uuid),
    Column("version", Integer, nullable=False),
)
