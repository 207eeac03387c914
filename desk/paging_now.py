"""A paging test that is asked for from outside the chat, decided and recorded as a unit alone."""

from desk import scenes
from desk.paging_tests import test_now
from desk.turn import decided_from
from desk.unit import Unit
from fostering.paging_tests import first_paged
from fostering.people import Person
from fostering.policy import Policy
from storage.database import Database
from storage.recording import record


class NobodyToPage(RuntimeError):
    """Nobody can be paged at this hour."""


class StillTested(RuntimeError):
    """A test has just been sent, and there is still time to answer it."""


class NotSent(RuntimeError):
    """Somebody else decided about this worker in the same moment; nothing was sent."""


async def page_now(database: Database, policy: Policy) -> Person:
    """Page who is paged first at this hour, as a test; returns them as they stand then.

    Raises NobodyToPage, StillTested, or NotSent.
    """
    async with database.reading() as reader:
        await database.clock.refresh(reader)
        unit = Unit(scene=await scenes.for_clock(reader, policy, reader.now))
    worker = test_now(unit)
    if worker is None:
        first = first_paged(unit.scene.roster, policy, unit.scene.at)
        raise NobodyToPage if first is None else StillTested
    outcome = await record(database, [decided_from(unit, None, policy)])
    if not outcome.recorded:
        raise NotSent
    return worker
