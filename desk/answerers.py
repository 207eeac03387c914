"""Answerers at the desk: whom the young person may choose, as they stand on the buttons."""

from conversations.facts import Choosable
from conversations.questions.several import TICK
from conversations.screen import fits
from desk.unit import Unit
from fostering.answerers import Answerer, Part, answerers
from fostering.people import Standing
from locales import Language, mark_for

NAMED = {
    Part.SOCIAL_WORKER: mark_for("young_person", "{name} (my social worker)"),
    Part.REVIEWING_OFFICER: mark_for("young_person", "{name} (reviewing officer)"),
    Part.ANSWERER: mark_for("young_person", "{name} (answers young people)"),
}


def answerers_of(unit: Unit, language: Language) -> tuple[Choosable, ...]:
    """The named answerers of the young person at the desk, by key and label; none for others."""
    return tuple((each.person.id.hex, _label(language, each)) for each in found(unit))


def offers_check_in(unit: Unit) -> bool:
    """Whether *Say how things are* is there: switched on, and somebody is named who answers."""
    return unit.scene.policy.views and bool(found(unit))


def found(unit: Unit) -> tuple[Answerer, ...]:
    """Whom the young person at the desk may choose now."""
    scene = unit.scene
    person = scene.person
    if person is None or person.standing is not Standing.YOUNG_PERSON:
        return ()
    return answerers(person, scene.household, scene.roster, scene.policy, scene.at)


def _label(language: Language, answerer: Answerer) -> str:
    """The name and what they are, or the name alone where a phone would cut it."""
    name = answerer.person.name
    label = language.say(NAMED[answerer.part], name=name)
    return label if fits(f"{TICK}{label}") else name
