"""Answerers: the named people of whom a young person may choose who reads what they say."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from fostering.office_hours import local_date
from fostering.people import Household, Person, Role
from fostering.policy import Policy
from fostering.routing import Roster, childs_social_workers, excluded_by_rule, stand_in


class Part(StrEnum):
    """What an answerer is to the young person."""

    SOCIAL_WORKER = "social_worker"
    REVIEWING_OFFICER = "reviewing_officer"
    ANSWERER = "answerer"


IN_ROLE = (
    (Role.REVIEWING_OFFICER, Part.REVIEWING_OFFICER),
    (Role.YOUNG_PEOPLES_ANSWERER, Part.ANSWERER),
)


@dataclass(frozen=True, kw_only=True)
class Answerer:
    """One person who may be chosen, and what they are to the young person."""

    person: Person
    part: Part


def answerers(
    young_person: Person, household: Household | None, roster: Roster, policy: Policy, at: datetime
) -> tuple[Answerer, ...]:
    """Whom this young person may choose: their own social worker first (practice 23).

    Only who can be reached here today, or is covered for by somebody who can. Never the household's
    supervising social worker, nor staff kept from the household: they are too near to the people
    whom it may be about (practice 12, 27).
    """
    day = local_date(at, policy.office_hours)
    left_out = excluded_by_rule(household, not_safe=True)
    known = {person.id: person for person in roster}
    own = childs_social_workers(household, day, young_person.id)
    found = [(known[id], Part.SOCIAL_WORKER) for id in own if id is not None and id in known]
    for role, part in IN_ROLE:
        found += [(person, part) for person in roster if role in person.roles]
    parts: dict[Person, Part] = {}
    for person, part in found:
        if stand_in(person.id, roster, day, left_out) is not None:
            parts.setdefault(person, part)
    return tuple(Answerer(person=person, part=part) for person, part in parts.items())
