"""`hearthline verify`: whether the chronology is as it was written."""

from commands.opening import carry_out, opened
from commands.stopping import Stopped
from storage import chronology


def verify_chronology() -> None:
    """Follow every chain; raises Stopped naming each break."""
    carry_out(_verify())


async def _verify() -> None:
    async with opened() as house, house.database.reading() as reader:
        findings = await chronology.verify(reader)
    if findings:
        raise Stopped(
            "The chronology is NOT as it was written:",
            *(f"  - chain {found.chain}, entry {found.seq}: {found.problem}" for found in findings),
            "Keep a copy of the database as it is and tell whoever is responsible for it.",
        )
    print("Every chain of the chronology holds.")
