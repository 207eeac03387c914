"""Lists that are not there: the part of `hearthline check` about each placement."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from uuid import UUID

from fostering.delegated_authority import DelegatedAuthority
from fostering.office_hours import local_date
from fostering.people import Household, Placement
from fostering.policy import Policy
from storage import delegated_authority, households
from storage.database import Reader

NO_LIST = (
    "Nobody has written down who decides for {labels}: import authority.csv, or let their worker "
    "set it."
)


async def unwritten(reader: Reader, policy: Policy, at: datetime) -> tuple[str, ...]:
    """What is missing for the placements of today, in plain lines; labels, never names."""
    homes = await households.every(reader)
    known = await delegated_authority.every(reader)
    day = local_date(at, policy.office_hours)
    return tuple(without_authority(homes, known, day))


def without_authority(
    homes: Sequence[Household], known: Mapping[UUID, DelegatedAuthority], day: date
) -> Iterator[str]:
    """One line that names the placements of that local day for which no decider is set."""
    placed = (p for home in homes for p in home.on(day).placements)
    labels = [p.label for p in placed if not _decided(p, known)]
    if labels:
        yield NO_LIST.format(labels=", ".join(labels))


def _decided(placement: Placement, known: Mapping[UUID, DelegatedAuthority]) -> bool:
    authority = known.get(placement.id)
    return authority is not None and any(each.decider for each in authority.agreed)
