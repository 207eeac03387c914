"""A carer asks for support: it has an owner and a clock, it is answered, and judged afterwards."""

from pathlib import Path

import pytest

from storage.imports import import_files
from tests.storage_fixtures import ON_SQLITE, HandClock
from tests.stories.deeds import go_home, lock_screen
from tests.town import MONDAY_MORNING, Town

UPHOLDS = ("SWK-07b", "DMR-19", "DMR-32", "DMR-63")


@pytest.fixture
def clock() -> HandClock:
    """It is Monday, ten in the morning."""
    return HandClock(MONDAY_MORNING.timestamp())


async def ask(town: Town, group: str, *presses: str) -> None:
    """Rosa opens *Ask for support* and presses these."""
    await go_home(town.rosa)
    await town.rosa.presses("Ask for support", group, *presses)


async def test_a_call_back_is_asked_for_given_and_judged(town: Town) -> None:
    await ask(town, "My worker, a visit, a meeting", "Ask for a call back", "In the afternoon")
    await town.rosa.presses("Skip", "The number you have for me", "No, nobody", "Send")
    town.rosa.sees("It goes to Priya Sharma.")
    town.rosa.sees("You should have a first answer by Tuesday 24 November, 17:00.")
    town.priya.sees("Ask for a call back")
    town.priya.sees("In the afternoon")
    town.amina.does_not_see("Ask for a call back")
    await town.priya.presses("I've got it", "When will I ring?", "In 60 minutes")
    town.rosa.sees("They say they will ring you by 11:00.")
    await town.priya.presses("Spoke by phone", "Yes, we have spoken", "Close with what was done")
    await town.priya.presses("We spoke by phone", "Skip", "Send")
    await town.rosa.presses("Yes, this helped")
    town.rosa.sees("You said that this helped.")
    town.priya.sees("They say that this helped.")


@ON_SQLITE
async def test_a_message_to_my_worker_is_answered_by_whoever_covers(
    town: Town, tmp_path: Path
) -> None:
    absences = tmp_path / "absences.csv"
    absences.write_text("worker,first,last,cover\nS-001,2026-11-20,2026-11-27,S-003\n")
    seen = await import_files(town.database, [absences], town.now)
    assert not seen.problems, seen.problems
    await ask(town, "My worker, a visit, a meeting", "Write to my worker")
    await town.rosa.writes("M would like to join the choir. What do you think?")
    await town.rosa.presses("No, nobody", "Send")
    town.rosa.sees("Priya Sharma is away until Friday 27 November")
    town.rosa.sees("Amina Yusuf answers in their place.")
    town.amina.sees("M would like to join the choir. What do you think?")
    await town.amina.presses("I've got it", "Reply", "Write my own")
    await town.amina.writes("Lovely idea. I'll ask the choir")
    await town.amina.presses("Send")
    town.rosa.sees("Lovely idea. I'll ask the choir")


@ON_SQLITE
async def test_an_answer_wanted_for_a_day_is_owed_before_it(town: Town) -> None:
    await ask(town, "Equipment, transport, damage", "Equipment: bed, seat, laptop")
    await town.rosa.presses(
        "A bed or bedding", "That is all", "Tomorrow", "Skip", "No, nobody", "Send"
    )
    town.rosa.sees("You should have a first answer by Monday 23 November, 17:00.")
    told = len(lock_screen(town.rosa))
    await town.forward(hours=8)
    town.rosa.sees("We promised an answer by Monday 23 November, 17:00. It has not come.")
    assert lock_screen(town.rosa, told) == ["You have a message."]


@ON_SQLITE
async def test_somebody_to_talk_to_is_urgent_and_independent_support_is_not_asked_why(
    town: Town,
) -> None:
    await ask(town, "For me and my family", "Someone independent for me")
    assert not {"Skip", "J (otter)"} & set(town.rosa.buttons)
    town.rosa.sees("We do not ask why.")
    await town.rosa.presses("No, nobody", "Ask them to ring me")
    town.priya.does_not_see("Someone independent for me")
    pages = len(lock_screen(town.amina))
    await ask(town, "A break, or someone to talk to", "Someone to talk to now")
    assert len(lock_screen(town.amina)) > pages
    town.amina.sees("Someone to talk to now")
    town.rosa.sees("is sent. Your answers are added to it as you go.")
