"""At each shift's start a test page: answered by one press, missed once, and it never climbs."""

from dataclasses import replace
from datetime import timedelta

import pytest

from fostering import people
from fostering.due import Rule, due, next_due_at
from fostering.events import PagingTestAnswered
from fostering.paging_test_effects import PagingTest, after_paging_test
from fostering.paging_tests import (
    SHOWN,
    answer_test,
    ask_test,
    first_paged,
    miss_test,
    missed_now,
    paging_test_of,
    send_test,
)
from fostering.people import Relief
from fostering.refusals import OutOfDate
from fostering.rota_shifts import Place
from tests.rules.cast import DEE, MEG, MONDAY_NIGHT, MONDAY_NOON, ONA, POLICY, ROSTER, SVEN, TWO
from tests.rules.test_rota import DAWN, DUSK, MIDNIGHT, on, shift, staffed

MINUTE = timedelta(minutes=1)
SENT = DUSK + POLICY.paging_test_after_minutes * MINUTE
ENDS = SENT + POLICY.paging_test_answer_minutes * MINUTE
TOM = on(TWO, shift())
MANAGER = on(MEG, shift(Place.MANAGER))
NIGHT = staffed(TOM, MANAGER)


def told(worker, events):
    """The worker after the events, and the roster with them in it."""
    for event in events:
        worker = people.after(worker, event)
    return worker, staffed(worker, MANAGER)


def sent():
    """Tom was sent the test of his shift."""
    return told(TOM, send_test(TOM, NIGHT, POLICY, SENT))


def test_the_test_falls_due_when_the_shift_has_begun():
    assert next_due_at(TOM, POLICY) == SENT
    assert send_test(TOM, NIGHT, POLICY, SENT - MINUTE) == ()
    [matter] = due(TOM, POLICY, SENT)
    assert (matter.rule, matter.occurrence) == (Rule.PAGING_TEST, DUSK.isoformat())
    tom, roster = sent()
    assert tom.paging_test == PagingTest(shift=DUSK, asked=TWO.id, answer_by=ENDS)
    assert send_test(tom, roster, POLICY, SENT + MINUTE) == ()
    assert next_due_at(tom, POLICY) == ENDS


def test_managers_are_not_tested_and_a_service_may_do_without():
    assert next_due_at(MANAGER, POLICY) is None
    without = replace(POLICY, paging_tests=False)
    assert next_due_at(TOM, without) is None
    assert send_test(TOM, NIGHT, without, SENT) == ()


def test_one_press_answers_it_and_a_second_is_no_harm():
    tom, roster = sent()
    tom, roster = told(tom, answer_test(tom, TWO, SENT + MINUTE))
    assert tom.paging_test.answered_at == SENT + MINUTE
    assert answer_test(tom, TWO, SENT + 2 * MINUTE) == ()
    assert miss_test(tom, roster, POLICY, ENDS) == ()
    assert next_due_at(tom, POLICY) is None
    for worker, presser in ((tom, ONA), (ONA, ONA)):
        with pytest.raises(OutOfDate):
            answer_test(worker, presser, SENT)


def test_unanswered_the_on_call_manager_is_told_once():
    tom, roster = sent()
    assert miss_test(tom, roster, POLICY, ENDS - MINUTE) == ()
    [missed] = miss_test(tom, roster, POLICY, ENDS)
    assert (missed.to, missed.managers, missed.shift) == (TWO.id, (MEG.id,), DUSK)
    tom, roster = told(tom, [missed])
    assert miss_test(tom, roster, POLICY, ENDS + MINUTE) == ()
    assert missed_now(roster, ENDS) == ((tom, tom.paging_test),)
    assert next_due_at(tom, POLICY) is None
    late, roster = told(tom, answer_test(tom, TWO, ENDS + MINUTE))
    assert late.paging_test.missed
    assert missed_now(roster, ENDS + MINUTE) == ()


def test_where_nobody_can_be_sent_it_the_manager_is_told_at_once():
    gone = replace(TOM, linked=False)
    [missed] = send_test(gone, staffed(gone, MANAGER), POLICY, SENT)
    assert (missed.to, missed.managers) == (None, (MEG.id,))


