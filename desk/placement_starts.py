"""The start of a placement at the desk: shown, its plan ticked, and what falls due."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

from conversations import placement_start as screens
from conversations.refusals import sentence
from desk.home import show_home
from desk.say import reply, say, to_person, tongue, tongue_of
from desk.unit import Lane, Unit
from fostering.due import Due, Rule, due
from fostering.office_hours import local_date
from fostering.people import Household, Person, Placement, Standing
from fostering.placement_start import (
    PlacementStart,
    Step,
    meeting_by,
    remind,
    tick_plan,
)
from fostering.quiet_hours import when_awake
from fostering.refusals import Refusal
from fostering.supervisors import team_managers, who_hears

Begun = tuple[Household, Placement, PlacementStart]


def shown_starts(unit: Unit) -> list[tuple[str, str]]:
    """The starts that stand on *My dates* for a while: (placement's key, label)."""
    home, day = unit.scene.household, _today(unit)
    since = day - timedelta(days=unit.scene.policy.start_shown_days)
    starts = unit.scene.placement_starts
    placements = home.placements if home is not None else ()
    return [
        (placement.id.hex, placement.label)
        for placement in placements
        if placement.id in starts and placement.first >= since and not _ended(placement, day)
    ]


def show_start(unit: Unit, key: str) -> None:
    """*The start: …*."""
    found = named_start(unit, key)
    if found is None:
        show_home(unit)
        return
    _, placement, start = found
    screen = screens.start_screen(
        tongue(unit), placement.label, start, meeting_by(start, unit.scene.policy), _today(unit)
    )
    reply(unit, screen)


def tick_step(unit: Unit, key: str, step: str) -> None:
    """A step of the placement plan is ticked, or the tick is taken back."""
    found, carer = named_start(unit, key), unit.scene.person
    if found is None or carer is None or step not in tuple(Step):
        show_home(unit)
        return
    home, _, start = found
    try:
        unit.decide(*tick_plan(start, carer, home, Step(step), unit.scene.at, _today(unit)))
    except Refusal as refusal:
        unit.toast = sentence(refusal, tongue(unit))
    show_start(unit, key)


def start_due(unit: Unit, key: UUID) -> None:
    """By day: the carers are asked; a meeting that nobody has ticked is told to its worker."""
    scene = unit.scene
    start = scene.placement_starts.get(key)
    home = scene.households.get(start.household) if start is not None else None
    if start is None or when_awake(scene.at, scene.policy) > scene.at:
        return
    placed = next((p for p in home.placements if p.id == key), None) if home is not None else None
    for matter in due(start, scene.policy, scene.at):
        unit.told.append((matter.rule.value, key.hex, matter.occurrence))
        unit.decide(remind(start, matter, scene.at))
        if home is not None and placed is not None and not _ended(placed, _today(unit)):
            _tell(unit, matter, (home, placed, start))


def _tell(unit: Unit, matter: Due, begun: Begun) -> None:
    home, placement, start = begun
    by = meeting_by(start, unit.scene.policy)
    if matter.rule is Rule.START_ASK:
        for carer in _carers(unit, home):
            screen = screens.start_screen(
                tongue_of(unit, carer), placement.label, start, by, _today(unit)
            )
            asked = replace(screen, fresh=True)
            say(unit, asked, to=to_person(carer), card=f"start:{start.id.hex}", lane=Lane.REMINDER)
        return
    late = matter.rule is Rule.MEETING_OVERDUE
    for worker in _workers(unit, home, to_manager=late):
        words = tongue_of(unit, worker)
        screen = screens.meeting_notice(words, placement.label, by, to_manager=late)
        say(unit, screen, to=to_person(worker), lane=Lane.NOTICE)


def _workers(unit: Unit, home: Household, *, to_manager: bool) -> tuple[Person, ...]:
    day, roster = _today(unit), unit.scene.roster
    if to_manager:
        return team_managers(home, roster, day)
    found = who_hears(home.supervising_social_worker, home, roster, day)
    return (found,) if found is not None else ()


def _carers(unit: Unit, home: Household) -> list[Person]:
    found = (unit.scene.people.get(carer) for carer in sorted(home.carers))
    return [carer for carer in found if carer is not None and carer.linked and carer.active]


def named_start(unit: Unit, key: str) -> Begun | None:
    """The start that a button names, of a child placed with this carer."""
    person, home = unit.scene.person, unit.scene.household
    if person is None or person.standing is not Standing.CARER or home is None:
        return None
    placed = next((p for p in home.placements if p.id.hex == key), None)
    start = unit.scene.placement_starts.get(placed.id) if placed is not None else None
    if placed is None or start is None or _ended(placed, _today(unit)):
        return None
    return home, placed, start


def _ended(placement: Placement, day: date) -> bool:
    return placement.last is not None and placement.last <= day


def _today(unit: Unit) -> date:
    return local_date(unit.scene.at, unit.scene.policy.office_hours)
