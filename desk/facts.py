"""What a form may know about this person: their children's labels, workers, families, the hour."""

from zoneinfo import ZoneInfo

from conversations.facts import Choosable, Facts
from desk.answers import answers_of
from desk.help import numbers
from desk.unit import Unit
from fostering.contact import asks_to_write
from fostering.office_hours import open_at
from fostering.people import Household, Person, Standing
from fostering.permission import kept_apart, may_cut_off
from fostering.policy import TelephoneNumber
from fostering.requests import Request
from locales import Language

REPLY = "staff_reply"


def facts_for(unit: Unit, language: Language, household: Household | None = None) -> Facts:
    """The facts for the person at the desk, or about another household for a worker's screen."""
    home = household if household is not None else unit.scene.household
    request = written_about(unit)
    place = (language.tag, home.id if home is not None else None, request.id if request else None)
    if place not in unit.facts:
        unit.facts[place] = _facts(unit, language, home, request)
    return unit.facts[place]


def written_about(unit: Unit) -> Request | None:
    """The request to which this worker is writing a reply."""
    drafts = unit.scene.drafts.values()
    about = next((draft.request for draft in drafts if draft.form == REPLY), None)
    return unit.scene.requests.get(about) if about is not None else None


def _facts(
    unit: Unit, language: Language, home: Household | None, request: Request | None
) -> Facts:
    scene = unit.scene
    person = scene.person
    ring: tuple[TelephoneNumber, ...] = ()
    if request is not None:
        theirs = scene.households.get(request.household) if request.household else None
        ring = numbers(unit, theirs)
    return Facts(
        at=scene.at,
        language=language,
        policy=scene.policy,
        children=children_of(unit, home),
        workers=workers_around(unit, home),
        families=families(unit) if person and person.standing is Standing.STAFF else (),
        phones=tuple((p.id.hex, p.name) for p in phones(unit)),
        own_number_known=person is not None
        and (person.standing is Standing.STAFF or bool(person.telephone)),
        office_open=open_at(scene.at, scene.policy.office_hours, scene.policy.bank_holidays),
        writes_only=request is not None and asks_to_write(answers_of(unit, request)),
        ring_number=ring[0].number if ring else "",
    )


def children_of(unit: Unit, household: Household | None) -> tuple[Choosable, ...]:
    """The children placed there today, by label; an ended placement is gone that day."""
    if household is None:
        return ()
    zone = ZoneInfo(unit.scene.policy.office_hours.time_zone)
    today = unit.scene.at.astimezone(zone).date()
    return tuple(
        (placement.id.hex, placement.label)
        for placement in household.placements
        if placement.holds(today)
    )


def workers_around(unit: Unit, household: Household | None) -> tuple[Choosable, ...]:
    """The workers who would see a report of this household and may be kept away from it."""
    if household is None:
        return ()
    around = {household.supervising_social_worker}
    around |= {placement.childs_social_worker for placement in household.placements}
    return tuple((w.id.hex, w.name) for w in unit.scene.roster if w.id in around)


def families(unit: Unit) -> tuple[Choosable, ...]:
    """The carers whom a worker may choose after a phone call."""
    worker = unit.scene.person
    hidden = kept_apart(worker, unit.scene.households.values()) if worker is not None else ()
    carers: list[Person] = [
        person
        for person in unit.scene.people.values()
        if person.standing is Standing.CARER and person.active and person.id not in hidden
    ]
    return tuple((carer.id.hex, carer.name) for carer in sorted(carers, key=lambda c: c.name))


def phones(unit: Unit) -> tuple[Person, ...]:
    """Whose chat this worker may cut off, by name: everybody who is linked, but themselves."""
    worker = unit.scene.person
    if worker is None or not may_cut_off(worker):
        return ()
    hidden = kept_apart(worker, unit.scene.households.values()) | {worker.id}
    linked = (p for p in unit.scene.people.values() if p.linked and p.id not in hidden)
    return tuple(sorted(linked, key=lambda person: person.name))