def test_it_goes_to_whoever_has_the_shift():
    handed = replace(TOM, relief=Relief(until=DAWN, held_by=SVEN.id))
    [test] = send_test(handed, staffed(handed), POLICY, SENT)
    assert test.to == SVEN.id
    tom, roster = told(handed, [test])
    assert paging_test_of(SVEN, roster, SENT) == tom.paging_test
    assert paging_test_of(TWO, roster, SENT) is None


def test_a_shift_that_began_long_ago_is_not_tested():
    for at in (DUSK + timedelta(hours=1), DAWN + MINUTE):
        [skipped] = send_test(TOM, NIGHT, POLICY, at)
        tom, _ = told(TOM, [skipped])
        assert tom.paging_test == PagingTest(shift=DUSK)
        assert not tom.paging_test.waits
        assert next_due_at(tom, POLICY) is None
    short = on(TWO, shift(ends=DUSK + MINUTE))
    [skipped] = send_test(short, staffed(short), POLICY, SENT)
    assert skipped.shift == DUSK


def test_each_shift_is_tested_also_one_that_begins_at_midnight():
    twice = on(TWO, shift(starts=MIDNIGHT), shift(ends=MIDNIGHT))
    [test] = send_test(twice, staffed(twice), POLICY, SENT)
    assert test.shift == DUSK
    tom, roster = told(twice, [test])
    assert tom.paging_test.waits
    assert paging_test_of(TWO, roster, MIDNIGHT) is None
    [second] = send_test(tom, roster, POLICY, MIDNIGHT + 2 * MINUTE)
    assert second.shift == MIDNIGHT


def test_an_answer_to_no_test_changes_nothing():
    event = PagingTestAnswered(at=SENT, subject=TWO.id, actor=TWO.id)
    assert after_paging_test(None, event) is None
    assert missed_now(ROSTER, SENT) == ()


def asked(at, roster=ROSTER):
    """The test that was asked for then, and the roster after it."""
    [test] = ask_test(roster, POLICY, at)
    after = tuple(people.after(w, test) if w.id == test.subject else w for w in roster)
    return test, after


def test_one_that_is_asked_for_goes_to_who_is_paged_first_at_this_hour():
    for at, first in ((MONDAY_NIGHT, ONA), (MONDAY_NOON, DEE)):
        assert first_paged(ROSTER, POLICY, at) == first
        test, roster = asked(at)
        assert (test.subject, test.to, test.shift) == (first.id, first.id, at)
        tested = next(w for w in roster if w.id == first.id)
        assert paging_test_of(tested, roster, at) == tested.paging_test
        assert next_due_at(tested, POLICY) == at + POLICY.paging_test_answer_minutes * MINUTE
    test, _ = asked(SENT, NIGHT)
    assert test.to == TWO.id


def test_where_nobody_can_be_paged_none_is_sent():
    nobody = tuple(replace(worker, linked=False) for worker in ROSTER)
    for at in (MONDAY_NIGHT, MONDAY_NOON):
        assert ask_test(nobody, POLICY, at) == ()


def test_it_is_asked_for_once_at_a_time():
    test, roster = asked(MONDAY_NIGHT)
    assert ask_test(roster, POLICY, test.answer_by - MINUTE) == ()
    again, _ = asked(test.answer_by, roster)
    assert again.shift == test.answer_by


def test_asked_for_and_missed_it_ends_by_itself():
    without = replace(POLICY, paging_tests=False)
    test, roster = asked(MONDAY_NIGHT)
    ona = next(w for w in roster if w.id == ONA.id)
    assert next_due_at(ona, without) == test.answer_by
    [missed] = miss_test(ona, roster, without, test.answer_by)
    assert missed.managers == (MEG.id,)
    after = people.after(ona, missed)
    assert missed_now((after,), test.answer_by) == ((after, after.paging_test),)
    assert missed_now((after,), MONDAY_NIGHT + SHOWN) == ()
    assert next_due_at(after, without) is None


def test_one_that_was_asked_for_takes_the_place_of_the_shifts():
    [test] = ask_test(NIGHT, POLICY, DUSK + MINUTE)
    tom, roster = told(TOM, [test])
    assert send_test(tom, roster, POLICY, SENT) == ()
