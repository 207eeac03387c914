"""A request as a machine plays it: how it is raised, how time goes by, who comes and goes.

What people press, and what must be so, stand in `test_a_request_keeps_the_rules`.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from fostering import escalation, requests
from fostering.chasing import chase
from fostering.due import due, next_due_at
from fostering.events import Event
from fostering.filing import remind
from fostering.handing_over import lapse
from fostering.matters import CHASED, Rule
from fostering.people import Person
from fostering.quiet_hours import when_awake
from fostering.raising import raise_request
from fostering.refusals import Refusal
from fostering.requests import Priority, Request, after
from tests.model import london
from tests.model.hand_moved import HandMoved
from tests.model.request_told import DONE, NOTHING, Happening, tell
from tests.model.staff_told import OFFICE, Away, Staff, Watch
from tests.model.staffed import CAST, roster
from tests.rules.cast import CARER, HOME, POLICY

WHO = st.sampled_from(sorted(OFFICE))
NEVER = st.sampled_from([frozenset[str](), *(frozenset({name}) for name in sorted(OFFICE))])
PLACES = st.sampled_from(["first", "second", "manager"])
MINUTES = st.integers(0, 45).map(lambda minutes: timedelta(minutes=minutes))
LEAPS = st.sampled_from([timedelta(hours=h) for h in (1, 3, 9, 14, 25, 70)])
ASKED = {"request": CARER.id, "reference": "R-22222F", "form": "urgent_help", "author": CARER}


class RequestPlayed(RuleBasedStateMachine):
    """One request, from the press on; `happened` is all that the telling hears of."""

    request: Request

    @initialize(
        start=st.sampled_from(london.STARTS),
        pressed=st.sampled_from(["help", "help", "not_safe"]),
        priority=st.sampled_from([1, 1, 0, 2]),
        never=NEVER,
        gone=st.sets(WHO, max_size=2),
        leave=st.dictionaries(WHO, WHO, max_size=2),
        rota=st.dictionaries(WHO, st.tuples(PLACES, st.integers(0, 90)), max_size=3),
    )
    def raise_it(
        self,
        start: datetime,
        pressed: str,
        priority: int,
        never: frozenset[str],
        gone: set[str],
        leave: dict[str, str],
        rota: dict[str, tuple[str, int]],
    ) -> None:
        """Somebody asks for help."""
        self.clock = HandMoved(start)
        self.happened: list[Happening] = []
        self.events: list[Event] = []
        self.pressed = pressed
        self.staff: Staff = dict(OFFICE)
        for name in gone:
            self.staff[name] = replace(self.staff[name], reachable=False)
        today = london.on_the_wall(start).date()
        for name, cover in leave.items():
            away = Away(first=today, last=today + london.DAY, cover=cover)
            self.staff[name] = replace(self.staff[name], away=(away,))
        for name, (place, later) in rota.items():
            begins = start + timedelta(minutes=later)
            watch = Watch(place=place, starts=begins, ends=begins + timedelta(hours=9))
            self.staff[name] = replace(self.staff[name], watches=(watch,))
        self._tell("staff_changes", dict(self.staff))
        raised = raise_request(
            **ASKED,  # type: ignore[arg-type]
            household=HOME,
            roster=self._roster,
            policy=POLICY,
            at=self.clock.now,
            priority=Priority(f"P{priority}"),
            not_safe=pressed == "not_safe",
            excluded=ids(never),
        )
        self.request = after(None, raised[0])
        self.events += raised
        for event in raised[1:]:
            self.request = after(self.request, event)
        self._tell("raise_it", pressed, priority, never)

    # Time.

    @rule(span=MINUTES)
    def time_passes(self, span: timedelta) -> None:
        """Some minutes, and the clock looks."""
        self.clock.passes(span)
        self.tick()

    @rule(span=LEAPS)
    def nobody_was_there(self, span: timedelta) -> None:
        """Hours or days without us: one climb, no burst."""
        self.clock.passes(span)
        self.tick()

    @rule(span=LEAPS)
    def the_machine_sleeps(self, span: timedelta) -> None:
        """Its counter stands still, its wall clock goes on."""
        self.clock.sleeps(span)
        self.tick()

    @rule(span=LEAPS, restarted=st.booleans())
    def the_wall_is_set_back(self, span: timedelta, restarted: bool) -> None:
        """Somebody sets the machine's clock back; perhaps we are started again after it."""
        before = self.clock.now
        self.clock.is_set(-span)
        if restarted:
            self.clock.restarts()
        else:
            assert self.clock.now >= before
        self.tick()

    @rule(off=st.sampled_from([-1, 0, 1]))
    def what_is_next_falls_due(self, off: int) -> None:
        """Just before it, at its very instant, or just after."""
        at = next_due_at(self.request, POLICY)
        if at is not None:
            self.clock.passes(max(at - self.clock.now + timedelta(seconds=off), timedelta()))
        self.tick()

    @rule(day=st.integers(0, 3))
    def it_gets_midnight(self, day: int) -> None:
        """The wall shows twelve."""
        shown = london.on_the_wall(self.clock.now).date() + (day + 1) * london.DAY
        midnight = london.instant_of(datetime(shown.year, shown.month, shown.day))  # noqa: DTZ001
        self.clock.passes(max(midnight - self.clock.now, timedelta()))
        self.tick()

    # The staff list.

    @rule(who=WHO)
    def a_phone_is_lost_or_found(self, who: str) -> None:
        """They cannot be reached, or can again."""
        self._staff_changes(who, reachable=not self.staff[who].reachable)

    @rule(who=WHO, days=st.integers(0, 2), cover=st.none() | WHO)
    def goes_away(self, who: str, days: int, cover: str | None) -> None:
        """From today on; perhaps somebody covers."""
        today = london.on_the_wall(self.clock.now).date()
        leave = Away(first=today, last=today + days * london.DAY, cover=cover)
        self._staff_changes(who, away=(leave,))

    @rule(
        who=WHO,
        place=PLACES,
        starts=st.integers(-4, 4),
        hours=st.integers(1, 12),
    )
    def goes_on_the_rota(self, who: str, place: str, starts: int, hours: int) -> None:
        """A shift that runs, or will."""
        begins = self.clock.now + timedelta(hours=starts)
        watch = Watch(place=place, starts=begins, ends=begins + timedelta(hours=hours))
        self._staff_changes(who, watches=(watch,))

    @rule(who=WHO, to=st.none() | WHO, hours=st.integers(0, 9))
    def hands_the_night_over(self, who: str, to: str | None, hours: int) -> None:
        """Their pages go to somebody else for a while."""
        until = self.clock.now + timedelta(hours=hours)
        self._staff_changes(who, handed_to=to, handed_until=until)

    # How it is played.

    def tick(self) -> None:
        """The clock looks, as the desk does."""
        at = self.clock.now
        for matter in due(self.request, POLICY, at):
            awake = when_awake(at, POLICY) == at
            match matter.rule:
                case Rule.CLIMB:
                    self._take(escalation.climb(self.request, self._roster, HOME, POLICY, at))
                case Rule.HANDOVER_LAPSED:
                    self._take(lapse(self.request, at))
                case Rule.RING_PASSED:
                    self._take(requests.miss_ring(self.request, at))
                case Rule.FILING_REMINDER if awake:
                    self._take([remind(self.request, at)])
                case chased if chased in CHASED and awake:
                    self._take([chase(self.request, matter, self._roster, POLICY, at)])
        self._tell("tick")

    def _press(
        self,
        what: str,
        who: str,
        act: Callable[..., Sequence[Event]],
        *more: object,
    ) -> None:
        """A worker presses; who must not see it has nothing to press."""
        worker = next(person for person in self._roster if person.name == who)
        if worker.id not in self.request.excluded:
            self._happens(what, lambda at: act(worker, at), who, *more)

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
            self.request = after(self.request, event)
        self.events += events

    def _tell(self, what: str, *more: object) -> str:
        self.happened.append((what, self.clock.now, more))
        return tell(self.happened)[1]

    def _staff_changes(self, who: str, **how: object) -> None:
        self.staff[who] = replace(self.staff[who], **how)  # type: ignore[arg-type]
        self._tell("staff_changes", dict(self.staff))

    @property
    def _roster(self) -> tuple[Person, ...]:
        return roster(self.staff)


def ids(names: frozenset[str]) -> frozenset[UUID]:
    """The product's ids of these."""
    return frozenset(CAST[name].id for name in names)
