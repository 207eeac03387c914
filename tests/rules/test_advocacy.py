"""Somebody on a young person's side: the provider's matter alone (practice 17)."""

from dataclasses import replace
from uuid import UUID

import pytest

from fostering import advocacy as rules
from fostering.advocacy import Advocacy, AdvocacyState, after
from fostering.due import due, next_due_at
from fostering.events import AdvocacyContacted, AdvocacyCovered, AdvocacyWordsSent
from fostering.matters import Rule
from fostering.people import Absence, Person, Role, Standing
from fostering.permission import may_cut_off, may_deal_with, may_see, may_see_advocacy
from fostering.priority import Priority
from fostering.refusals import AlreadyClosed, AlreadyTaken, NoAdvocate, NotYours
from fostering.requests import Request
from tests.rules.cast import (
    CARER,
    HOME,
    MONDAY_NOON,
    OTHER_CARER,
    POLICY,
    ROSTER,
    SAM,
    YOUNG,
    staff,
    utc,
)
from tests.rules.requests_told import raised


def advocate(number: int, name: str) -> Person:
    """One of the provider's people."""
    return replace(staff(number, name, turn=number), standing=Standing.ADVOCATE)


NADIA, BEN = advocate(51, "Nadia"), advocate(52, "Ben")
PROVIDER = (NADIA, BEN)
ID = UUID(int=90)


def follow(asked: Advocacy, events) -> Advocacy:
    """How it stands after these events."""
    for event in events:
        asked = after(asked, event)
    return asked


def asked_for(at=MONDAY_NOON) -> Advocacy:
    """Ari asked at noon on Monday."""
    [event] = rules.ask(ID, YOUNG, PROVIDER, POLICY, at, "{}")
    return after(None, event)


ASKED = asked_for()
APPOINTED = follow(ASKED, rules.say_appointed(ASKED, NADIA, MONDAY_NOON))


def test_the_first_of_the_provider_hears_of_it_and_the_days_are_promised():
    assert ASKED.told == {NADIA.id}
    assert ASKED.contact_by == utc(2026, 11, 3, 17)
    assert ASKED.appoint_by == utc(2026, 11, 4, 17)
    assert (ASKED.state, ASKED.open, ASKED.with_nobody) == (AdvocacyState.ASKED, True, False)


def test_without_anybody_linked_it_cannot_be_passed_on():
    with pytest.raises(NoAdvocate):
        rules.ask(ID, YOUNG, (replace(NADIA, linked=False),), POLICY, MONDAY_NOON, "{}")


def test_it_is_for_young_people():
    with pytest.raises(NotYours):
        rules.ask(ID, CARER, PROVIDER, POLICY, MONDAY_NOON, "{}")


def test_contact_is_said_once_and_then_an_advocate_is_theirs():
    met = follow(ASKED, rules.say_contacted(ASKED, NADIA, MONDAY_NOON))
    assert (met.state, met.advocate) == (AdvocacyState.CONTACTED, NADIA.id)
    assert rules.say_contacted(met, NADIA, MONDAY_NOON) == ()
    theirs = follow(met, rules.say_appointed(met, NADIA, MONDAY_NOON))
    assert (theirs.state, theirs.contacted_at) == (AdvocacyState.APPOINTED, met.contacted_at)
    assert rules.say_appointed(theirs, NADIA, MONDAY_NOON) == ()


def test_there_is_one_advocate():
    both = replace(APPOINTED, told=frozenset({NADIA.id, BEN.id}))
    with pytest.raises(AlreadyTaken):
        rules.say_appointed(both, BEN, MONDAY_NOON, holder="Nadia")


def test_who_cannot_take_it_passes_it_to_the_next_and_sees_it_no_more():
    passed = follow(ASKED, rules.pass_on(ASKED, NADIA, PROVIDER, POLICY, MONDAY_NOON))
    assert passed.told - passed.declined == {BEN.id}
    assert not may_see_advocacy(NADIA, passed)
    assert may_see_advocacy(BEN, passed)
    with pytest.raises(NotYours):
        rules.say_contacted(passed, NADIA, MONDAY_NOON)
    nobody = follow(passed, rules.pass_on(passed, BEN, PROVIDER, POLICY, MONDAY_NOON))
    assert nobody.with_nobody


