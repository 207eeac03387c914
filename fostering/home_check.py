"""Anything changed at home? Once a quarter each household is asked, and the answer has its day.

Ours: it gives the annual review positive evidence, and takes no report's place (SOU-49, DMR-59).
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from uuid import UUID

from fostering.events import Event, HomeChecked, HomeCheckTold, HomeCheckTurned
from fostering.matters import Due, Rule
from fostering.office_hours import local_date
from fostering.people import Household, Person
from fostering.policy import Policy
from fostering.quiet_hours import morning
from fostering.refusals import NotYours


@dataclass(frozen=True, kw_only=True)
class HomeCheck:
    """The quarterly question to one household; `id` is the household's.

    `since` is the local day from which it is counted, `answered_on` that of the last answer. `off`:
    the carers do not want to be asked. `told_until` is when they were last asked (aware UTC).
    """

    id: UUID
    since: date
    answered_on: date | None = None
    off: bool = False
    told_until: datetime | None = None
    version: int = 1


def answer(
    check: HomeCheck, carer: Person, household: Household, at: datetime, day: date, *, changed: bool
) -> tuple[Event, ...]:
    """*Nothing has changed*, or something has: then the report follows, and this is its start."""
    _check_carer(carer, household)
    return (
        HomeChecked(
            at=at, subject=carer.id, actor=carer.id, household=check.id, day=day, changed=changed
        ),
    )


def turn(
    check: HomeCheck, carer: Person, household: Household, at: datetime, *, on: bool
) -> tuple[Event, ...]:
    """A carer of the household wants to be asked, or does not."""
    _check_carer(carer, household)
    if check.off != on:
        return ()
    return (HomeCheckTurned(at=at, subject=carer.id, actor=carer.id, household=check.id, on=on),)


def tell(check: HomeCheck, at: datetime) -> Event:
    """The household is asked now."""
    return HomeCheckTold(at=at, subject=check.id, household=check.id)


def check_matters(check: HomeCheck, policy: Policy) -> Iterator[Due]:
    """When it is asked next: a quarter after the last answer, or after it was asked in vain."""
    if check.off:
        return
    days = [check.answered_on or check.since]
    if check.told_until is not None:
        days.append(local_date(check.told_until, policy.office_hours))
    day = max(days) + timedelta(days=policy.home_check_every_days)
    yield Due(rule=Rule.HOME_CHECK, subject=check.id, occurrence=f"{day}", at=morning(day, policy))


def after(check: HomeCheck, event: Event) -> HomeCheck:
    """The check as it stands after the event; events that change nothing leave it so."""
    match event:
        case HomeChecked() if event.household == check.id:
            return replace(check, answered_on=event.day)
        case HomeCheckTurned() if event.household == check.id:
            return replace(check, off=not event.on)
        case HomeCheckTold() if event.household == check.id:
            return replace(check, told_until=event.at)
        case _:
            return check


def _check_carer(person: Person, household: Household) -> None:
    if person.id not in household.carers:
        raise NotYours
