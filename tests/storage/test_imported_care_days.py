"""The days of care reviews and moves come by a list: previewed, refused when past, taken away."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy import select

from fostering.care_day_notes import days_of
from fostering.care_days import CareDays
from storage import people
from storage.database import Database
from storage.imports import Preview, import_files, preview
from storage.tables import people as rows
from tests.storage.making import AT, take_in_samples

HEAD = "young_person,next_care_review,planned_move\n"
TODAY = AT.date()


@pytest.fixture
def url(sqlite_url: str) -> str:
    """What a list says does not hang on the database."""
    return sqlite_url


async def take(
    database: Database, folder: Path, line: str, *, only_look: bool = False, at: datetime = AT
) -> Preview:
    """Take in, or only look at, a list of this one line."""
    path = folder / "care_days.csv"
    path.write_text(f"{HEAD}{line}\n", encoding="utf-8")
    return await (preview if only_look else import_files)(database, [path], at)


async def of_jay(database: Database) -> tuple[CareDays, datetime | None]:
    """Jay's days, and when the clock looks at Jay next."""
    async with database.reading() as reader:
        (jay,) = (await people.by_import_reference(reader, ["YP-001"])).values()
        known = (await people.load(reader, [jay]))[jay]
        at = await reader.connection.scalar(select(rows.c.next_due_at).where(rows.c.id == jay))
    return days_of(known), at


async def test_a_preview_shows_what_changes_and_writes_nothing(
    database: Database, tmp_path: Path
) -> None:
    await take_in_samples(database)
    before = await of_jay(database)
    seen = await take(database, tmp_path, "YP-001,2027-01-11,2027-02-01", only_look=True)
    was = before[0].review
    assert seen.changed == (
        f"Jay Mercer: next_care_review {was} becomes 2027-01-11, "
        "planned_move not set becomes 2027-02-01",
    )
    assert await of_jay(database) == before


async def test_the_days_are_taken_and_the_clock_looks_and_an_empty_cell_takes_one_away(
    database: Database, tmp_path: Path
) -> None:
    await take_in_samples(database)
    await take(database, tmp_path, "YP-001,2027-01-11,2027-02-01")
    days, at = await of_jay(database)
    assert (days.review, days.move) == (date(2027, 1, 11), date(2027, 2, 1))
    assert at is not None
    assert not (await take(database, tmp_path, "YP-001,2027-01-11,2027-02-01")).changed
    await take(database, tmp_path, "YP-001,2027-01-11,")
    assert (await of_jay(database))[0].move is None


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("YP-001,2020-01-01,", "next_care_review has passed: give the next one, or leave it empty"),
        ("YP-001,,2020-01-01", "planned_move has passed: give the next one, or leave it empty"),
        ("YP-001,soon,", "next_care_review must be a day such as 2026-11-22"),
        ("C-001,2027-01-11,", "C-001 is not a young person"),
        ("YP-999,2027-01-11,", "there is no person YP-999"),
    ],
)
async def test_a_wrong_or_past_day_is_named_and_nothing_changes(
    database: Database, tmp_path: Path, line: str, said: str
) -> None:
    await take_in_samples(database)
    before = await of_jay(database)
    seen = await take(database, tmp_path, line)
    assert seen.problems == (f"care_days.csv, line 2: {said}",)
    assert await of_jay(database) == before


async def test_the_same_list_after_the_review_changes_nothing(
    database: Database, tmp_path: Path
) -> None:
    await take_in_samples(database)
    await take(database, tmp_path, "YP-001,2027-01-11,")
    later = datetime(2027, 1, 12, 9, tzinfo=UTC)
    seen = await take(database, tmp_path, "YP-001,2027-01-11,", at=later)
    assert not seen.problems
    assert not seen.changed
