"""The number to ring: the service's own first, by the hour; then that of the child's authority."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from fostering.policy import TelephoneNumber
from storage.imports import import_files
from tests.storage_fixtures import ON_SQLITE
from tests.stories.deeds import go_home, own_request, report_danger
from tests.town import ON_CALL_NUMBER, POLICY, SAMPLES, Town

EDT = TelephoneNumber(
    name="Emergency duty team",
    number="0161 496 0199",
    checked=date(2026, 11, 1),
    authority="Northmoor Council",
    while_office_shut=True,
)
SOUTH = replace(EDT, number="0161 496 0188", authority="Southmoor Council")
NUMBERS = (*POLICY.out_of_hours_numbers, EDT, SOUTH)
TO_MONDAY = timedelta(days=2, hours=10, minutes=20)


@pytest.fixture
def choices() -> dict[str, object]:
    """The emergency duty teams of two authorities."""
    return {"out_of_hours_numbers": NUMBERS}


async def test_at_night_the_on_call_team_comes_first_and_their_duty_team_after(town: Town) -> None:
    await go_home(town.rosa)
    town.rosa.sees(f"On-call team: {ON_CALL_NUMBER}, ring for anything urgent.")
    await town.rosa.presses("I need help now")
    card = town.rosa.screen
    team = "Emergency duty team, Northmoor Council: 0161 496 0199"
    assert 0 < card.index(f"On-call team: {ON_CALL_NUMBER}") < card.index(team)
    assert "Southmoor" not in card
    await town.rosa.presses("Tell the on-call team")
    town.rosa.sees(f"Ring {ON_CALL_NUMBER} now as well.")


@ON_SQLITE
async def test_by_day_the_office_answers_and_no_night_team_is_named(town: Town) -> None:
    await town.jump(seconds=TO_MONDAY.total_seconds())
    await go_home(town.rosa)
    town.rosa.sees("Duty desk: 020 7946 0456, ring for anything urgent.")
    await town.rosa.presses("I need help now")
    town.rosa.does_not_see("Emergency duty team")


@ON_SQLITE
async def test_a_report_of_one_child_names_the_team_of_that_child(
    town: Town, tmp_path: Path
) -> None:
    await own_team_for_m(town, tmp_path)
    await town.rosa.presses("I need help now")
    town.rosa.sees("Northmoor Council: 0161 496 0199")
    town.rosa.sees("Southmoor Council: 0161 496 0188")
    # Only these two teams answer now, so that the first one shown is the child's own.
    town.service.desk.policy = replace(town.policy, out_of_hours_numbers=(EDT, SOUTH))
    await report_danger(town.rosa)
    await town.rosa.presses("Hurt, ill or in hospital", "Badly hurt, ill or in hospital")
    await town.rosa.presses("Yes", "A doctor or 111", "M (robin)")
    town.rosa.sees("Ring 0161 496 0188 now as well.")
    await town.rosa.presses("Save for later", "My requests (1 open)")
    await town.rosa.presses(own_request(town.rosa))
    town.rosa.sees("Ring 0161 496 0188 now as well.")


async def own_team_for_m(town: Town, folder: Path) -> None:
    """From now on M is placed by another authority than J."""
    lists = (SAMPLES / "placements.csv").read_text(encoding="utf-8").splitlines()
    rows = [r.replace("Northmoor", "Southmoor") if "(robin)" in r else r for r in lists]
    (folder / "placements.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    seen = await import_files(town.database, [folder / "placements.csv"], town.now)
    assert not seen.problems, seen.problems
