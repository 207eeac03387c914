"""On an SQLite file one process runs; after a crash the next takes up at once what it held."""

from pathlib import Path

import pytest

from storage.kill_points import CLAIMED, DECIDED
from tests.processes import hearthline
from tests.town_outside import a_town_outside


@pytest.mark.parametrize("point", [DECIDED, CLAIMED])
async def test_what_a_dead_process_held_is_free_for_the_next_one(
    tmp_path: Path, sqlite_url: str, point: str
) -> None:
    async with a_town_outside(tmp_path, sqlite_url) as town:
        town.process.stand_still_at(point)
        town.rosa.phone.says("/home")
        await town.process.reached(point)
        second = await hearthline(town.process.place, "run")
        assert second.code == 1
        assert "running already" in second.err
        await town.process.kill()
        await town.process.let_leases_last()
        await town.process.start()
        await town.settle()
        assert "Something has changed at home" in town.rosa.buttons
        assert await town.process.stop() == 0
