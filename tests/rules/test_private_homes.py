"""A household's private process begins by a manager's switch; what is urgent still pages."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest

from fostering.advice_effects import Advice
from fostering.events import PrivateHomeEnded, PrivateHomeStarted, PrivateHomeTold, RequestDrawnIn
from fostering.handing_over import offer
from fostering.permission import may_see
from fostering.priority import Priority
from fostering.private_home_states import PrivateHome, after
from fostering.private_homes import (
    RESUMES,
    drawn_into,
    end_home,
    knows,
    may_turn_home,
    say_home_told,
    stands_still_until,
    start_home,
)
from fostering.private_matters import start_private
from fostering.raising import add_answers
from fostering.readers import Reader, readers
from fostering.refusals import NotYours, OutOfDate
from fostering.request_states import RequestState
from fostering.routing import fill, route
from fostering.steps import Filler, Step
from tests.rules.cast import (
    CARER,
    CLEO,
    DEE,
    HOME,
    MEG,
    MONDAY_NIGHT,
    MONDAY_NOON,
    POLICY,
    ROSTER,
    SAM,
    SVEN,
    TIA,
    YOUNG,
    absence,
    kind,
    utc,
)
from tests.rules.requests_told import follow, raised
from tests.rules.test_requests import closed, spoken

MONDAY = date(2026, 11, 2)
BEFORE = MONDAY_NOON - timedelta(days=1)
ROUTINE = replace(raised(priority=Priority.P3, at=BEFORE), owner=SAM.id)
BEGUN = PrivateHome(id=HOME.id, since=MONDAY_NOON, by=TIA.id)
PRIVATE = replace(HOME, process=BEGUN)
ENDED = replace(HOME, process=replace(BEGUN, ended_at=MONDAY_NIGHT))
ASKED = Advice(by=TIA.id, asked=(MEG.id,), asked_at=MONDAY_NOON, told=(MEG.id,))
LATER = MONDAY_NIGHT + timedelta(hours=1)


def started(*theirs, worker=TIA, home=HOME):
    """What happens when this worker presses the switch."""
    return start_home(home, worker, theirs, "LADO", POLICY, MONDAY_NIGHT)


def sees(request, home=PRIVATE, **given):
    """Who of the staff sees this request of Rosa's."""
    return {w.name for w in ROSTER if may_see(w, request, home, phone_only=False, **given)}


@pytest.mark.parametrize("worker", ROSTER, ids=lambda worker: worker.name)
def test_only_the_roles_of_the_policy_press_the_switch(worker):
    assert may_turn_home(worker, HOME, (), POLICY) is (worker in (TIA, SVEN))
    if worker not in (TIA, SVEN):
        for rule in (start_home, end_home):
            with pytest.raises(NotYours):
                rule(PRIVATE, worker, (), "so", POLICY, MONDAY_NIGHT)
        with pytest.raises(NotYours):
            say_home_told(PRIVATE, worker, (), (MONDAY, TIA.id), POLICY, MONDAY_NIGHT)


def test_nobody_who_is_related_or_left_out_by_the_carers_presses_it():
    assert not may_turn_home(TIA, replace(HOME, kept_from=frozenset({TIA.id})), (), POLICY)
    without = replace(ROUTINE, excluded=frozenset({TIA.id}))
    assert not may_turn_home(TIA, HOME, [without], POLICY)
    assert may_turn_home(SVEN, HOME, [without], POLICY)
    assert may_turn_home(TIA, HOME, [replace(without, state=RequestState.CLOSED)], POLICY)
    assert not may_turn_home(TIA, replace(HOME, carers=frozenset()), (), POLICY)


def test_it_begins_with_a_reason_and_draws_in_what_is_open():
    with pytest.raises(ValueError, match="no reason"):
        start_home(HOME, TIA, (), " ", POLICY, MONDAY_NIGHT)
    begun, drawn = started(ROUTINE)
    assert begun == PrivateHomeStarted(
        at=MONDAY_NIGHT, subject=CARER.id, actor=TIA.id, household=HOME.id, reason="LADO"
    )
    assert isinstance(drawn, RequestDrawnIn)
    request = follow(ROUTINE, (drawn,))
    assert (request.owner, request.acknowledged_by, request.state) == (
        TIA.id,
        TIA.id,
        RequestState.ACKNOWLEDGED,
    )
    assert not request.private
    assert started(home=PRIVATE) == ()


