"""A worker who must not see a report is left out everywhere, also where they were told before."""

import pytest

from tests.storage_fixtures import ON_SQLITE, HandClock
from tests.stories.deeds import forge, go_home, named_on, report_danger
from tests.town import MONDAY_MORNING, Town

UPHOLDS = ("SOU-08", "DMR-10", "DMR-25")


@pytest.fixture
def clock() -> HandClock:
    """It is Monday, ten in the morning."""
    return HandClock(MONDAY_MORNING.timestamp())


async def exclude_priya(town: Town) -> None:
    """Rosa answers the rest of her report and names Priya."""
    await town.rosa.presses("Abuse, harm or police", "Racism or hate", "No", "No")
    await town.rosa.presses("J (otter)", "Earlier today", "At home with me", "Yes")
    await town.rosa.presses("Nobody yet", "Ring me", "That is all", "The number you have for me")
    await town.rosa.presses("Skip", "Skip", "Priya Sharma (supervising)", "That is all")


async def test_the_page_is_taken_from_them_and_nothing_comes_back(town: Town) -> None:
    await report_danger(town.rosa)
    town.priya.sees("From: Rosa Okafor")
    request = named_on(town.priya, "I've got it")
    await exclude_priya(town)
    town.rosa.sees("A worker will plan with you what to do.")
    town.rosa.does_not_see("our supervising social worker")
    await town.rosa.presses("Send the rest")
    town.rosa.sees("A worker will plan with you what to do.")
    town.rosa.sees("Who sees this: the workers on duty and on call")
    town.rosa.does_not_see("our supervising social worker")
    for words in ("From: Rosa", "R-", "P0", "Racism"):
        town.priya.does_not_see(words)
    town.amina.sees("Racism or hate")
    for data in (f"got:{request}", f"req:{request}", f"reply:{request}", f"close:{request}"):
        await forge(town.priya, data)
        town.priya.does_not_see("R-")
    await go_home(town.priya)
    assert "Waiting (0)" in town.priya.buttons
    await town.priya.presses("Waiting (0)")
    town.priya.sees("Nothing here.")
    await town.rosa.presses("Add something")
    await town.rosa.writes("It was P again")
    await town.rosa.presses("Send")
    before, pushes = town.priya.all_words, len(town.priya.phone.notifications)
    await town.forward(minutes=50)
    await town.amina.presses("I've got it")
    assert town.priya.all_words == before
    assert len(town.priya.phone.notifications) == pushes


@ON_SQLITE
async def test_who_had_taken_it_loses_it_and_the_next_is_paged_at_once(town: Town) -> None:
    helen = await town.join("helen", "S-006")
    await report_danger(town.rosa)
    await town.priya.presses("I've got it")
    town.amina.sees("Taken by Priya Sharma")
    await exclude_priya(town)
    await town.settle()
    town.priya.does_not_see("R-")
    helen.sees("From: Rosa Okafor")
    town.amina.does_not_see("Taken by Priya Sharma")
    await town.rosa.presses("Send the rest")
    town.rosa.sees("No one has told us that they have picked this up yet.")


@ON_SQLITE
async def test_everybody_who_may_be_paged_can_be_kept_away(town: Town) -> None:
    await report_danger(town.rosa)
    await town.rosa.presses("Abuse, harm or police", "Racism or hate", "No", "No")
    await town.rosa.presses("J (otter)", "Earlier today", "At home with me", "Yes")
    await town.rosa.presses("Nobody yet", "Ring me", "That is all", "The number you have for me")
    await town.rosa.presses("Skip", "Skip")
    for label in (
        "Priya Sharma (supervising)",
        "Owen Hughes (child's worker)",
        "Amina Yusuf (on call)",
        "Grace Adeyemi (on-call manager)",
        "Helen Marsh (team manager)",
        "David Lloyd (service manager)",
    ):
        assert label in town.rosa.buttons
    town.rosa.sees("Someone else? Ring 020 7946 0456 and say who.")
    town.amina.sees("From: Rosa Okafor")
    await town.rosa.presses("Amina Yusuf (on call)", "That is all")
    town.amina.does_not_see("From: Rosa")
    await town.forward(minutes=30)
    town.amina.does_not_see("From: Rosa")
