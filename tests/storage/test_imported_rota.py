"""The rota is taken in whole for its days, after a look; what is wrong in it is refused by row."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from fostering.rota_shifts import Place, Shift
from storage import people
from storage.database import Database
from storage.imports import Preview, import_files, preview
from tests.storage.making import AT, take_in_samples

HEADER = "worker,starts,ends,place\n"


@pytest.fixture
def url(sqlite_url: str) -> str:
    """On SQLite alone: what is read and refused is the same on both."""
    return sqlite_url


def rota(folder: Path, *rows: str) -> list[Path]:
    """A rota with these rows."""
    path = folder / "rota.csv"
    path.write_text(HEADER + "".join(f"{row}\n" for row in rows))
    return [path]


async def shifts_of(database: Database, reference: str) -> tuple[Shift, ...]:
    """The shifts of a worker as they are kept."""
    async with database.reading() as reader:
        known = await people.by_import_reference(reader, [reference])
        found = await people.load(reader, known.values())
    return found[known[reference]].shifts


async def test_a_look_says_what_changes_and_changes_nothing(
    database: Database, tmp_path: Path
) -> None:
    await take_in_samples(database)
    files = rota(tmp_path, "S-003,2026-11-21 17:00,2026-11-22 09:00,first")
    words = "Rota: 2026-11-21 17:00 to 2026-11-22 09:00, first, Amina Yusuf"
    assert (await preview(database, files, AT)).changed == (words,)
    assert await shifts_of(database, "S-003") == ()
    assert (await import_files(database, files, AT)).changed == (words,)
    [shift] = await shifts_of(database, "S-003")
    assert shift.starts == datetime(2026, 11, 21, 17, tzinfo=UTC)
    assert await import_files(database, files, AT) == Preview()


async def test_the_days_of_a_list_are_replaced_as_a_whole_and_others_stay(
    database: Database, tmp_path: Path
) -> None:
    await take_in_samples(database)
    both = rota(
        tmp_path,
        "S-003,2026-11-21 17:00,2026-11-22 09:00,first",
        "S-003,2026-11-22 17:00,2026-11-23 09:00,first",
        "S-004,2026-11-22 17:00,2026-11-23 09:00,second",
    )
    await import_files(database, both, AT)
    second = rota(tmp_path, "S-004,2026-11-22 18:00,2026-11-23 09:00,first")
    seen = await import_files(database, second, AT)
    assert [words.partition(":")[0] for words in seen.changed] == [
        "Rota, no longer",
        "Rota, no longer",
        "Rota",
    ]
    assert len(await shifts_of(database, "S-003")) == 1
    [shift] = await shifts_of(database, "S-004")
    assert shift.place is Place.FIRST


async def test_what_has_been_over_for_a_week_is_not_kept(
    database: Database, tmp_path: Path
) -> None:
    await take_in_samples(database)
    old = rota(tmp_path, "S-003,2026-09-01 17:00,2026-09-02 09:00,first")
    await import_files(database, old, AT)
    new = rota(tmp_path, "S-004,2026-12-20 17:00,2026-12-21 09:00,first")
    assert len((await import_files(database, new, AT)).changed) == 2
    assert await shifts_of(database, "S-003") == ()


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        (["S-003,2026-11-21 17:00,2026-11-21 16:00,first"], "line 2: ends is not after starts"),
        (["S-003,2026-11-21 17:00,2026-11-26 09:00,first"], "longer than three days"),
        (["S-999,2026-11-21 17:00,2026-11-22 09:00,first"], "there is no person S-999"),
        (["C-001,2026-11-21 17:00,2026-11-22 09:00,first"], "C-001 is not a staff"),
        (["S-001,2026-11-21 17:00,2026-11-22 09:00,first"], "S-001 cannot be first"),
        (["S-003,2026-11-21 17:00,2026-11-22 09:00,manager"], "S-003 cannot be manager"),
        (["S-003,2026-11-21 17:00,2026-11-22 09:00,third"], "place must be one of"),
        (["S-003,2026-11-21,2026-11-22 09:00,first"], "starts must be a local time"),
        (["S-003,2027-03-28 01:30,2027-03-28 09:00,first"], "the clock skips"),
        (["S-003,2027-10-30 17:00,2027-10-31 01:30,first"], "ends is in the hour that comes twice"),
        (
            [
                "S-003,2026-11-21 17:00,2026-11-22 09:00,first",
                "S-004,2026-11-22 08:00,2026-11-23 09:00,first",
            ],
            "line 3: two are first at 2026-11-22 08:00: an overlap",
        ),
        (
            [
                "S-003,2026-11-21 17:00,2026-11-22 09:00,first",
                "S-003,2026-11-21 17:00,2026-11-22 09:00,second",
            ],
            "line 3: S-003 has another place at the same time",
        ),
    ],
)
async def test_a_wrong_row_is_named_and_nothing_is_taken_in(
    database: Database, tmp_path: Path, rows: list[str], reason: str
) -> None:
    await take_in_samples(database)
    seen = await import_files(database, rota(tmp_path, *rows), AT)
    assert len(seen.problems) == 1
    assert reason in seen.problems[0]
    assert await shifts_of(database, "S-003") == ()


async def test_a_list_may_not_overlap_the_night_before_it(
    database: Database, tmp_path: Path
) -> None:
    await take_in_samples(database)
    await import_files(
        database, rota(tmp_path, "S-003,2026-11-21 17:00,2026-11-22 09:00,first"), AT
    )
    early = rota(tmp_path, "S-004,2026-11-22 08:00,2026-11-22 17:00,first")
    seen = await import_files(database, early, AT)
    assert "an overlap" in seen.problems[0]


async def test_who_has_left_is_on_no_rota(database: Database, tmp_path: Path) -> None:
    await take_in_samples(database)
    left = tmp_path / "people.csv"
    left.write_text(
        "reference,standing,name,roles,turn,active\n"
        "S-004,staff,Tom Barker,out_of_hours_worker,2,no\n"
    )
    files = [left, *rota(tmp_path, "S-004,2026-11-21 17:00,2026-11-22 09:00,first")]
    seen = await import_files(database, files, AT)
    assert seen.problems == ("rota.csv, line 2: S-004 is not active",)
