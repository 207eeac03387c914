"""Reach: the requests within a person's reach, with their people and words, for a whole batch."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from desk import advocacy_scenes
from desk.scene import Scene, Written
from fostering.meeting import M
from fostering.office_hours import local_date
from fostering.people import Person, Standing
from fostering.permission import MANAGES, kept_apart
from fostering.requests import Request
from fostering.routing import covered_by
from fostering.supervisors import stands_in_for
from storage import chronology, households, people, requests
from storage.database import Reader
from storage.meetings import ANNUAL_REVIEWS, SUPERVISIONS, Meetings


@dataclass(frozen=True, kw_only=True)
class Wish:
    """A scene to fill: whose reach it is, None for the clock, and which requests are named."""

    scene: Scene
    person: Person | None
    named: tuple[UUID, ...] = ()

    @property
    def standing(self) -> Standing | None:
        """The standing of whose reach it is."""
        return None if self.person is None else self.person.standing

    @property
    def ids(self) -> set[UUID]:
        """The requests that a button or a draft names."""
        drafts = self.scene.drafts.values()
        return {*self.named, *(d.request for d in drafts if d.request is not None)}


async def fill(reader: Reader, wishes: Sequence[Wish]) -> None:
    """Load into each scene what is within reach: a few queries, however many scenes there are."""
    found = await _requests(reader, wishes)
    for wish, within in zip(wishes, found, strict=True):
        wish.scene.requests |= within
    await _people_around(reader, wishes, found)
    await _words(reader, wishes, found)
    await _meetings(reader, wishes)
    await advocacy_scenes.load(reader, [(w.scene, w.person) for w in wishes if w.person])


async def _requests(reader: Reader, wishes: Sequence[Wish]) -> list[dict[UUID, Request]]:
    ids = {id for wish in wishes for id in wish.ids}
    named = await requests.load(reader, sorted(ids)) if ids else {}
    authors = sorted({w.person.id for w in wishes if w.person and w.standing is not Standing.STAFF})
    recent = await requests.recent_of(reader, authors) if authors else {}
    workers = {w.person.id: w.scene for w in wishes if w.person and w.standing is Standing.STAFF}
    taken = {
        worker: await _of_worker(reader, worker, workers[worker]) for worker in sorted(workers)
    }
    tasks = await requests.with_task(reader) if workers else ()
    return [
        {id: named[id] for id in wish.ids if id in named} | _by_id(_own(wish, recent, taken, tasks))
        for wish in wishes
    ]


async def _of_worker(reader: Reader, worker: UUID, scene: Scene) -> tuple[Request, ...]:
    """What this worker has or owns, and what only they, or whom they cover for, may read."""
    day = local_date(scene.at, scene.policy.office_hours)
    others = (other.id for other in scene.roster)
    readers = {worker, *covered_by(worker, others, scene.roster, day)}
    return (
        *await requests.with_worker(reader, worker),
        *await requests.read_by(reader, readers),
    )


def _own(
    wish: Wish,
    recent: dict[UUID, tuple[Request, ...]],
    taken: dict[UUID, tuple[Request, ...]],
    tasks: tuple[Request, ...],
) -> Iterable[Request]:
    """What is within reach although nothing names it."""
    if wish.person is None:
        return ()
    if wish.standing is Standing.STAFF:
        return (*wish.scene.waiting, *taken[wish.person.id], *tasks)
    return recent.get(wish.person.id, ())


def _by_id(found: Iterable[Request]) -> dict[UUID, Request]:
    return {request.id: request for request in found}


async def _people_around(
    reader: Reader, wishes: Sequence[Wish], found: Sequence[dict[UUID, Request]]
) -> None:
    """The authors of these requests and the households they are about."""
    own = {w.scene.household.id: w.scene.household for w in wishes if w.scene.household}
    named = {r.household for within in found for r in within.values() if r.household}
    homes = own | (await households.load(reader, sorted(named - own.keys())))
    known = {w.person.id: w.person for w in wishes if w.person}
    authors = {r.author for within in found for r in within.values()}
    missing = sorted(authors - known.keys())
    persons = known | (await people.load(reader, missing) if missing else {})
    for wish, within in zip(wishes, found, strict=True):
        scene = wish.scene
        about = {r.household for r in within.values()}
        scene.households |= {id: home for id, home in homes.items() if id in about}
        if scene.household is not None:
            scene.households[scene.household.id] = scene.household
        wrote = {r.author for r in within.values()} - scene.people.keys()
        scene.people |= {id: persons[id] for id in sorted(wrote) if id in persons}


async def _words(
    reader: Reader, wishes: Sequence[Wish], found: Sequence[dict[UUID, Request]]
) -> None:
    """The chronology of what is named, and of a person's own requests that are open.

    Any of these may be drawn again without being named, and then with all that was written.
    """
    chains: list[set[UUID]] = []
    for wish, within in zip(wishes, found, strict=True):
        chain = wish.ids
        if wish.person is not None and wish.standing is not Standing.STAFF:
            chain |= {r.id for r in within.values() if r.open}
        chains.append(chain)
    wanted = sorted({id for chain in chains for id in chain})
    entries = await chronology.entries(reader, wanted) if wanted else {}
    for wish, chain in zip(wishes, chains, strict=True):
        for id in chain:
            wish.scene.written[id] = tuple(
                Written(at=e.at, actor=e.actor, event=e.event, words=e.words, codes=e.codes)
                for e in entries.get(id, ())
            )


async def _meetings(reader: Reader, wishes: Sequence[Wish]) -> None:
    carers = sorted({w.person.id for w in wishes if w.person and w.standing is Standing.CARER})
    held = await SUPERVISIONS.of(reader, carers) if carers else {}
    reviews = await ANNUAL_REVIEWS.of(reader, carers) if carers else {}
    for wish in wishes:
        if wish.person is None:
            continue
        if wish.standing is Standing.CARER:
            own = wish.person.id
            wish.scene.supervisions |= {own: held[own]} if own in held else {}
            wish.scene.annual_reviews |= {own: reviews[own]} if own in reviews else {}
        elif wish.standing is Standing.STAFF:
            found = await _supervised_by(reader, SUPERVISIONS, wish.scene, wish.person)
            wish.scene.supervisions |= await _met(reader, found, wish.scene, wish.person)


async def annual_reviews(reader: Reader, scene: Scene, worker: Person) -> None:
    """The annual reviews of this worker's carers; of all carers for a manager."""
    if worker.roles & MANAGES:
        found = await ANNUAL_REVIEWS.of_everybody(reader)
    else:
        found = await _supervised_by(reader, ANNUAL_REVIEWS, scene, worker)
    scene.annual_reviews |= await _met(reader, found, scene, worker)


async def _supervised_by(
    reader: Reader, meetings: Meetings[M], scene: Scene, worker: Person
) -> dict[UUID, M]:
    """The carers whose meeting is this worker's, or is theirs while its worker is away."""
    day = local_date(scene.at, scene.policy.office_hours)
    workers = stands_in_for(worker, scene.roster, day) | {worker.id}
    return await meetings.with_workers(reader, sorted(workers))


async def _met(reader: Reader, found: dict[UUID, M], scene: Scene, worker: Person) -> dict[UUID, M]:
    """Those of them that this worker may meet, with their carers and households in the scene."""
    carers = await people.load(reader, sorted(found)) if found else {}
    homes = await households.of(reader, carers.values()) if carers else {}
    hidden = kept_apart(worker, homes.values())
    mine = {carer: held for carer, held in found.items() if carer not in hidden}
    scene.households |= {home.id: home for carer, home in homes.items() if carer in mine}
    scene.people |= {carer: carers[carer] for carer in mine if carer in carers}
    return mine
