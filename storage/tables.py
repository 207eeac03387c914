"""The tables of what we remember; the machinery's tables stand in trays.py."""

from collections.abc import Iterator
from uuid import UUID

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    Uuid,
    false,
)

from fostering.advice_effects import Advice
from fostering.advocacy import AdvocacyLetter, AdvocacyState
from fostering.care_days import CareDays
from fostering.contact import ContactWay
from fostering.escalation import Escalation
from fostering.events.one_time_links import Purpose
from fostering.meeting import MeetingState
from fostering.paging_test_effects import PagingTest
from fostering.people import Absence, Newcomer, Relief, Role, Standing
from fostering.phone_use import PhoneUse
from fostering.requests import Priority, RequestState
from fostering.rota_shifts import Shift
from fostering.safe_choices import SafeTimes
from storage.columns import ROW_NUMBER, Instant, OneOf, Spelled

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
    }
)

households = Table(
    "households",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("reference_hash", LargeBinary, unique=True),
    Column("supervising_social_worker", Uuid, index=True),
    Column("kept_from", Spelled(frozenset[UUID]), nullable=False),
)

people = Table(
    "people",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("reference_hash", LargeBinary, unique=True),
    Column("standing", OneOf(Standing), nullable=False, index=True),
    Column("language", String(35), nullable=False),
    Column("active", Boolean, nullable=False),
    Column("roles", Spelled(frozenset[Role]), nullable=False),
    Column("absences", Spelled(tuple[Absence, ...]), nullable=False),
    Column("turn", Integer),
    Column("shifts", Spelled(tuple[Shift, ...]), nullable=False, server_default="[]"),
    Column("household", Uuid, ForeignKey("households.id"), index=True),
    Column("sealed", LargeBinary),
    Column("forgotten_at", Instant),
    Column("left_at", Instant),
    Column("relief", Spelled(Relief)),
    Column("paging_test", Spelled(PagingTest)),
    Column("newcomer", Spelled(Newcomer)),
    Column("phone_use", OneOf(PhoneUse), nullable=False, server_default=""),
    Column("safe_times", Spelled(SafeTimes)),
    Column("care_days", Spelled(CareDays)),
    Column("held", Boolean, nullable=False, server_default=false()),
    Column("next_due_at", Instant, index=True),
    Column("version", Integer, nullable=False),
)

placements = Table(
    "placements",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("reference_hash", LargeBinary, unique=True),
    Column("household", Uuid, ForeignKey("households.id"), nullable=False, index=True),
    Column("young_person", Uuid, ForeignKey("people.id"), nullable=False, index=True),
    Column("childs_social_worker", Uuid),
    Column("authority", String(200), nullable=False),
    Column("first", Date, nullable=False),
    Column("last", Date),
    Column("sealed", LargeBinary, nullable=False),
)

links = Table(
    "links",
    metadata,
    Column("door", String(20), primary_key=True),
    Column("account_hash", LargeBinary, primary_key=True),
    Column("person", Uuid, ForeignKey("people.id"), nullable=False, index=True),
    Column("sealed", LargeBinary, nullable=False),
    Column("linked_at", Instant, nullable=False),
    UniqueConstraint("door", "person"),
)

