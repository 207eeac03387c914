"""Answers that are not sent: whatever comes between, a person finds them as they left them.

A machine fills one form in, corrects, skips, stops and takes up again, hides it and throws it away,
with new starts, repeated updates, old buttons and long silences between. After each step the phone
is compared with a second telling (`draft_told`): which question, which answers, and whether to
carry on is offered.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from tests.begun import BegunFiles
from tests.model.answers_played import CARRY_ON, THROW_AWAY, TITLE, AnswersPlayed
from tests.model.depth import TIMES, look
from tests.model.draft_told import SKIPPED, Asked, DraftTold

PLACES = st.integers(0, 50)
BETWEEN = st.sampled_from(["nothing", "nothing", "received", "decided", "twice", "new start"])
"""What happens between what a person does and what they see."""
FORTNIGHT = 14 * 24
STEPS = 40 if TIMES else 6

Rule = Callable[..., None]


def where(place: str) -> Callable[[Rule], Rule]:
    """Only while this stands on the phone."""
    return precondition(lambda self: self.where == place)


def asked(holds: Callable[[DraftTold], object]) -> Callable[[Rule], Rule]:
    """Only while the form stands there, and this is so of it."""
    return precondition(lambda self: self.where == "form" and bool(holds(self.draft)))


class Answers(RuleBasedStateMachine):
    """Rosa at one form; `where` is what stands on her phone."""

    begun: BegunFiles
    folder: Path

    def __init__(self) -> None:
        super().__init__()
        self.played = AnswersPlayed(self.begun, self.folder)
        self.told: DraftTold | None = None
        self.where = "elsewhere"
        self.sent = 0

    def teardown(self) -> None:
        """Close it."""
        self.played.end()

    @initialize(count=st.sampled_from([0, 3, 7]), place=PLACES)
    def has_begun(self, count: int, place: int) -> None:
        """Some questions are answered already; of all of them, the first is corrected."""
        self.goes_to_the_start("nothing", "/home")
        self.opens("nothing")
        for _ in range(count):
            if self.draft.present is not None and self.draft.present.offers:
                self.answers("nothing", place)
            elif self.draft.present is not None:
                self.skips("nothing")
        if self.draft.present is None:
            self.corrects("nothing", 0)
            self.answers("nothing", place + 1)

    # The ways in and out.

    @rule(between=BETWEEN, words=st.sampled_from(["/home", "/start"]))
    def goes_to_the_start(self, between: str, words: str) -> None:
        """Also in the middle of a question."""
        self.played.says(words, between)
        self.where = "home"

    @where("home")
    @rule(between=BETWEEN)
    def opens(self, between: str) -> None:
        """The form by its name: what was answered is there."""
        self.played.presses(TITLE, between)
        if self.told is None:
            self.told = DraftTold(self.now)
        self.takes_up()

    @precondition(lambda self: self.where == "home" and self.told is not None)
    @rule(between=BETWEEN)
    def carries_on(self, between: str) -> None:
        """By the button that stands there only for this."""
        self.played.presses(CARRY_ON, between)
        self.takes_up()

    @where("form")
    @rule(between=BETWEEN)
    def saves(self, between: str) -> None:
        """Save for later."""
        self.played.presses("Save for later", between)
        self.is_saved()

    @where("form")
    @rule(between=BETWEEN)
    def would_cancel(self, between: str) -> None:
        """Nothing is thrown away before it is asked."""
        self.played.presses("Cancel", between)
        self.where = "cancel"

    @where("cancel")
    @rule(between=BETWEEN, sure=st.booleans())
    def is_asked_whether_to_cancel(self, between: str, sure: bool) -> None:
        """Yes, or back to where it was."""
        self.played.presses("Yes, throw them away" if sure else "No, go back", between)
        if sure:
            self.told, self.where = None, "home"
        else:
            self.takes_up()

    @asked(lambda draft: draft.present is None)
    @rule(between=BETWEEN)
    def sends(self, between: str) -> None:
        """Sent once, whatever comes between."""
        self.played.presses("Send", between)
        self.told, self.where = None, "elsewhere"
        self.sent += 1

    # Answers.

    @asked(lambda draft: draft.offers)
    @rule(between=BETWEEN, place=PLACES)
    def answers(self, between: str, place: int) -> None:
        """By a button."""
        label = self.draft.offers[place % len(self.draft.offers)]
        self.played.presses(label, between)
        self.draft.take(label, self.now)

    @asked(lambda draft: draft.present is not None and draft.present.optional)
    @rule(between=BETWEEN)
    def skips(self, between: str) -> None:
        """What may be skipped."""
        self.played.presses("Skip", between)
        self.draft.take(SKIPPED, self.now)

    @rule(between=BETWEEN, words=st.sampled_from(["B was upset", "25/12/2026"]))
    def writes(self, between: str, words: str) -> None:
        """Words answer the question that is open, from wherever they are written."""
        self.played.says(words, between)
        if self.told is not None and (self.told.open or self.where == "form"):
            self.told.read(words, self.now)
            self.where = "form"
        else:
            self.where = "elsewhere"

    @asked(lambda draft: draft.before is not None)
    @rule(between=BETWEEN)
    def goes_back(self, between: str) -> None:
        """One question back; what was answered stays."""
        self.played.presses("Back", between)
        self.draft.back(self.now)

    @asked(lambda draft: draft.present in draft.answers)
    @rule(between=BETWEEN)
    def keeps(self, between: str) -> None:
        """The answer that is there already."""
        present = self.draft.present
        assert present is not None
        self.played.presses(f"Keep: {self.draft.answers[present]}", between)
        self.draft.move(None, self.now)

    @asked(lambda draft: draft.present is None)
    @rule(between=BETWEEN, place=PLACES)
    def corrects(self, between: str, place: int) -> None:
        """One answer, from where all are shown back."""
        shown = [q for q in self.draft.path if q.shown]
        chosen = shown[place % len(shown)]
        self.played.presses(f"Change: {chosen.named}", between)
        self.draft.move(chosen, self.now)

    # What comes between.

    @rule(between=BETWEEN)
    def asks_for_help(self, between: str) -> None:
        """The numbers, from wherever."""
        self.played.says("/help", between)
        self.where = "help"

    @rule(between=BETWEEN)
    def hides(self, between: str) -> None:
        """All that stands there is taken away; what was answered is not."""
        self.played.presses_late("hide", between)
        self.where = "elsewhere"

    @precondition(lambda self: bool(self.played.old))
    @rule(between=BETWEEN, place=PLACES)
    def presses_an_old_button(self, between: str, place: int) -> None:
        """It does what it says if that still fits; else the present question is shown."""
        data, label = self.played.old[-1 - place % len(self.played.old)]
        self.played.presses_late(data, between)
        if self.told is not None and data.split(":")[1] == self.played.tag:
            self._follows_old(data.split(":"), label)
        else:
            self.where = "form" if self.told is not None and self.told.open else "home"

    def _follows_old(self, data: list[str], label: str) -> None:
        draft, verb = self.draft, data[0]
        named = next((q for q in draft.path if q.key in data[2:3]), None)
        self.where = "form"
        match verb:
            case "a" | "skip" if self._fits(named, label):
                draft.take(SKIPPED if verb == "skip" else label, self.now)
            case "change" if named in draft.answers:
                draft.move(named, self.now)
            case "keep":
                draft.move(None, self.now)
            case "back":
                draft.back(self.now)
            case "save":
                self.is_saved()
            case "cancel":
                self.where = "cancel"
            case "resume":
                self.takes_up()
            case _ if not draft.open:
                self.takes_up()

    def _fits(self, named: Asked | None, label: str) -> bool:
        return named is self.draft.present and label in (*self.draft.offers, "Skip")

    @rule(hours=st.sampled_from([1, 48, FORTNIGHT - 1, FORTNIGHT]))
    def time_passes(self, hours: int) -> None:
        """After a fortnight they are gone, and not before."""
        self.played.leaps(timedelta(hours=hours))
        if self.told is not None and self.told.gone(self.now):
            self.told = None
        self.goes_to_the_start("nothing", "/home")

    # What must be so.

    @invariant()
    def the_phone_shows_what_is_told(self) -> None:
        """Question, place, answers, and the way to carry on; what was sent was sent once."""
        assert len(self.played.requests) == self.sent
        match self.where:
            case "home":
                self.played.shows_home(offers=self.told is not None)
            case "help":
                assert self.played.lines[0] == "Help now", self.played.lines
            case "cancel":
                assert THROW_AWAY in self.played.lines, self.played.lines
            case "form":
                self.played.shows_form(self.draft)

    # What is told.

    def takes_up(self) -> None:
        """The form stands there."""
        self.draft.touched, self.draft.open, self.where = self.now, True, "form"

    def is_saved(self) -> None:
        """Kept for later."""
        self.draft.touched, self.draft.open, self.where = self.now, False, "home"

    @property
    def draft(self) -> DraftTold:
        """What is told of the answers that are not sent."""
        assert self.told is not None
        return self.told

    @property
    def now(self) -> datetime:
        """The town's instant, aware UTC."""
        return self.played.town.now


@pytest.fixture(scope="module")
def begun(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> BegunFiles:
    """Towns that have begun."""
    return BegunFiles(sqlite_template, tmp_path_factory.mktemp("towns"))


def test_answers_are_found_as_they_were_left(begun: BegunFiles, tmp_path: Path) -> None:
    machine = type("AnswersHere", (Answers,), {"begun": begun, "folder": tmp_path})
    run_state_machine_as_test(machine, settings=look(4, STEPS, shrinks=False))
