"""What every type of question can do: ask, understand a press or typed words, show back."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from conversations.facts import Facts
from fostering.drafts import SKIPPED, Answer
from locales import mark

Answers = Mapping[str, Answer]
Condition = Callable[[Answers, Facts], bool]

KEY_LENGTH = 20
VALUE_LENGTH = 32
NOT_UNDERSTOOD = mark("We did not understand that. Tap one of the buttons.")
PASSED_OVER = mark("Skipped")


@dataclass(frozen=True, kw_only=True)
class Offer:
    """One button of a question: it answers with `value`, or turns to `page` when there is none."""

    label: str
    value: str = ""
    page: str = ""


Rows = tuple[tuple[Offer, ...], ...]


@dataclass(frozen=True, kw_only=True)
class Setting:
    """A question in its setting: what is answered before it, ticked and turned to."""

    answers: Answers
    facts: Facts
    picked: tuple[str, ...] = ()
    page: str = ""
    old: Answer | None = None


@dataclass(frozen=True, kw_only=True)
class Understood:
    """The question is answered."""

    answer: Answer


@dataclass(frozen=True, kw_only=True)
class Picking:
    """Not answered yet: something was ticked, a page was turned, or words wait to be confirmed.

    `hint` is a translated line that says what to do, if anything needs saying.
    """

    picked: tuple[str, ...] = ()
    page: str = ""
    hint: str = ""


@dataclass(frozen=True, kw_only=True)
class Misunderstood:
    """The words or the press meant nothing here; `hint` (translated) says what to do."""

    hint: str


@dataclass(frozen=True, kw_only=True)
class Withdrawn:
    """The person does not want to send this after all: the answers are thrown away at once."""


Understanding = Understood | Picking | Misunderstood | Withdrawn


@dataclass(frozen=True, kw_only=True)
class Question(ABC):
    """One question of a form.

    `key` is at most 20 of a-z, 0-9 and "_". `text` and `hint` are marked texts. `short` names the
    answer on the review ("When"); without it the question itself does. `when` says whether it is
    asked, given the answers before it; None: always. `shown`: it stands on the review.
    `worded` and `hinted` give text and hint, translated, where they depend on the hour.
    """

    key: str
    text: str
    hint: str = ""
    short: str = ""
    optional: bool = False
    shown: bool = True
    worded: Callable[[Facts], str] | None = field(default=None, repr=False)
    hinted: Callable[[Facts], str] | None = field(default=None, repr=False)
    when: Condition | None = field(default=None, repr=False)

    def text_in(self, facts: Facts) -> str:
        """The question in the person's language."""
        return self.worded(facts) if self.worded is not None else facts.language.say(self.text)

    def hint_in(self, facts: Facts) -> str:
        """The hint in the person's language; "" where there is none."""
        if self.hinted is not None:
            return self.hinted(facts)
        return facts.language.say(self.hint) if self.hint else ""

    def asked(self, answers: Answers, facts: Facts) -> bool:
        """Whether this question belongs to the path that these earlier answers imply."""
        return self.when is None or self.when(answers, facts)

    def holds(self, answer: Answer, answers: Answers, facts: Facts) -> bool:
        """Whether an answer given earlier is still a possible one."""
        if answer == SKIPPED:
            return self.optional
        return self.accepts(answer, Setting(answers=answers, facts=facts))

    def show(self, answer: Answer, setting: Setting) -> str:
        """The answer in the person's language, for the review and for staff."""
        if answer == SKIPPED:
            return setting.facts.language.say(PASSED_OVER)
        return self.word(answer, setting)

    @abstractmethod
    def offers(self, setting: Setting) -> Rows:
        """The buttons of this question in rows."""

    @abstractmethod
    def press(self, value: str, setting: Setting) -> Understanding:
        """Understand a press; any text may come, so it is checked like typed words."""

    @abstractmethod
    def read(self, text: str, setting: Setting) -> Understanding:
        """Understand typed words."""

    @abstractmethod
    def accepts(self, answer: Answer, setting: Setting) -> bool:
        """Whether this answer (never the skipped one) is possible here."""

    @abstractmethod
    def word(self, answer: Answer, setting: Setting) -> str:
        """An answer (never the skipped one) in the person's language."""

    def marked_texts(self) -> tuple[str, ...]:
        """Every marked text this question may show, for the check that all is translated."""
        return tuple(text for text in (self.text, self.hint, self.short) if text)
