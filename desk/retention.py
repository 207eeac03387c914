"""Retention at the desk: managers read the number of those whose days are over; by night they go.

Names are never in it: the service's operator lists them with `hearthline forget --over`.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from conversations.retention import forgotten_soon, waiting_to_be_forgotten
from desk import scenes
from desk.oversight import monday
from desk.say import say, to_person, tongue_of
from desk.unit import Lane, Unit
from fostering.office_hours import local, local_date
from fostering.permission import MANAGES
from fostering.policy import Policy
from fostering.quiet_hours import when_awake
from storage import due
from storage.changes import Told
from storage.database import Database, Reader
from storage.due import told_at
from storage.faults import DatabaseFault
from storage.logs import logger
from storage.retention import Leaver, forget_if_over, leavers

SOON = timedelta(days=7)
"""How long before anybody is forgotten by itself the managers read it."""
NIGHT = range(2, 5)
"""The local hours of the night in which it is done."""
AT_ONCE = 20
"""So many in a row, then whatever else is due."""
ANNOUNCED = "forgetting_announced"
LOOKED = "forgetting_looked"
WEEKLY = "days_over"
DONE = "forgetting_done"

log = logger("desk")


async def tell_managers(reader: Reader, policy: Policy, at: datetime) -> Unit | None:
    """By day: who goes in seven days (by number only), or each week how many wait to be forgotten.

    None where it was told or looked at already.
    """
    if when_awake(at, policy) > at:
        return None
    if not policy.forgets_by_itself:
        week = monday(policy, at).date().isoformat()
        return await _once(reader, policy, at, Told(WEEKLY, "service", week))
    day = local_date(at, policy.office_hours).isoformat()
    return await _once(reader, policy, at, Told(LOOKED, "service", day))


async def _once(reader: Reader, policy: Policy, at: datetime, telling: Told) -> Unit | None:
    if await due.told_before(reader, [telling]):
        return None
    scene = await scenes.for_clock(reader, policy, at)
    unit = Unit(scene=scene)
    unit.told.append((telling.rule, telling.subject, telling.occurrence))
    if policy.forgets_by_itself:
        found = await leavers(reader, policy, at + SOON)
        known = await told_at(reader, [_announced(each) for each in found])
        new = [each for each in found if _announced(each) not in known]
        unit.told += [(t.rule, t.subject, t.occurrence) for t in map(_announced, new)]
        count = len(new)
    else:
        count = len(await leavers(reader, policy, at))
    for manager in (w for w in scene.roster if count and w.roles & MANAGES and w.linked):
        words = tongue_of(unit, manager)
        soon = at + SOON
        screen = (
            forgotten_soon(words, count, soon)
            if policy.forgets_by_itself
            else waiting_to_be_forgotten(words, count)
        )
        say(unit, screen, to=to_person(manager), lane=Lane.REMINDER)
    return unit


async def forget_by_night(database: Database, policy: Policy, at: datetime) -> None:
    """Forget whose days are over and were announced seven days ago.

    Each in a transaction of their own: a kill in the middle leaves everybody whole or forgotten.
    """
    here = local(at, policy.office_hours)
    if not policy.forgets_by_itself or here.hour not in NIGHT:
        return
    done = Told(DONE, "service", here.date().isoformat())
    async with database.reading() as reader:
        if await due.told_before(reader, [done]):
            return
        ready = await _ready(reader, policy, at)
    gone = await _forget(database, policy, ready[:AT_ONCE])
    if len(ready) <= AT_ONCE or not gone:
        async with database.writing() as writer:
            if not await due.told_before(writer, [done]):
                await due.tell(writer, [done])


async def _ready(reader: Reader, policy: Policy, at: datetime) -> list[Leaver]:
    found = await leavers(reader, policy, at)
    known = await told_at(reader, [_announced(each) for each in found])
    return [each for each in found if known.get(_announced(each), at) <= at - SOON]


async def _forget(database: Database, policy: Policy, ready: Sequence[Leaver]) -> int:
    gone = 0
    for each in ready:
        try:
            async with database.writing() as writer:
                gone += await forget_if_over(writer, each.person.id, policy)
        except DatabaseFault:
            raise
        except Exception as fault:  # noqa: BLE001 - the others are forgotten all the same
            log.error("forgetting_failed", kind=type(fault).__name__)
    return gone


def _announced(leaver: Leaver) -> Told:
    """Announced anew where they came back, or something of theirs was filed since."""
    return Told(ANNOUNCED, leaver.person.id.hex, leaver.over_at.isoformat())
