"""Letters to an advocacy provider without a chat, and what is behind the link of one.

Nothing of it is told to the service: no page, list, count or alarm meets it (practice 17).
"""

from conversations.advocacy_letter import letter_sheet
from conversations.sheet import Sheet
from desk import advocacies, advocacy_scenes, scenes
from desk.advocacy_views import asked_of
from desk.one_time_links import NotRecorded
from desk.say import MARKS
from desk.turn import decided_from
from desk.unit import Unit
from fostering.advocacy import Advocacy
from fostering.advocacy_letters import may_open_letter, open_letter, take_on
from fostering.policy import Policy
from fostering.refusals import LinkNotGood
from locales import Language, language
from storage import advocacies as rows
from storage import one_time_links
from storage.database import Database, Reader
from storage.recording import record


def tongue_of_provider(policy: Policy) -> Language:
    """The first language of the service: of whoever reads the letter we know none."""
    return language(policy.languages[0])


async def look(database: Database, policy: Policy, token: str) -> Language | None:
    """The language of whoever may open this letter's link; None where it opens nothing."""
    async with database.reading() as reader:
        await database.clock.refresh(reader)
        asked = await _named(reader, token)
        if asked is None or not may_open_letter(asked, reader.now):
            return None
    return tongue_of_provider(policy)


async def open_once(database: Database, policy: Policy, token: str) -> Sheet:
    """Spend the link, put the read on record, and only then show how they may be reached.

    Raises LinkNotGood, also for whoever comes second; NotRecorded where storage failed.
    """
    unit, asked = await _unit(database, policy, token)
    words = tongue_of_provider(policy)
    marks = (words.say(MARKS[policy.mode]),) if policy.mode in MARKS else ()
    unit.decide(*open_letter(asked, unit.scene.at))
    await _record(database, policy, unit)
    return letter_sheet(words, asked, asked_of(unit, asked, None, words), marks)


async def say_got(database: Database, policy: Policy, token: str) -> Language:
    """ "We have got it": the young person reads so in their card, and nobody else. Once."""
    unit, asked = await _unit(database, policy, token)
    unit.decide(*take_on(asked, unit.scene.at))
    advocacies.tell(unit, unit.scene.advocacies[asked.id])
    await _record(database, policy, unit)
    return tongue_of_provider(policy)


async def _named(reader: Reader, token: str) -> Advocacy | None:
    if len(token) != one_time_links.LONGEST_TOKEN:
        return None
    return await rows.by_letter(reader, one_time_links.hash_of(reader, token))


async def _unit(database: Database, policy: Policy, token: str) -> tuple[Unit, Advocacy]:
    async with database.reading() as reader:
        await database.clock.refresh(reader)
        asked = await _named(reader, token)
        if asked is None:
            raise LinkNotGood
        scene = await scenes.for_clock(reader, policy, reader.now)
        await advocacy_scenes.load_due(reader, scene, asked.id)
    if asked.author not in scene.people:
        raise LinkNotGood
    return Unit(scene=scene), scene.advocacies[asked.id]


async def _record(database: Database, policy: Policy, unit: Unit) -> None:
    outcome = await record(database, [decided_from(unit, None, policy)])
    if outcome.moved:
        raise LinkNotGood
    if not outcome.recorded:
        raise NotRecorded
