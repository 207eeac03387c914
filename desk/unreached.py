"""Unreached: a person's chat cannot be reached any more, so staff are told what to do instead."""

from uuid import UUID

from conversations.notices import group_unreached, unreached, young_unreached
from conversations.screen import Screen
from desk import scenes
from desk.answers import answers_of
from desk.say import say, to_person, tongue_of
from desk.telling import tell
from desk.turn import decided_from
from desk.unit import Lane, Unit
from desk.views import SAFE_WAYS, household_of
from fostering.escalation import page_next
from fostering.people import Person, Role, Standing
from fostering.policy import Policy
from fostering.requests import Request, RequestState
from fostering.routing import excluded_by_rule
from storage import households, people, requests
from storage.database import Database
from storage.recording import record

TOLD = frozenset({Role.ON_CALL_MANAGER, Role.TEAM_MANAGER})


async def tell_unreached(
    database: Database, policy: Policy, key: str, *, urgent: bool = False
) -> None:
    """Tell the managers, once a day for each person; `key` is theirs, or "" for the group.

    `urgent`: what was lost was a page, so the next is paged at once. Of a young person also
    whoever has what they sent is told, and never the household's own worker.
    """
    if not key:
        await _tell_group_unreached(database, policy)
        return
    person = UUID(hex=key)
    async with database.reading() as reader:
        scene = await scenes.for_clock(reader, policy, reader.now)
        found = (await people.load(reader, [person])).get(person)
        if found is not None and found.standing is Standing.ADVOCATE:
            scene.advocates = await people.advocates(reader)
        young = found is not None and found.standing is Standing.YOUNG_PERSON
        if found is not None and young:
            scene.household = (await households.of(reader, [found])).get(person)
            opened = (await requests.open_of(reader, [person]))[person]
            await scenes.reach(reader, scene, [request.id for request in opened])
    if found is None:
        return
    unit = Unit(scene=scene)
    mine = [r for r in scene.requests.values() if r.author == person and not r.readers]
    for worker in _told(unit, found, mine):
        say(
            unit,
            _notice(unit, worker, found, mine),
            to=to_person(worker),
            lane=Lane.URGENT if urgent or mine else Lane.NOTICE,
            occurrence=f"unreached:{person.hex}:{worker.id.hex}:{scene.at.date()}",
        )
    if unit.said:
        await record(database, [decided_from(unit, None, policy)])
    if urgent and found.standing is Standing.STAFF:
        await _page_the_next(database, policy, person)


async def _page_the_next(database: Database, policy: Policy, worker: UUID) -> None:
    """Whose page came back holds nobody up: the next step is paged now, once for each request."""
    async with database.reading() as reader:
        waiting = await requests.waiting(reader)
    for key in [r.id for r in waiting if r.escalation and worker in r.escalation.paged]:
        async with database.reading() as reader:
            scene = await scenes.for_clock(reader, policy, reader.now)
            await scenes.reach(reader, scene, [key])
        unit, request = Unit(scene=scene), scene.requests[key]
        if request.state is RequestState.RAISED and request.escalation is not None:
            home = household_of(unit, request)
            unit.told.append(("page_unreached", key.hex, worker.hex))
            unit.decide(
                *page_next(request, request.escalation, scene.roster, home, policy, scene.at)
            )
            tell(unit)
            await record(database, [decided_from(unit, None, policy)])


async def _tell_group_unreached(database: Database, policy: Policy) -> None:
    async with database.reading() as reader:
        scene = await scenes.for_clock(reader, policy, reader.now)
    unit = Unit(scene=scene)
    for worker in scene.roster:
        if worker.linked and worker.roles & TOLD:
            say(
                unit,
                group_unreached(tongue_of(unit, worker)),
                to=to_person(worker),
                occurrence=f"unreached:group:{worker.id.hex}:{scene.at.date()}",
            )
    if unit.said:
        await record(database, [decided_from(unit, None, policy)])


def _told(unit: Unit, person: Person, mine: list[Request]) -> list[Person]:
    """The managers; of a young person also who has or was paged for what they sent.

    Of an advocate the others of the provider alone: that there was something to send them is not
    for the service to know (practice 17).
    """
    scene = unit.scene
    if person.standing is Standing.ADVOCATE:
        return [other for other in scene.advocates if other.linked and other.id != person.id]
    kept_away: set[UUID] = {person.id}
    holders: set[UUID | None] = set()
    if person.standing is Standing.YOUNG_PERSON:
        kept_away |= excluded_by_rule(scene.household, not_safe=True)
        for request in mine:
            kept_away |= request.excluded
            kept_away |= excluded_by_rule(household_of(unit, request), not_safe=True)
            paged = request.escalation.paged if request.escalation is not None else ()
            holders |= {request.acknowledged_by} if request.taken else {request.owner, *paged}
    return [
        worker
        for worker in scene.roster
        if worker.linked
        and (worker.roles & TOLD or worker.id in holders)
        and worker.id not in kept_away
    ]


def _notice(unit: Unit, worker: Person, person: Person, mine: list[Request]) -> Screen:
    words = tongue_of(unit, worker)
    if person.standing is not Standing.YOUNG_PERSON:
        return unreached(words, person.name)
    ways = [str(answers_of(unit, request).get("safe_way", "")) for request in mine]
    way = next((words.say(SAFE_WAYS[way]) for way in ways if way in SAFE_WAYS), "")
    return young_unreached(words, person.name, way)
