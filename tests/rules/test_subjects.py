"""Every event changes one entity, or is only written down."""

from collections.abc import Callable
from dataclasses import MISSING, fields, replace
from datetime import date, datetime
from uuid import UUID

import pytest

from fostering import (
    advocacy,
    annual_review,
    delegated_authority,
    events,
    home_check,
    invitations,
    one_time_links,
    people,
    placement_start,
    private_home_states,
    requests,
    supervision,
)
from fostering.care_days import CareDay
from fostering.events import Event
from fostering.phone_use import PhoneUse
from fostering.safe_choices import Days, HowOften, PartOfDay
from fostering.subjects import AFTER, RECORD_ONLY, Noun
from tests.rules.cast import CARER, MONDAY_NOON, ONA
from tests.rules.requests_told import raised
from tests.rules.test_advocacy import ASKED
from tests.rules.test_annual_review import REVIEW
from tests.rules.test_delegated_authority import NOTHING
from tests.rules.test_home_check import CHECK
from tests.rules.test_invitations import NEWLY_INVITED
from tests.rules.test_one_time_links import LINK
from tests.rules.test_placement_start import BEGUN as PLACED
from tests.rules.test_private_homes import BEGUN
from tests.rules.test_supervision import PLANNED

EVENTS = sorted(
    (e for e in vars(events).values() if isinstance(e, type) and issubclass(e, Event)),
    key=lambda e: e.__name__,
)
ENTITIES: dict[Noun, tuple[Callable[..., object], object]] = {
    Noun.REQUEST: (requests.after, raised()),
    Noun.SUPERVISION: (supervision.after, PLANNED),
    Noun.ANNUAL_REVIEW: (annual_review.after, REVIEW),
    Noun.INVITATION: (invitations.after, NEWLY_INVITED),
    Noun.PERSON: (people.after, CARER),
    Noun.ONE_TIME_LINK: (one_time_links.after, LINK),
    Noun.ADVOCACY: (advocacy.after, replace(ASKED, id=raised().id)),
    Noun.DELEGATED_AUTHORITY: (delegated_authority.after, NOTHING),
    Noun.PLACEMENT_START: (placement_start.after, PLACED),
    Noun.HOME_CHECK: (home_check.after, CHECK),
    Noun.PRIVATE_HOME: (private_home_states.after, replace(BEGUN, id=UUID(int=3))),
}
SAMPLES: dict[object, object] = {
    UUID: UUID(int=3),
    UUID | None: UUID(int=3),
    datetime: MONDAY_NOON,
    datetime | None: MONDAY_NOON,
    date: date(2026, 11, 2),
    date | None: date(2026, 11, 2),
    CareDay: CareDay.REVIEW,
    Days: Days.WEEKENDS,
    HowOften: HowOften.WEEKLY,
    PartOfDay: PartOfDay.EVENING,
    str: "x",
    int: 1,
    bool: True,
    bool | None: True,
    bytes: b"x",
    requests.Priority: requests.Priority.P2,
    tuple[UUID, ...]: (ONA.id,),
    frozenset[UUID]: frozenset({ONA.id}),
    PhoneUse: PhoneUse.OWN,
    one_time_links.Purpose: one_time_links.Purpose.WHO_IS_THIS,
}


def sample(event):
    """An event of this class about our request and our carer."""
    given = {"at": MONDAY_NOON, "subject": CARER.id, "request": raised().id, "actor": ONA.id}
    for field in fields(event):
        if field.name not in given and field.default is MISSING:
            given[field.name] = SAMPLES[field.type]
    return event(**given)


def test_every_event_is_in_exactly_one_place():
    subclasses = [event for event in EVENTS if event is not Event]
    assert len(subclasses) > 20
    assert {e for e in subclasses if (e in AFTER) == (e in RECORD_ONLY)} == set()
    assert set(AFTER) | RECORD_ONLY == set(subclasses)


def test_the_past_tense_is_kept():
    endings = ("ed", "Said", "Told", "Sent", "Held", "Made", "Chosen", "Read", "Hidden")
    more = (
        "PagePassedOn",
        "AdvocacyPassedOn",
        "AdvocacyLetterWritten",
        "AdvocacyTakenOn",
        "PersonForgotten",
        "RequestTakenOver",
        "CheckInTakenBack",
        "RequestDrawnIn",
    )
    assert [
        e.__name__
        for e in EVENTS
        if e is not Event and not e.__name__.endswith(endings) and e.__name__ not in more
    ] == []


@pytest.mark.parametrize("event", sorted(AFTER, key=lambda e: e.__name__))
def test_every_entity_takes_its_events(event):
    after, entity = ENTITIES[AFTER[event]]
    assert type(after(entity, sample(event))) is type(entity)


@pytest.mark.parametrize("event", sorted(RECORD_ONLY, key=lambda e: e.__name__))
def test_what_is_only_written_down_changes_no_request(event):
    assert requests.after(raised(), sample(event)) == raised()


def test_personal_words_are_declared():
    assert events.RequestRaised.personal_fields() == {"kind", "answers"}
    assert events.RequestAcknowledged.personal_fields() == frozenset()
