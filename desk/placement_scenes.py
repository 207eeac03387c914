"""Scenes about a placement: who decides, its start, and the quarterly question to the household."""

from collections.abc import Sequence
from uuid import UUID

from conversations.screen import Press
from desk.scene import Scene
from fostering.office_hours import local_date
from fostering.people import Standing
from fostering.warnings_tonight import night_of
from storage import delegated_authority, home_checks, households, people, placement_starts
from storage.database import Reader

DECIDES = frozenset({"decides", "setwho", "whoset", "sayset", "ownsay"})
"""Verbs about who decides what; a worker's need the families as well."""
CARE_DAYS = frozenset({"caredays", "careday"})
"""Verbs about the days of care of a child; they need the families."""
STARTS = frozenset(
    {"sup", "supok", "supmove", "supheld", "supnot"}
    | {"start", "startask", "startq", "starthelp", "plantick"}
)
HOME_CHECKS = frozenset({"homesame", "homenew", "homeoff", "homeon"})
OF_A_START = "information"
"""The form that needs the starts at every step."""


async def load(reader: Reader, scene: Scene, press: Press | None) -> None:
    """What a press, or a form that is open, needs to know about placements and households."""
    verb = press.verb if press is not None else ""
    if verb in DECIDES:
        await _load_authorities(reader, scene)
    person, home = scene.person, scene.household
    if person is None or person.standing is not Standing.CARER or home is None:
        return
    if verb in STARTS or any(draft.form == OF_A_START for draft in scene.drafts.values()):
        placed = [placement.id for placement in home.placements]
        scene.placement_starts = await placement_starts.load(reader, placed)
    if verb in HOME_CHECKS:
        scene.home_checks = await home_checks.load(reader, [home.id])


async def load_warned(reader: Reader, scenes: Sequence[Scene]) -> None:
    """The households of which an alert runs, once for all of these scenes of one instant."""
    if not scenes:
        return
    policy, at = scenes[0].policy, scenes[0].at
    day = local_date(at, policy.office_hours)
    warned = await households.warned(reader, day, night_of(policy, at))
    for scene in scenes:
        scene.warned = warned


async def load_start(reader: Reader, scene: Scene, placement: UUID) -> None:
    """The start of a placement that is due, with its household and carers."""
    scene.placement_starts = await placement_starts.load(reader, [placement])
    await _load_homes(reader, scene, [s.household for s in scene.placement_starts.values()])


async def load_home_check(reader: Reader, scene: Scene, household: UUID) -> None:
    """The question to a household that is due, with its carers."""
    scene.home_checks = await home_checks.load(reader, [household])
    await _load_homes(reader, scene, [household])


async def _load_homes(reader: Reader, scene: Scene, ids: list[UUID]) -> None:
    scene.households |= await households.load(reader, ids)
    carers = {carer for home in scene.households.values() for carer in home.carers}
    scene.people |= await people.load(reader, sorted(carers)) if carers else {}


async def _load_authorities(reader: Reader, scene: Scene) -> None:
    """Who decides what in the placements of the households of this scene."""
    homes = [scene.household] if scene.household is not None else []
    homes += scene.households.values()
    placements = {placement.id for home in homes for placement in home.placements}
    scene.authorities = await delegated_authority.of(reader, sorted(placements))