def test_what_climbs_is_private_closed_a_complaint_or_anothers_stays_where_it_is():
    private = follow(ROUTINE, start_private(ROUTINE, SVEN, CARER, POLICY, MONDAY_NIGHT))
    others = (
        raised(),
        closed(),
        private,
        replace(ROUTINE, form="concern"),
        replace(ROUTINE, readers=frozenset({SAM.id})),
        replace(ROUTINE, author=YOUNG.id),
    )
    assert len(started(*others)) == 1
    assert len(started(spoken())) == 2


def test_the_state_follows_its_events():
    begun = after(None, started()[0])
    assert (begun.by, begun.since, begun.running) == (TIA.id, MONDAY_NIGHT, True)
    (told,) = say_home_told(PRIVATE, TIA, (), (MONDAY, SVEN.id), POLICY, MONDAY_NIGHT)
    known = after(begun, told)
    assert (known.told_on, known.told_by) == (MONDAY, SVEN.id)
    (over,) = end_home(PRIVATE, SVEN, (), "over", POLICY, LATER)
    assert isinstance(over, PrivateHomeEnded)
    assert not after(known, over).running
    assert after(replace(begun, id=UUID(int=99)), told).told_on is None
    assert after(after(known, over), started()[0]).told_on is None
    with pytest.raises(ValueError, match="without"):
        after(None, told)
    with pytest.raises(ValueError, match="nobody"):
        after(None, replace(started()[0], actor=None))


def test_it_ends_with_a_reason_and_only_once():
    with pytest.raises(ValueError, match="no reason"):
        end_home(PRIVATE, TIA, (), "", POLICY, LATER)
    assert end_home(ENDED, TIA, (), "over", POLICY, LATER) == ()


def test_that_they_were_told_is_said_once_and_never_of_a_day_ahead():
    told = (MONDAY, SVEN.id)
    assert isinstance(
        say_home_told(PRIVATE, TIA, (), told, POLICY, MONDAY_NIGHT)[0], PrivateHomeTold
    )
    known = replace(BEGUN, told_on=MONDAY, told_by=SVEN.id)
    knowing = replace(PRIVATE, process=known)
    assert say_home_told(knowing, TIA, (), told, POLICY, MONDAY_NIGHT) == ()
    for home, day in ((HOME, MONDAY), (ENDED, MONDAY), (PRIVATE, date(2026, 11, 3))):
        with pytest.raises(OutOfDate):
            say_home_told(home, TIA, (), (day, SVEN.id), POLICY, MONDAY_NIGHT)
    assert knows(knowing, CARER)
    over = replace(knowing, process=replace(known, ended_at=LATER))
    for home, person in ((PRIVATE, CARER), (knowing, YOUNG), (over, CARER)):
        assert not knows(home, person)
    assert not knows(None, CARER)


def test_what_the_carers_ask_is_for_managers_and_urgent_things_for_duty_too():
    assert sees(ROUTINE) == {"Tia", "Sven"}
    assert sees(ROUTINE, ENDED) == {"Sam", "Cleo", "Tia", "Sven"}
    urgent = replace(raised(), owner=TIA.id)
    assert sees(urgent) == {"Dee", "Ona", "Tom", "Meg", "Tia", "Sven"}
    phoned = {w.name for w in ROSTER if may_see(w, urgent, PRIVATE, phone_only=True)}
    advised = replace(ROUTINE, advice=ASKED)
    assert "Meg" in sees(advised)
    assert phoned == {"Ona", "Tia", "Sven"}
    assert may_see(CARER, ROUTINE, PRIVATE, phone_only=False)


def test_who_took_it_since_or_is_asked_to_sees_it_and_who_had_it_before_does_not():
    had = replace(ROUTINE, acknowledged_by=SAM.id, acknowledged_at=MONDAY_NOON - timedelta(1))
    assert "Sam" not in sees(had)
    assert "Sam" in sees(replace(had, acknowledged_at=MONDAY_NIGHT))
    assert "Sam" not in sees(replace(had, acknowledged_at=None))
    request = follow(ROUTINE, started(ROUTINE)[1:])
    asked = follow(
        request,
        offer(request, TIA, SVEN, PRIVATE, POLICY, MONDAY, MONDAY_NIGHT, phone_only=False),
    )
    assert may_see(replace(SVEN, roles=frozenset()), asked, PRIVATE, phone_only=False)


def test_what_was_closed_before_a_complaint_and_the_young_people_are_not_held():
    before = replace(closed(), closed_at=MONDAY_NOON - timedelta(1))
    since = replace(closed(), closed_at=MONDAY_NIGHT)
    assert drawn_into(PRIVATE, before) is None
    assert drawn_into(PRIVATE, since) == BEGUN
    for other in (replace(ROUTINE, form="concern"), replace(ROUTINE, author=YOUNG.id)):
        assert drawn_into(PRIVATE, other) is None
    assert drawn_into(HOME, ROUTINE) is None
    assert drawn_into(None, ROUTINE) is None


