"""Who decides? at the desk: carers and young people look, workers look and set it."""

from collections.abc import Iterator
from datetime import date

from conversations import delegated_authority as screens
from desk.discretion import NOT_WRITTEN_TO
from desk.home import show_home
from desk.say import reply, say, to_person, tongue, tongue_of
from desk.unit import Lane, Unit
from fostering.decisions import Decider, Decision, Say, Theme
from fostering.delegated_authority import DelegatedAuthority, may_note, note_decider
from fostering.office_hours import local_date
from fostering.people import Household, Person, Placement, Standing
from locales import mark

Placed = tuple[Household, Placement]


def show_children(unit: Unit) -> None:
    """*Who decides?*: for which child; where there is only one, that child at once."""
    person = unit.scene.person
    if person is None or person.standing not in (Standing.CARER, Standing.STAFF):
        show_home(unit)
        return
    found = [placement for _, placement in _within_reach(unit, person)]
    if len(found) == 1:
        show_themes(unit, found[0].id.hex)
        return
    labels = [(placement.id.hex, placement.label) for placement in found]
    reply(unit, screens.children(tongue(unit), labels, person.standing))


def show_themes(unit: Unit, key: str) -> None:
    """One child: the themes."""
    person, found = unit.scene.person, placement_named(unit, key)
    if person is None or found is None:
        show_home(unit)
        return
    _, placement = found
    authority = unit.scene.authorities.get(placement.id)
    reply(unit, screens.themes(tongue(unit), key, placement.label, authority, person.standing))


def show_theme(unit: Unit, key: str, theme: str) -> None:
    """One theme of one child: who decides each thing."""
    person, found = unit.scene.person, placement_named(unit, key)
    if person is None or found is None or theme not in tuple(Theme):
        show_home(unit)
        return
    _, placement = found
    authority = unit.scene.authorities.get(placement.id)
    screen = screens.theme(
        tongue(unit),
        key,
        placement.label,
        Theme(theme),
        authority,
        person.standing,
        _today(unit),
    )
    reply(unit, screen)


def choose_decider(unit: Unit, key: str, decision: str) -> None:
    """A worker has chosen one thing: who decides it?"""
    found = _to_set(unit, key)
    if found is None or decision not in tuple(Decision):
        show_home(unit)
        return
    _, placement, authority = found
    agreed = authority.about(Decision(decision))
    screen = screens.choose_decider(tongue(unit), key, placement.label, agreed, _today(unit))
    reply(unit, screen)


def set_decider(unit: Unit, key: str, chosen: str) -> None:
    """The second press: this is who decides; the carers of the household are told."""
    decision, _, decider = chosen.partition(".")
    if decider in tuple(Decider):
        _note(unit, key, decision, decider=Decider(decider))
    else:
        show_home(unit)


def set_say(unit: Unit, key: str, chosen: str) -> None:
    """What the young person has to say in it; only their own list changes."""
    decision, _, own = chosen.partition(".")
    if own in tuple(Say):
        _note(unit, key, decision, own=Say(own))
    else:
        show_home(unit)


def show_own(unit: Unit) -> None:
    """*What can I decide?*, for the young person alone."""
    person, home = unit.scene.person, unit.scene.household
    if person is None or person.standing is not Standing.YOUNG_PERSON:
        show_home(unit)
        return
    today = home.on(_today(unit)).placements if home is not None else ()
    own = next((p.id for p in today if p.young_person == person.id), None)
    authority = unit.scene.authorities.get(own) if own is not None else None
    reply(unit, screens.own_list(tongue(unit), authority))


def _note(
    unit: Unit,
    key: str,
    decision: str,
    *,
    decider: Decider | None = None,
    own: Say | None = None,
) -> None:
    worker, found = unit.scene.person, _to_set(unit, key)
    if worker is None or found is None or decision not in tuple(Decision):
        show_home(unit)
        return
    home, placement, authority = found
    at, day = unit.scene.at, _today(unit)
    noted = note_decider(authority, worker, Decision(decision), at, day, decider=decider, own=own)
    unit.decide(*noted)
    unit.toast = tongue(unit).say(mark("Set."))
    if noted and decider is not None:
        _tell_carers(unit, home, placement, Decision(decision))
    choose_decider(unit, key, decision)


def _tell_carers(unit: Unit, home: Household, placement: Placement, decision: Decision) -> None:
    """The household's carers read what holds from now on; the push line stays neutral."""
    agreed = unit.scene.authorities[placement.id].about(decision)
    if home.private:
        unit.toast = tongue(unit).say(NOT_WRITTEN_TO)
        return
    for carer in (unit.scene.people.get(id) for id in sorted(home.carers)):
        if carer is not None and carer.linked and carer.active:
            screen = screens.changed_notice(
                tongue_of(unit, carer), placement.id.hex, placement.label, agreed, _today(unit)
            )
            say(unit, screen, to=to_person(carer), card="decides", lane=Lane.NOTICE)


def _to_set(unit: Unit, key: str) -> tuple[Household, Placement, DelegatedAuthority] | None:
    """The child whose list this worker may set, with the list as it stands."""
    person, found = unit.scene.person, placement_named(unit, key)
    if person is None or person.standing is not Standing.STAFF or found is None:
        return None
    home, placement = found
    authority = unit.scene.authorities.get(placement.id) or DelegatedAuthority(
        placement=placement.id, young_person=placement.young_person
    )
    return home, placement, authority


def placement_named(unit: Unit, key: str) -> Placed | None:
    """The placement that a button names, if it is within this person's reach."""
    person = unit.scene.person
    reached = _within_reach(unit, person) if person is not None else ()
    return next((found for found in reached if found[1].id.hex == key), None)


def _within_reach(unit: Unit, person: Person) -> Iterator[Placed]:
    """A carer's own placements of today; of a worker those whose list they may set."""
    scene, day = unit.scene, _today(unit)
    match person.standing:
        case Standing.CARER if scene.household is not None:
            yield from ((scene.household, p) for p in scene.household.on(day).placements)
        case Standing.STAFF:
            for home in scene.households.values():
                for placement in home.placements:
                    if may_note(person, home, placement, scene.roster, day):
                        yield home, placement
        case _:
            return


def _today(unit: Unit) -> date:
    return local_date(unit.scene.at, unit.scene.policy.office_hours)
