"""*Who is this?* shows duty what they need on our own page, once, and writes down who read it."""

from pathlib import Path

import pytest

from tests.storage_fixtures import ON_SQLITE
from tests.stories.browser import (
    LABEL,
    PAGES,
    PERSONAL,
    ask_who,
    end_placement,
    link_of_amina,
    opened,
    reads,
)
from tests.stories.deeds import go_home
from tests.town import Town


@pytest.fixture
def choices() -> dict[str, object]:
    """The service has a page of its own."""
    return {"pages_address": PAGES}


async def test_what_duty_needs_is_on_the_page_and_not_in_the_chat(town: Town) -> None:
    await town.rosa.presses("I need help now", "Tell the on-call team")
    assert "Who is this?" not in town.amina.buttons
    await town.amina.presses("I've got it")
    path = await ask_who(town.amina)
    town.amina.sees("This opens once, within 10 minutes, outside this chat.")
    sheet = await opened(town, path)
    assert sheet.status_code == 200
    for words in (*PERSONAL, "Northmoor Council", "Owen Hughes", "07700 900102"):
        assert words in sheet.text, words
    for number in ("tel:07700900201", "tel:07700900102"):
        assert number in sheet.text
    assert "opened by Amina Yusuf" in sheet.text
    assert "Daniel" not in sheet.text
    # The page in the chat takes the place of the spent link.
    await town.settle()
    assert LABEL not in town.amina.buttons
    assert "Who is this?" in town.amina.buttons
    for words in PERSONAL[1:]:
        town.amina.does_not_see(words)


@ON_SQLITE
async def test_every_read_is_written_down_also_of_each_childs_details(town: Town) -> None:
    path = await link_of_amina(town)
    assert await reads(town, "YP-002") == []
    await opened(town, path)
    await opened(town, path)
    amina = str(await town.person("S-003"))
    for reference in ("C-001", "YP-001", "YP-002"):
        assert await reads(town, reference) == [(amina, "who_is_this")]
    assert await reads(town, "C-002") == []


@ON_SQLITE
async def test_what_is_not_held_is_said_and_an_alert_runs_out(town: Town) -> None:
    await link_of_amina(town)
    await town.jump(days=61)
    await town.amina.presses("I've got it")
    sheet = await opened(town, await ask_who(town.amina))
    assert "Mia Foster-Lane" in sheet.text
    assert "nut allergy" not in sheet.text
    assert sheet.text.count("Not held here.") == 2


@ON_SQLITE
async def test_a_young_person_is_shown_with_their_safe_way_and_never_their_home(
    town: Town,
) -> None:
    await go_home(town.jay)
    await town.jay.presses("I'm not safe right now", "Message only")
    await town.amina.presses("I've got it")
    sheet = (await opened(town, await ask_who(town.amina))).text
    assert "do NOT contact the household or its supervising social worker." in sheet
    assert "Safe way to reach them: message only" in sheet
    assert "For the police or an ambulance. Do not ring there." in sheet
    for words in ("Jay Mercer", "NM-201417", "Northmoor Council", "4 Quayside Row"):
        assert words in sheet, words
    for words in ("Rosa", "Daniel", "07700 900201", "07700 900202", "Mia", "Priya"):
        assert words not in sheet, words
    # Their own number is there to be rung only where they said so.
    assert "tel:07700900301" not in sheet
    await town.jay.presses("I'm not safe right now", "Call me")
    assert "tel:07700900301" in (await opened(town, await ask_who(town.amina))).text
    amina = str(await town.person("S-003"))
    assert await reads(town, "YP-001") == [(amina, "who_is_this")] * 2
    assert await reads(town, "C-001") == []
    town.rosa.does_not_see("Jay")


@ON_SQLITE
async def test_a_young_person_who_has_moved_out_is_shown_without_an_address(
    town: Town, tmp_path: Path
) -> None:
    await go_home(town.jay)
    await town.jay.presses("I'm not safe right now", "Call me")
    await town.amina.presses("I've got it")
    await end_placement(town, tmp_path, "P-001", "YP-001")
    sheet = (await opened(town, await ask_who(town.amina))).text
    assert "Jay Mercer" in sheet
    assert "No placement today." in sheet
    assert "Quayside" not in sheet


@ON_SQLITE
async def test_a_placement_that_ended_is_not_on_the_page(town: Town, tmp_path: Path) -> None:
    path = await link_of_amina(town)
    await end_placement(town, tmp_path, "P-001", "YP-001")
    sheet = (await opened(town, path)).text
    assert "Mia Foster-Lane" in sheet
    assert "nut allergy" in sheet
    assert "Jay Mercer" not in sheet
    assert await reads(town, "YP-001") == []


@ON_SQLITE
async def test_of_a_matter_for_the_telephone_only_the_number_is_told(town: Town) -> None:
    helen = await town.join("helen", "S-006")
    await go_home(town.rosa)
    await town.rosa.presses("Something has happened", "No", "Abuse, harm or police")
    await town.rosa.presses("A child has told me about abuse", "The number you have for me", "Skip")
    await town.grace.presses("I've got it")
    sheet = (await opened(town, await ask_who(town.grace))).text
    assert "By phone only: ring them. Ask nothing about it in this chat." in sheet
    assert "tel:07700900201" in sheet
    for words in PERSONAL[2:]:
        assert words not in sheet, words
    manager = (await opened(town, await ask_who(helen))).text
    assert "Mia Foster-Lane" in manager
