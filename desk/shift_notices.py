"""What is said about a shift that is handed over: to who asked, who was asked, and managers."""

from uuid import UUID

from conversations import shifts as screens
from conversations.screen import Screen
from desk.help import numbers
from desk.say import say, to_person, tongue_of
from desk.unit import Lane, Unit
from desk.views import name_of
from fostering.events import (
    Event,
    ShiftAccepted,
    ShiftOffered,
    ShiftRefused,
    ShiftResumed,
    ShiftUncovered,
)
from fostering.people import Person, Relief
from fostering.shifts import next_to_ask, shift_unanswered


def shift_due(unit: Unit, key: UUID) -> None:
    """Whoever was asked has not answered in time: the next one is asked."""
    worker = worker_of(unit, key)
    scene = unit.scene
    if worker is None:
        return
    events = shift_unanswered(worker, scene.roster, scene.policy, scene.at)
    if events:
        unit.decide(*events)
        tell_shift(unit, worker, events)


def worker_of(unit: Unit, key: UUID) -> Person | None:
    """The worker of the roster with this id, as they stand now."""
    return next((w for w in unit.scene.roster if w.id == key), None)


def own_shift(unit: Unit, worker: Person) -> Screen:
    """The worker's own card about their shift."""
    scene = unit.scene
    relief = worker.relief_at(scene.at)
    concerned = (relief.held_by or relief.asked) if relief is not None else None
    after = next_to_ask(worker, scene.roster, scene.policy, scene.at)
    return screens.shift_screen(
        tongue_of(unit, worker),
        relief,
        name=name_of(unit, concerned),
        next_name=after.name if after is not None else "",
        minutes=scene.policy.shift_answer_minutes,
    )


def tell_shift(unit: Unit, before: Person, events: tuple[Event, ...]) -> None:
    """Everybody concerned hears what these events mean for them; `before` is whose shift it is."""
    worker = worker_of(unit, before.id) or before
    relief = worker.relief_at(unit.scene.at)
    for event in events:
        match event:
            case ShiftOffered(to=asked) if relief is not None:
                _ask(unit, asked, worker, relief)
            case ShiftRefused(asked=asked):
                _hear(unit, asked, screens.NOT_ASKED, worker)
            case ShiftAccepted(actor=actor):
                _hear(unit, actor, screens.YOURS, worker, relief)
            case ShiftResumed():
                was = before.relief
                concerned = (was.held_by or was.asked) if was is not None else None
                _hear(unit, concerned, screens.AGAIN, worker)
            case ShiftUncovered(managers=managers):
                for manager in managers:
                    _alarm(unit, manager, worker, relief)
            case _:
                continue
    mine = unit.scene.person is not None and unit.scene.person.id == worker.id
    if worker.linked and not mine:
        own = own_shift(unit, worker)
        say(unit, own, to=to_person(worker), card="shift", lane=Lane.URGENT)


def _ask(unit: Unit, asked: UUID, worker: Person, relief: Relief) -> None:
    person = worker_of(unit, asked)
    if person is not None:
        screen = screens.asked_to_take(tongue_of(unit, person), worker, relief)
        say(unit, screen, to=to_person(person), card=_card(worker), lane=Lane.URGENT)


def _hear(
    unit: Unit, whom: UUID | None, words: str, worker: Person, relief: Relief | None = None
) -> None:
    person = worker_of(unit, whom) if whom is not None else None
    if person is not None and person.linked:
        screen = screens.shift_line(tongue_of(unit, person), words, worker.name, relief)
        say(unit, screen, to=to_person(person), card=_card(worker), lane=Lane.URGENT)


def _alarm(unit: Unit, manager: UUID, worker: Person, relief: Relief | None) -> None:
    person = worker_of(unit, manager)
    if person is not None and person.linked:
        screen = screens.uncovered(
            tongue_of(unit, person), worker, relief, tuple(numbers(unit, None))
        )
        say(unit, screen, to=to_person(person), card=_card(worker), lane=Lane.URGENT)


def _card(worker: Person) -> str:
    return f"shift:{worker.id.hex}"
