"""Whatever is done to the machine's clock: no climb is late, none comes in a burst (T28, T30)."""

from datetime import datetime, timedelta

from hypothesis import example, given
from hypothesis import strategies as st

from fostering.escalation import climb
from fostering.requests import Request
from tests.model import london
from tests.model.depth import look
from tests.model.hand_moved import HandMoved
from tests.rules.cast import HOME, POLICY, ROSTER
from tests.rules.requests_told import follow, raising

SECOND = timedelta(seconds=1)
TICK = 5 * SECOND
WHILE = 45 * 60 // 5
LATE = TICK + 2 * SECOND
"""A climb may be late by one tick, and by what the clock lets pass before it follows the wall."""
HOURS = st.sampled_from([-24 * 365 * 50, -24, -1, 1, 3, 24, 24 * 30])
JUMPS = st.dictionaries(st.integers(1, WHILE - 1), HOURS, max_size=4)
BLOCKS = st.dictionaries(st.integers(1, WHILE - 1), st.integers(2, 90), max_size=4)


def next_page(request: Request) -> datetime:
    """When it climbs next."""
    assert request.escalation is not None
    assert request.escalation.next_at is not None
    return request.escalation.next_at


@look(25)
@given(start=st.sampled_from(london.STARTS), jumps=JUMPS, blocks=BLOCKS)
@example(start=london.STARTS[0], jumps={30: -1}, blocks={59: 2})
@example(start=london.STARTS[4], jumps={30: 1, 31: -1}, blocks={})
def test_each_climb_comes_in_its_time_however_the_wall_is_set(start, jumps, blocks):
    clock = HandMoved(start)
    request = follow(None, raising(at=clock.now))
    told_at = clock.counted
    wait = next_page(request) - clock.now
    hurried = False
    for turn in range(WHILE):
        stood = blocks.get(turn, 0) * SECOND
        clock.passes(TICK + stood)
        if turn in jumps:
            clock.is_set(timedelta(hours=jumps[turn]))
            hurried |= jumps[turn] > 0
        events = climb(request, ROSTER, HOME, POLICY, clock.now)
        since = timedelta(seconds=clock.counted - told_at)
        if not events:
            assert since <= wait + LATE + stood, "a climb is late"
            continue
        assert len(events) == 1, "a burst"
        assert since >= wait or hurried, "a climb came too early"
        assert since <= wait + LATE + stood
        request = follow(request, events)
        told_at, hurried = clock.counted, False
        wait = next_page(request) - clock.now


@look(40)
@given(st.lists(st.tuples(st.integers(0, 7200), HOURS, st.booleans()), max_size=12))
def test_the_clock_never_goes_back_and_never_counts_slower_than_time(steps):
    clock = HandMoved(london.STARTS[0])
    before = clock.now
    for seconds, hours, slept in steps:
        span = timedelta(seconds=seconds)
        clock.sleeps(span) if slept else clock.passes(span)
        clock.is_set(timedelta(hours=hours))
        assert clock.now >= before + (timedelta() if slept else span)
        assert clock.now.timestamp() >= clock.wall - 2
        before = clock.now
