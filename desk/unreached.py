"""Unreached: a person's chat cannot be reached any more, so staff are told to use the telephone."""

from uuid import UUID

from conversations.notices import unreached
from desk import scenes
from desk.say import say, to_person, tongue_of
from desk.turn import decided_from
from desk.unit import Lane, Unit
from fostering.people import Role
from fostering.policy import Policy
from storage import people
from storage.database import Database
from storage.recording import record

TOLD = frozenset({Role.ON_CALL_MANAGER, Role.TEAM_MANAGER})


async def tell_unreached(
    database: Database, policy: Policy, person: UUID, *, urgent: bool = False
) -> None:
    """Tell the managers, once a day for each person. `urgent`: what was lost was a page."""
    async with database.reading() as reader:
        scene = await scenes.for_clock(reader, policy, reader.now)
        found = (await people.load(reader, [person])).get(person)
    if found is None:
        return
    unit = Unit(scene=scene)
    for worker in scene.roster:
        if worker.linked and worker.roles & TOLD and worker.id != person:
            say(
                unit,
                unreached(tongue_of(unit, worker), found.name),
                to=to_person(worker),
                lane=Lane.URGENT if urgent else Lane.NOTICE,
                occurrence=f"unreached:{person.hex}:{worker.id.hex}:{scene.at.date()}",
            )
    if unit.said:
        await record(database, [decided_from(unit, None, policy)])
