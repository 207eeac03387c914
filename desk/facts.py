"""What a form may know about this person: their children's labels, workers, families, the hour."""

from zoneinfo import ZoneInfo

from conversations.facts import Choosable, Facts
from desk.answerers import answerers_of
from desk.answers import answers_of
from desk.check_in_views import answered_now, with_their_words
from desk.help import numbers
from desk.say import tongue
from desk.unit import Unit
from desk.written_notice import form_is_owed
from fostering.advocacy_letters import provider_to_write
from fostering.contact import asks_to_write
from fostering.office_hours import local_date, open_at
from fostering.people import Household, Person, Role, Standing
from fostering.permission import kept_apart, may_cut_off, may_find_family
from fostering.requests import Request
from fostering.ringing import Ringing, ringing
from locales import Language, mark

NAMED = mark("{name} ({part})")
SUPERVISES = mark("supervising")
CHILDS_WORKER = mark("child's worker")
COVER = mark("cover")
PARTS = {
    Role.OUT_OF_HOURS_WORKER: mark("on call"),
    Role.DUTY_WORKER: mark("duty"),
    Role.ON_CALL_MANAGER: mark("on-call manager"),
    Role.TEAM_MANAGER: mark("team manager"),
    Role.SERVICE_MANAGER: mark("service manager"),
}
ORDER = (SUPERVISES, CHILDS_WORKER, *PARTS.values(), COVER)

REPLY = "staff_reply"


def facts_for(unit: Unit, language: Language, household: Household | None = None) -> Facts:
    """The facts for the person at the desk, or about another household for a worker's screen."""
    home = household or unit.scene.household or household_chosen(unit)
    request = written_about(unit)
    about = request or answered_now(unit)
    place = (language.tag, home.id if home is not None else None, about.id if about else None)
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
    theirs = home
    if request is not None:
        theirs = scene.households.get(request.household) if request.household else None
    ring = numbers(unit, theirs)
    facts = Facts(
        at=scene.at,
        language=language,
        policy=scene.policy,
        children=children_of(unit, home),
        workers=workers_around(unit, home),
        families=families(unit) if person and person.standing is Standing.STAFF else (),
        phones=tuple((p.id.hex, p.name) for p in phones(unit)),
        answerers=answerers_of(unit, language),
        findable=tuple((c.id.hex, c.name) for c in findable(unit)),
        own_number_known=person is not None
        and (person.standing is Standing.STAFF or bool(person.telephone)),
        listener=listener(unit),
        side_by_letter=provider_to_write(scene.policy, scene.advocates) is not None,
        number=ring[0].number if ring else "",
        form_owed=closing_owes_form(unit),
        household=home,
        roster=scene.roster,
        office_open=open_at(scene.at, scene.policy.office_hours, scene.policy.bank_holidays),
        new_starts=frozenset(
            start.id.hex for start in scene.placement_starts.values() if start.emergency is None
        ),
        writes_only=request is not None and not may_be_rung(unit, request),
    )
    answered = answered_now(unit)
    return with_their_words(unit, answered, facts) if answered is not None else facts


def may_be_rung(unit: Unit, request: Request) -> bool:
    """Whether a reply may promise a call: not where they want writing, nor before it is safe."""
    answers = answers_of(unit, request)
    kind = unit.scene.policy.kinds.get(request.kind)
    return not asks_to_write(answers) and ringing(kind, answers) is Ringing.WELCOME


def household_chosen(unit: Unit) -> Household | None:
    """The household of the family that a worker has chosen after a phone call."""
    calls = (draft for draft in unit.scene.drafts.values() if draft.form == "phone_call")
    chosen = {str(draft.answers.get("family", "")) for draft in calls}
    homes = unit.scene.households.values()
    return next((h for h in homes if any(carer.hex in chosen for carer in h.carers)), None)


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
    """Everybody who would be routed a report of this household, or paged for it, with their part.

    Also who is away or not linked today: they come back while the report is open (practice 15).
    """
    if household is None:
        return ()
    words = tongue(unit)
    found = [(workers_part(worker, household), worker) for worker in unit.scene.roster]
    covering = {a.cover for part, worker in found if part for a in worker.absences}
    parts = [(COVER if not p and w.id in covering else p, w) for p, w in found]
    listed = sorted(((p, w) for p, w in parts if p), key=lambda each: ORDER.index(each[0]))
    return tuple(
        (w.id.hex, words.say(NAMED, name=w.name, part=words.say(part))) for part, w in listed
    )


def workers_part(worker: Person, household: Household) -> str:
    """What this worker would have to do with the report (a marked text); "" if nothing."""
    childs = {placement.childs_social_worker for placement in household.placements}
    if worker.id in household.kept_from or not worker.active:
        return ""
    if worker.id == household.supervising_social_worker:
        return SUPERVISES
    if worker.id in childs:
        return CHILDS_WORKER
    return next((PARTS[role] for role in PARTS if role in worker.roles), "")


def closing_owes_form(unit: Unit) -> bool:
    """Whether the request that a worker is closing still needs the written notice form."""
    closing = (d.request for d in unit.scene.drafts.values() if d.form == "close_request")
    found = (unit.scene.requests.get(key) for key in closing if key is not None)
    return any(request is not None and form_is_owed(unit, request) for request in found)


def listener(unit: Unit) -> str:
    """Who has what the young person at the desk sent, by name; "" while nobody has."""
    person = unit.scene.person
    if person is None or person.standing is not Standing.YOUNG_PERSON:
        return ""
    requests = unit.scene.requests.values()
    mine = (r for r in requests if r.author == person.id and not r.readers)
    holders = {r.acknowledged_by for r in mine if r.taken}
    return next((worker.name for worker in unit.scene.roster if worker.id in holders), "")


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


def findable(unit: Unit) -> tuple[Person, ...]:
    """The carers whose family this worker may look up, by name."""
    scene, worker = unit.scene, unit.scene.person
    if worker is None or worker.standing is not Standing.STAFF:
        return ()
    day = local_date(scene.at, scene.policy.office_hours)
    homes = (home.on(day) for home in scene.households.values())
    carers = {carer for home in homes if may_find_family(worker, home) for carer in home.carers}
    found = (p for p in scene.people.values() if p.id in carers and p.active)
    return tuple(sorted(found, key=lambda carer: carer.name))


def phones(unit: Unit) -> tuple[Person, ...]:
    """Whose chat this worker may cut off, by name: everybody who is linked, but themselves.

    An advocate may cut off the others of the provider, and nobody else.
    """
    worker = unit.scene.person
    if worker is not None and worker.standing is Standing.ADVOCATE:
        return tuple(a for a in unit.scene.advocates if a.linked and a.id != worker.id)
    if worker is None or not may_cut_off(worker):
        return ()
    hidden = kept_apart(worker, unit.scene.households.values()) | {worker.id}
    linked = (p for p in unit.scene.people.values() if p.linked and p.id not in hidden)
    return tuple(sorted(linked, key=lambda person: person.name))