def test_who_was_their_advocate_and_cannot_any_more_leaves_it_open():
    passed = follow(APPOINTED, rules.pass_on(APPOINTED, NADIA, PROVIDER, POLICY, MONDAY_NOON))
    assert (passed.state, passed.advocate) == (AdvocacyState.ASKED, None)
    assert passed.appointed_at is None


def test_it_ends_by_the_young_person_or_by_their_advocate_alone():
    ended = follow(ASKED, rules.end(ASKED, YOUNG, MONDAY_NOON))
    assert (ended.state, ended.open) == (AdvocacyState.ENDED, False)
    assert rules.end(ended, YOUNG, MONDAY_NOON) == ()
    with pytest.raises(AlreadyClosed):
        rules.say_contacted(ended, NADIA, MONDAY_NOON)
    assert rules.end(APPOINTED, NADIA, MONDAY_NOON)
    for other in (NADIA, SAM, CARER):
        with pytest.raises(NotYours):
            rules.end(ASKED, other, MONDAY_NOON)


def test_words_go_between_the_two_and_change_nothing():
    for person in (YOUNG, NADIA):
        [event] = rules.write(ASKED, person, "hello", PROVIDER, POLICY, MONDAY_NOON)
        assert isinstance(event, AdvocacyWordsSent)
        assert after(ASKED, event) == ASKED
    for other in (BEN, SAM, CARER):
        with pytest.raises(NotYours):
            rules.write(ASKED, other, "hello", PROVIDER, POLICY, MONDAY_NOON)
    ended = follow(ASKED, rules.end(ASKED, YOUNG, MONDAY_NOON))
    with pytest.raises(AlreadyClosed):
        rules.write(ended, YOUNG, "hello", PROVIDER, POLICY, MONDAY_NOON)


def test_late_contact_and_a_late_advocate_are_told_once_each_within_the_provider():
    tuesday, wednesday = utc(2026, 11, 3, 17), utc(2026, 11, 4, 17)
    assert next_due_at(ASKED, POLICY) == tuesday
    assert due(ASKED, POLICY, MONDAY_NOON) == ()
    [first] = due(ASKED, POLICY, tuesday)
    assert first.rule is Rule.ADVOCACY_CONTACT_LATE
    [event] = rules.say_late(ASKED, first, PROVIDER, tuesday)
    late = after(ASKED, event)
    assert late.told == {NADIA.id, BEN.id}
    assert due(late, POLICY, tuesday) == ()
    [second] = due(late, POLICY, wednesday)
    assert second.rule is Rule.ADVOCACY_APPOINT_LATE
    done = follow(late, rules.say_late(late, second, PROVIDER, wednesday))
    assert due(done, POLICY, utc(2026, 11, 30)) == ()
    assert next_due_at(done, POLICY) is None


def test_after_an_outage_only_the_newest_is_told():
    assert len(due(ASKED, POLICY, utc(2026, 11, 30, 12))) == 1


def test_with_contact_only_the_advocate_can_be_late_and_with_an_advocate_nothing():
    met = follow(ASKED, rules.say_contacted(ASKED, NADIA, MONDAY_NOON))
    assert next_due_at(met, POLICY) == met.appoint_by
    assert next_due_at(APPOINTED, POLICY) is None


def test_an_event_of_another_advocacy_is_refused():
    strange = AdvocacyContacted(at=MONDAY_NOON, subject=YOUNG.id, request=UUID(int=1))
    with pytest.raises(ValueError, match="not about this advocacy"):
        after(ASKED, strange)
    [nameless] = rules.ask(ID, YOUNG, PROVIDER, POLICY, MONDAY_NOON, "{}")
    with pytest.raises(ValueError, match="without an id"):
        after(None, replace(nameless, request=None))


