"""The rota decides who is on call where it covers the instant; elsewhere the list's order does."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from fostering.escalation import begin, climb
from fostering.on_call import covers, managers_on_call, on_call, place_of, shift_ends
from fostering.people import Absence, Relief
from fostering.requests import Request
from fostering.rota import NIGHTS, Gap, gaps, night_of
from fostering.rota_shifts import Place, Shift
from fostering.routing import fill
from fostering.shifts import keep_shift, next_to_ask, offer_shift, refuse_shift
from fostering.steps import Filler, Step
from tests.rules.cast import (
    CHRISTMAS,
    DEE,
    MEG,
    MONDAY_NIGHT,
    MONDAY_NOON,
    ONA,
    POLICY,
    ROSTER,
    SVEN,
    TIA,
    TWO,
    utc,
)
from tests.rules.requests_told import follow, raised

LONDON = ZoneInfo("Europe/London")
SPRING, AUTUMN = (2027, 3, 28), (2026, 10, 25)
"""The days on which the clock goes forward and back, at one in the night (UTC)."""
FIRST = Step(fillers=(Filler.FIRST_ON_CALL,), wait_minutes=5)
SECOND = Step(fillers=(Filler.SECOND_ON_CALL,), wait_minutes=5)
MANAGER = Step(fillers=(Filler.ON_CALL_MANAGER,), wait_minutes=5)
DUSK, MIDNIGHT, DAWN = utc(2026, 11, 2, 17), utc(2026, 11, 3), utc(2026, 11, 3, 9)
ONE = timedelta(microseconds=1)


def shift(place=Place.FIRST, starts=DUSK, ends=DAWN):
    """A shift of the rota."""
    return Shift(place=place, starts=starts, ends=ends)


def local(year, month, day, hour):
    """The instant of a time of London's clock."""
    return datetime(year, month, day, hour, tzinfo=LONDON).astimezone(UTC)


def staffed(*workers):
    """The roster with these workers in place of themselves."""
    new = {worker.id: worker for worker in workers}
    return tuple(new.get(worker.id, worker) for worker in ROSTER)


def on(worker, *shifts):
    """A worker with these shifts."""
    return replace(worker, shifts=shifts)


def names(people):
    """Their names, in order."""
    return [person.name for person in people]


FULL = staffed(on(TWO, shift()), on(DEE, shift(Place.SECOND)), on(TIA, shift(Place.MANAGER)))
"""A whole night in another order than the list's: Tom, then Dee, and Tia as manager."""


def test_the_rota_decides_who_fills_each_place():
    now = FULL, POLICY, MONDAY_NIGHT
    assert covers(*now)
    assert names(on_call(*now)) == ["Tom", "Dee"]
    assert names(managers_on_call(*now)) == ["Tia"]
    filled = [names(fill(s, FULL, None, POLICY, MONDAY_NIGHT)) for s in (FIRST, SECOND, MANAGER)]
    assert filled == [["Tom"], ["Dee"], ["Tia"]]


def test_where_no_shift_runs_the_order_of_the_list_decides():
    for at in (DUSK - ONE, DAWN):
        assert not covers(FULL, POLICY, at)
        assert names(on_call(FULL, POLICY, at)) == ["Ona", "Tom"]
        assert names(managers_on_call(FULL, POLICY, at)) == ["Meg"]
    assert covers(FULL, POLICY, DUSK)


def test_who_is_not_on_the_rota_is_not_paged_for_an_empty_place():
    roster = staffed(on(TWO, shift()))
    assert names(fill(FIRST, roster, None, POLICY, MONDAY_NIGHT)) == ["Tom"]
    assert fill(SECOND, roster, None, POLICY, MONDAY_NIGHT) == ()
    assert fill(MANAGER, roster, None, POLICY, MONDAY_NIGHT) == ()


def test_a_rota_of_people_who_cannot_be_reached_leaves_the_night_to_the_list():
    gone = on(replace(TWO, linked=False), shift())
    assert not covers(staffed(gone), POLICY, MONDAY_NIGHT)
    assert names(on_call(staffed(gone), POLICY, MONDAY_NIGHT)) == ["Ona"]


def test_who_must_not_see_it_is_left_out_of_the_rota_too():
    left_out = frozenset({TWO.id, TIA.id})
    assert names(on_call(FULL, POLICY, MONDAY_NIGHT, left_out)) == ["Dee"]
    assert managers_on_call(FULL, POLICY, MONDAY_NIGHT, left_out) == ()


