"""*Text for the file*: what was asked and what happened, for whoever may file it."""

import pytest

from tests.stories.browser import LABEL, PAGES, link_on, opened, reads, tells_nothing
from tests.stories.deeds import call_for_help, forge, go_home, reference_on
from tests.town import Hand, Town


@pytest.fixture
def url(sqlite_url: str) -> str:
    """On SQLite alone: nothing here competes."""
    return sqlite_url


@pytest.fixture
def choices() -> dict[str, object]:
    """The service has a page of its own."""
    return {"pages_address": PAGES}


async def ask_text(hand: Hand) -> str:
    """Press *Text for the file*; returns the path of the link."""
    await hand.presses("Text for the file")
    return link_on(hand)


async def test_it_tells_what_happened_by_whom_and_the_read_is_recorded(town: Town) -> None:
    request = await call_for_help(town)
    assert "Text for the file" not in town.amina.buttons
    await town.amina.presses("I've got it", "Spoke by phone", "Yes, we have spoken")
    await town.amina.presses("Close with what was done", "We gave advice")
    await town.amina.writes("Keep the door open.")
    await town.amina.presses("Send")
    for hand in (town.rosa, town.jay):
        await forge(hand, f"filetext:{request}")
        assert LABEL not in hand.buttons
    path = await ask_text(town.amina)
    sheet = (await opened(town, path)).text
    for words in (
        "Urgent help",
        "Rosa Okafor",
        "It was sent to us. By Rosa Okafor.",
        "Workers were called.",
        "A worker took it. By Amina Yusuf.",
        "A worker noted that they had spoken or written. By Amina Yusuf.",
        "We gave advice Keep the door open.",
    ):
        assert words in sheet, words
    assert "do NOT contact the household" not in sheet
    assert await reads(town, "C-001") == [(str(await town.person("S-003")), "file_text")]
    tells_nothing(await opened(town, path))
    await town.amina.presses("Back", "It is in the case file")
    assert "Text for the file" not in town.amina.buttons


async def test_of_a_young_person_it_says_whose_file_it_is_for(town: Town) -> None:
    await go_home(town.jay)
    await town.jay.presses("I'm not safe right now", "Message only")
    await town.amina.presses("I've got it")
    sheet = (await opened(town, await ask_text(town.amina))).text
    assert "do NOT contact the household or its supervising social worker." in sheet
    assert "own file, never for the household" in sheet
    assert await reads(town, "C-001") == []


async def test_of_a_matter_for_the_telephone_only_a_manager_reads_the_words(town: Town) -> None:
    helen = await town.join("helen", "S-006")
    await go_home(town.rosa)
    await town.rosa.presses("Something has happened", "No", "Abuse, harm or police")
    await town.rosa.presses("A child has told me about abuse", "The number you have for me", "Skip")
    reference = reference_on(town.grace, "abuse")
    await town.grace.presses("I've got it", "Reply", "Write my own")
    await town.grace.writes("Words of the matter.")
    await town.grace.presses("Send")
    sheet = (await opened(town, await ask_text(town.grace))).text
    assert "What was written is for a manager alone and is left out." in sheet
    assert "Words of the matter." not in sheet
    await helen.writes(reference)
    path = await ask_text(helen)
    assert "Words of the matter." in (await opened(town, path)).text
