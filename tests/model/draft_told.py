"""A second, naive telling of what becomes of answers that are not sent yet."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

KEPT = timedelta(days=14)
SKIPPED = "Skipped"
LEAVES, BABY = "Someone is moving out", "Pregnancy or a new baby"


@dataclass(frozen=True)
class Asked:
    """A question as it stands on the phone: its words, its name, and what its buttons answer.

    `key` is what its buttons carry.
    """

    text: str
    name: str
    key: str
    offers: tuple[str, ...] = ()
    optional: bool = False
    shown: bool = True

    @property
    def named(self) -> str:
        """How it is called where it is not asked."""
        return self.name or self.text


ABOUT = Asked("What is it about?", "About", "group", ("Who lives here or visits",), shown=False)
KIND = Asked("Which of these fits best?", "What it is", "kind", (LEAVES, BABY))
PLANNED = Asked(
    "Has it happened, or is it planned?", "Happened or planned", "happened", ("It is planned",)
)
WHO = Asked("Who is moving out?", "", "who_leaves", ("My partner", "A lodger or student"))
DAY = Asked("From which day?", "", "from_when", optional=True)
DUE = Asked("When is the baby due?", "", "baby_when", ("In 3 to 6 months", "Not sure"))
MORE = Asked("Is there anything else we need to know?", "In your words", "words", optional=True)
UNSEEN = Asked(
    "Is there a worker who must not see this?", "Must not see it", "must_not_see", ("No, nobody",)
)
ANSWERS = {label for asked in (ABOUT, KIND, PLANNED, WHO, DUE, UNSEEN) for label in asked.offers}
TYPED = {DAY: {"25/12/2026": "Friday 25 December"}}
"""What typed words are shown back as; other words are no day."""


@dataclass
class DraftTold:
    """Answers by their questions, as a person would read them; `again` is asked once more."""

    touched: datetime
    answers: dict[Asked, str] = field(default_factory=dict)
    again: Asked | None = None
    open: bool = True

    @property
    def path(self) -> tuple[Asked, ...]:
        """All that is asked, as far as the answers tell."""
        kind = self.answers.get(KIND)
        if kind is None:
            return (ABOUT, KIND, UNSEEN)
        between = (WHO, DAY) if kind == LEAVES else (DUE,)
        return (ABOUT, KIND, PLANNED, *between, MORE, UNSEEN)

    @property
    def present(self) -> Asked | None:
        """What is asked now; None: all answers are shown back."""
        return next((q for q in self.path if q is self.again or q not in self.answers), None)

    @property
    def offers(self) -> tuple[str, ...]:
        """What the buttons of the present question answer."""
        return self.present.offers if self.present is not None else ()

    @property
    def before(self) -> Asked | None:
        """What was asked before it."""
        path = self.path
        place = len(path) if self.present is None else path.index(self.present)
        return path[place - 1] if place else None

    def take(self, answer: str, at: datetime) -> None:
        """The present question is answered, skipped or corrected."""
        if self.present is not None:
            self.answers[self.present] = answer
            self.move(None, at)

    def read(self, words: str, at: datetime) -> None:
        """Typed words, where words are an answer."""
        if self.present is MORE:
            self.take(words, at)
        elif self.present is not None and words in TYPED.get(self.present, {}):
            self.take(TYPED[self.present][words], at)

    def move(self, to: Asked | None, at: datetime) -> None:
        """Another question is asked; None: the first that has no answer."""
        self.again, self.touched, self.open = to, at, True

    def back(self, at: datetime) -> None:
        """The question before."""
        self.move(self.before or self.again, at)

    def gone(self, at: datetime) -> bool:
        """Whether it was left alone for too long."""
        return at >= self.touched + KEPT
