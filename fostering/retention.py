"""Retention: what keeps a person from being forgotten, and until when.

Hearthline is not the case record: what is filed in the service's own is taken away here after the
policy's days. The service's statutory terms hold for its own file (Fostering Services Regulations
2011, reg. 32; Care Planning Regulations 2010, reg. 50).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from fostering.people import Person, Standing
from fostering.policy import Policy
from fostering.requests import Request

FORGOTTEN_BY_DAYS = (Standing.CARER, Standing.YOUNG_PERSON)
"""Of whom the policy's days count by themselves; what staff did is in other people's records."""


class Keeps(StrEnum):
    """Why somebody cannot be forgotten now."""

    HELD = "held"
    OPEN = "open"
    NOT_FILED = "not_filed"
    TOO_EARLY = "too_early"


@dataclass(frozen=True, kw_only=True)
class Reason:
    """One reason, the requests it is about by reference, and until when it holds (aware UTC)."""

    keeps: Keeps
    references: tuple[str, ...] = ()
    until: datetime | None = None


def what_keeps(
    person: Person, requests: Sequence[Request], policy: Policy, at: datetime
) -> tuple[Reason, ...]:
    """Everything that speaks against it; empty: they may be forgotten.

    `requests` are all that they asked. Too early are the policy's days after the last one was
    filed; of a young person they are fewer (fostering data: thirty).
    """
    found: list[Reason] = []
    if person.held:
        found.append(Reason(keeps=Keeps.HELD))
    still_open = tuple(r.reference for r in requests if r.open)
    if still_open:
        found.append(Reason(keeps=Keeps.OPEN, references=still_open))
    not_filed = tuple(r.reference for r in requests if not r.open and not r.filed)
    if not_filed:
        found.append(Reason(keeps=Keeps.NOT_FILED, references=not_filed))
    filed = max((r.filed_at for r in requests if r.filed_at is not None), default=None)
    if filed is not None and at < filed + timedelta(days=days_kept(person, policy)):
        until = filed + timedelta(days=days_kept(person, policy))
        found.append(Reason(keeps=Keeps.TOO_EARLY, until=until))
    return tuple(found)


def days_over_at(
    person: Person, left_at: datetime, requests: Sequence[Request], policy: Policy
) -> datetime | None:
    """When the days of somebody who has left are over (aware UTC); None: something keeps them.

    They run from the day they left (`left_at`, aware UTC) or from the last filing, whichever is
    later. Who is still with the service, and staff, are never forgotten by themselves: it would cut
    off their chat.
    """
    if person.active or person.standing not in FORGOTTEN_BY_DAYS:
        return None
    filed = (r.filed_at for r in requests if r.filed_at is not None)
    over = max([left_at, *filed]) + timedelta(days=days_kept(person, policy))
    return None if what_keeps(person, requests, policy, over) else over


def days_kept(person: Person, policy: Policy) -> int:
    """How many days after filing what this person told us is kept here."""
    young = person.standing is Standing.YOUNG_PERSON
    return policy.keep_days_young if young else policy.keep_days


def may_be_set_aside(reason: Reason) -> bool:
    """Whether a person may be forgotten all the same, where they asked (UK GDPR, article 17)."""
    return reason.keeps is Keeps.TOO_EARLY
