"""What the lists of staff hold, loaded when one of them is opened."""

from collections.abc import Sequence
from datetime import timedelta

from desk.scene import Scene
from fostering.office_hours import last_closing
from fostering.requests import Request
from storage import firsts, households, requests
from storage.database import Reader

ALL_OPEN = ("opens", "morning", "opensby")
LOOKS_BACK = "morning"
COUNTS = "kept"
NOT_FILED = "notfiled"
COUNTED_DAYS = 31
"""A day more than is counted, so that no zone cuts one off."""


async def load_list(reader: Reader, scene: Scene, verb: str) -> None:
    """What the list of this verb holds, and nothing for any other."""
    if verb in ALL_OPEN:
        await _load(reader, scene, await requests.open_now(reader))
    if verb == LOOKS_BACK:
        since = last_closing(scene.policy, scene.at)
        await _load(reader, scene, await requests.raised_since(reader, since))
    if verb == COUNTS:
        since = scene.at - timedelta(days=COUNTED_DAYS)
        await _load(reader, scene, await requests.raised_since(reader, since))
        scene.firsts = await firsts.of(reader, scene.requests)
    if verb == NOT_FILED:
        await _load(reader, scene, await requests.not_filed(reader))


async def _load(reader: Reader, scene: Scene, listed: Sequence[Request]) -> None:
    """All requests of a list, each with its household."""
    found = {request.id: request for request in listed}
    scene.requests = found | scene.requests
    homes = {r.household for r in found.values() if r.household} - scene.households.keys()
    scene.households |= await households.load(reader, sorted(homes)) if homes else {}