def test_whose_leave_begins_at_midnight_ends_the_night():
    day = MIDNIGHT.date()
    away = replace(on(TWO, shift()), absences=(Absence(first=day, last=day, cover=DEE.id),))
    roster = staffed(away)
    assert names(on_call(roster, POLICY, MIDNIGHT + ONE)) == ["Tom"]
    next_night = shift(starts=MIDNIGHT + timedelta(hours=17), ends=DAWN + timedelta(days=1))
    roster = staffed(replace(away, shifts=(next_night,)))
    assert names(on_call(roster, POLICY, next_night.starts)) == ["Dee"]


def test_two_shifts_meet_at_midnight_and_nobody_is_between_them():
    roster = staffed(on(TWO, shift(ends=MIDNIGHT)), on(DEE, shift(starts=MIDNIGHT)))
    assert names(on_call(roster, POLICY, MIDNIGHT - ONE)) == ["Tom"]
    assert names(on_call(roster, POLICY, MIDNIGHT)) == ["Dee"]
    assert not shift(ends=MIDNIGHT).clashes(shift(starts=MIDNIGHT))
    assert shift(ends=MIDNIGHT + ONE).clashes(shift(starts=MIDNIGHT))


@pytest.mark.parametrize(("day", "hours"), [(SPRING, 15), (AUTUMN, 17)])
def test_a_shift_over_a_change_of_the_clock_ends_at_its_local_time(day, hours):
    year, month, date = day
    night = shift(starts=local(year, month, date - 1, 17), ends=local(year, month, date, 9))
    assert night.ends - night.starts == timedelta(hours=hours)
    roster = staffed(on(TWO, night))
    assert names(on_call(roster, POLICY, night.ends - ONE)) == ["Tom"]
    assert not covers(roster, POLICY, night.ends)
    assert shift_ends(roster[3], roster, POLICY, night.starts) == night.ends


def test_each_step_pages_whoever_is_on_shift_when_it_fires():
    """A shift ends in mid-climb: the second step pages the new second, and the new first too."""
    roster = staffed(
        on(TWO, shift(ends=MIDNIGHT)),
        on(DEE, shift(Place.SECOND, ends=MIDNIGHT)),
        on(ONA, shift(starts=MIDNIGHT)),
        on(SVEN, shift(Place.SECOND, starts=MIDNIGHT)),
    )
    before = MIDNIGHT - timedelta(minutes=2)
    climbing, first = begin((FIRST, SECOND), 30, roster, None, POLICY, before)
    assert names(first) == ["Tom"]
    request: Request = replace(raised(), escalation=climbing)
    after = before + timedelta(minutes=5)
    [paged] = climb(request, roster, None, POLICY, after)
    assert paged.workers == (ONA.id, SVEN.id)
    request = follow(request, (paged,))
    [again] = climb(request, roster, None, POLICY, after + timedelta(minutes=5))
    assert (again.workers, again.round) == ((ONA.id,), 2)


def test_who_was_on_shift_already_is_not_paged_again_out_of_turn():
    roster = staffed(on(TWO, shift()), on(DEE, shift(Place.SECOND)))
    climbing, _ = begin((FIRST, SECOND), 30, roster, None, POLICY, MONDAY_NIGHT)
    passed = replace(climbing, paged=())
    request = replace(raised(), escalation=passed, raised_at=MONDAY_NIGHT)
    [paged] = climb(request, roster, None, POLICY, MONDAY_NIGHT + timedelta(minutes=5))
    assert paged.workers == (DEE.id,)
    by_list = replace(request, escalation=replace(passed, paged=()))
    [paged] = climb(by_list, ROSTER, None, POLICY, MONDAY_NIGHT + timedelta(minutes=5))
    assert paged.workers == (TWO.id,)


def test_by_the_rota_a_shift_is_handed_over_until_it_ends():
    roster = staffed(on(TWO, shift(ends=MIDNIGHT)), on(DEE, shift(Place.SECOND)))
    tom = roster[3]
    [offered] = offer_shift(tom, roster, POLICY, MONDAY_NIGHT)
    assert (offered.to, offered.until) == (DEE.id, MIDNIGHT)
    taken = replace(tom, relief=Relief(until=MIDNIGHT, held_by=SVEN.id))
    roster = staffed(taken, on(DEE, shift(Place.SECOND)))
    assert names(on_call(roster, POLICY, MONDAY_NIGHT)) == ["Sven", "Dee"]
    assert place_of(SVEN, roster, POLICY, MONDAY_NIGHT) is Place.FIRST
    assert shift_ends(SVEN, roster, POLICY, MONDAY_NIGHT) == MIDNIGHT
    assert place_of(taken, roster, POLICY, MONDAY_NIGHT) is Place.FIRST
    assert names(on_call(roster, POLICY, MIDNIGHT)) == ["Dee"]