def test_the_readers_whom_a_young_person_chose_bind_before_everything():
    said = replace(ROUTINE, author=YOUNG.id, form="check_in", readers=frozenset({CLEO.id}))
    for request in (said, replace(said, private_since=MONDAY_NIGHT, private_by=TIA.id)):
        assert sees(request) <= {"Cleo"}
        assert not may_see(TIA, request, HOME, phone_only=False)
    assert sees(said) == {"Cleo"}
    assert sees(said, covered=frozenset({CLEO.id})) == {w.name for w in ROSTER}
    both = replace(ROUTINE, readers=frozenset({SAM.id, TIA.id}))
    assert sees(both) == {"Tia"}


def test_it_is_routed_to_the_manager_who_tells_the_childs_worker():
    about_child = kind(concerns_child=True)
    way = route(about_child, PRIVATE, ROSTER, POLICY, MONDAY_NOON)
    assert (way.owner, way.hears) == (TIA.id, (TIA.id,))
    assert way.childs_social_workers == (CLEO.id,)
    assert way.social_worker_task
    assert not route(kind(), PRIVATE, ROSTER, POLICY, MONDAY_NOON).social_worker_task
    away = tuple(replace(w, absences=absence(DEE.id)) if w is TIA else w for w in ROSTER)
    assert route(kind(), PRIVATE, away, POLICY, MONDAY_NOON).owner == SVEN.id
    covered = tuple(replace(w, absences=absence(DEE.id)) if w in (TIA, SVEN) else w for w in ROSTER)
    assert route(kind(), PRIVATE, covered, POLICY, MONDAY_NOON).owner == DEE.id
    new = replace(ROUTINE, owner=DEE.id, raised_at=MONDAY_NIGHT)
    assert sees(new) == {"Dee", "Tia", "Sven"}
    assert "Dee" not in sees(replace(new, raised_at=MONDAY_NOON - timedelta(1)))
    not_safe = route(None, PRIVATE, ROSTER, POLICY, MONDAY_NOON, child=YOUNG.id, not_safe=True)
    assert CLEO.id in not_safe.hears
    assert SAM.id in not_safe.excluded


def test_by_day_a_page_goes_to_the_manager_in_the_place_of_the_households_worker():
    step = Step(fillers=(Filler.SUPERVISING_SOCIAL_WORKER, Filler.DUTY_WORKER), wait_minutes=10)
    assert fill(step, ROSTER, PRIVATE, POLICY, MONDAY_NOON) == (TIA, DEE)
    assert fill(step, ROSTER, ENDED, POLICY, MONDAY_NOON) == (SAM, DEE)


def test_before_sending_it_is_said_truly_who_sees_it():
    way = route(kind(), PRIVATE, ROSTER, POLICY, MONDAY_NOON)
    for priority, found in (
        (Priority.P3, (Reader.MANAGERS,)),
        (Priority.P1, (Reader.ON_DUTY, Reader.MANAGERS)),
    ):
        assert readers(kind(), priority, PRIVATE, ROSTER, way, MONDAY) == found


@pytest.mark.parametrize("noun", RESUMES)
def test_promises_stand_still_and_go_on_one_sort_after_the_other(noun):
    still = stands_still_until(PRIVATE, noun, POLICY, MONDAY_NOON)
    assert still == MONDAY_NOON + timedelta(hours=1)
    resumes = stands_still_until(ENDED, noun, POLICY, MONDAY_NIGHT)
    days = RESUMES[noun]
    if days == 0:
        assert resumes is None
    else:
        assert resumes == utc(2026, 11, 2 + days, POLICY.quiet_until.hour)
        assert stands_still_until(ENDED, noun, POLICY, resumes) is None
    assert stands_still_until(HOME, noun, POLICY, MONDAY_NOON) is None


def test_what_hangs_on_no_household_never_stands_still():
    assert stands_still_until(PRIVATE, "request", POLICY, MONDAY_NOON) is None
    assert stands_still_until(None, "supervision", POLICY, MONDAY_NOON) is None


def test_what_is_added_to_a_private_request_leaves_it_with_its_manager():
    private = follow(ROUTINE, start_private(ROUTINE, TIA, CARER, POLICY, MONDAY_NIGHT))
    added = add_answers(
        private,
        CARER,
        HOME,
        ROSTER,
        POLICY,
        LATER,
        priority=Priority.P3,
        finished=True,
        kind=kind(),
    )
    assert follow(private, added).owner == TIA.id
