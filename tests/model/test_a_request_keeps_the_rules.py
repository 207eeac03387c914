"""Whatever anybody presses and whatever the clock does, a request stands where the rules say (T24).

A machine plays escalation, acknowledgement, handing over, "I can't", "pressed by mistake", contact
and its denial against a second, naive telling of the same rules (`request_told`).
"""

from datetime import timedelta

from hypothesis import strategies as st
from hypothesis.stateful import invariant, precondition, rule

from fostering import escalation, handing_over, requests, taking_over
from fostering.contact_denied import deny_contact
from fostering.due import due, next_due_at
from fostering.raising import add_answers
from fostering.requests import Priority, Request, after
from tests.model import london
from tests.model.depth import look
from tests.model.request_played import NEVER, WHO, RequestPlayed, ids
from tests.model.request_told import tell
from tests.model.staffed import named
from tests.rules.cast import CARER, HOME, POLICY


class ARequest(RequestPlayed):
    """What people press on it, and what must be so after each."""

    # What people press.

    @rule(who=WHO)
    def takes(self, who: str) -> None:
        """ "I've got it"."""
        self._press("take", who, lambda w, at: requests.acknowledge(self.request, w, at))

    @rule(who=WHO)
    def passes_on(self, who: str) -> None:
        """ "I can't, next person"."""
        self._press(
            "pass_on",
            who,
            lambda w, at: escalation.pass_on(self.request, w, self._roster, HOME, POLICY, at),
        )

    @rule()
    def who_has_it_passes_on(self) -> None:
        """The one who has it can't after all."""
        self.passes_on(named(self.request.acknowledged_by) or "Ona")

    @rule(who=WHO, holder=st.booleans())
    def speaks(self, who: str, holder: bool) -> None:
        """ "Spoke by phone"."""
        who = (holder and named(self.request.acknowledged_by)) or who
        self._press("speak", who, lambda w, at: requests.record_contact(self.request, w, at))

    @rule(who=WHO, holder=st.booleans(), minutes=st.sampled_from([5, 30, 60, 90]))
    def promises_to_ring(self, who: str, holder: bool, minutes: int) -> None:
        """ "I ring in … minutes"."""
        who = (holder and named(self.request.acknowledged_by)) or who
        self._press(
            "promise",
            who,
            lambda w, at: requests.promise_ring(
                self.request, w, at + timedelta(minutes=minutes), at
            ),
            minutes,
        )

    @rule(who=WHO)
    def takes_over(self, who: str) -> None:
        """A colleague takes what another has."""
        self._press("take_over", who, lambda w, at: taking_over.take_over(self.request, w, at))

    @rule(to=WHO, who=WHO, holder=st.booleans())
    def asks_a_colleague(self, to: str, who: str, holder: bool) -> None:
        """Who has it asks somebody to take it."""
        who = (holder and named(self.request.acknowledged_by)) or who
        day = london.on_the_wall(self.clock.now).date()
        colleague = next(person for person in self._roster if person.name == to)
        self._press(
            "offer",
            who,
            lambda w, at: handing_over.offer(
                self.request, w, colleague, HOME, POLICY, day, at, phone_only=False
            ),
            to,
        )

    @rule(who=WHO, asked=st.booleans(), yes=st.booleans())
    def the_colleague_answers(self, who: str, asked: bool, yes: bool) -> None:
        """Yes, or no with a reason."""
        who = (asked and named(self.request.offered_to)) or who
        self._press(
            "answer",
            who,
            lambda w, at: (
                handing_over.accept(self.request, w, at)
                if yes
                else handing_over.refuse(self.request, w, "no_time", at)
            ),
            yes,
        )

    @rule(who=WHO, holder=st.booleans(), priority=st.integers(0, 3))
    def lowers_it(self, who: str, holder: bool, priority: int) -> None:
        """A worker says that it is less urgent."""
        who = (holder and named(self.request.acknowledged_by)) or who
        wanted = Priority(f"P{priority}")
        self._press(
            "lower", who, lambda w, at: requests.lower(self.request, w, wanted, at), priority
        )

    @rule()
    def pressed_by_mistake(self) -> None:
        """The person says so; it goes on climbing."""
        self._happens("say_mistake", lambda at: requests.say_mistake(self.request, CARER, at))

    @rule()
    def nobody_has_spoken_with_me(self) -> None:
        """The person denies the call."""
        self._happens(
            "deny",
            lambda at: deny_contact(self.request, CARER, self._roster, HOME, POLICY, at),
        )

    @rule(priority=st.integers(0, 3), never=NEVER)
    def the_person_tells_more(self, priority: int, never: frozenset[str]) -> None:
        """Later answers: worse, or that somebody must not know."""
        self._happens(
            "add",
            lambda at: add_answers(
                self.request,
                CARER,
                HOME,
                self._roster,
                POLICY,
                at,
                priority=Priority(f"P{priority}"),
                finished=True,
                not_safe=self.pressed == "not_safe",
                excluded=ids(never),
            ),
            priority,
            never,
        )

    @precondition(lambda self: len(self.happened) > 12)
    @rule(who=WHO, holder=st.booleans(), mistake=st.booleans())
    def closes(self, who: str, holder: bool, mistake: bool) -> None:
        """It is dealt with."""
        who = (holder and named(self.request.acknowledged_by)) or who
        outcome = requests.MISTAKE if mistake else "done"
        self._press(
            "close", who, lambda w, at: requests.close(self.request, w, outcome, "", at), mistake
        )

    # What must be so.

    @invariant()
    def it_stands_where_the_rules_say(self) -> None:
        """Every part of it, and what the clock must bring."""
        if not self.happened:
            return
        told, _ = tell(self.happened)
        climb = self.request.escalation
        assert seen(self.request) == {key: getattr(told, key) for key in seen(self.request)}
        assert told.climbs == (climb is not None)
        matters = told.matters()
        assert next_due_at(self.request, POLICY) == min(matters.values(), default=None)
        now = self.clock.now
        found = {(matter.rule.value, matter.at) for matter in due(self.request, POLICY, now)}
        assert found == {(what, at) for what, at in matters.items() if at <= now}

    @invariant()
    def help_is_never_left_in_silence(self) -> None:
        """Urgent and not spoken with: somebody is always told next, in half an hour at most."""
        if not self.happened or not self.request.still_climbs:
            return
        climb = self.request.escalation
        assert climb is not None
        assert climb.next_at is not None
        assert climb.next_at <= max(event.at for event in self.events) + timedelta(minutes=30)
        assert not set(climb.paged) & self.request.excluded

    @invariant()
    def what_nobody_has_is_asked_for(self) -> None:
        """Open and nobody's: it climbs, or a manager hears of it, or has heard."""
        if self.happened and self.request.open and not self.request.taken:
            waits = next_due_at(self.request, POLICY) is not None
            assert waits or self.request.chased_until is not None

    @invariant()
    def the_chronology_tells_it_all(self) -> None:
        """Everything that happened, taken once more from the first event on."""
        if self.happened:
            again = after(None, self.events[0])
            for event in self.events[1:]:
                again = after(again, event)
            assert again == self.request


def seen(request: Request) -> dict[str, object]:
    """The request in the words of the telling."""
    found: dict[str, object] = {
        "open": request.open,
        "priority": int(request.priority[1]),
        "has_it": named(request.acknowledged_by) if request.taken else None,
        "spoken": request.spoken_at is not None,
        "mistaken": request.mistaken,
        "ring_by": request.ring_by,
        "asked": named(request.offered_to),
        "asked_until": request.offer_ends_at,
        "owner": named(request.owner),
        "never": frozenset(filter(None, map(named, request.excluded))),
        "had_it": named(request.acknowledged_by),
    }
    climb = request.escalation
    if climb is not None:
        found |= {
            "by_day": climb.in_office,
            "step": climb.step,
            "round": climb.round,
            "next_page": climb.next_at,
            "holds_page": frozenset(filter(None, map(named, climb.paged))),
        }
    return found


TestARequest = ARequest.TestCase
TestARequest.settings = look(40, 40)
