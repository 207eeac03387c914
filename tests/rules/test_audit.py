"""The audit: each promise that is broken is found, told once, again while it lasts, and ended."""

from datetime import UTC, datetime, timedelta

import pytest

from fostering.audit import (
    AGAIN,
    EVERY,
    LIMITS,
    OVER_AFTER,
    Finding,
    Pile,
    Signs,
    audit,
    is_well,
    what_is_new,
)

AT = datetime(2026, 11, 21, 2, 0, tzinfo=UTC)
SECOND = timedelta(seconds=1)

AGES = {
    Finding.DEAF: lambda age: Signs(unheard=age),
    Finding.NOBODY_SENDS: lambda age: Signs(unled=age),
    Finding.CLOCK_STANDS: lambda age: Signs(standing=age),
    Finding.URGENT_OVERDUE: lambda age: Signs(steps=Pile(count=1, age=age)),
    Finding.PAGE_STUCK: lambda age: Signs(pages=Pile(count=1, age=age)),
    Finding.UPDATE_WAITS: lambda age: Signs(updates=Pile(count=1, age=age)),
    Finding.MATTER_OVERDUE: lambda age: Signs(matters=Pile(count=1, age=age)),
    Finding.MESSAGE_STUCK: lambda age: Signs(messages=Pile(count=1, age=age)),
    Finding.REMINDER_STUCK: lambda age: Signs(reminders=Pile(count=1, age=age)),
    Finding.TIME_STEPPED: lambda age: Signs(behind=age),
    Finding.BLOCKED: lambda age: Signs(late=age),
}
COUNTS = {
    Finding.URGENT_FORGOTTEN: Signs(forgotten=1),
    Finding.UPDATE_PARKED: Signs(parked=1),
    Finding.MATTER_FAILS: Signs(fail=1),
    Finding.ON_HOLD: Signs(paused=True),
    Finding.TEST_UNANSWERED: Signs(tests=1),
}


def test_every_finding_has_a_test() -> None:
    assert set(AGES) | set(COUNTS) == set(Finding)


@pytest.mark.parametrize("finding", AGES)
def test_what_lasts_longer_than_it_may_is_found_and_not_before(finding: Finding) -> None:
    assert audit(AGES[finding](LIMITS[finding])) == ()
    assert audit(AGES[finding](LIMITS[finding] + SECOND)) == (finding,)


@pytest.mark.parametrize("finding", COUNTS)
def test_what_may_not_be_at_all_is_found(finding: Finding) -> None:
    assert audit(COUNTS[finding]) == (finding,)


def test_a_service_in_which_all_is_well_has_no_finding() -> None:
    waits = Pile(count=40, age=timedelta(days=2))
    assert audit(Signs(unacknowledged=waits)) == ()


def test_the_worst_stands_first() -> None:
    found = audit(Signs(unheard=timedelta(hours=1), fail=2, late=timedelta(seconds=6)))
    assert found == (Finding.DEAF, Finding.MATTER_FAILS, Finding.BLOCKED)


def test_a_deaf_poller_is_found_within_ninety_seconds() -> None:
    looked_each_second = SECOND
    assert LIMITS[Finding.DEAF] + looked_each_second <= timedelta(seconds=90)


def test_a_finding_is_told_at_once_and_again_each_hour_while_it_lasts() -> None:
    told = []
    news = what_is_new((), (Finding.DEAF,), AT)
    for minute in range(1, 150):
        if news.told:
            told.append(news.told[0].told_at - AT)
        news = what_is_new(news.standing, (Finding.DEAF,), AT + minute * EVERY)
        assert not news.over
    assert told == [timedelta(), AGAIN, 2 * AGAIN]
    assert news.standing[0].since == AT


def test_a_second_finding_is_told_together_with_what_stands_already() -> None:
    first = what_is_new((), (Finding.DEAF,), AT)
    both = what_is_new(first.standing, (Finding.DEAF, Finding.PAGE_STUCK), AT + EVERY)
    assert [trouble.finding for trouble in both.told] == [Finding.DEAF, Finding.PAGE_STUCK]
    assert not what_is_new(both.standing, (Finding.DEAF, Finding.PAGE_STUCK), AT + 2 * EVERY).told


def test_that_it_is_over_is_said_once_and_only_when_it_stays_away() -> None:
    news = what_is_new((), (Finding.DEAF,), AT)
    news = what_is_new(news.standing, (), AT + EVERY)
    assert (news.told, news.over) == ((), ())
    news = what_is_new(news.standing, (Finding.DEAF,), AT + 2 * EVERY)
    assert (news.told, news.over) == ((), ())
    news = what_is_new(news.standing, (), AT + 2 * EVERY + OVER_AFTER)
    assert [trouble.finding for trouble in news.over] == [Finding.DEAF]
    news = what_is_new(news.standing, (), AT + 3 * EVERY + OVER_AFTER)
    assert (news.standing, news.over) == ((), ())


def test_the_program_is_well_while_only_a_person_has_something_to_do() -> None:
    assert is_well(())
    assert is_well([Finding.TEST_UNANSWERED])
    assert not is_well([Finding.TEST_UNANSWERED, Finding.DEAF])
