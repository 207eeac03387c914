"""Routing: who owns a request, who hears of it, and who fills a step just now."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from fostering.kinds import Kind
from fostering.office_hours import local_date
from fostering.on_call import managers_on_call, on_call
from fostering.people import Household, Person, Role
from fostering.policy import Policy
from fostering.presence import Roster as Roster
from fostering.presence import covered_by as covered_by
from fostering.presence import in_role as in_role
from fostering.presence import stand_in as stand_in
from fostering.private_home_states import PrivateHome
from fostering.steps import Filler, Step

ROLES = {
    Filler.DUTY_WORKER: Role.DUTY_WORKER,
    Filler.TEAM_MANAGER: Role.TEAM_MANAGER,
    Filler.SERVICE_MANAGER: Role.SERVICE_MANAGER,
}
MANAGERS = (Role.TEAM_MANAGER, Role.SERVICE_MANAGER)
SPECIALISTS = frozenset({Role.FINANCE, Role.TRAINING, Role.SUPPORT_GROUPS})
"""Small services do without them: then the supervising social worker answers."""


@dataclass(frozen=True, kw_only=True)
class Route:
    """Where a request goes.

    `owner` answers for it; `hears` are all who are told of it, the owner first. `excluded` must
    not see it. `childs_social_workers` are those who should hear of it (None: one whom we do not
    know). `social_worker_task`: one of them cannot be reached here, so staff have to tell them
    (practice 18).
    """

    owner: UUID | None
    hears: tuple[UUID, ...]
    excluded: frozenset[UUID]
    childs_social_workers: tuple[UUID | None, ...] = ()
    social_worker_task: bool = False


def route(
    kind: Kind | None,
    household: Household | None,
    roster: Roster,
    policy: Policy,
    at: datetime,
    *,
    excluded: frozenset[UUID] = frozenset(),
    child: UUID | None = None,
    about_child: bool = True,
    not_safe: bool = False,
    of_approval: bool = False,
) -> Route:
    """Who owns the request and who hears of it, by its kind and the household's workers.

    `child` is the young person it is about; None: all who live there, unless the person said that
    it is not about a child (`about_child`). `not_safe` is a young
    person's "I'm not safe": the household's supervising social worker is excluded and a manager
    owns it (practice 12). Who the person excluded, and staff kept from the household, are left out
    everywhere (practice 15, 27). What is about the carer's own approval (`of_approval`) goes to
    their worker or who covers, else to a manager, and to nobody on duty. What the carers of a
    household in private process ask goes to its manager, who tells the children's workers.
    """
    day = local_date(at, policy.office_hours)
    left_out = excluded | excluded_by_rule(household, not_safe=not_safe)
    private = household is not None and household.private and not not_safe
    owner = (
        _owner_of_approval(household, roster, day, left_out)
        if of_approval or private
        else _owner(kind, household, roster, day, left_out, child, not_safe=not_safe)
    )
    told = [owner] if owner is not None else []
    supervisor = _supervisor(household, roster, day, left_out)
    phone_only = kind is not None and kind.phone_only
    if supervisor is not None and not not_safe and not phone_only:
        told.append(supervisor)
    task = False
    concerned = not_safe or (kind is not None and kind.concerns_child and not phone_only)
    around = childs_social_workers(household, day, child) if concerned and about_child else ()
    of_children = tuple(worker for worker in around if worker not in left_out)
    for worker in of_children:
        asked = worker if not private else None
        reached = stand_in(asked, roster, day, left_out) if asked is not None else None
        told += [reached] if reached is not None else []
        task |= reached is None
    return Route(
        owner=owner.id if owner is not None else None,
        hears=tuple(dict.fromkeys(person.id for person in told)),
        excluded=left_out,
        childs_social_workers=of_children,
        social_worker_task=task,
    )


def excluded_by_rule(household: Household | None, *, not_safe: bool) -> frozenset[UUID]:
    """Who must not know without anybody having to say so (practice 12, 27)."""
    if household is None:
        return frozenset()
    supervisor = household.supervising_social_worker
    carers_worker = frozenset({supervisor} if not_safe and supervisor is not None else ())
    return household.kept_from | carers_worker


def fill(
    step: Step,
    roster: Roster,
    household: Household | None,
    policy: Policy,
    at: datetime,
    excluded: frozenset[UUID] = frozenset(),
) -> tuple[Person, ...]:
    """The staff who fill the step at this instant; empty when there is nobody.

    Only active, linked staff who are present; cover stands in for who is away (practice 5, 6).
    The places on call are of the rota, where it covers this instant.
    """
    day = local_date(at, policy.office_hours)
    found: list[Person] = []
    for filler in step.fillers:
        match filler:
            case Filler.SUPERVISING_SOCIAL_WORKER:
                supervisor = _supervisor(household, roster, day, excluded)
                found += [supervisor] if supervisor is not None else []
            case Filler.FIRST_ON_CALL:
                found += on_call(roster, policy, at, excluded)[:1]
            case Filler.SECOND_ON_CALL:
                found += on_call(roster, policy, at, excluded)[1:2]
            case Filler.ON_CALL_MANAGER:
                found += managers_on_call(roster, policy, at, excluded)
            case _:
                found += in_role(ROLES[filler], roster, day, excluded)
    return tuple({person.id: person for person in found}.values())


def childs_social_workers(
    household: Household | None, day: date, child: UUID | None = None
) -> tuple[UUID | None, ...]:
    """The social workers of the child, or of all children placed there on that day.

    None stands for a child whose social worker we do not know.
    """
    if household is None:
        return ()
    placements = (p for p in household.placements if p.holds(day))
    about = (p for p in placements if child is None or p.young_person == child)
    return tuple(dict.fromkeys(p.childs_social_worker for p in about))


def _owner_of_approval(
    household: Household | None, roster: Roster, day: date, excluded: frozenset[UUID]
) -> Person | None:
    managers = _first_of(MANAGERS, roster, day, excluded)
    return _supervisor(household, roster, day, excluded) or next(iter(managers), None)


def _owner(
    kind: Kind | None,
    household: Household | None,
    roster: Roster,
    day: date,
    excluded: frozenset[UUID],
    child: UUID | None,
    *,
    not_safe: bool,
) -> Person | None:
    """The kind's owner; where there is none present, a duty worker, then a manager."""
    wanted = kind.owner if kind is not None else Role.SUPERVISING_SOCIAL_WORKER
    candidates: list[Person | None] = []
    if not_safe or (kind is not None and kind.phone_only):
        candidates += _first_of(MANAGERS, roster, day, excluded)
    elif wanted is Role.SUPERVISING_SOCIAL_WORKER:
        candidates.append(_supervisor(household, roster, day, excluded))
    elif wanted is Role.CHILDS_SOCIAL_WORKER:
        workers = childs_social_workers(household, day, child)
        candidates += [stand_in(w, roster, day, excluded) for w in workers if w is not None]
        candidates.append(_supervisor(household, roster, day, excluded))
    else:
        candidates += _first_of((wanted,), roster, day, excluded)
        if wanted in SPECIALISTS:
            candidates.append(_supervisor(household, roster, day, excluded))
    candidates += _first_of((Role.DUTY_WORKER, *MANAGERS), roster, day, excluded)
    return next((person for person in candidates if person is not None), None)


def _supervisor(
    household: Household | None, roster: Roster, day: date, excluded: frozenset[UUID]
) -> Person | None:
    """The household's own worker or who covers; while it is private, its manager or another one."""
    if household is None:
        return None
    if household.process is not None and household.process.running:
        return _keeper(household.process, roster, day, excluded)
    if household.supervising_social_worker is None:
        return None
    return stand_in(household.supervising_social_worker, roster, day, excluded)


def _keeper(
    process: PrivateHome, roster: Roster, day: date, excluded: frozenset[UUID]
) -> Person | None:
    """Who made the household private, if they are there, else another manager who is."""
    managers = (p.id for role in MANAGERS for p in roster if role in p.roles)
    for worker in (process.by, *managers):
        here = stand_in(worker, roster, day, excluded)
        if here is not None and here.id == worker:
            return here
    return None


def _first_of(
    roles: Iterable[Role], roster: Roster, day: date, excluded: frozenset[UUID]
) -> list[Person]:
    return [person for role in roles for person in in_role(role, roster, day, excluded)[:1]]
