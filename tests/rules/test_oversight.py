"""Managers count only what may be counted, promises kept stand beside missed, and few stay few."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from fostering.oversight import (
    Firsts,
    Load,
    Outcome,
    Promise,
    Tally,
    how_kept,
    is_late,
    loads,
    may_be_counted,
    tallies,
    week,
)
from fostering.priority import Priority
from tests.rules.cast import MONDAY_NOON, ONA, POLICY, SAM, kind
from tests.rules.requests_told import raised
from tests.rules.test_requests import closed, taken

HOUR = timedelta(hours=1)
SINCE, UNTIL = MONDAY_NOON - timedelta(days=1), MONDAY_NOON + timedelta(days=6)
FAR = UNTIL + HOUR
ROUTINE = replace(
    raised(at=MONDAY_NOON, priority=Priority.P3),
    kind="CH01",
    answer_by=MONDAY_NOON + 9 * HOUR,
    take_by=MONDAY_NOON + 5 * HOUR,
)
COUNTED = frozenset({"urgent_help"})


def many(count, code="CH01", taken_after=HOUR):
    """So many requests of one kind, each taken after so long."""
    firsts = Firsts(taken=MONDAY_NOON + taken_after)
    return [(replace(ROUTINE, id=UUID(int=n), kind=code), firsts) for n in range(count)]


def test_a_form_is_counted_only_if_it_says_so():
    assert may_be_counted(ROUTINE, COUNTED, POLICY)
    for form in ("check_in", "advocacy", "not_safe", "whatever comes later"):
        assert not may_be_counted(replace(ROUTINE, form=form), COUNTED, POLICY)


def test_nothing_private_nothing_for_chosen_readers_nothing_for_the_telephone_is_counted():
    phone = replace(POLICY, kinds={"D07": kind("D07", phone_only=True)})
    assert not may_be_counted(replace(ROUTINE, kind="D07"), COUNTED, phone)
    assert not may_be_counted(replace(ROUTINE, private_since=MONDAY_NOON), COUNTED, POLICY)
    assert not may_be_counted(replace(ROUTINE, readers=frozenset({SAM.id})), COUNTED, POLICY)


def test_the_load_of_a_worker_is_what_they_have_or_own_and_what_is_late():
    mine = replace(taken(priority=Priority.P3), answer_by=MONDAY_NOON)
    nobodys = replace(ROUTINE, owner=None, take_by=None)
    found = loads([mine, replace(ROUTINE, owner=SAM.id), nobodys, closed()], FAR)
    assert set(found) == {
        Load(worker=SAM.id, open=1, late=1),
        Load(worker=ONA.id, open=1, late=1),
        Load(worker=None, open=1, late=1),
    }
    assert not is_late(ROUTINE, MONDAY_NOON)


@pytest.mark.parametrize(
    ("done", "at", "outcome"),
    [
        (HOUR, FAR, Outcome.KEPT),
        (5 * HOUR, FAR, Outcome.KEPT),
        (6 * HOUR, FAR, Outcome.MISSED),
        (None, MONDAY_NOON, Outcome.RUNNING),
        (None, FAR, Outcome.MISSED),
    ],
)
def test_a_promise_is_kept_missed_or_still_running(done, at, outcome):
    firsts = Firsts(taken=MONDAY_NOON + done if done is not None else None)
    assert how_kept(ROUTINE, firsts, Promise.TAKEN, POLICY, at) is outcome


def test_each_promise_is_asked_only_where_it_was_made():
    urgent = replace(raised(at=MONDAY_NOON), answer_by=None)
    assert how_kept(urgent, Firsts(), Promise.TAKEN, POLICY, FAR) is None
    assert how_kept(urgent, Firsts(), Promise.SPOKEN, POLICY, FAR) is None
    assert how_kept(urgent, Firsts(), Promise.ANSWERED, POLICY, FAR) is None
    assert how_kept(ROUTINE, Firsts(taken=MONDAY_NOON), Promise.SPOKEN, POLICY, FAR) is None
    spoken = Firsts(taken=MONDAY_NOON, spoken=MONDAY_NOON + timedelta(minutes=30))
    assert how_kept(urgent, spoken, Promise.SPOKEN, POLICY, FAR) is Outcome.KEPT
    late = replace(spoken, spoken=MONDAY_NOON + timedelta(minutes=31))
    assert how_kept(urgent, late, Promise.SPOKEN, POLICY, FAR) is Outcome.MISSED


def test_kept_stands_beside_missed():
    found = tallies([*many(3), *many(2, taken_after=6 * HOUR)], POLICY, FAR)
    assert found == (
        Tally(promise=Promise.TAKEN, kept=3, missed=2),
        Tally(promise=Promise.SPOKEN, kept=0, missed=0),
        Tally(promise=Promise.ANSWERED, kept=0, missed=5),
    )


def test_the_picture_of_a_week_has_its_kinds_and_its_waits():
    picture = week([*many(7), *many(6, "CH02", 3 * HOUR)], POLICY, SINCE, UNTIL, FAR)
    assert (picture.raised, picture.kinds, picture.others) == (13, (("CH01", 7), ("CH02", 6)), 0)
    assert (picture.median_minutes, picture.longest_minutes) == (60, 180)


def test_few_are_never_told_apart_nor_can_they_be_worked_out():
    picture = week([*many(7), *many(6, "CH02"), *many(2, "CH03")], POLICY, SINCE, UNTIL, FAR)
    assert (picture.kinds, picture.others) == ((("CH01", 7),), 8)
    alone = week([*many(7), *many(1, "CH03")], POLICY, SINCE, UNTIL, FAR)
    assert (alone.kinds, alone.others) == ((), 8)
    small = week(many(4), POLICY, SINCE, UNTIL, FAR)
    assert (small.median_minutes, small.longest_minutes) == (None, None)


def test_only_what_came_in_that_week_is_in_its_picture():
    before = [(replace(ROUTINE, raised_at=SINCE - HOUR), Firsts())]
    after = [(replace(ROUTINE, raised_at=UNTIL), Firsts())]
    untaken = [(replace(ROUTINE, kind=""), Firsts())]
    assert week([*before, *after, *untaken], POLICY, SINCE, UNTIL, FAR).raised == 1
