"""Safe times at the desk: a young person chooses them, and hears at one that something is new."""

from collections.abc import Mapping
from dataclasses import replace
from uuid import UUID

from conversations.safe_times import (
    ANSWERS_OFF,
    ANSWERS_ON,
    SURE,
    safe_times_screen,
    something_new,
    sure_screen,
)
from desk.home import show_home
from desk.say import reply, say, to_person, tongue, tongue_of
from desk.unit import Lane, Unit
from fostering import safe_times as rules
from fostering.events import SomethingNewSaid
from fostering.people import Person, Standing
from fostering.requests import Request
from fostering.safe_choices import Days, HowOften, PartOfDay

CHOICES: Mapping[str, Mapping[str, object]] = {
    ANSWERS_ON: {"answers": True},
    ANSWERS_OFF: {"answers": False},
    **{part.value: {"part": part} for part in PartOfDay},
    **{days.value: {"days": days} for days in Days},
    **{often.value: {"how_often": often} for often in HowOften},
}
"""What each button of the screen chooses."""
CARD = "safe"
"""The one message: a later one takes the place of an earlier one that still stands."""


def show_safe_times(unit: Unit) -> None:
    """*Safe times*: what they chose and what they can choose."""
    person = _chooser(unit)
    if person is None:
        show_home(unit)
        return
    reply(unit, safe_times_screen(tongue(unit), rules.times_of(person)))


def choose(unit: Unit, choice: str, sure: str = "") -> None:
    """One choice; before messages begin on a phone that others may read they are asked again."""
    person = _chooser(unit)
    if person is None or choice not in CHOICES:
        show_home(unit)
        return
    wanted = replace(rules.times_of(person), **CHOICES[choice])  # type: ignore[arg-type]
    if rules.asks_once_more(person, wanted) and sure != SURE:
        reply(unit, sure_screen(tongue(unit), choice))
        return
    unit.decide(*rules.choose(person, wanted, unit.scene.at, sure=sure == SURE))
    show_safe_times(unit)


def answer_is_there(unit: Unit, request: Request, by: Person) -> None:
    """There is an answer: it waits for their next safe time, if they chose to hear of it."""
    author = unit.scene.people.get(request.author)
    if author is not None:
        unit.decide(*rules.keep_waiting(author, request.id, by, unit.scene.at))


def safe_time_due(unit: Unit, key: UUID) -> None:
    """Their safe time has come: one message, whatever it is about, and told once."""
    scene = unit.scene
    person = scene.people.get(key)
    if person is None:
        return
    for matter in rules.safe_time_matters(person, scene.policy):
        events = rules.say_something_new(person, scene.policy, scene.at)
        unit.decide(*events)
        if any(isinstance(event, SomethingNewSaid) for event in events):
            unit.told.append((matter.rule.value, key.hex, matter.occurrence))
            screen = something_new(tongue_of(unit, person))
            say(unit, screen, to=to_person(person), card=CARD, lane=Lane.REMINDER)


def _chooser(unit: Unit) -> Person | None:
    """The young person at the desk, where what they say is offered at all."""
    person = unit.scene.person
    if person is None or person.standing is not Standing.YOUNG_PERSON:
        return None
    return person if unit.scene.policy.views else None