def test_an_on_call_manager_asks_another_manager():
    meg = on(MEG, shift(Place.MANAGER))
    roster = staffed(on(TWO, shift()), meg)
    assert next_to_ask(meg, roster, POLICY, MONDAY_NIGHT).name == "Tia"
    assert next_to_ask(MEG, ROSTER, POLICY, MONDAY_NIGHT).name == "Tia"
    taken = replace(MEG, relief=Relief(until=DAWN, held_by=TIA.id, tried=(TIA.id,)))
    assert names(managers_on_call(staffed(taken), POLICY, MONDAY_NIGHT)) == ["Tia"]
    assert place_of(taken, staffed(taken), POLICY, MONDAY_NIGHT) is Place.MANAGER
    tried = Relief(until=DAWN, asked=SVEN.id, ends_at=DAWN, tried=(TIA.id, SVEN.id))
    last = replace(meg, relief=tried)
    [_, alone] = refuse_shift(last, SVEN, (last, TIA, SVEN), POLICY, MONDAY_NIGHT)
    assert alone.managers == (TIA.id, SVEN.id)
    assert keep_shift(meg, MONDAY_NIGHT) == ()
    late = replace(ONA, relief=Relief(until=DAWN, held_by=SVEN.id))
    assert place_of(late, staffed(late), POLICY, MONDAY_NIGHT) is Place.FIRST


def test_a_shift_in_office_hours_is_a_shift():
    roster = staffed(on(TWO, shift(starts=MONDAY_NOON)))
    assert place_of(roster[3], roster, POLICY, MONDAY_NOON) is Place.FIRST
    assert place_of(ONA, roster, POLICY, MONDAY_NOON) is None
    assert place_of(ONA, ROSTER, POLICY, MONDAY_NOON) is None
    assert place_of(ONA, roster, POLICY, MONDAY_NIGHT) is None


def test_without_a_rota_a_shift_ends_when_the_office_opens():
    assert shift_ends(ONA, ROSTER, POLICY, MONDAY_NIGHT) == DAWN


def test_the_nights_of_two_weeks_leave_out_office_hours_alone():
    friday, saturday = utc(2026, 11, 6), utc(2026, 11, 7)
    assert night_of(friday.date(), POLICY) == (utc(2026, 11, 6, 17), utc(2026, 11, 7, 9))
    assert night_of(saturday.date(), POLICY) == (utc(2026, 11, 7, 9), utc(2026, 11, 8, 9))
    eve = replace(POLICY, bank_holidays=CHRISTMAS)
    assert night_of(utc(2026, 12, 25).date(), eve)[0] == utc(2026, 12, 25, 9)


def test_a_full_rota_has_no_gap():
    assert gaps(FULL, POLICY, MONDAY_NOON, nights=1) == ()
    assert gaps(FULL, POLICY, MIDNIGHT, nights=0) == ()


def test_an_empty_place_is_named_with_its_night_and_from_when():
    roster = staffed(
        on(TWO, shift()), on(DEE, shift(Place.SECOND, ends=MIDNIGHT)), on(TIA, shift(Place.MANAGER))
    )
    [gap] = gaps(roster, POLICY, MONDAY_NOON, nights=1)
    assert gap == Gap(night=DUSK.date(), since=MIDNIGHT, place=Place.SECOND)
    assert gaps(roster, POLICY, DAWN, nights=0) == ()
    [running] = gaps(roster, POLICY, MIDNIGHT + timedelta(hours=2), nights=0)
    assert running.since == MIDNIGHT + timedelta(hours=2)


def test_a_night_without_any_shift_is_left_to_the_list():
    [gap] = gaps(FULL, POLICY, MONDAY_NOON, nights=2)
    assert gap == Gap(night=utc(2026, 11, 3).date(), since=utc(2026, 11, 3, 17))
    assert len(gaps(FULL, POLICY, MONDAY_NOON)) == NIGHTS - 1


def test_a_place_that_is_empty_twice_in_a_night_is_named_once():
    early, late = shift(starts=DUSK + timedelta(hours=1), ends=MIDNIGHT), utc(2026, 11, 3, 2)
    roster = staffed(
        on(TWO, early, shift(starts=late)),
        on(DEE, shift(Place.SECOND)),
        on(TIA, shift(Place.MANAGER)),
    )
    [gap] = gaps(roster, POLICY, MONDAY_NOON, nights=1)
    assert (gap.since, gap.place) == (DUSK, Place.FIRST)
