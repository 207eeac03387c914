"""The kill suite in short: one night and two mornings on each database, killed eight times."""

from collections import Counter
from pathlib import Path

import pytest

from storage.kill_points import POINTS
from tests.kills.rounds import play

SEED = 7
KILLS = 8
FIRST = POINTS[::2]
"""The points that the one database leaves to the other."""


@pytest.mark.long
async def test_nothing_is_lost_and_nothing_happens_twice(tmp_path: Path, url: str) -> None:
    before = Counter(FIRST if url.startswith("sqlite") else POINTS[1::2])
    report = await play(tmp_path, url, SEED, kills=KILLS, before=before)
    assert report.said == []
    assert report.kills.total() >= KILLS
    assert report.seen["calls for help"] >= 2
    assert sum(report.kills[point] for point in POINTS) >= KILLS // 2
