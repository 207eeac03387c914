"""Whatever phones do and whatever goes wrong between: nothing is lost and nothing is doubled (T24).

A machine presses what stands on the phones, lets Telegram repeat and refuse, moves the clock and
starts the service anew. The oracle is what must be true, and not what should happen next.
"""

from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    rule,
    run_state_machine_as_test,
)

from simulator.faults import Fault
from simulator.messages import Message
from tests.begun import BegunFiles
from tests.hand import Hand
from tests.model.depth import look
from tests.model.town_played import OPENED_BY, TownPlayed

STAFF = ("amina", "tom", "grace")
WHO = st.sampled_from(["rosa", "rosa", "jay", "priya", *STAFF])
REFUSALS = st.sampled_from(
    [
        Fault.RATE_LIMIT(retry_after=3),
        Fault.SERVER_ERROR,
        Fault.SERVER_ERROR_AFTER,
        Fault.DROP_BEFORE,
        Fault.DROP_AFTER,
        Fault.MALFORMED_JSON,
    ]
)
METHODS = st.sampled_from(["sendMessage", "editMessageText", "getUpdates", "answerCallbackQuery"])
PLACES = st.integers(0, 200)
ON_THE_PAGE = ["I've got it", "I can't, next person", "Spoke by phone", "Yes, we have spoken"]
WORDS = st.sampled_from(["/home", "/help", "a few words", "25/12/2026", "😀", "R-22222F"])


class ATown(RuleBasedStateMachine):
    """The phones of a town, and all that can come between."""

    begun: BegunFiles
    folder: Path

    def __init__(self) -> None:
        super().__init__()
        self.played = TownPlayed(self.begun, self.folder)
        self.still = True

    def teardown(self) -> None:
        """Close it."""
        self.played.end()

    # What people do.

    @rule(who=WHO, place=PLACES, waits=st.booleans())
    def presses_something(self, who: str, place: int, waits: bool) -> None:
        """Any button that stands on this phone, also an old one."""
        buttons = _buttons(self._hand(who))
        if buttons:
            message, row, column = buttons[-1 - place % len(buttons)]
            self._hand(who).phone.presses_at(message.id, row, column)
            self._follow(waits=waits)

    @rule(who=st.sampled_from(["rosa", "jay"]))
    def calls_for_help(self, who: str) -> None:
        """By the button that is in the same place on every screen."""
        self._hand(who).phone.says("/help")
        self._follow(waits=True)
        for label in ("Tell the on-call team",):
            if label in self._hand(who).buttons:
                self._hand(who).phone.presses(label)
        self._follow(waits=True)

    @rule(who=st.sampled_from(STAFF), label=st.sampled_from(ON_THE_PAGE), waits=st.booleans())
    def answers_the_page(self, who: str, label: str, waits: bool) -> None:
        """Takes it, can't, has spoken."""
        if label in self._hand(who).buttons:
            self._hand(who).phone.presses(label)
            self._follow(waits=waits)

    @rule()
    def all_press_at_once(self) -> None:
        """Everybody who is paged takes it, in one batch."""
        for who in STAFF:
            if "I've got it" in self._hand(who).buttons:
                self._hand(who).phone.presses("I've got it")
        self._follow(waits=True)

    @rule(who=WHO, words=WORDS)
    def writes_something(self, who: str, words: str) -> None:
        """Words, wanted or not."""
        self._hand(who).phone.says(words)
        self._follow(waits=True)

    # What goes wrong.

    @rule(numbers=st.lists(st.integers(0, 60), min_size=1, max_size=6))
    def telegram_repeats_itself(self, numbers: list[int]) -> None:
        """The same updates again, in any order: what we believe stays as it is (T03)."""
        self._settle()
        before = self.played.facts
        self.played.comes_again(numbers)
        self._settle()
        assert self.played.facts == before

    @rule(fault=REFUSALS, method=METHODS, times=st.integers(1, 3))
    def telegram_refuses(self, fault: Fault, method: str, times: int) -> None:
        """The next calls go wrong."""
        self.played.town.world.faults.next(method, fault, times=times)

    @rule(stored=st.booleans(), decided=st.booleans())
    def is_started_anew(self, stored: bool, decided: bool) -> None:
        """After what has come was stored, or decided, and before anything is carried."""
        if stored or decided:
            self.played.receives()
        if decided:
            self.played.decides()
        self.played.starts_anew()
        self.still = False

    @rule(minutes=st.sampled_from([1, 5, 6, 10, 31]))
    def time_passes(self, minutes: int) -> None:
        """Tick by tick."""
        self._settle()
        self.played.goes_on(timedelta(minutes=minutes))

    @rule(hours=st.sampled_from([1, 3, 10, 30]))
    def nobody_was_there(self, hours: int) -> None:
        """An outage: one climb and one catch-up."""
        self._settle()
        before = self._pagings()
        self.played.leaps(timedelta(hours=hours))
        after = self._pagings()
        assert all(after[key] - before.get(key, 0) <= 3 for key in after), "a burst"

    # What must be so.

    @invariant()
    def everything_is_as_it_must_be(self) -> None:
        """Nothing stumbled, nothing is late, everybody who is paged has the page."""
        if not self.still:
            return
        assert self.played.stumbled == 0
        assert self.played.late() == []
        told = self.played.told_of()
        for events in told.values():
            assert _taken_once(events), events
        for request in self.played.requests:
            assert str(request.id) in told
            if request.still_climbs:
                assert request.escalation is not None
                assert request.escalation.next_at is not None
                assert request.escalation.next_at > self.played.town.now

    def _hand(self, who: str) -> Hand:
        return self.played.town.hands[who]

    def _follow(self, *, waits: bool) -> None:
        if waits:
            self._settle()
        else:
            self.still = False

    def _settle(self) -> None:
        self.played.settle()
        if self.played.town.world.faults.waiting:
            self.played.town.world.faults.clear()
            self.played.goes_on(timedelta(minutes=2))
        self.still = True

    def _pagings(self) -> dict[str, int]:
        told = self.played.told_of()
        return {key: events.count("WorkerPaged") for key, events in told.items()}


def _buttons(hand: Hand) -> list[tuple[Message, int, int]]:
    """Where every button stands that goes to the bot."""
    return [
        (message, row, column)
        for message in hand.messages
        for row, buttons in enumerate(message.buttons)
        for column, button in enumerate(buttons)
        if button.callback_data
    ]


def _taken_once(events: list[str]) -> bool:
    """Between two who took it, it was opened again."""
    free = True
    for event in events:
        if event == "RequestAcknowledged":
            if not free:
                return False
            free = False
        free |= event in OPENED_BY
    return True


@pytest.fixture(scope="module")
def begun(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> BegunFiles:
    """Towns that have begun."""
    return BegunFiles(sqlite_template, tmp_path_factory.mktemp("towns"))


def test_a_town_loses_nothing_and_doubles_nothing(begun: BegunFiles, tmp_path: Path) -> None:
    machine = type("ATownHere", (ATown,), {"begun": begun, "folder": tmp_path})
    run_state_machine_as_test(machine, settings=look(4, 25))
