"""An annual review that nobody prepares: who hears of it, and who never does."""

from pathlib import Path

import pytest

from storage.imports import import_files
from tests.storage_fixtures import HandClock
from tests.stories.deeds import forge, go_home
from tests.stories.test_the_annual_review_comes_round import (
    say_how_the_year_was,
    wait_until,
)
from tests.town import MONDAY_MORNING, Town

NO_DATE = "No date is fixed for the annual review of Rosa Okafor. It is due by Friday 7 May 2027."
OVERDUE = "The annual review of Rosa Okafor was due by Friday 7 May 2027 and is overdue."
ASK = "Ask J (otter) what they want the review to know."
TO_DO = "Have them ask what the child wants the review to know: J (otter) and M (robin)."


@pytest.fixture
def url(sqlite_url: str) -> str:
    """What is told to whom is the same on either database."""
    return sqlite_url


@pytest.fixture
def clock() -> HandClock:
    """It is Monday, ten in the morning."""
    return HandClock(MONDAY_MORNING.timestamp())


async def test_each_childs_own_worker_asks_the_child_and_the_carer_never_knows(town: Town) -> None:
    owen = await town.join("owen", "S-002")
    await wait_until(town, 30)
    owen.sees("The approval of Rosa Okafor is reviewed by Friday 7 May 2027.")
    owen.sees(ASK)
    asks = [said for said in owen.messages if ASK in (said.text or "")]
    assert asks
    assert not any("Jay" in (said.text or "") for said in asks)
    for hand in (town.rosa, town.priya, town.jay):
        hand.does_not_see("want the review to know")


async def test_a_worker_who_is_not_linked_is_something_to_do_for_the_carers_own(
    town: Town,
) -> None:
    await wait_until(town, 30)
    town.priya.sees(TO_DO)
    await go_home(town.priya)
    await town.priya.presses("Annual reviews", "Rosa Okafor")
    town.priya.sees("have the child's social worker ask the child: J (otter) and M (robin).")
    town.rosa.does_not_see("the child")


async def test_it_comes_round_for_a_carer_with_whom_no_child_is_placed(
    town: Town, tmp_path: Path
) -> None:
    (tmp_path / "placements.csv").write_text(
        "reference,household,young_person,label,first,last\n"
        "P-001,H-001,YP-001,J (otter),2026-01-01,2026-11-20\n"
        "P-002,H-001,YP-002,M (robin),2026-01-01,2026-11-20\n",
        encoding="utf-8",
    )
    seen = await import_files(town.database, [tmp_path / "placements.csv"], town.now)
    assert not seen.problems, seen.problems
    await wait_until(town, 20)
    town.rosa.sees("Your annual review is due by Friday 7 May 2027.")
    town.priya.sees("Begin to gather views:")
    town.priya.does_not_see("want the review to know")


async def test_without_a_date_the_manager_hears_and_when_late_the_service_manager(
    town: Town,
) -> None:
    helen, david = await town.join("helen", "S-006"), await town.join("david", "S-007")
    await wait_until(town, 14)
    town.priya.sees(NO_DATE)
    helen.sees(NO_DATE)
    david.does_not_see("annual review")
    await wait_until(town, 0)
    david.does_not_see("annual review")
    await wait_until(town, -1)
    david.sees(OVERDUE)
    town.priya.sees(OVERDUE)
    helen.does_not_see(OVERDUE)
    await go_home(town.rosa)
    await town.rosa.presses("My dates")
    late = "It was due by Friday 7 May 2027 and is late. The service must put this right."
    town.rosa.sees(late)
    await forge(town.rosa, "expect")
    town.rosa.sees("It was due by Friday 7 May 2027 and is late.")
    told = david.all_words.count(OVERDUE)
    await town.jump(days=3)
    assert david.all_words.count(OVERDUE) == told


async def test_after_an_outage_the_worker_hears_the_newest_alone(town: Town) -> None:
    await wait_until(town, -5)
    town.priya.sees(OVERDUE)
    town.priya.does_not_see("Begin to gather views:")
    town.priya.does_not_see(NO_DATE)


async def test_nothing_is_told_of_a_carer_who_has_left_until_they_are_back(
    town: Town, tmp_path: Path
) -> None:
    people = tmp_path / "people.csv"
    leaves = "reference,standing,name,household,active\nC-002,carer,Daniel Okafor,H-001,{}\n"
    people.write_text(leaves.format("no"), encoding="utf-8")
    await import_files(town.database, [people], town.now)
    await wait_until(town, 10)
    town.priya.sees("Rosa Okafor. It is due by Friday 7 May 2027.")
    town.priya.does_not_see("Daniel Okafor. It is due by Friday 7 May 2027.")
    people.write_text(leaves.format("yes"), encoding="utf-8")
    await import_files(town.database, [people], town.now)
    await town.jump(minutes=5)
    town.priya.sees("Daniel Okafor. It is due by Friday 7 May 2027.")


async def test_whoever_must_not_see_it_does_not_and_a_manager_has_it(town: Town) -> None:
    helen = await town.join("helen", "S-006")
    owen = await town.join("owen", "S-002")
    await wait_until(town, 60)
    await say_how_the_year_was(town, "Priya Sharma (supervising)", "That is all")
    helen.sees("The holidays went well.")
    for hand in (town.priya, town.tom, town.amina, owen):
        hand.does_not_see("holidays")


async def test_a_worker_sees_their_own_carers_a_manager_all_and_nobody_else_any(
    town: Town,
) -> None:
    helen = await town.join("helen", "S-006")
    for hand in (town.priya, helen):
        await go_home(hand)
        await hand.presses("Annual reviews")
        hand.sees("Rosa Okafor: no date fixed, due by Friday 7 May 2027")
        hand.sees("Daniel Okafor: no date fixed, due by Friday 7 May 2027")
    await go_home(town.amina)
    assert "Annual reviews" not in town.amina.buttons
    rosa = await town.person("C-001")
    for data in ("revs", f"revof:{rosa.hex}", f"revplan:{rosa.hex}", f"revon:{rosa.hex}"):
        await forge(town.amina, data)
        town.amina.does_not_see("Rosa Okafor")
        await forge(town.jay, data)
        town.jay.does_not_see("Rosa Okafor")


async def test_held_on_another_day_the_carer_may_say_that_it_was_not(town: Town) -> None:
    await go_home(town.priya)
    await town.priya.presses("Annual reviews", "Rosa Okafor", "It was held on another day")
    await town.priya.writes("20/11/2026")
    await town.priya.presses("Skip", "Send")
    town.rosa.sees("We were told that it was held on Friday 20 November 2026.")
    await town.rosa.presses("It did not happen")
    town.priya.sees("Rosa Okafor says the annual review did not happen. Fix a new date.")
    town.rosa.sees("Last annual review: Thursday 7 May 2026")


async def test_undisputed_for_five_working_days_it_counts_as_held(town: Town) -> None:
    await go_home(town.priya)
    await town.priya.presses("Annual reviews", "Rosa Okafor", "It was held on another day")
    await town.priya.writes("20/11/2026")
    await town.priya.presses("Skip", "Send")
    await town.jump(days=8)
    await forge(town.rosa, "rev")
    town.rosa.sees("Last annual review: Friday 20 November 2026")
    town.rosa.sees("It must be held by Saturday 20 November 2027.")
