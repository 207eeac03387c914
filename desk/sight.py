"""Sight: which request a button names, and who may look at it; everything else is refused."""

from uuid import UUID

from desk.discretion import at_private_home
from desk.unit import Unit
from desk.views import household_of, is_phone_only
from fostering.duplicates import may_join
from fostering.office_hours import local_date
from fostering.people import Household, Person, Standing
from fostering.permission import may_deal_with, may_see
from fostering.requests import Request
from fostering.routing import covered_by
from fostering.social_worker_task import falls_to
from fostering.warnings_tonight import Warned, night_of, running


def named(unit: Unit, key: str) -> Request | None:
    """The request that a button names, if it is within this unit's reach at all."""
    return next((r for r in unit.scene.requests.values() if r.id.hex == key), None)


def may_look(unit: Unit, person: Person, request: Request) -> bool:
    """Whether this person may see the request; so may whoever has a task left in it."""
    home = household_today(unit, request)
    return _has_task(unit, person, request) or may_see(
        person,
        request,
        home,
        phone_only=is_phone_only(unit, request),
        covered=_covered(unit, person, request),
    )


def may_act(unit: Unit, worker: Person, request: Request) -> bool:
    """Whether this worker may acknowledge it, answer it and close it."""
    home = household_today(unit, request)
    return _has_task(unit, worker, request) or may_deal_with(
        worker,
        request,
        home,
        phone_only=is_phone_only(unit, request),
        covered=_covered(unit, worker, request),
    )


def on_lists(unit: Unit, worker: Person, request: Request) -> bool:
    """Whether it stands on this worker's lists and in their counts: a private process does not."""
    return not request.private and may_act(unit, worker, request)


def _covered(unit: Unit, person: Person, request: Request) -> frozenset[UUID]:
    """The chosen readers for whom this person stands in today."""
    day = local_date(unit.scene.at, unit.scene.policy.office_hours)
    return covered_by(person.id, request.readers, unit.scene.roster, day, request.excluded)


def _has_task(unit: Unit, worker: Person, request: Request) -> bool:
    """Whether it falls to this worker to tell the child's social worker (practice 18)."""
    scene = unit.scene
    day = local_date(scene.at, scene.policy.office_hours)
    staff = (
        worker.standing is Standing.STAFF
        and worker.active
        and not (request.readers or request.private or at_private_home(unit, request))
    )
    return staff and falls_to(request, worker, scene.roster, day)


def household_today(unit: Unit, request: Request) -> Household | None:
    """The household with today's placements only: an ended one cuts sight (practice 21)."""
    home = household_of(unit, request)
    day = local_date(unit.scene.at, unit.scene.policy.office_hours)
    return home.on(day) if home is not None else None


def warned_tonight(unit: Unit, worker: Person) -> tuple[Warned, ...]:
    """The alerts about children that run today, as far as this worker may see them."""
    scene = unit.scene
    day = local_date(scene.at, scene.policy.office_hours)
    night = night_of(scene.policy, scene.at)
    return running(worker, scene.warned, day, night)


def duplicate_of(unit: Unit, worker: Person, added: Request) -> Request | None:
    """The oldest request within reach that the added one may be joined to."""
    others = sorted(unit.scene.requests.values(), key=lambda r: r.raised_at)
    return next((r for r in others if may_join(added, r) and may_act(unit, worker, r)), None)
