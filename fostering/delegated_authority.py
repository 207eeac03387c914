"""Delegated authority: who decides what in one placement, written down so that all can see it.

Source: the placement plan says who decides about what (Care Planning Regulations 2010, Schedule 2,
as amended in 2013); day-to-day decisions are the carer's unless a reason is written down.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from fostering.decisions import Decider, Decision, Say
from fostering.events import DeciderNoted, Event
from fostering.people import Household, Person, Placement, Standing
from fostering.routing import Roster, stand_in


@dataclass(frozen=True, kw_only=True)
class Agreed:
    """What was agreed about one decision; None where that is not written down yet.

    `since` is the local day on which it was last set.
    """

    decision: Decision
    decider: Decider | None = None
    own: Say | None = None
    since: date | None = None


@dataclass(frozen=True, kw_only=True)
class DelegatedAuthority:
    """Who decides what in one placement; a decision that nobody has set is not in `agreed`."""

    placement: UUID
    young_person: UUID
    agreed: tuple[Agreed, ...] = ()
    version: int = 1

    def about(self, decision: Decision) -> Agreed:
        """What was agreed about this decision, perhaps nothing."""
        found = (each for each in self.agreed if each.decision is decision)
        return next(found, Agreed(decision=decision))

    def with_agreed(self, agreed: Agreed) -> "DelegatedAuthority":
        """The same list with this in the place of what was agreed about it before."""
        others = (each for each in self.agreed if each.decision is not agreed.decision)
        kept = sorted((*others, agreed), key=lambda each: list(Decision).index(each.decision))
        return replace(self, agreed=tuple(kept))


def is_asked_for(agreed: Agreed) -> bool:
    """Whether the carer has to ask somebody before it happens; so too where nobody has set it."""
    return agreed.decider is not Decider.CARER


def may_note(
    worker: Person, household: Household, placement: Placement, roster: Roster, day: date
) -> bool:
    """Whether this worker may set who decides: the child's worker, the carer's, or who covers.

    Never somebody who is kept from the household (practice 27), nor after the placement has ended
    (practice 21). `day` is the service's local date.
    """
    ended = placement.last is not None and placement.last <= day
    if worker.standing is not Standing.STAFF or worker.id in household.kept_from or ended:
        return False
    wanted = (placement.childs_social_worker, household.supervising_social_worker)
    found = (stand_in(w, roster, day, household.kept_from) for w in wanted if w is not None)
    return worker.id in {person.id for person in found if person is not None}


def note_decider(
    authority: DelegatedAuthority,
    worker: Person,
    decision: Decision,
    at: datetime,
    day: date,
    *,
    decider: Decider | None = None,
    own: Say | None = None,
) -> tuple[Event, ...]:
    """Write down who decides, or what the young person has to say; None leaves that as it was.

    `day` is the local day of it. Only a worker of whom `may_note` says yes comes here.
    """
    known = authority.about(decision)
    now = replace(known, decider=decider or known.decider, own=own or known.own)
    if now == known:
        return ()
    return (
        DeciderNoted(
            at=at,
            subject=authority.young_person,
            actor=worker.id,
            placement=authority.placement,
            day=day,
            decision=decision.value,
            decider=now.decider.value if now.decider is not None else "",
            own=now.own.value if now.own is not None else "",
        ),
    )


def after(authority: DelegatedAuthority, event: Event) -> DelegatedAuthority:
    """The list as it stands after the event; events that change nothing leave it so."""
    match event:
        case DeciderNoted() if event.placement == authority.placement:
            return authority.with_agreed(
                Agreed(
                    decision=Decision(event.decision),
                    decider=Decider(event.decider) if event.decider else None,
                    own=Say(event.own) if event.own else None,
                    since=event.day,
                )
            )
        case _:
            return authority
