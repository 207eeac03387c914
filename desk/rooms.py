"""The out-of-hours group: it moves, somebody comes in, an unknown member raises an alarm."""

from conversations.notices import stranger_in_group
from desk.say import say, to_person, tongue_of
from desk.scene import Scene
from desk.unit import Lane, Unit
from fostering.events import RoomMoved
from fostering.on_call import managers_on_call, on_call
from fostering.people import Person, Role, Standing
from fostering.routing import in_role
from storage import people
from storage.database import Database
from storage.recording import Decided, record


def move(unit: Unit, chat: str) -> None:
    """The linked group has another address from now on; what waits for it goes there."""
    scene = unit.scene
    keeper = keeper_of(scene)
    if scene.room and scene.sender is not None and keeper is not None:
        door, old = scene.sender.door, scene.sender.chat
        unit.decide(RoomMoved(at=scene.at, subject=keeper.id, door=door, old=old, room=chat))


async def note_move(database: Database, door: str, old: str, room: str) -> None:
    """The door found out while carrying that the group has another address."""
    async with database.reading() as reader:
        at = reader.now
        staff = await people.roster(reader)
    keeper = next(iter(staff), None)
    if keeper is not None:
        moved = RoomMoved(at=at, subject=keeper.id, door=door, old=old, room=room)
        await record(database, [Decided(events=(moved,))])


def keeper_of(scene: Scene) -> Person | None:
    """Under whose name the group is kept: the service manager, else any of the staff."""
    managers = in_role(Role.SERVICE_MANAGER, scene.roster, scene.at.date())
    return managers[0] if managers else next(iter(scene.roster), None)


def welcome(unit: Unit) -> None:
    """Somebody came into the linked group; the team is told of a stranger."""
    scene = unit.scene
    person = scene.person
    if not scene.room or (person is not None and person.standing is Standing.STAFF):
        return
    first = on_call(scene.roster, scene.policy, scene.at)[:1]
    told = (*first, *managers_on_call(scene.roster, scene.policy, scene.at))
    for worker in {worker.id: worker for worker in told}.values():
        screen = stranger_in_group(tongue_of(unit, worker))
        say(unit, screen, to=to_person(worker), lane=Lane.URGENT)
