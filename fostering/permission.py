"""Who may see and deal with a request; everything not allowed here is refused."""

from collections.abc import Iterable
from uuid import UUID

from fostering.advocacy import Advocacy
from fostering.people import Household, Person, Role, Standing
from fostering.private_home_states import PrivateHome
from fostering.private_homes import drawn_into
from fostering.requests import Request

DEALS_WITH_URGENT = frozenset(
    {
        Role.DUTY_WORKER,
        Role.OUT_OF_HOURS_WORKER,
        Role.ON_CALL_MANAGER,
        Role.TEAM_MANAGER,
        Role.SERVICE_MANAGER,
    }
)
CUTS_OFF = DEALS_WITH_URGENT
"""Who unlinks a lost phone at a distance (practice 32)."""
SEES_WARNINGS = DEALS_WITH_URGENT
"""Who sees *Alerts for tonight*: whoever may have to act on one at night (practice 5, 20)."""
ABOUT_APPROVAL = frozenset({"review_views"})
"""Forms about the carer's own approval: for the household's worker and the managers alone."""
MANAGES = frozenset({Role.TEAM_MANAGER, Role.SERVICE_MANAGER})


def may_see(
    person: Person,
    request: Request,
    household: Household | None,
    *,
    phone_only: bool,
    covered: frozenset[UUID] = frozenset(),
) -> bool:
    """Whether this person may see the request: its author, or a worker whose matter it is.

    Excluded workers never (practice 12, 15), nor who is kept from the household, however long ago
    it was raised (practice 27). A request is visible to its author and never to the household
    (practice 16). Where the person chose its readers, it is for them alone, and for who covers
    for one of them (`covered` are the workers this person stands in for). Phone-only matters go
    to managers (practice 13), and to those who were paged for them, who learn no more than that
    somebody must ring. Who is asked to take it over sees what they are asked to take.
    A private process is for managers and for whoever made it one (practice 14): among the readers
    whom the person chose, where they chose some. So is what the carers of a household in private
    process ask, but for what is urgent, and for who owns, took or was asked to take it since then.
    """
    if not person.active or person.id in request.excluded:
        return False
    if person.standing is not Standing.STAFF:
        return person.id == request.author
    if not may_know(person, request, household, covered=covered):
        return False
    process = drawn_into(household, request)
    if process is not None and not request.private:
        return _sees_drawn_in(person, request, process, phone_only=phone_only)
    if request.private or request.readers:
        return True
    return _sees_by_part(person, request, household, phone_only=phone_only)


def _sees_by_part(
    person: Person, request: Request, household: Household | None, *, phone_only: bool
) -> bool:
    """Whether this worker sees it by the part they have in it, or by their role."""
    if person.id in (request.owner, request.acknowledged_by, request.offered_to):
        return True
    if request.advice is not None and person.id in request.advice.told:
        return True
    if request.escalation is not None and person.id in request.escalation.paged:
        return True
    if phone_only:
        return bool(person.roles & MANAGES)
    if request.priority.urgent and person.roles & DEALS_WITH_URGENT:
        return True
    return person.roles & MANAGES != frozenset() or _works_with(person.id, request, household)


def _sees_drawn_in(
    person: Person, request: Request, process: PrivateHome, *, phone_only: bool
) -> bool:
    """Whether this worker sees what carers ask whose household is in private process."""
    if person.roles & MANAGES or person.id in (process.by, request.offered_to):
        return True
    taken_at = request.acknowledged_at
    if person.id == request.acknowledged_by and taken_at is not None and taken_at >= process.since:
        return True
    if person.id == request.owner and request.raised_at >= process.since:
        return True
    if request.advice is not None and person.id in request.advice.told:
        return True
    paged = request.escalation is not None and person.id in request.escalation.paged
    on_duty = bool(person.roles & DEALS_WITH_URGENT) and not phone_only
    return request.priority.urgent and (paged or on_duty)


def may_know(
    worker: Person,
    request: Request,
    household: Household | None,
    *,
    covered: frozenset[UUID] = frozenset(),
) -> bool:
    """Whether this worker may hear of it at all, whoever tells them.

    Not who is kept from the household. What was said to chosen readers is for these alone, and a
    private process for managers: the readers bind first, and where both hold, both must. Who is
    left out (`excluded`) is left out everywhere anyway.
    """
    if household is not None and worker.id in household.kept_from:
        return False
    if request.readers and not request.readers & (covered | {worker.id}):
        return False
    managing = bool(worker.roles & MANAGES) or worker.id == request.private_by
    return managing or not request.private


def may_deal_with(
    person: Person,
    request: Request,
    household: Household | None,
    *,
    phone_only: bool,
    covered: frozenset[UUID] = frozenset(),
) -> bool:
    """Whether this person may acknowledge, reply to and close it: staff who may see it."""
    return person.standing is Standing.STAFF and may_see(
        person, request, household, phone_only=phone_only, covered=covered
    )


def may_see_advocacy(person: Person, advocacy: Advocacy) -> bool:
    """Who asked for it, and whom of the provider it has reached; nobody of the service, ever.

    Practice 17: advocacy is in no count, list or climb of the service, its managers included.
    """
    if not person.active:
        return False
    if person.standing is Standing.ADVOCATE:
        return person.id in advocacy.told - advocacy.declined
    return person.id == advocacy.author


def kept_apart(worker: Person, households: Iterable[Household]) -> frozenset[UUID]:
    """Whom this worker must never meet, not even by name in a list (practice 27).

    The carers and young people of every household that this worker is kept from.
    """
    homes = [home for home in households if worker.id in home.kept_from]
    carers = {carer for home in homes for carer in home.carers}
    return frozenset(carers | {p.young_person for home in homes for p in home.placements})


def may_find_family(worker: Person, household: Household) -> bool:
    """Whether this worker may look this household up: duty, on call, managers, its own workers.

    Never who is kept from it (practice 27). `household` as it stands that day.
    """
    if worker.standing is not Standing.STAFF or not worker.active:
        return False
    if worker.id in household.kept_from:
        return False
    own = {household.supervising_social_worker}
    own |= {placement.childs_social_worker for placement in household.placements}
    return bool(worker.roles & DEALS_WITH_URGENT) or worker.id in own


def may_see_warnings(worker: Person) -> bool:
    """Whether this worker may see which alerts about children run tonight (practice 20)."""
    staff = worker.standing is Standing.STAFF and worker.active
    return staff and bool(worker.roles & SEES_WARNINGS)


def may_cut_off(worker: Person) -> bool:
    """Whether this worker may cut off somebody's chat because the phone is lost (practice 32)."""
    return worker.standing is Standing.STAFF and bool(worker.roles & CUTS_OFF)


def _works_with(worker: UUID, request: Request, household: Household | None) -> bool:
    """The household's supervising social worker, or the social worker of a child placed there.

    What a young person asked is for their own social worker, not for another child's; what a carer
    says about their own approval is for none of these.
    """
    if household is None:
        return False
    if household.supervising_social_worker == worker:
        return True
    if request.form in ABOUT_APPROVAL:
        return False
    own = tuple(p for p in household.placements if p.young_person == request.author)
    return any(p.childs_social_worker == worker for p in own or household.placements)
