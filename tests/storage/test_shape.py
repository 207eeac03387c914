"""Stories about ourselves: what the rules know is what the tables keep."""

from dataclasses import fields
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fostering.advocacy import Advocacy
from fostering.annual_review import AnnualReview
from fostering.delegated_authority import DelegatedAuthority
from fostering.drafts import Draft
from fostering.events import Event
from fostering.home_check import HomeCheck
from fostering.invitations import Invitation
from fostering.one_time_links import OneTimeLink
from fostering.people import Absence, Household, Person, Placement, Role
from fostering.placement_start import PlacementStart
from fostering.request_states import Request
from fostering.steps import Escalation, Filler, Step
from fostering.subjects import AFTER, RECORD_ONLY
from fostering.supervision import Supervision
from storage.columns import from_microseconds, to_microseconds
from storage.drafts import CLEAR as DRAFT_CLEAR
from storage.effects import registry
from storage.placement_tables import delegated_authority, home_checks, placement_starts
from storage.spelling import read_text, spell_text
from storage.tables import (
    advocacies,
    annual_reviews,
    households,
    invitations,
    one_time_links,
    people,
    placements,
    requests,
    supervisions,
)

SEALED = {
    Request: {"kind"},
    Person: {"name", "telephone", "born", "address", "approved", "reviewed", "linked"},
    Household: {"carers", "placements", "process"},
    Placement: {"label", "number", "alert", "alert_until", "alert_listed"},
    DelegatedAuthority: {"agreed"},
    PlacementStart: {"emergency", "not_told", "out_of_date"},
    Draft: {"answers", "changing", "picked", "page"},
}


@pytest.mark.parametrize(
    ("entity", "columns"),
    [
        (Request, set(requests.c.keys())),
        (Person, set(people.c.keys())),
        (Household, set(households.c.keys())),
        (Placement, set(placements.c.keys())),
        (Invitation, set(invitations.c.keys())),
        (OneTimeLink, set(one_time_links.c.keys())),
        (Supervision, set(supervisions.c.keys())),
        (AnnualReview, set(annual_reviews.c.keys())),
        (Advocacy, set(advocacies.c.keys())),
        (DelegatedAuthority, set(delegated_authority.c.keys())),
        (PlacementStart, set(placement_starts.c.keys())),
        (HomeCheck, set(home_checks.c.keys())),
        (Draft, set(DRAFT_CLEAR)),
    ],
)
def test_every_field_has_a_column_or_is_sealed_or_derived(entity: type, columns: set[str]) -> None:
    known = columns | SEALED.get(entity, set())
    assert {field.name for field in fields(entity)} - known == set()


def test_every_event_has_an_effect_or_is_record_only() -> None:
    every = set(Event.__subclasses__())
    assert every == set(AFTER) | RECORD_ONLY
    assert set(AFTER.values()) == set(registry.ENTITIES)


@given(st.datetimes(timezones=st.just(UTC)))
def test_an_instant_comes_back_to_the_microsecond(at: datetime) -> None:
    assert from_microseconds(to_microseconds(at)) == at


def test_an_instant_of_another_zone_is_the_same_instant() -> None:
    paris = datetime.fromisoformat("2026-07-01T12:00:00+02:00")
    assert from_microseconds(to_microseconds(paris)) == paris


def test_an_instant_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        to_microseconds(datetime(2026, 1, 1))  # noqa: DTZ001 - that is what is refused


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (frozenset[UUID], frozenset({uuid4(), uuid4()})),
        (frozenset[Role], frozenset({Role.DUTY_WORKER, Role.TEAM_MANAGER})),
        (
            tuple[Absence, ...],
            (
                Absence(first=date(2026, 1, 1), last=date(2026, 1, 2), cover=uuid4()),
                Absence(first=date(2026, 2, 1), last=date(2026, 2, 2)),
            ),
        ),
        (
            Escalation,
            Escalation(
                steps=(Step(fillers=(Filler.FIRST_ON_CALL,), wait_minutes=5),),
                contact_minutes=30,
                step=2,
                round=3,
                next_at=datetime(2026, 1, 1, tzinfo=UTC) + timedelta(microseconds=1),
                paged=(uuid4(),),
            ),
        ),
        (dict[str, object], {"a": 1, "b": ["x"], "c": None, "d": True}),
        (bytes, b"\x00\xff"),
        (time, time(21, 30)),
    ],
)
def test_what_is_spelt_is_read_back(kind: Any, value: object) -> None:
    assert read_text(kind, spell_text(value)) == value


def test_equal_sets_are_spelt_alike() -> None:
    assert spell_text(frozenset("abc")) == spell_text(frozenset("cba"))


def test_what_has_no_spelling_is_refused() -> None:
    with pytest.raises(TypeError, match="object has no spelling"):
        spell_text(object())
