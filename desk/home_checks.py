"""Anything changed at home? at the desk: asked once a quarter, answered, turned off and on."""

from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

from conversations import home_check as screens
from conversations.refusals import sentence
from desk import drafts
from desk.home import show_home
from desk.say import reply, say, to_person, tongue, tongue_of
from desk.unit import Lane, Unit
from fostering.due import due
from fostering.events import Event
from fostering.home_check import HomeCheck, answer, tell, turn
from fostering.office_hours import local_date
from fostering.people import Household, Person, Standing
from fostering.quiet_hours import when_awake
from fostering.refusals import Refusal

CARD = "home_check"
Answering = Callable[[HomeCheck, Person, Household], tuple[Event, ...]]


def say_same(unit: Unit) -> None:
    """*Nothing has changed*: noted with its day."""
    if _decide(unit, _answering(unit, changed=False)):
        _show(unit)


def say_changed(unit: Unit) -> None:
    """*Something has changed*: noted with its day, and the report is opened."""
    if _decide(unit, _answering(unit, changed=True)):
        drafts.open_form(unit, "household_change")


def turn_off(unit: Unit) -> None:
    """*Don't ask me again*."""
    if _decide(unit, lambda check, carer, home: turn(check, carer, home, unit.scene.at, on=False)):
        _show(unit)


def turn_on(unit: Unit) -> None:
    """*Ask me every few months*."""
    if _decide(unit, lambda check, carer, home: turn(check, carer, home, unit.scene.at, on=True)):
        _show(unit)


def check_due(unit: Unit, key: UUID) -> None:
    """By day, once a quarter: every carer of the household who is linked is asked."""
    scene = unit.scene
    check, home = scene.home_checks.get(key), scene.households.get(key)
    if check is None or home is None or when_awake(scene.at, scene.policy) > scene.at:
        return
    for matter in due(check, scene.policy, scene.at):
        unit.told.append((matter.rule.value, key.hex, matter.occurrence))
        unit.decide(tell(check, scene.at))
        for carer in (scene.people.get(id) for id in sorted(home.carers)):
            if carer is not None and carer.linked and carer.active:
                asked = replace(screens.question(tongue_of(unit, carer)), fresh=True)
                say(unit, asked, to=to_person(carer), card=CARD, lane=Lane.REMINDER)


def _answering(unit: Unit, *, changed: bool) -> Answering:
    at = unit.scene.at
    day = local_date(at, unit.scene.policy.office_hours)
    return lambda check, carer, home: answer(check, carer, home, at, day, changed=changed)


def _decide(unit: Unit, rule: Answering) -> bool:
    """Let the rule decide for this carer's own household; a forged press changes nothing."""
    person, home = unit.scene.person, unit.scene.household
    check = unit.scene.home_checks.get(home.id) if home is not None else None
    if person is None or person.standing is not Standing.CARER or home is None or check is None:
        show_home(unit)
        return False
    try:
        unit.decide(*rule(check, person, home))
    except Refusal as refusal:
        unit.toast = sentence(refusal, tongue(unit))
        show_home(unit)
        return False
    return True


def _show(unit: Unit) -> None:
    home = unit.scene.household
    check = unit.scene.home_checks.get(home.id) if home is not None else None
    if check is not None:
        today = local_date(unit.scene.at, unit.scene.policy.office_hours)
        reply(unit, screens.noted(tongue(unit), check, today), card=CARD)
