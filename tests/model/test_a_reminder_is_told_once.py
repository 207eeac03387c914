"""Reminders of a meeting: each once, by day, after an outage one of each and no burst (T24, T29).

A machine plans, moves, confirms, holds and disputes a supervision while clocks change, against a
second, naive telling of the same rules (`meeting_told`).
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from fostering import meeting
from fostering.due import due, next_due_at
from fostering.events import Event, ReminderTold
from fostering.matters import Rule
from fostering.refusals import Refusal
from fostering.supervision import Supervision, after
from tests.model import london
from tests.model.depth import look
from tests.model.hand_moved import HandMoved
from tests.model.meeting_told import tell
from tests.model.request_told import DONE, NOTHING, Happening
from tests.rules.cast import CARER, POLICY, SAM

DAYS = st.integers(0, 50)
CLOCKS = st.sampled_from([time(0, 30), time(1, 30), time(8, 59), time(10), time(15), time(22)])
SPANS = st.sampled_from([timedelta(hours=h) for h in (1, 7, 13, 24, 75, 200, 700)])


class ASupervision(RuleBasedStateMachine):
    """The supervision of one carer; `told` is every occurrence that was told."""

    @initialize(start=st.sampled_from(london.STARTS), ago=st.none() | st.integers(0, 60))
    def begins(self, start: datetime, ago: int | None) -> None:
        """The service knows when the last one was, or not."""
        self.clock = HandMoved(start)
        self.told: list[tuple[str, str]] = []
        self.happened: list[Happening] = []
        self.planned = 0
        last = None if ago is None else self.today - ago * london.DAY
        self.supervision = Supervision(carer=CARER.id, worker=SAM.id, last_held=last)
        self._tell("begin", last)

    @property
    def today(self) -> date:
        """The local day."""
        return london.on_the_wall(self.clock.now).date()

    # Time.

    @rule(span=SPANS)
    def time_passes(self, span: timedelta) -> None:
        """Hours, days or weeks; the clock looks at the end."""
        self.clock.passes(span)
        self.tick()

    @rule(off=st.sampled_from([-1, 0, 1]))
    def what_is_next_falls_due(self, off: int) -> None:
        """Just before it, at its very instant, or just after."""
        at = next_due_at(self.supervision, POLICY)
        if at is not None:
            self.clock.passes(max(at - self.clock.now + timedelta(seconds=off), timedelta()))
        self.tick()

    @rule(span=SPANS, restarted=st.booleans())
    def the_wall_is_set_back(self, span: timedelta, restarted: bool) -> None:
        """Somebody sets the machine's clock back; perhaps we are started again after it."""
        self.clock.is_set(-span)
        if restarted:
            self.clock.restarts()
        self.tick()

    @rule()
    def the_clock_looks_again(self) -> None:
        """Nothing is told a second time."""
        self.tick()

    # What people do.

    @rule(days=DAYS, clock=CLOCKS)
    def is_planned(self, days: int, clock: time) -> None:
        """Planned, or moved."""
        day = self.today + days * london.DAY
        planned_for = london.instant_of(datetime.combine(day, clock))
        self.planned += 1
        uid = f"meeting-{self.planned}"
        self._happens(
            "plan",
            lambda at: meeting.plan(self.supervision, SAM, planned_for, uid, at),
            planned_for,
            uid,
        )

    @rule()
    def is_confirmed(self) -> None:
        """The carer will be there."""
        self._happens("confirm", lambda at: meeting.confirm(self.supervision, CARER, at))

    @rule()
    def another_time_is_asked(self) -> None:
        """The carer can't make it."""
        self._happens(
            "ask_another_time", lambda at: meeting.ask_another_time(self.supervision, CARER, at)
        )

    @rule(by_carer=st.booleans(), ago=st.integers(-1, 45))
    def is_said_to_be_held(self, by_carer: bool, ago: int) -> None:
        """By one side or the other, on a day that may be wrong."""
        day = self.today - ago * london.DAY
        person = CARER if by_carer else SAM
        self._happens(
            "say_held",
            lambda at: meeting.say_held(self.supervision, person, day, at, POLICY),
            "carer" if by_carer else "staff",
            day,
        )

    @rule()
    def is_disputed(self) -> None:
        """ "It did not happen"."""
        self._happens("dispute", lambda at: meeting.dispute(self.supervision, CARER, at))

    # What must be so.

    @invariant()
    def it_stands_where_the_rules_say(self) -> None:
        """Every part of it, and what the clock must bring."""
        told, _ = tell(self.happened)
        held = self.supervision
        assert (held.last_held, held.state.value, held.planned_for) == (
            told.last_held,
            told.stands,
            told.planned_for,
        )
        assert (held.uid, held.moves) == (told.uid, told.moves)
        now = self.clock.now
        found = [(m.rule.value, m.occurrence, m.at) for m in due(held, POLICY, now)]
        assert sorted(found) == sorted(told.now_due(now))
        first = min((at for _, _, at in told.matters()), default=None)
        assert next_due_at(held, POLICY) == first

    @invariant()
    def nothing_is_told_twice(self) -> None:
        """One row per rule and occurrence, whatever the clocks did."""
        assert len(self.told) == len(set(self.told))

    def tick(self) -> None:
        """The clock looks, as the desk does: by night nobody is told."""
        at = self.clock.now
        if not london.sleeps(at):
            for matter in due(self.supervision, POLICY, at):
                if matter.rule is Rule.SUPERVISION_HELD:
                    self._take(meeting.count_as_held(self.supervision, POLICY, at))
                    continue
                self.told.append((matter.rule.value, matter.occurrence))
                told = ReminderTold(
                    at=at, subject=CARER.id, rule=matter.rule.value, occurrence=matter.occurrence
                )
                self._take([told])
        self._tell("tick")

    def _happens(
        self, what: str, act: Callable[[datetime], Sequence[Event]], *more: object
    ) -> None:
        """It ends as the telling says: done, nothing, or the same refusal."""
        try:
            events = act(self.clock.now)
            ended = DONE if events else NOTHING
        except Refusal as refusal:
            events, ended = (), type(refusal).__name__
        self._take(events)
        assert self._tell(what, *more) == ended

    def _take(self, events: Sequence[Event]) -> None:
        for event in events:
            self.supervision = replace(after(self.supervision, event), version=1)

    def _tell(self, what: str, *more: object) -> str:
        self.happened.append((what, self.clock.now, more))
        return tell(self.happened)[1]


TestASupervision = ASupervision.TestCase
TestASupervision.settings = look(40, 40)
