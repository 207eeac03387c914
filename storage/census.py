"""The census: everybody, every household and every meeting, as one import sees them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from uuid import UUID

from sqlalchemy import select

from fostering.annual_review import AnnualReview
from fostering.delegated_authority import DelegatedAuthority
from fostering.home_check import HomeCheck
from fostering.people import Household, Person, Placement, Standing
from fostering.placement_start import PlacementStart
from fostering.supervision import Supervision
from storage import (
    delegated_authority,
    home_checks,
    households,
    people,
    placement_starts,
)
from storage.database import Reader
from storage.meetings import ANNUAL_REVIEWS, SUPERVISIONS
from storage.tables import households as households_table
from storage.tables import people as people_table
from storage.tables import placements as placements_table


@dataclass(kw_only=True)
class Census:
    """Entities by id; `references` gives the id of each by the hash of the service's reference."""

    people: dict[UUID, Person] = field(default_factory=dict)
    households: dict[UUID, Household] = field(default_factory=dict)
    placements: dict[UUID, Placement] = field(default_factory=dict)
    supervisions: dict[UUID, Supervision] = field(default_factory=dict)
    annual_reviews: dict[UUID, AnnualReview] = field(default_factory=dict)
    authorities: dict[UUID, DelegatedAuthority] = field(default_factory=dict)
    starts: dict[UUID, PlacementStart] = field(default_factory=dict)
    checks: dict[UUID, HomeCheck] = field(default_factory=dict)
    references: dict[str, dict[bytes, UUID]] = field(
        default_factory=lambda: {"person": {}, "household": {}, "placement": {}}
    )

    def homes(self) -> Iterator[Household]:
        """The households with their carers and placements as they stand in this census."""
        for home in self.households.values():
            yield Household(
                id=home.id,
                carers=frozenset(
                    p.id
                    for p in self.people.values()
                    if p.household == home.id and p.standing is Standing.CARER and p.active
                ),
                supervising_social_worker=home.supervising_social_worker,
                placements=tuple(p for p in self.placements.values() if p.household == home.id),
                kept_from=home.kept_from,
            )


async def load_census(reader: Reader) -> Census:
    """The census as it stands."""
    everybody = await people.every(reader)
    homes = await households.every(reader)
    census = Census(
        people={person.id: person for person in everybody},
        households={home.id: home for home in homes},
        placements={placed.id: placed for home in homes for placed in home.placements},
        supervisions=await SUPERVISIONS.of(reader, [person.id for person in everybody]),
        annual_reviews=await ANNUAL_REVIEWS.of(reader, [person.id for person in everybody]),
        authorities=await delegated_authority.every(reader),
        starts=await placement_starts.every(reader),
        checks=await home_checks.every(reader),
    )
    for name, table in (
        ("person", people_table),
        ("household", households_table),
        ("placement", placements_table),
    ):
        found = await reader.connection.execute(
            select(table.c.reference_hash, table.c.id).where(table.c.reference_hash.is_not(None))
        )
        census.references[name] = {hashed: id for hashed, id in found}
    return census
