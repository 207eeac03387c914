"""A robot that fills in a form as a person would, by its buttons and words, without any door."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from random import Random
from uuid import UUID

from conversations import answering
from conversations.answered import Answered, Outcome, OutOfDate, Resumed, SendPressed, Turned
from conversations.card import cancel_card, form_card
from conversations.facts import Facts
from conversations.form import Form
from conversations.journey import Journey
from conversations.questions import Misunderstood, Text, Time
from conversations.rehearsal import fresh_draft, rehearsal_facts
from conversations.screen import Button, Press, Screen
from fostering.drafts import Answer, Draft

MOST_STEPS = 60
WORDS = {
    "text": "B was upset",
    "ownwords": "B was upset",
    "telephone": "0161 496 0123",
    "time": "21:30",
    "date": "3/11",
    "number": "3",
}


@dataclass
class Robot:
    """One person at one form; `screen` is what they see, `outcome` what their last deed did."""

    form: Form
    facts: Facts = field(default_factory=rehearsal_facts)
    draft: Draft = field(init=False)
    screen: Screen = field(init=False)
    outcome: Outcome | None = None
    answers: Mapping[str, Answer] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Open the form."""
        self.draft = fresh_draft(self.form, self.facts, self.answers)
        self.screen = form_card(self.form, self.draft, self.facts)

    @property
    def journey(self) -> Journey:
        """Where this person stands."""
        return Journey.of(self.form, self.draft, self.facts)

    @property
    def text(self) -> str:
        """All lines of the screen."""
        return "\n".join(line.text for line in self.screen.lines)

    @property
    def labels(self) -> list[str]:
        """The labels of all buttons in order."""
        return [button.label for row in self.screen.rows for button in row]

    @property
    def sent(self) -> bool:
        """Whether the last deed sent the form."""
        return isinstance(self.outcome, SendPressed) or (
            isinstance(self.outcome, Answered) and self.outcome.finished
        )

    def buttons(self, verb: str | None = None) -> list[Button]:
        """The buttons that press something of this form; only of one verb if it is given."""
        found = [b for row in self.screen.rows for b in row if b.press is not None]
        return [b for b in found if b.press is not None and verb in (None, b.press.verb)]

    def tap(self, label: str) -> "Robot":
        """Tap the button of this label."""
        press = next(b.press for b in self.buttons() if b.label == label and b.press is not None)
        return self.press(press)

    def press(self, press: Press) -> "Robot":
        """Press something, on the screen or not."""
        return self._settle(answering.press(self.form, self.draft, press, self.facts))

    def answer(self, key: str, value: str) -> "Robot":
        """Press the button of an answer."""
        return self.press(Press(verb="a", args=(self.draft.tag, key, value)))

    def write(self, text: str) -> "Robot":
        """Type something and send it."""
        return self._settle(answering.write(self.form, self.draft, text, self.facts))

    def fill(self, values: Mapping[str, str]) -> "Robot":
        """Answer what is asked with these values; else skip, or take the first button or a word."""
        return self.finish(lambda key: values.get(key))

    def finish(self, wanted: Callable[[str], str | None]) -> "Robot":
        """Go on to the review, or until it is sent."""
        for _ in range(MOST_STEPS):
            question = self.journey.present
            if question is None or self.sent:
                return self
            value = wanted(question.key)
            if value is not None:
                self.answer(question.key, value)
                if self.draft.picked and not isinstance(question, Text):
                    self.answer(question.key, ".done")
            else:
                self.step(None)
        raise AssertionError(f"{self.form.key} did not come to an end")

    def step(self, chance: Random | None) -> "Robot":
        """Answer the present question somehow; without chance always in the same way."""
        question = self.journey.present
        if question is None:
            return self
        if question.optional and (chance is None or chance.random() < 0.3):
            return self.press(Press(verb="skip", args=(self.draft.tag, question.key)))
        if goes_on := self.buttons("resume"):
            assert goes_on[0].press is not None
            return self.press(goes_on[0].press)
        buttons = self.buttons("a")
        if not buttons or isinstance(question, Time):
            return self.write(WORDS[type(question).__name__.lower()])
        picked = chance.choice(buttons) if chance is not None else buttons[0]
        assert picked.press is not None
        self.press(picked.press)
        if chance is None and self.draft.picked:
            self.answer(question.key, ".done")
        return self

    def _settle(self, outcome: Outcome) -> "Robot":
        self.outcome = outcome
        hint = ""
        match outcome:
            case Answered(draft=draft) | Resumed(draft=draft) | SendPressed(draft=draft):
                self.draft = draft
            case Turned(draft=draft, hint=words):
                self.draft, hint = draft, words
            case answering.SavePressed(draft=draft):
                self.draft = draft
            case Misunderstood(hint=words):
                hint = words
            case answering.CancelPressed():
                self.screen = cancel_card(self.form, self.draft, self.facts)
                return self
            case OutOfDate() | answering.CancelConfirmed():
                pass
        self.screen = form_card(self.form, self.draft, self.facts, hint)
        return self

    def raised(self, request: UUID) -> "Robot":
        """The desk has raised the request of this draft."""
        self.draft = replace(self.draft, request=request)
        self.screen = form_card(self.form, self.draft, self.facts)
        return self
