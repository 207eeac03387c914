"""Handing over a shift at the desk: the worker says so, the next on the ladder must accept."""

from collections.abc import Callable
from contextlib import suppress
from uuid import UUID

from conversations.refusals import sentence
from desk.home import show_home
from desk.pages import refuse
from desk.say import reply, tongue
from desk.shift_notices import own_shift, tell_shift, worker_of
from desk.unit import Unit
from fostering import shifts as rules
from fostering.events import Event
from fostering.people import Person, Standing
from fostering.refusals import NotOnCall, Refusal


def show_shift(unit: Unit) -> None:
    """*Hand over my shift*: who is next, and what stays as it is."""
    scene, worker = unit.scene, unit.scene.person
    if worker is None or worker.standing is not Standing.STAFF:
        refuse(unit)
        return
    if not rules.has_shift_now(worker, scene.roster, scene.policy, scene.at):
        unit.toast = sentence(NotOnCall(), tongue(unit))
        show_home(unit)
        return
    reply(unit, own_shift(unit, worker))


def say_no_pages(unit: Unit) -> None:
    """*I can't take pages*: the next on the ladder is asked now."""
    scene = unit.scene
    _by_owner(unit, lambda w: rules.offer_shift(w, scene.roster, scene.policy, scene.at))


def keep(unit: Unit) -> None:
    """*I take pages again*."""
    _by_owner(unit, lambda w: rules.keep_shift(w, unit.scene.at))


def accept(unit: Unit, key: str) -> None:
    """*I take the shift*."""
    _by_asked(unit, key, lambda w, p: rules.accept_shift(w, p, unit.scene.at))


def say_no(unit: Unit, key: str) -> None:
    """*I can't take it either*: the next one is asked."""
    scene = unit.scene
    _by_asked(
        unit, key, lambda w, p: rules.refuse_shift(w, p, scene.roster, scene.policy, scene.at)
    )


def _by_owner(unit: Unit, rule: Callable[[Person], tuple[Event, ...]]) -> None:
    person = unit.scene.person
    worker = worker_of(unit, person.id) if person is not None else None
    if worker is None:
        refuse(unit)
        return
    if _decide(unit, worker, lambda: rule(worker)):
        show_shift(unit)
    else:
        show_home(unit)


def _by_asked(unit: Unit, key: str, rule: Callable[[Person, Person], tuple[Event, ...]]) -> None:
    person = unit.scene.person
    worker = None
    with suppress(ValueError):
        worker = worker_of(unit, UUID(hex=key))
    if worker is None or person is None or person.standing is not Standing.STAFF:
        refuse(unit)
        return
    _decide(unit, worker, lambda: rule(worker, person))
    show_home(unit)


def _decide(unit: Unit, worker: Person, rule: Callable[[], tuple[Event, ...]]) -> bool:
    """Let the rule decide and tell everybody concerned; False where it says no."""
    try:
        events = rule()
    except Refusal as refusal:
        unit.toast = sentence(refusal, tongue(unit))
        return False
    unit.decide(*events)
    tell_shift(unit, worker, events)
    return True
