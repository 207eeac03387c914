"""Paging tests at the desk: sent when a shift begins or when asked for, answered, missed once."""

from contextlib import suppress
from uuid import UUID

from conversations import paging_tests as screens
from conversations.refusals import sentence
from conversations.screen import Button, Line
from desk.say import reply, say, to_person, to_room, tongue, tongue_of
from desk.shift_notices import worker_of
from desk.unit import Lane, Unit
from desk.views import name_of
from fostering import paging_tests as rules
from fostering.events import PagingTestMissed
from fostering.paging_test_effects import PagingTest
from fostering.people import Person, Role
from fostering.refusals import Refusal


def paging_test_due(unit: Unit, key: UUID) -> None:
    """The test of the shift that has begun; or that nobody answered the last one in time."""
    worker, scene = worker_of(unit, key), unit.scene
    if worker is None:
        return
    now = scene.roster, scene.policy, scene.at
    for event in (*rules.miss_test(worker, *now), *rules.send_test(worker, *now)):
        unit.decide(event)
        after = worker_of(unit, key)
        test = after.paging_test if after is not None else None
        if test is not None:
            _tell_tested(unit, worker, test)
            if isinstance(event, PagingTestMissed):
                _tell_missed(unit, worker, test, {*event.managers})


def test_now(unit: Unit) -> Person | None:
    """Whoever runs the service asks for a test: who is paged with it; None: nobody, or not now."""
    scene = unit.scene
    events = rules.ask_test(scene.roster, scene.policy, scene.at)
    unit.decide(*events)
    worker = worker_of(unit, events[0].subject) if events else None
    if worker is not None and worker.paging_test is not None:
        _tell_tested(unit, worker, worker.paging_test)
    return worker


def answer(unit: Unit, key: str) -> None:
    """*I got this*."""
    person, worker = unit.scene.person, None
    with suppress(ValueError):
        worker = worker_of(unit, UUID(hex=key))
    test = worker.paging_test if worker is not None else None
    if worker is None or person is None or test is None:
        return
    try:
        unit.decide(*rules.answer_test(worker, person, unit.scene.at))
    except Refusal as refusal:
        unit.toast = sentence(refusal, tongue(unit))
        return
    after = worker_of(unit, worker.id) or worker
    if after.paging_test is not None:
        screen = screens.test_page(tongue(unit), key, after.paging_test)
        reply(unit, screen, card=_card(worker, test))
        if after.paging_test.missed:
            hear = {w.id for w in unit.scene.roster if w.roles & HEARS} - {person.id}
            _tell_missed(unit, worker, after.paging_test, hear)


def lines_at_home(unit: Unit, person: Person) -> list[Line]:
    """What the first screen of a worker says of the tests of the shifts that run now."""
    scene, words = unit.scene, tongue(unit)
    lines: list[Line] = []
    test = rules.paging_test_of(person, scene.roster, scene.at)
    own = screens.own_line(words, test) if test is not None else None
    if own is not None:
        lines.append(own)
    if person.roles & HEARS:
        lines += [
            screens.missed_line(words, _name(unit, worker, missed.asked), missed.shift)
            for worker, missed in rules.missed_now(scene.roster, scene.at)
            if missed.asked != person.id
        ]
    return lines


def rows_at_home(unit: Unit, person: Person) -> list[tuple[Button, ...]]:
    """*I got this* stands on the first screen too, as long as the test is not answered."""
    scene = unit.scene
    test = rules.paging_test_of(person, scene.roster, scene.at)
    if test is None or not test.waits:
        return []
    worker = next(w for w in scene.roster if w.paging_test == test)
    return [screens.answer_row(tongue(unit), worker.id.hex)]


HEARS = frozenset({Role.ON_CALL_MANAGER, Role.TEAM_MANAGER, Role.SERVICE_MANAGER})


def _tell_tested(unit: Unit, worker: Person, test: PagingTest) -> None:
    person = worker_of(unit, test.asked) if test.asked is not None else None
    if person is None or not person.linked:
        return
    screen = screens.test_page(tongue_of(unit, person), worker.id.hex, test)
    late = test.missed
    card = _card(worker, test)
    say(unit, screen, to=to_person(person), card=card, lane=Lane.URGENT, edit_only=late)


def _tell_missed(unit: Unit, worker: Person, test: PagingTest, managers: set[UUID]) -> None:
    """These managers and the group hear that it was missed; or, once answered, that it was late."""
    name = _name(unit, worker, test.asked)
    card = f"testmissed:{worker.id.hex}:{test.shift.timestamp():.0f}"
    late = test.answered_at is not None
    for manager in unit.scene.roster:
        if manager.id in managers and manager.linked:
            screen = screens.missed_page(tongue_of(unit, manager), name, test)
            to = to_person(manager)
            say(unit, screen, to=to, card=card, lane=Lane.URGENT, edit_only=late)
    for room in unit.scene.rooms:
        screen = screens.missed_in_room(tongue_of(unit, worker), name, test)
        say(unit, screen, to=to_room(room), card=card, lane=Lane.NOTICE, edit_only=late)


def _name(unit: Unit, worker: Person, tested: UUID | None) -> str:
    """Who was tested; where nobody could be, whose shift it is."""
    return name_of(unit, tested) or worker.name


def _card(worker: Person, test: PagingTest) -> str:
    """A card of its own for each test: an old one never turns into a new one."""
    return f"test:{worker.id.hex}:{test.shift.timestamp():.0f}"
