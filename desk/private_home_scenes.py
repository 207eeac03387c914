"""Scenes for a household's private process: the household whole, and what is private at all."""

from collections.abc import Iterable
from contextlib import suppress
from uuid import UUID

from conversations.screen import Press
from desk.reach import Wish, fill
from desk.scene import Scene, Written
from fostering.people import Household
from fostering.private_matters import may_turn
from storage import (
    chronology,
    home_checks,
    households,
    people,
    placement_starts,
    private_homes,
    requests,
)
from storage.database import Reader
from storage.meetings import ANNUAL_REVIEWS, SUPERVISIONS

LISTS = "privhomes"
NAMES_A_HOME = frozenset({"privhome", "privon", "privoff", "privtold"})
HOME = "home"
"""Where the draft of one of its forms names the household."""
FORMS = frozenset({"private_home", "private_home_end", "private_home_told"})
REASONS = ("PrivateHomeStarted", "PrivateHomeEnded")


async def load(reader: Reader, scene: Scene, press: Press | None) -> None:
    """What a manager needs who looks at private processes, or turns one; nothing for others."""
    if scene.person is None or not may_turn(scene.person, scene.policy):
        return
    if press is not None and press.verb == LISTS:
        await _load_list(reader, scene)
    named = [press.args[0]] if press is not None and press.verb in NAMES_A_HOME else []
    named += [str(d.answers.get(HOME)) for d in scene.drafts.values() if d.form in FORMS]
    for home in (await households.load(reader, _ids(named))).values():
        await _load_home(reader, scene, home)


async def _load_list(reader: Reader, scene: Scene) -> None:
    """All that is private, with the households and all that their carers have open."""
    private = await requests.private(reader)
    scene.private_homes = await private_homes.running(reader)
    homes = await households.load(reader, [home.id for home in scene.private_homes])
    carers = {carer for home in homes.values() for carer in home.carers}
    open_ones = await requests.open_of(reader, carers)
    found = {r.id: r for mine in open_ones.values() for r in mine} | {r.id: r for r in private}
    scene.requests |= found
    about = {r.household for r in found.values() if r.household} - homes.keys()
    scene.households |= homes | await households.load(reader, about)
    scene.people |= await people.load(reader, sorted(carers)) if carers else {}


async def _load_home(reader: Reader, scene: Scene, home: Household) -> None:
    """One household: its carers, all that they have open, its promises, and the sealed reasons."""
    scene.households[home.id] = home
    open_ones = await requests.open_of(reader, home.carers)
    ids = sorted(r.id for mine in open_ones.values() for r in mine)
    await fill(reader, [Wish(scene=scene, person=scene.person, named=tuple(ids))])
    scene.people |= await people.load(reader, sorted(home.carers))
    scene.promises[home.id] = (
        *(("supervision", each) for each in (await SUPERVISIONS.of(reader, home.carers)).values()),
        *(
            ("annual_review", each)
            for each in (await ANNUAL_REVIEWS.of(reader, home.carers)).values()
        ),
        *(
            ("placement_start", each)
            for each in (
                await placement_starts.load(reader, [p.id for p in home.placements])
            ).values()
        ),
        *(("home_check", each) for each in (await home_checks.load(reader, [home.id])).values()),
    )
    lines = await chronology.entries(reader, home.carers)
    scene.written[home.id] = tuple(
        Written(at=e.at, actor=e.actor, event=e.event, words=e.words, codes=e.codes)
        for e in sorted((e for of in lines.values() for e in of), key=lambda e: e.seq)
        if e.event in REASONS and e.codes.get("household") == home.id.hex
    )


def _ids(named: Iterable[str]) -> list[UUID]:
    """What these name, as far as they are ids at all."""
    found: list[UUID] = []
    for key in named:
        with suppress(ValueError):
            found.append(UUID(hex=key))
    return found
