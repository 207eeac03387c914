"""The start of a placement: is the carer told what they need, and is the plan talked over in time?

Source: FSR 2011 reg 17(3) (information); Care Planning Regulations 2010 reg 9 and SWK-08b (a
placement plan, agreed with and signed by the carer, within five working days of the start).
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import UUID

from fostering.events import Event, InformationTicked, PlanTicked, StartReminded
from fostering.information import FIRST_HOUR, Fact
from fostering.matters import Due, Rule
from fostering.office_hours import closing
from fostering.people import Household, Person
from fostering.policy import Policy
from fostering.priority import Priority
from fostering.quiet_hours import morning, when_awake
from fostering.refusals import NotYours
from fostering.working_days import add_working_days

RECENT = timedelta(days=7)
"""A placement that began earlier than this before it was imported is no start; ours."""


class Step(StrEnum):
    """What becomes of the placement plan, as the carer ticks it."""

    DISCUSSED = "discussed"
    AGREED = "agreed"
    SIGNED = "signed"


@dataclass(frozen=True, kw_only=True)
class PlacementStart:
    """The start of one placement; `id` is the placement's.

    `first` is its first local day, `brought_at` when the import brought it (aware UTC).
    `emergency` is None until a carer has said it. `not_told` and `out_of_date` are the carer's
    ticks of the local day `ticked_on`; None: nothing is ticked yet. `plan` holds the steps that the
    carer has ticked, with the day. What fell due up to `told_until` (aware UTC) has been told.
    """

    id: UUID
    household: UUID
    young_person: UUID
    first: date
    brought_at: datetime
    emergency: bool | None = None
    not_told: tuple[Fact, ...] = ()
    out_of_date: tuple[Fact, ...] = ()
    ticked_on: date | None = None
    discussed_on: date | None = None
    agreed_on: date | None = None
    signed_on: date | None = None
    told_until: datetime | None = None
    version: int = 1

    @property
    def informed(self) -> bool:
        """Whether the carer has said that nothing is missing or out of date."""
        return self.ticked_on is not None and not (self.not_told or self.out_of_date)

    @property
    def plan_done(self) -> bool:
        """Whether the plan was talked over with the carer, agreed and signed."""
        return None not in (self.discussed_on, self.agreed_on, self.signed_on)

    def ticked(self, step: Step) -> date | None:
        """The local day on which this step was ticked."""
        days = {
            Step.DISCUSSED: self.discussed_on,
            Step.AGREED: self.agreed_on,
            Step.SIGNED: self.signed_on,
        }
        return days[step]


def is_recent(first: date, today: date) -> bool:
    """Whether a placement that an import brings is only beginning, or is still to begin."""
    return first >= today - RECENT


def meeting_by(start: PlacementStart, policy: Policy) -> date:
    """The local day by which the plan is talked over with the carer, agreed and signed."""
    days = policy.start_meeting_working_days
    return add_working_days(start.first, days, policy.bank_holidays)


def tick_information(
    start: PlacementStart,
    carer: Person,
    household: Household,
    at: datetime,
    day: date,
    *,
    not_told: tuple[Fact, ...],
    out_of_date: tuple[Fact, ...],
    emergency: bool | None = None,
) -> tuple[Event, ...]:
    """A carer ticks what they were not told and what is out of date; all else they were told.

    `emergency` None leaves what was said before.
    """
    _check_carer(carer, household)
    said = start.emergency if emergency is None else emergency
    return (
        InformationTicked(
            at=at,
            subject=start.young_person,
            actor=carer.id,
            placement=start.id,
            day=day,
            emergency=said,
            not_told=" ".join(not_told),
            out_of_date=" ".join(out_of_date),
        ),
    )


def tick_plan(
    start: PlacementStart, carer: Person, household: Household, step: Step, at: datetime, day: date
) -> tuple[Event, ...]:
    """A carer ticks a step of the placement plan, or takes the tick back."""
    _check_carer(carer, household)
    done = start.ticked(step) is None
    return (
        PlanTicked(
            at=at,
            subject=start.young_person,
            actor=carer.id,
            placement=start.id,
            day=day,
            what=step.value,
            done=done,
        ),
    )


def remind(start: PlacementStart, matter: Due, at: datetime) -> Event:
    """What was due about it is told now."""
    return StartReminded(
        at=at,
        subject=start.young_person,
        placement=start.id,
        rule=matter.rule.value,
        occurrence=matter.occurrence,
    )


def urgency_of(not_told: tuple[Fact, ...]) -> Priority:
    """What is needed in the first hour is asked for the same day, all else is routine."""
    return Priority.P2 if set(not_told) & set(FIRST_HOUR) else Priority.P3


def start_due(start: PlacementStart, policy: Policy, at: datetime) -> tuple[Due, ...]:
    """What is due about it now and not told; after an outage one of each, never a burst."""
    now = [matter for matter in start_matters(start, policy) if matter.at <= at]
    latest = {matter.rule: matter for matter in sorted(now, key=lambda matter: matter.at)}
    if Rule.MEETING_OVERDUE in latest:
        latest.pop(Rule.MEETING_DUE, None)
    return tuple(latest.values())


def start_matters(start: PlacementStart, policy: Policy) -> Iterator[Due]:
    """All that will be or has been due as things stand, but for what was told."""
    for matter in _matters(start, policy):
        if start.told_until is None or matter.at > start.told_until:
            yield matter


def _matters(start: PlacementStart, policy: Policy) -> Iterator[Due]:
    begun = max(morning(start.first, policy), start.brought_at)
    if not start.informed:
        for hours in (0, *policy.start_ask_again_hours):
            yield _due(start, Rule.START_ASK, str(hours), begun + timedelta(hours=hours), policy)
    if start.plan_done:
        return
    day = add_working_days(start.first, policy.start_nudge_working_days, policy.bank_holidays)
    yield _due(start, Rule.MEETING_DUE, f"{day}", morning(day, policy), policy)
    last = meeting_by(start, policy)
    shut = closing(last, policy.office_hours)
    yield _due(start, Rule.MEETING_OVERDUE, f"{last}", shut, policy)


def after(start: PlacementStart, event: Event) -> PlacementStart:
    """The start as it stands after the event; the only place that says so."""
    match event:
        case InformationTicked() if event.placement == start.id:
            return replace(
                start,
                emergency=event.emergency,
                not_told=tuple(Fact(fact) for fact in event.not_told.split()),
                out_of_date=tuple(Fact(fact) for fact in event.out_of_date.split()),
                ticked_on=event.day,
            )
        case PlanTicked() if event.placement == start.id:
            return _with_step(start, Step(event.what), event.day if event.done else None)
        case StartReminded() if event.placement == start.id:
            return replace(start, told_until=event.at)
        case _:
            return start


def _with_step(start: PlacementStart, step: Step, day: date | None) -> PlacementStart:
    match step:
        case Step.DISCUSSED:
            return replace(start, discussed_on=day)
        case Step.AGREED:
            return replace(start, agreed_on=day)
        case _:
            return replace(start, signed_on=day)


def _due(start: PlacementStart, rule: Rule, occurrence: str, at: datetime, policy: Policy) -> Due:
    return Due(rule=rule, subject=start.id, occurrence=occurrence, at=when_awake(at, policy))


def _check_carer(person: Person, household: Household) -> None:
    if person.id not in household.carers:
        raise NotYours
