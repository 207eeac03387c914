"""The form: a conversation as data, checked when it is made."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from conversations.facts import Facts
from conversations.kinds.raising import owned_by
from conversations.questions.question import KEY_LENGTH, Answers, Question
from fostering.drafts import Answer
from fostering.kinds import Kind, Kinds
from fostering.people import Standing
from fostering.requests import Priority

KEY = re.compile(r"[a-z][a-z0-9_]*")

Advice = Callable[[str | None, str | None, Answers, Facts], tuple[str, ...]]
"""Translated texts above a question: its key (None: the review), the key before, the answers."""

Urgency = Callable[[Answers, Kinds], Priority]
"""How urgent these answers are, finished or not."""


class FormError(ValueError):
    """A form that cannot be asked as it is written; found when the program starts."""


@dataclass(frozen=True, kw_only=True)
class Form:
    """One conversation. Texts are marked English.

    `questions` are asked in this order, as far as their conditions hold. `intro` stands above the
    first question. `who_sees` says who will read the answers while little is known, `readers` in
    translated lines what is true of the answers so far; `send` and `send_now` name the last button.
    `kind` is the kind of request when it is always the same; otherwise the answer to the question
    "kind". `urgency` says when the request is raised before it is finished (practice 1, 3, 4).
    `nudges` allows one reminder of an unfinished draft. `review` shows all answers before they are
    sent; without it the last answer sends. `about_request`: the draft's request is the one it
    speaks about, not one it has raised. `raised_first`: its request is raised before the first
    question, so it is never "not sent". `sends_itself`: with these answers nothing is shown back.
    `opens_help`: this answer to the question of this key opens the card of numbers (practice 2).
    `counted`: requests of it may stand in managers' counts; nothing is counted unless it says so.
    """

    key: str
    version: int
    audience: Standing
    title: str
    questions: tuple[Question, ...]
    intro: tuple[str, ...] = ()
    who_sees: str = ""
    kind: str = ""
    send: str = ""
    urgency: Urgency | None = field(default=None, repr=False)
    advice: Advice | None = field(default=None, repr=False)
    send_now: Callable[[Answers, Facts], str] | None = field(default=None, repr=False)
    readers: Callable[[Answers, Facts], tuple[str, ...]] | None = field(default=None, repr=False)
    sends_itself: Callable[[Answers, Facts], bool] | None = field(default=None, repr=False)
    opens_help: Callable[[str, Answer], bool] | None = field(default=None, repr=False)
    nudges: bool = True
    review: bool = True
    about_request: bool = False
    raised_first: bool = False
    counted: bool = False

    def __post_init__(self) -> None:
        """Refuse what could not be carried or would be asked twice."""
        keys = [question.key for question in self.questions]
        for key in (self.key, *keys):
            if not KEY.fullmatch(key) or len(key) > KEY_LENGTH:
                raise FormError(f"{self.key}: the key {key!r} is too long or has other letters")
        if twice := {key for key in keys if keys.count(key) > 1}:
            raise FormError(f"{self.key}: asked twice: {', '.join(sorted(twice))}")
        if not keys:
            raise FormError(f"{self.key}: asks nothing")

    def shows_back(self, answers: Answers, facts: Facts) -> bool:
        """Whether all answers are shown once more before they are sent."""
        if self.sends_itself is not None and self.sends_itself(answers, facts):
            return False
        return self.review

    def question(self, key: str) -> Question | None:
        """The question of this key."""
        return next((question for question in self.questions if question.key == key), None)

    def who_sees_it(self, answers: Answers, facts: Facts) -> tuple[str, ...]:
        """Who will read these answers, translated; nothing where the form does not say."""
        if self.readers is not None:
            return self.readers(answers, facts)
        return (facts.language.say(self.who_sees),) if self.who_sees else ()

    def raises(self, answers: Answers, kinds: Kinds) -> Priority | None:
        """How urgent the answers so far are, if the request must be raised at once; else None.

        Source: practice 1 (danger and urgent kinds are raised the moment they are pressed), 3, 4.
        """
        found = self.priority(answers, kinds)
        return found if found is not None and found.urgent else None

    def raises_more(self, before: Answers, now: Answers, kinds: Kinds) -> Priority | None:
        """How urgent the answers are now, if more so than before; what was lowered stays so."""
        was, found = self.raises(before, kinds), self.raises(now, kinds)
        return found if found is not None and (was is None or found < was) else None

    def priority(self, answers: Answers, kinds: Kinds) -> Priority | None:
        """How urgent these answers are; None for a form that is not about urgency."""
        return self.urgency(answers, kinds) if self.urgency is not None else None

    def kind_code(self, answers: Answers) -> str:
        """The code of the kind that the answers name; "" while none is chosen."""
        return self.kind or str(answers.get("kind", ""))

    def kind_of(self, answers: Answers, kinds: Kinds) -> Kind | None:
        """The kind that the answers name, if it is chosen and known, with its owner for them."""
        kind = kinds.get(self.kind_code(answers))
        return owned_by(kind, answers) if kind is not None else None