rooms = Table(
    "rooms",
    metadata,
    Column("key", String(40), primary_key=True),
    Column("door", String(20), nullable=False),
    Column("chat_hash", LargeBinary, nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    Column("connected_at", Instant, nullable=False),
)

invitations = Table(
    "invitations",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("person", Uuid, index=True),
    Column("group", Boolean, nullable=False),
    Column("link_hash", LargeBinary, nullable=False, unique=True),
    Column("spoken_hash", LargeBinary, nullable=False, unique=True),
    Column("link_expires", Instant, nullable=False),
    Column("spoken_expires", Instant, nullable=False),
    Column("used_at", Instant),
    Column("version", Integer, nullable=False),
)

one_time_links = Table(
    "one_time_links",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("token_hash", LargeBinary, nullable=False, unique=True),
    Column("person", Uuid, nullable=False),
    Column("subject", Uuid, nullable=False),
    Column("request", Uuid),
    Column("purpose", OneOf(Purpose), nullable=False),
    Column("expires_at", Instant, nullable=False, index=True),
    Column("opened_at", Instant),
    Column("version", Integer, nullable=False),
)

requests = Table(
    "requests",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("reference", String(20), nullable=False, unique=True),
    Column("form", String(60), nullable=False),
    Column("sealed_kind", LargeBinary, nullable=False),
    Column("author", Uuid, nullable=False, index=True),
    Column("household", Uuid),
    Column("state", OneOf(RequestState), nullable=False, index=True),
    Column("priority", OneOf(Priority), nullable=False),
    Column("language", String(35), nullable=False),
    Column("raised_at", Instant, nullable=False, index=True),
    Column("finished", Boolean, nullable=False),
    Column("entered_by", Uuid),
    Column("owner", Uuid, index=True),
    Column("answer_by", Instant),
    Column("acknowledged_by", Uuid, index=True),
    Column("acknowledged_at", Instant),
    Column("ring_by", Instant),
    Column("written_at", Instant),
    Column("heard_at", Instant),
    Column("spoken_at", Instant),
    Column("contact_way", OneOf(ContactWay)),
    Column("closed_at", Instant),
    Column("mistaken", Boolean, nullable=False),
    Column("back_safe_at", Instant),
    Column("excluded", Spelled(frozenset[UUID]), nullable=False),
    Column("readers", Spelled(frozenset[UUID]), nullable=False),
    Column("escalation", Spelled(Escalation)),
    Column("take_by", Instant),
    Column("chased_until", Instant),
    Column("chased_to", Uuid),
    Column("helped", String(20), nullable=False),
    Column("task_due", Instant, index=True),
    Column("task_done_by", Uuid),
    Column("task_done_at", Instant),
    Column("task_reminded_at", Instant),
    Column("earlier", String(20), nullable=False),
    Column("offered_to", Uuid, index=True),
    Column("offer_ends_at", Instant),
    Column("advice", Spelled(Advice)),
    Column("private_since", Instant),
    Column("private_by", Uuid),
    Column("closed_by", Uuid),
    Column("filed_by", Uuid),
    Column("filed_at", Instant),
    Column("filed_whole", Boolean, nullable=False, server_default=false()),
    Column("filing_reminded_at", Instant),
    Column("next_due_at", Instant, index=True),
    Column("version", Integer, nullable=False),
)

drafts = Table(
    "drafts",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("person", Uuid, nullable=False),
    Column("form", String(60), nullable=False),
    Column("form_version", Integer, nullable=False),
    Column("language", String(35), nullable=False),
    Column("begun_at", Instant, nullable=False),
    Column("touched_at", Instant, nullable=False),
    Column("request", Uuid),
    Column("saved", Boolean, nullable=False),
    Column("nudged", Boolean, nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    Column("next_due_at", Instant, index=True),
    Column("version", Integer, nullable=False),
    UniqueConstraint("person", "form"),
)


def _of_meeting() -> Iterator[Column[object]]:
    """What is kept of any meeting of a carer."""
    yield Column("carer", Uuid, ForeignKey("people.id"), primary_key=True)
    yield Column("worker", Uuid, index=True)
    yield Column("last_held", Date)
    yield Column("state", OneOf(MeetingState), nullable=False)
    yield Column("planned_for", Instant)
    yield Column("uid", String(80), nullable=False)
    yield Column("moves", Integer, nullable=False)
    yield Column("said_held_by", Uuid)
    yield Column("said_held_on", Date)
    yield Column("said_at", Instant)
    yield Column("told_until", Instant)
    yield Column("next_due_at", Instant, index=True)
    yield Column("version", Integer, nullable=False)
    yield Column("another_time_at", Instant)


supervisions = Table("supervisions", metadata, *_of_meeting())

annual_reviews = Table(
    "annual_reviews",
    metadata,
    *_of_meeting(),
    Column("approved", Date),
    Column("views_at", Instant),
)

advocacies = Table(
    "advocacies",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("author", Uuid, nullable=False, index=True),
    Column("state", OneOf(AdvocacyState), nullable=False),
    Column("language", String(35), nullable=False),
    Column("asked_at", Instant, nullable=False),
    Column("contact_by", Instant, nullable=False),
    Column("appoint_by", Instant, nullable=False),
    Column("told", Spelled(frozenset[UUID]), nullable=False),
    Column("declined", Spelled(frozenset[UUID]), nullable=False),
    Column("advocate", Uuid),
    Column("contacted_at", Instant),
    Column("appointed_at", Instant),
    Column("ended_at", Instant),
    Column("late_until", Instant),
    Column("letter", Spelled(AdvocacyLetter)),
    Column("next_due_at", Instant, index=True),
    Column("version", Integer, nullable=False),
)

chronology = Table(
    "chronology",
    metadata,
    Column("seq", ROW_NUMBER, primary_key=True, autoincrement=True),
    Column("chain", Uuid, nullable=False),
    Column("place", Integer, nullable=False),
    Column("at", Instant, nullable=False),
    Column("event", String(60), nullable=False),
    Column("codes", Text, nullable=False),
    Column("words", Uuid),
    Column("mac", LargeBinary, nullable=False),
    UniqueConstraint("chain", "place"),
    sqlite_autoincrement=True,
)

words = Table(
    "words",
    metadata,
    Column("id", Uuid, primary_key=True),
    Column("subject", Uuid, nullable=False, index=True),
    Column("sealed", LargeBinary, nullable=False),
)

seals = Table(
    "seals",
    metadata,
    Column("day", Date, primary_key=True),
    Column("last_seq", ROW_NUMBER, nullable=False),
    Column("count", Integer, nullable=False),
    Column("root", LargeBinary, nullable=False),
    Column("sealed_at", Instant, nullable=False),
)
