"""Reminders in doubt at the desk: shown to who hears of them, told again or noted, once."""

from dataclasses import replace

from conversations import doubts as screens
from conversations.screen import Screen
from desk.bodies import read_body
from desk.home import show_home
from desk.say import MARKS, reply, say, to_person, tongue, tongue_of
from desk.unit import Lane, Unit
from desk.views import name_of
from fostering.doubts import Doubt, settle
from fostering.people import Person, Standing
from storage.doubts import telling


def show_doubts(unit: Unit, key: str = "") -> None:
    """*Reminders in doubt*: one at a time, the oldest first, or the one that is named."""
    if _worker(unit) is None:
        show_home(unit)
        return
    left = list(unit.scene.doubts)
    place = next((n for n, doubt in enumerate(left) if doubt.id.hex == key), 0)
    _show(unit, [*left[place:], *left[:place]])


def tell_again(unit: Unit, key: str) -> None:
    """*Tell them again*: what was said, after a line that they may have had it already."""
    found = _named(unit, key)
    if found is None:
        show_doubts(unit)
        return
    worker, doubt = found
    person = unit.scene.people.get(doubt.to)
    body = read_body(unit.scene.doubted) if unit.scene.doubted is not None else None
    if person is None or not isinstance(body, Screen):
        show_doubts(unit, key)
        return
    _settle(unit, worker, doubt, again=True)
    if unit.scene.policy.mode in MARKS:
        body = replace(body, lines=body.lines[1:])
    screen = screens.told_again(tongue_of(unit, person), doubt, body)
    say(unit, screen, to=to_person(person), card=doubt.card, lane=Lane.REMINDER)
    unit.toast = tongue(unit).say(screens.TOLD_AGAIN)
    show_doubts(unit)


def say_known(unit: Unit, key: str) -> None:
    """*They know*: nothing is sent."""
    found = _named(unit, key)
    if found is not None:
        _settle(unit, *found, again=False)
        unit.toast = tongue(unit).say(screens.NOTED)
    show_doubts(unit)


def _settle(unit: Unit, worker: Person, doubt: Doubt, *, again: bool) -> None:
    told = telling(doubt.id)
    unit.told.append((told.rule, told.subject, told.occurrence))
    unit.decide(*settle(doubt, worker, unit.scene.at, again=again))
    unit.scene.doubts = tuple(d for d in unit.scene.doubts if d.id != doubt.id)


def _show(unit: Unit, left: list[Doubt]) -> None:
    words = tongue(unit)
    if not left:
        reply(unit, screens.none_left(words))
        return
    first, *after = left
    reply(unit, screens.doubt_screen(words, first, name_of(unit, first.to), after=after))


def _named(unit: Unit, key: str) -> tuple[Person, Doubt] | None:
    worker = _worker(unit)
    doubt = next((d for d in unit.scene.doubts if d.id.hex == key), None)
    return (worker, doubt) if worker is not None and doubt is not None else None


def _worker(unit: Unit) -> Person | None:
    person = unit.scene.person
    return person if person is not None and person.standing is Standing.STAFF else None
