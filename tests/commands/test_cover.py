"""`hearthline check` says which steps of the policy would page nobody."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from commands.cover import (
    about_advocates,
    about_answerers,
    about_concerns,
    about_days,
    about_rota,
    about_tests,
    can_fill,
    steps_without_anybody,
)
from fostering.paging_test_effects import PagingTest
from fostering.people import Absence, Person
from fostering.policy import Complaints, Provider
from fostering.rota_shifts import Place, Shift
from fostering.steps import Filler, Step
from tests.rules.cast import DEE, DUTY, MEG, ONA, POLICY, ROSTER, SAM, TIA, TWO
from tests.rules.said import NIA, RAY
from tests.rules.test_advocacy import BEN, NADIA
from tests.rules.test_concern import RUTH

DAY = date(2026, 11, 2)
NIGHT = (
    Step(fillers=(Filler.FIRST_ON_CALL,), wait_minutes=5),
    Step(fillers=(Filler.SECOND_ON_CALL,), wait_minutes=5),
    Step(fillers=(Filler.ON_CALL_MANAGER,), wait_minutes=5),
)
NIGHT_POLICY = replace(POLICY, out_of_hours_steps=NIGHT)


def words(roster: tuple[Person, ...]) -> list[str]:
    """What is said about out-of-hours steps."""
    lines = steps_without_anybody(NIGHT_POLICY, roster, DAY)
    return [line.words for line in lines if "out of hours" in line.words]


def test_records_that_have_passed_their_days_are_counted() -> None:
    assert list(about_days(0, POLICY)) == []
    (by_hand,) = about_days(3, POLICY)
    assert "days: 3" in by_hand.words
    assert "forget --over" in by_hand.words
    (by_itself,) = about_days(3, replace(POLICY, forgets_by_itself=True))
    assert "at night" in by_itself.words
    assert (by_hand.missing, by_itself.missing) == (False, False)


def test_a_full_roster_leaves_nothing_to_say() -> None:
    assert list(steps_without_anybody(NIGHT_POLICY, ROSTER, DAY)) == []


def test_a_step_that_would_page_nobody_is_named() -> None:
    assert words(roster=(SAM, DEE, ONA, MEG, TIA)) == [
        "Step 2 out of hours would page nobody: it is passed over."
    ]


def test_a_worker_without_a_chat_fills_no_step() -> None:
    unlinked = replace(MEG, linked=False)
    assert words(roster=(ONA, TWO, unlinked)) == [
        "Step 3 out of hours would page nobody: it is passed over."
    ]


def test_a_worker_who_is_away_fills_no_step() -> None:
    away = replace(TWO, absences=(Absence(first=DAY, last=DAY),))
    assert not can_fill(Filler.SECOND_ON_CALL, (ONA, away), DAY)
    assert can_fill(Filler.FIRST_ON_CALL, (ONA, away), DAY)


def test_nobody_at_all_is_a_gap() -> None:
    lines = [
        line
        for line in steps_without_anybody(NIGHT_POLICY, (), DAY)
        if "out of hours" in line.words
    ]
    assert [line.missing for line in lines] == [True]


@pytest.mark.parametrize("filler", Filler)
def test_every_filler_can_be_asked_about(filler: Filler) -> None:
    assert can_fill(filler, ROSTER, DAY)
    assert not can_fill(filler, (), DAY)


PROVIDED = replace(
    POLICY,
    advocacy_provider=Provider(name="Young Voices", number="0161 496 0177", email="", checked=DAY),
)


def on_shift(worker: Person, place: Place, nights: int) -> Person:
    """A worker with this place in so many nights from DAY on."""
    dusk = datetime(2026, 11, 2, 17, tzinfo=UTC)
    shifts = tuple(
        Shift(
            place=place,
            starts=dusk + timedelta(days=night),
            ends=dusk + timedelta(days=night + 1),
        )
        for night in range(nights)
    )
    return replace(worker, shifts=shifts)


def test_check_names_the_nights_that_have_a_place_empty() -> None:
    noon = datetime(2026, 11, 2, 12, tzinfo=UTC)
    [none] = about_rota(ROSTER, POLICY, noon)
    assert "There is no rota ahead" in none.words
    meg, ona = on_shift(MEG, Place.MANAGER, 15), on_shift(ONA, Place.FIRST, 15)
    [short] = about_rota((meg, ona, on_shift(TWO, Place.SECOND, 13)), POLICY, noon)
    assert short.missing
    assert "second on call by the rota: Sunday 15 November (from 17:00)." in short.words
    [full] = about_rota((meg, ona, on_shift(TWO, Place.SECOND, 15)), POLICY, noon)
    assert full.words == "The rota fills every place in the next 14 nights."
    [off] = about_rota(
        tuple(
            on_shift(w, p, 13)
            for w, p in ((MEG, Place.MANAGER), (ONA, Place.FIRST), (TWO, Place.SECOND))
        ),
        POLICY,
        noon,
    )
    assert not off.missing
    assert "follow the order of the list there: Sunday 15 November (from 17:00)." in off.words


def test_a_rota_fills_its_steps_without_any_turn() -> None:
    first = replace(on_shift(ONA, Place.FIRST, 1), turn=None)
    assert can_fill(Filler.FIRST_ON_CALL, (first,), DAY)
    assert not can_fill(Filler.SECOND_ON_CALL, (first,), DAY)


def test_check_says_how_the_last_paging_tests_ended() -> None:
    noon = datetime(2026, 11, 2, 12, tzinfo=UTC)
    answered = PagingTest(shift=noon, asked=ONA.id, answered_at=noon)
    late = PagingTest(shift=noon, asked=TWO.id, answered_at=noon, missed=True)
    roster = (replace(ONA, paging_test=answered), replace(TWO, paging_test=late), MEG)
    assert [line.words for line in about_tests(roster)] == [
        "Last paging tests: 1 answered, 1 missed (Tom)."
    ]
    assert list(about_tests(ROSTER)) == []


def test_without_a_provider_of_advocates_it_is_a_gap() -> None:
    assert [line.missing for line in about_advocates((), POLICY)] == [True]


def test_a_provider_with_nobody_linked_or_with_one_person_is_named() -> None:
    [nobody] = about_advocates((replace(NADIA, linked=False),), PROVIDED)
    [alone] = about_advocates((NADIA,), PROVIDED)
    assert "Nobody of Young Voices is linked" in nobody.words
    assert "Only one person of Young Voices" in alone.words
    assert not nobody.missing
    assert list(about_advocates((NADIA, BEN), PROVIDED)) == []


def test_young_people_are_not_asked_without_an_answerer_and_a_deputy() -> None:
    deputy = replace(RAY, roles=NIA.roles)
    assert list(about_answerers(0, (NIA, deputy), DAY)) == []
    [nobody] = about_answerers(0, (RAY,), DAY)
    [alone] = about_answerers(0, (NIA, replace(deputy, linked=False)), DAY)
    [some] = about_answerers(3, (NIA, deputy), DAY)
    assert all(line.missing for line in (nobody, alone, some))
    assert "young_peoples_answerer: name somebody" in nobody.words
    assert "name a deputy" in alone.words
    assert "nobody to choose who answers them: 3." in some.words


def test_a_concern_that_would_reach_nobody_is_a_gap() -> None:
    assert [line.missing for line in about_concerns((SAM, DEE), POLICY, DAY)] == [True, False]


def test_without_a_responsible_individual_or_anybody_outside_it_is_said() -> None:
    top, outside = about_concerns(ROSTER, POLICY, DAY)
    assert "responsible individual" in top.words
    assert "LADO" in outside.words
    whole = replace(POLICY, complaints=Complaints(outside=(DUTY,)))
    assert list(about_concerns((*ROSTER, RUTH), whole, DAY)) == []