EVERYBODY = (*ROSTER, CARER, OTHER_CARER, NADIA, BEN, YOUNG)


@pytest.mark.parametrize("person", EVERYBODY, ids=lambda person: person.name)
@pytest.mark.parametrize("asked", [ASKED, APPOINTED], ids=["asked", "appointed"])
def test_nobody_of_the_service_sees_an_advocacy(person, asked):
    assert may_see_advocacy(person, asked) is (person in (NADIA, YOUNG))
    assert not may_see_advocacy(replace(person, active=False), asked)


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("urgent", [True, False])
@pytest.mark.parametrize("phone_only", [True, False])
def test_an_advocate_sees_nothing_of_the_service_whatever_stands_beside_their_name(
    role, urgent, phone_only
):
    request: Request = raised(priority=Priority.P1 if urgent else Priority.P3)
    request = replace(request, owner=NADIA.id, acknowledged_by=NADIA.id)
    posing = replace(NADIA, roles=frozenset({role}), household=HOME.id)
    assert not may_see(posing, request, HOME, phone_only=phone_only)
    assert not may_deal_with(posing, request, HOME, phone_only=phone_only)
    assert not may_cut_off(posing)


AWAY = Absence(first=MONDAY_NOON.date(), last=MONDAY_NOON.date())
KIT = advocate(53, "Kit")


def away(person: Person, cover: Person | None = None) -> Person:
    """They are away on Monday."""
    absence = replace(AWAY, cover=cover.id if cover is not None else None)
    return replace(person, absences=(absence,))


@pytest.mark.parametrize(
    ("provider", "hears"),
    [
        ((away(NADIA), BEN, KIT), BEN),
        ((away(NADIA, KIT), BEN, KIT), KIT),
        ((away(NADIA, away(KIT)), BEN, away(KIT)), BEN),
        ((away(NADIA, replace(KIT, linked=False)), BEN), BEN),
        ((away(NADIA, SAM), BEN), BEN),
        ((away(NADIA), away(BEN)), NADIA),
    ],
)
def test_who_is_away_is_passed_over_for_their_cover_or_the_next(provider, hears):
    [event] = rules.ask(ID, YOUNG, provider, POLICY, MONDAY_NOON, "{}")
    assert event.told == (hears.id,)


def test_who_declined_is_not_asked_again_as_somebodys_cover():
    asked = replace(ASKED, told=frozenset({NADIA.id, KIT.id}), declined=frozenset({KIT.id}))
    provider = (NADIA, away(BEN, KIT), KIT)
    [event] = rules.pass_on(asked, NADIA, provider, POLICY, MONDAY_NOON)
    assert event.told == (BEN.id,), "nobody else is left; what is late goes to everybody"


def test_what_is_written_while_their_advocate_is_away_reaches_the_cover():
    provider = (away(NADIA, KIT), BEN, KIT)
    covered, sent = rules.write(APPOINTED, YOUNG, "hello", provider, POLICY, MONDAY_NOON)
    assert isinstance(covered, AdvocacyCovered)
    assert isinstance(sent, AdvocacyWordsSent)
    stands = follow(APPOINTED, (covered, sent))
    assert may_see_advocacy(KIT, stands)
    assert not may_see_advocacy(BEN, stands)
    assert stands.advocate == NADIA.id
    again = rules.write(stands, YOUNG, "hello", provider, POLICY, MONDAY_NOON)
    assert [type(event) for event in again] == [AdvocacyWordsSent], "the cover has it already"
    assert len(rules.write(stands, KIT, "hello", provider, POLICY, MONDAY_NOON)) == 1


def test_without_a_cover_the_next_of_the_provider_stands_in():
    provider = (away(NADIA), BEN)
    covered, _ = rules.write(APPOINTED, YOUNG, "hello", provider, POLICY, MONDAY_NOON)
    assert covered.told == (BEN.id,)
    assert len(rules.write(APPOINTED, YOUNG, "hello", (away(NADIA),), POLICY, MONDAY_NOON)) == 1
