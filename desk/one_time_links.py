"""Opening one-time links: whoever the door is, one link opens one thing once."""

from collections.abc import Mapping

from conversations.screen import File
from conversations.sheet import Sheet
from desk import file_text, scenes, warnings_tonight, who_is_this, year_held
from desk.opening import Maker
from desk.turn import decided_from
from desk.unit import Unit
from fostering.one_time_links import TRIES_WITHIN, Purpose, may_open, may_try, open_link
from fostering.policy import Policy
from fostering.refusals import LinkNotGood
from locales import Language, language
from storage import one_time_links, people, tries
from storage.database import Database
from storage.recording import record

DOOR = "web"

PURPOSES: Mapping[Purpose, Maker] = {
    Purpose.WHO_IS_THIS: who_is_this.make,
    Purpose.YEAR_HELD: year_held.make,
    Purpose.WARNINGS_TONIGHT: warnings_tonight.make,
    Purpose.FILE_TEXT: file_text.make,
}
"""What each purpose shows. A new one is a line here, its name in `Purpose`, and a maker."""


class NotRecorded(RuntimeError):
    """The read could not be recorded, so nothing is shown; the link can be opened again."""


async def look(database: Database, policy: Policy, token: str) -> Language | None:
    """The language of whoever may open this link; None where it opens nothing. Spends nothing."""
    async with database.reading() as reader:
        await database.clock.refresh(reader)
        link = await one_time_links.by_token(reader, token)
        if link is None:
            return None
        person = (await people.load(reader, [link.person])).get(link.person)
        if person is None or not may_open(link, person, reader.now):
            return None
    return language(person.language if person.language in policy.languages else "en")


async def open_once(
    database: Database,
    policy: Policy,
    token: str,
    purposes: Mapping[Purpose, Maker] = PURPOSES,
) -> Sheet | File:
    """Spend the link, put the read on record, and only then hand over what it shows.

    Raises LinkNotGood, also for whoever comes second; NotRecorded where storage failed.
    """
    async with database.reading() as reader:
        await database.clock.refresh(reader)
        link = await one_time_links.by_token(reader, token)
        if link is None:
            raise LinkNotGood
        scene = await scenes.for_clock(reader, policy, reader.now)
        scene.one_time_link = link
        person = (await people.load(reader, [link.person])).get(link.person)
        if person is None or not may_open(link, person, scene.at):
            raise LinkNotGood
        unit = Unit(scene=scene)
        opening = await purposes[link.purpose](reader, unit, link, person)
    if opening is None:
        raise LinkNotGood
    unit.decide(*open_link(link, person, opening.shown, scene.at))
    outcome = await record(database, [decided_from(unit, None, policy)])
    if outcome.moved:
        raise LinkNotGood
    if not outcome.recorded:
        raise NotRecorded
    return opening.content


async def may_try_from(database: Database, address: str) -> bool:
    """Whether this address has not failed too often within the last hour."""
    async with database.reading() as reader:
        since = reader.now - TRIES_WITHIN
        return may_try(await tries.count(reader, DOOR, address, since))


async def note_failed(database: Database, address: str) -> None:
    """Count a link that opened nothing; of the address only a keyed hash is kept."""
    async with database.writing() as writer:
        await tries.add(writer, [(DOOR, address)])
