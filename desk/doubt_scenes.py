"""Loading the reminders in doubt that a worker settles, with whom they were for."""

from collections.abc import Sequence
from contextlib import suppress
from uuid import UUID

from conversations.screen import Press
from desk.scene import Scene
from fostering.doubts import open_doubts
from fostering.office_hours import local_date
from fostering.people import Standing
from storage import doubts, households, people
from storage.database import Reader

AGAIN = "doubtagain"


async def load(reader: Reader, scenes: Sequence[tuple[Scene, Press | None]]) -> None:
    """What is in doubt, for each worker of the batch; one question where nothing is."""
    staff = [
        (scene, scene.person, press)
        for scene, press in scenes
        if scene.person is not None and scene.person.standing is Standing.STAFF
    ]
    found = await doubts.unsettled(reader) if staff else ()
    if not found:
        return
    known = await people.load(reader, {doubt.to for doubt in found})
    homes = await households.of(reader, known.values())
    for scene, worker, press in staff:
        day = local_date(scene.at, scene.policy.office_hours)
        theirs = open_doubts(worker, found, known.values(), homes, scene.roster, day)
        scene.doubts = theirs
        for to in {doubt.to for doubt in theirs}:
            scene.people.setdefault(to, known[to])
        if press is not None and press.verb == AGAIN and press.args:
            with suppress(ValueError):
                named = UUID(hex=press.args[0])
                if named in {doubt.id for doubt in theirs}:
                    scene.doubted = await doubts.words(reader, named)
