"""Readers: who will see a carer's report, said before it is sent and kept with it (practice 15).

The same as `fostering.permission` allows, asked of everybody at once.
"""

from datetime import date
from enum import StrEnum
from uuid import UUID

from fostering.kinds import Kind
from fostering.people import Household, Person
from fostering.permission import ABOUT_APPROVAL, DEALS_WITH_URGENT, MANAGES
from fostering.priority import Priority
from fostering.routing import Roster, Route


class Reader(StrEnum):
    """Who may see a report, in the words of the one who writes it."""

    ON_DUTY = "on_duty"
    ONE_ON_DUTY = "one_on_duty"
    WHO_ANSWERS = "who_answers"
    SUPERVISOR = "supervisor"
    CHILDS_WORKERS = "childs_workers"
    MANAGERS = "managers"


def readers(
    kind: Kind | None,
    priority: Priority,
    household: Household | None,
    roster: Roster,
    way: Route,
    day: date,
    *,
    form: str = "",
) -> tuple[Reader, ...]:
    """Who sees it, the first to act first; `way` is where it goes, `day` the local day.

    A matter for the telephone goes to managers alone. What is not urgent is not for every worker on
    duty: only for one of them who owns it, and for the household's own workers and managers. Who
    answers it may be somebody else again, for money or training. What is about the carer's own
    approval (`form`) is never for a child's social worker. While the household is in private
    process what is not urgent is for managers alone.
    """
    able = {p.id: p for p in roster if p.active and p.linked and p.id not in way.excluded}
    managers = any(person.roles & MANAGES for person in able.values())
    if kind is not None and kind.phone_only:
        return (Reader.MANAGERS,)
    if household is not None and household.private:
        return (Reader.ON_DUTY, Reader.MANAGERS) if priority.urgent else (Reader.MANAGERS,)
    placements = household.on(day).placements if household is not None else ()
    supervisor = household.supervising_social_worker if household is not None else None
    with_childs = form not in ABOUT_APPROVAL
    childs = {placement.childs_social_worker for placement in placements if with_childs}
    found: list[Reader] = []
    if priority.urgent and any(person.roles & DEALS_WITH_URGENT for person in able.values()):
        found.append(Reader.ON_DUTY)
    owner = _owner(able, way.owner, {supervisor, *childs})
    if owner is Reader.WHO_ANSWERS or (owner is not None and not found):
        found.append(owner)
    if supervisor in able:
        found.append(Reader.SUPERVISOR)
    if childs & able.keys():
        found.append(Reader.CHILDS_WORKERS)
    if managers:
        found.append(Reader.MANAGERS)
    return tuple(found)


def _owner(able: dict[UUID, Person], owner: UUID | None, own: set[UUID | None]) -> Reader | None:
    """Who owns it, if that is neither one of the household's `own` nor a manager."""
    person = able.get(owner) if owner is not None else None
    if person is None or owner in own or person.roles & MANAGES:
        return None
    return Reader.ONE_ON_DUTY if person.roles & DEALS_WITH_URGENT else Reader.WHO_ANSWERS
