"""Switches of the policy that must not be turned unseen: each turn stands in the chronology."""

from desk import rooms, scenes
from fostering.events import SwitchTurned
from fostering.policy import Policy
from storage import marks
from storage.changes import Decided
from storage.database import Database
from storage.recording import record

UNDER_16 = "under_16_on_telegram"


async def note_switches(database: Database, policy: Policy) -> None:
    """Write down that under-16s on Telegram was turned on or off since the last start."""
    now_on = policy.under_16_on_telegram
    async with database.reading() as reader:
        was_on = await marks.read(reader, UNDER_16) == "on"
        scene = await scenes.for_clock(reader, policy, database.clock.now())
    keeper = rooms.keeper_of(scene)
    if now_on == was_on or keeper is None:
        return
    turned = SwitchTurned(at=scene.at, subject=keeper.id, switch=UNDER_16, on=now_on)
    await record(database, [Decided(events=(turned,))])
    async with database.writing() as writer:
        await marks.write(writer, UNDER_16, "on" if now_on else "off")
