"""Changes: what one unit wants written, as the desk hands it over."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from fostering.advocacy import Advocacy
from fostering.annual_review import AnnualReview
from fostering.delegated_authority import DelegatedAuthority
from fostering.drafts import Draft
from fostering.events import Event
from fostering.home_check import HomeCheck
from fostering.invitations import Invitation
from fostering.meeting import Meeting
from fostering.one_time_links import OneTimeLink
from fostering.people import Person
from fostering.placement_start import PlacementStart
from fostering.private_home_states import PrivateHome
from fostering.request_states import Request
from fostering.supervision import Supervision
from storage.cards import Adopted
from storage.inbox import Claim
from storage.outgoing import Put

Entity = (
    Request
    | Supervision
    | AnnualReview
    | Person
    | Invitation
    | OneTimeLink
    | Advocacy
    | DelegatedAuthority
    | PlacementStart
    | HomeCheck
    | PrivateHome
)


@dataclass(frozen=True)
class Change:
    """An entity as it stands after the unit; `base` is the version loaded, None for a new one.

    Storage writes version base + 1. `next_due_at` is when the clock must look at it again.
    """

    entity: Entity
    base: int | None
    next_due_at: datetime | None = None

    @property
    def id(self) -> UUID:
        """The id of the entity; a meeting goes by its carer, who decides by the placement."""
        match self.entity:
            case Meeting(carer=carer):
                return carer
            case DelegatedAuthority(placement=placement):
                return placement
            case entity:
                return entity.id

    @property
    def version(self) -> int:
        """The version that is written."""
        return (self.base or 0) + 1


@dataclass(frozen=True)
class Kept:
    """A draft as it stands after the unit; `base` as in a change."""

    draft: Draft
    base: int | None
    next_due_at: datetime | None = None


@dataclass(frozen=True)
class Told:
    """One telling: of this rule, to this subject, for this occurrence. It happens once."""

    rule: str
    subject: str
    occurrence: str


@dataclass(frozen=True, kw_only=True)
class Decided:
    """All that one unit writes, whole or not at all.

    `claim` is the update it came from, None for a matter of the clock; `parked` puts the update
    away unread. A telling that was told before stops the whole unit. `dropped` are drafts by id
    and version, `tries` wrong codes by door and account.
    """

    claim: Claim | None = None
    told: tuple[Told, ...] = ()
    events: tuple[Event, ...] = ()
    changes: tuple[Change, ...] = ()
    kept: tuple[Kept, ...] = ()
    dropped: tuple[tuple[UUID, int], ...] = ()
    rows: tuple[Put, ...] = ()
    adopted: tuple[Adopted, ...] = ()
    tries: tuple[tuple[str, str], ...] = ()
    parked: bool = False


@dataclass(frozen=True, kw_only=True)
class Recording:
    """What became of the units, by their place in the list; `failed` with the kind of fault.

    `moved`: something they rest on has changed meanwhile; decide them again.
    """

    recorded: tuple[int, ...] = ()
    moved: tuple[int, ...] = ()
    told_before: tuple[int, ...] = ()
    failed: tuple[tuple[int, str], ...] = ()

    def __add__(self, other: "Recording") -> "Recording":
        return Recording(
            recorded=tuple(sorted((*self.recorded, *other.recorded))),
            moved=tuple(sorted((*self.moved, *other.moved))),
            told_before=tuple(sorted((*self.told_before, *other.told_before))),
            failed=tuple(sorted((*self.failed, *other.failed))),
        )
