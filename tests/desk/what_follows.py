"""What follows from each press: to whom it opens, what is decided, and who else hears of it.

`python -m tests.desk.what_follows` writes it anew, to be read like a transcript: a line that has
changed is somebody who may do more or less than before, or who hears of more or less.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date
from enum import Enum
from functools import cache
from pathlib import Path
from uuid import UUID

from bot.presses import answer_press
from conversations.screen import Press
from desk.home import show_home
from desk.telling import tell
from desk.unit import Lane, Said, Unit
from fostering.events import Event
from fostering.people import Person
from tests.desk.a_full_desk import (
    ADVOCACY,
    AT_THE_DESK,
    DOUBT,
    NAMES,
    PLACED,
    REQUESTS,
    everything,
    first_screen,
    words_for,
)
from tests.desk.at_the_desk import PRIVATE
from tests.rules.cast import CARER, DEE, HOME, YOUNG
from tests.stories.presses_decided import DECIDED, SECOND, Decision, Named

PLACE = Path(__file__).with_suffix(".txt")
HEAD = """\
What follows from each press, while something of everything is there (Monday noon).
Written anew by `make transcripts`. First who may, and of what; after the arrow what is decided.
Then who else hears: + by a message of its own, ! one that wakes them, - only on the card they have.
Last what they see: (says) a line above all, (home) their first screen, else the first line of it.
"""
NAMED = {
    Named.MATTER: {
        **{name: request.id.hex for name, request in REQUESTS.items()},
        "advocacy": ADVOCACY.id.hex,
    },
    Named.PERSON: {"Rosa": CARER.id.hex, "Ari": YOUNG.id.hex, "Dee": DEE.id.hex},
    Named.PLACEMENT: {"Ari's placement": PLACED.id.hex},
    Named.HOUSEHOLD: {"Rosa's home": HOME.id.hex},
    Named.WORD: {"own": "own", "0": "0", "doubt": DOUBT.id.hex},
    Named.NOTHING: {"": ""},
}
REFERENCE = re.compile(r"R-[0-9A-Z]+")
FORGED = {"of nobody": "0" * 32, "nonsense": "zz"}
OF_ITS_OWN = frozenset(
    {"at", "id", "uid", "request", "subject", "actor", "reference", "answers", "letter", "language"}
)
"""Fields of an event that are made anew each time, or that stand beside it anyway."""
SILENT = frozenset({"gotthis"})
"""It says nothing where no test waits for this person."""


@dataclass(frozen=True, kw_only=True)
class Followed:
    """What followed from one press by one person."""

    unit: Unit
    verb: str
    about: str
    opens: bool

    @property
    def changes(self) -> bool:
        """Whether anything would be recorded besides the screens."""
        unit = self.unit
        return bool(unit.events or unit.kept or unit.dropped or unit.wiped or unit.tries)

    @property
    def words(self) -> str:
        """What is decided, who else hears, and what they see, in one line."""
        decided = [event_words(event, self.unit.scene.person) for event in self.unit.events]
        decided += [f"asks {draft.form}" for draft in self.unit.kept.values()]
        says = ["(says)"] if self.unit.toast else []
        return " ".join([*decided, *hears(self.unit), *says, first_line(self.unit)])


def event_words(event: Event, person: Person | None) -> str:
    """An event by its name, with the choices that are in it; the person at the desk is "self"."""
    chosen = {
        each.name: _shown(getattr(event, each.name), person)
        for each in fields(event)
        if each.name not in OF_ITS_OWN
    }
    said = " ".join(f"{name}={value}" for name, value in chosen.items() if value)
    return f"{type(event).__name__}({said})" if said else type(event).__name__


def _shown(value: object, person: Person | None) -> str:
    """A choice in a few letters; "" where there is none."""
    match value:
        case UUID() if person is not None and value == person.id:
            return "self"
        case UUID():
            return NAMES.get(value.hex, "some")
        case frozenset() | tuple() | list():
            return "+".join(sorted(_shown(each, person) for each in value))
        case Enum():
            return str(value.value)
        case str() | bool() | int():
            return str(value or "").replace("\n", " ")[:40]
        case date():
            return f"{value:%a %d %b %H:%M}"
    return "" if value is None else "there"


def hears(unit: Unit) -> list[str]:
    """Who hears of it besides the person at the desk, after a colon; nothing where nobody does."""
    person = unit.scene.person
    own = {PRIVATE.chat, person.id.hex if person is not None else ""}
    found = [
        f"{_how(said.lane, said.edit_only)}{NAMES.get(said.address.key, said.address.key)}"
        for said in unit.said
        if said.address.key not in own
    ]
    found += ["~the provider" for _ in unit.letters]
    return [":", *sorted(found)] if found else []


def own(unit: Unit) -> list[Said]:
    """What is said to whoever is at the desk."""
    person = unit.scene.person
    keys = {PRIVATE.chat, person.id.hex if person is not None else ""}
    return [said for said in unit.said if said.address.key in keys]


def first_line(unit: Unit) -> str:
    """What whoever is at the desk reads first, below the mark of the demo."""
    screens = [said.screen for said in own(unit)]
    if not screens:
        return "(nothing)"
    shown = Unit(scene=unit.scene)
    show_home(shown)
    if words_for(unit, unit.scene.person) == words_for(shown, unit.scene.person):
        return "(home)"
    read = [screen.lines[1].text.partition("\n")[0] for screen in screens]
    return REFERENCE.sub("R-", f"“{' / '.join(read)}”")


def _how(lane: Lane, edit_only: bool) -> str:
    return "-" if edit_only else "!" if lane is Lane.URGENT else "+"


@cache
def followed_by(name: str) -> tuple[Followed, ...]:
    """Every press by this person."""
    return tuple(_followed_by(name))


def _followed_by(name: str) -> Iterator[Followed]:
    person, kind = AT_THE_DESK[name]
    nothing = first_screen(person)
    for decision in DECIDED:
        named = _named(decision, theirs=kind in decision.opens_to)
        for verb, count in decision.verbs():
            for about, first in named.items() if count else [("", "")]:
                unit = everything(person)
                args = (first, *SECOND.get(verb, (DEE.id.hex,))[: count - 1])[:count]
                answer_press(unit, Press(verb=verb, args=args))
                tell(unit)
                drawn = bool(unit.said) and words_for(unit, person) != nothing
                opens = drawn or bool(unit.events or unit.kept)
                yield Followed(unit=unit, verb=f"{verb}/{count}", about=about, opens=opens)


def _named(decision: Decision, *, theirs: bool) -> dict[str, str]:
    """What the press may name; where it is not theirs, a little of it shows as much."""
    named = NAMED[decision.named]
    if not theirs:
        return dict([*named.items()][:3])
    return named | ({} if decision.named is Named.WORD else FORGED)


def lines() -> Iterator[str]:
    """The whole of it, one press a paragraph."""
    found: dict[str, dict[str, dict[str, list[str]]]] = defaultdict(lambda: defaultdict(dict))
    for name in AT_THE_DESK:
        for one in followed_by(name):
            if one.opens:
                found[one.verb][one.words].setdefault(name, []).append(one.about)
    for verb in sorted(found):
        yield f"\n{verb}"
        for words, by in found[verb].items():
            who = defaultdict(list)
            for name, abouts in by.items():
                who[", ".join(about for about in abouts if about)].append(name)
            told = "; ".join(
                f"{', '.join(names)}{f' ({abouts})' if abouts else ''}"
                for abouts, names in who.items()
            )
            yield f"  {told}" + (f" -> {words}" if words else "")


def written() -> str:
    """As it stands in the file."""
    return HEAD + "\n".join(lines()) + "\n"


if __name__ == "__main__":
    PLACE.write_text(written(), encoding="utf-8")
