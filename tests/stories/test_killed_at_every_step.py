"""Killed from outside at every step of a report: it is whole and single at the end.

On PostgreSQL the same is shown by the kill suite in short (tests/kills).
"""

from pathlib import Path

import pytest
from sqlalchemy import select

from storage import chronology
from storage.kill_points import RECORDED, SENT, STORED
from storage.tables import drafts, requests
from tests.storage_fixtures import ON_SQLITE
from tests.town_outside import TownOutside, a_town_outside

POINTS = (STORED, RECORDED, SENT)
"""One for each of the three: receiving, deciding, carrying. tests/kills tries every point."""
OPENED = "Something has changed at home"
STEPS = (
    "Who lives here or visits",
    "Someone at home turns 18",
    "It has happened",
    "written: She has her party on Saturday",
    "No, nobody",
    "Send",
)
"""What the carer does after opening the form."""


@pytest.mark.long
@ON_SQLITE
@pytest.mark.parametrize("point", POINTS)
async def test_a_report_survives_a_kill_at_every_step(tmp_path: Path, url: str, point: str) -> None:
    async with a_town_outside(tmp_path, url) as town:
        await town.rosa.writes("/home")
        await town.rosa.presses(OPENED)
        for step in STEPS:
            await act(town, step, point)
        assert town.process.kills == len(STEPS)
        await assert_whole_and_single(town)


async def act(town: TownOutside, step: str, point: str) -> None:
    """Rosa takes a step; at this point of it the process is killed and started again."""
    town.process.stand_still_at(point)
    if step.startswith("written: "):
        town.rosa.phone.says(step.removeprefix("written: "))
    else:
        town.rosa.phone.presses(step)
    await town.process.reached(point)
    await town.process.kill()
    await town.process.start()
    await town.settle()


async def assert_whole_and_single(town: TownOutside) -> None:
    """One request with every answer, no draft left, an unbroken chronology, one reference."""
    async with town.database.reading() as reader:
        found = (await reader.connection.execute(select(requests))).all()
        assert len(found) == 1
        assert not (await reader.connection.execute(select(drafts.c.id))).all()
        assert not await chronology.verify(reader)
        lines = (await chronology.entries(reader, [found[0].id]))[found[0].id]
    raised = [line for line in lines if line.event == "RequestRaised"]
    assert len(raised) == 1
    town.rosa.sees(found[0].reference)
    words = town.rosa.all_words + town.amina.all_words
    assert {word for word in words.split() if word.startswith("R-")} == {found[0].reference}
