"""What is sent: every form opened and filled in by everybody, and what the desk makes of it.

`python -m tests.desk.what_is_sent` writes it anew, to be read like a transcript: what is decided
on the way and at the end with which choices, who hears, and what they see where nothing is sent.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import groupby, product
from pathlib import Path
from random import Random
from uuid import UUID

from conversations.card import form_card
from conversations.catalogue import FORMS
from conversations.form import Form
from conversations.questions import Choice
from conversations.screen import Press
from desk import forms
from desk.drafts import open_form
from desk.facts import facts_for
from desk.say import tongue
from desk.scene import Scene, Token
from desk.telling import tell
from desk.unit import Unit
from fostering.drafts import Answer, Draft
from fostering.people import Person
from fostering.private_home_states import PrivateHome
from tests.desk.a_full_desk import (
    ADVOCACY,
    AT_THE_DESK,
    EVENING,
    PLACED,
    REQUESTS,
    everything,
    nothing_yet,
)
from tests.desk.what_follows import event_words, first_line, hears
from tests.robots import Robot
from tests.rules.cast import CARER, HOME, SVEN, TIA

PLACE = Path(__file__).with_suffix(".txt")
HEAD = """\
What comes of each form: while something of everything is there (Monday noon), at night while
nothing is, or while the household is in private process; filled in as short as can be, and by dice
(1, 2, 3). Written anew by `make transcripts`. First who, about what, in which way; after the arrow
what is decided, with what, and who else hears: + by a message of its own, ! one that wakes them,
- only on the card they have, ~ a letter. Last what they see: (kept) it is not sent, (says) a line
says why, (home) their first screen, else its first line.
"""
MATTERS = {
    "nothing": None,
    "of nobody": UUID(int=0),
    **{name: request.id for name, request in REQUESTS.items()},
    "advocacy": ADVOCACY.id,
}
OPENED_ON = {
    "answer_check_in": ("nothing", "of nobody", "said"),
    "safe_number": ("nothing", "of nobody", "not safe"),
}
"""About what a form can be opened at all; others about anything."""
OPENED_WITH: dict[str, dict[str, Answer]] = {
    "care_day": {"child": PLACED.id.hex, "which": "review", "said": "day"},
    "plan_review": {"family": CARER.id.hex},
    "plan_supervision": {"family": CARER.id.hex},
    "private_home": {"home": HOME.id.hex},
    "private_home_end": {"home": HOME.id.hex},
    "private_home_told": {"home": HOME.id.hex},
    "review_held": {"family": CARER.id.hex, "day": "2026-11-02"},
}
"""What is answered already where a form is opened from a list."""
PRIVATE_HOME = replace(HOME, process=PrivateHome(id=HOME.id, since=EVENING, by=TIA.id))
WORLDS: dict[str, Callable[[Person], Unit]] = {
    "noon": everything,
    "night": nothing_yet,
    "private": partial(everything, home=PRIVATE_HOME),
}
WHO = {name: person for name, (person, _) in AT_THE_DESK.items() if person is not None}
WHO["Sven"] = SVEN
TAKEN_UP = ("routine", "taken")
"""What may be dealt with in most ways: only of these is more than the shortest way tried."""
ALIKE = ("Ona", "Sven")
SHORTEST = "short"
WAYS = (SHORTEST, "1", "2", "3")
MOST_STEPS = 120


@dataclass
class AtTheDesk(Robot):
    """A robot whose presses and words go to the desk, each a unit of its own."""

    scene: Scene = field(kw_only=True)
    request: UUID | None = field(kw_only=True)
    line: list[str] = field(default_factory=list, kw_only=True)
    last: Unit = field(init=False)
    gone: bool = field(default=False, init=False)

    def __post_init__(self) -> None:
        """Open the form."""
        unit = Unit(scene=self.scene)
        open_form(unit, self.form.key, answers=self.answers, request=self.request)
        self._followed(unit)

    def press(self, press: Press) -> "AtTheDesk":
        """Press something of the form."""
        unit = Unit(scene=self.scene)
        forms.press(unit, press)
        return self._followed(unit)

    def write(self, text: str) -> "AtTheDesk":
        """Type something."""
        unit = Unit(scene=self.scene)
        forms.write(unit, text)
        return self._followed(unit)

    def _followed(self, unit: Unit) -> "AtTheDesk":
        tell(unit)
        self.last = unit
        if unit.events:
            decided = [event_words(event, self.scene.person) for event in unit.events]
            self.line.append(" ".join([*decided, *hears(unit)]))
        found = [d for d in self.scene.drafts.values() if d.form == self.form.key]
        self.gone = not found
        for draft in found:
            self.draft: Draft = draft
            self.facts = facts_for(unit, tongue(unit))
            self.screen = form_card(self.form, draft, self.facts)
        return self

    @property
    def at_its_end(self) -> bool:
        """Whether nothing is asked any more, or nothing can be chosen."""
        asked = None if self.gone else self.journey.present
        return asked is None or (isinstance(asked, Choice) and not self.buttons("a"))


@dataclass(frozen=True, kw_only=True)
class Sent:
    """One form, filled in by one person in one way, about one matter, and what came of it."""

    who: str
    robot: AtTheDesk

    @property
    def words(self) -> str:
        """What came of it in one line."""
        unit = self.robot.last
        marks = (("(kept)", not self.robot.gone), ("(says)", unit.toast != ""))
        sees = [mark for mark, is_so in marks if is_so]
        decided = [
            f"{words} ({times} times)" if (times := len([*same])) > 1 else words
            for words, same in groupby(self.robot.line)
        ]
        return "\n       ".join([*decided, " ".join([*sees, first_line(unit)])])


def sent_by(who: str, form: Form, world: str, about: str, way: str) -> Sent:
    """This person opens the form, answers everything and presses the last button."""
    scene = WORLDS[world](WHO[who]).scene
    scene.token = Token(words="x" * 43, hash=b"x")
    robot = AtTheDesk(
        form=form, scene=scene, answers=OPENED_WITH.get(form.key, {}), request=MATTERS[about]
    )
    dice = Random(f"{form.key} {way}") if way != SHORTEST else None
    for _ in range(MOST_STEPS):
        if robot.at_its_end:
            break
        robot.step(dice)
    if not robot.gone:
        robot.press(Press(verb="send", args=(robot.draft.tag,)))
    return Sent(who=who, robot=robot)


def _ways(form: Form) -> Iterator[tuple[str, str, str]]:
    """In which world, about what and in which way this form is filled in."""
    if form.about_request:
        yield from product(("noon",), OPENED_ON.get(form.key, tuple(MATTERS)), WAYS[:1])
        if form.key not in OPENED_ON:
            yield from product(("noon",), TAKEN_UP, WAYS[1:2])
        return
    yield from product(("noon",), ("nothing",), WAYS)
    yield from product(("night", "private"), ("nothing",), WAYS[:2])


def _audience(form: Form) -> list[str]:
    """Who fills it in; about many matters only one of those who may do the same."""
    too_many = ALIKE if form.about_request else ()
    return [
        who
        for who, person in WHO.items()
        if person.standing is form.audience and who not in too_many
    ]


def lines() -> Iterator[str]:
    """The whole of it, one form a paragraph."""
    for form in sorted(FORMS.values(), key=lambda form: form.key):
        yield f"\n{form.key}"
        found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        for (world, about, way), who in product(_ways(form), _audience(form)):
            words = sent_by(who, form, world, about, way).words
            found[words][who].append(f"{about if form.about_request else world} {way}")
        for words, by in found.items():
            abouts = defaultdict(list)
            for who, matters in by.items():
                abouts[", ".join(matters)].append(who)
            told = "; ".join(f"{', '.join(names)} ({which})" for which, names in abouts.items())
            yield f"  {told}\n    -> {words}"


def written() -> str:
    """As it stands in the file."""
    return HEAD + "\n".join(lines()) + "\n"


if __name__ == "__main__":
    PLACE.write_text(written(), encoding="utf-8")
