"""The journey: where a person stands in a form follows from the answers; it is stored nowhere."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from conversations.facts import Facts
from conversations.form import Form
from conversations.questions.question import Answers, Question
from fostering.drafts import Answer, Draft

REVIEW = "review"
"""The name of the last step, where every answer is shown back."""


@dataclass(frozen=True)
class Journey:
    """One person's way through a form, worked out from the answers at every step.

    `changing` is the question that the person asked to answer again.
    """

    form: Form
    answers: Answers
    facts: Facts = field(repr=False)
    changing: str | None = None

    @staticmethod
    def of(form: Form, draft: Draft, facts: Facts) -> "Journey":
        """The journey that a draft implies."""

        def begin() -> tuple[Draft, Journey]:
            # The draft is held with it, so that no other can come to stand at its place.
            return draft, Journey(form, draft.answers, facts, draft.changing)

        return facts.once((Journey, id(form), id(draft)), begin)[1]

    @cached_property
    def _walk(self) -> tuple[tuple[Question, ...], Mapping[str, Answer]]:
        """The questions on the path and the answers that hold; a condition looks only back."""
        path: list[Question] = []
        held: dict[str, Answer] = {}
        for question in self.form.questions:
            if not question.asked(held, self.facts):
                continue
            path.append(question)
            answer = self.answers.get(question.key)
            if answer is not None and question.holds(answer, held, self.facts):
                held[question.key] = answer
        return tuple(path), held

    @property
    def path(self) -> tuple[Question, ...]:
        """The questions that these answers lead through, answered or not."""
        return self._walk[0]

    @property
    def held(self) -> Mapping[str, Answer]:
        """The answers that are sent: those on the path that are still possible."""
        return self._walk[1]

    @cached_property
    def present(self) -> Question | None:
        """The question to ask now; None when all are answered."""
        for question in self.path:
            if question.key == self.changing or question.key not in self.held:
                return question
        return None

    @property
    def unanswered(self) -> Question | None:
        """The first question on the path that has no answer which holds."""
        return next((q for q in self.path if q.key not in self.held), None)

    @property
    def state(self) -> str:
        """The key of the present question, or "review"."""
        return self.present.key if self.present is not None else REVIEW

    @property
    def complete(self) -> bool:
        """Whether every question on the path is answered."""
        return self.unanswered is None

    @property
    def position(self) -> tuple[int, int]:
        """Which question this is, and of how many, as far as the answers tell today."""
        keys = [question.key for question in self.path]
        here = keys.index(self.present.key) + 1 if self.present is not None else len(keys)
        return here, len(keys)

    def before(self, key: str | None) -> str | None:
        """The question before this one on the path (None: before the review); None at the start."""
        keys = [question.key for question in self.path]
        place = keys.index(key) if key in keys else len(keys)
        return keys[place - 1] if place > 0 else None

    def earlier(self, key: str) -> Mapping[str, Answer]:
        """The answers that hold before this question; its options may follow from them."""
        before: dict[str, Answer] = {}
        for question in self.path:
            if question.key == key:
                break
            if question.key in self.held:
                before[question.key] = self.held[question.key]
        return before
