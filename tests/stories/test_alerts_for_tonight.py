"""*Alerts for tonight*: a count in the chat; names, numbers and words on our own page, once."""

from dataclasses import replace
from pathlib import Path

import pytest

from storage.imports import import_files
from tests.stories.browser import (
    LABEL,
    PAGES,
    PERSONAL,
    end_placement,
    link_on,
    opened,
    reads,
    tells_nothing,
)
from tests.stories.deeds import forge, go_home
from tests.stories.private_household import turn_private
from tests.town import Hand, Town

WAY_IN = "Alerts for tonight ({count})"


@pytest.fixture
def url(sqlite_url: str) -> str:
    """On SQLite alone: nothing here competes."""
    return sqlite_url


@pytest.fixture
def choices() -> dict[str, object]:
    """The service has a page of its own."""
    return {"pages_address": PAGES}


def counted(hand: Hand) -> str:
    """The way in, as the newest first screen counts it; "" where there is none."""
    found = [label for label in hand.buttons if label.startswith("Alerts for tonight")]
    return found[-1] if found else ""


async def ask_tonight(hand: Hand) -> str:
    """Press *Alerts for tonight*, of which one runs; returns the path of the link."""
    await go_home(hand)
    await hand.presses(WAY_IN.format(count=1))
    return link_on(hand)


async def test_the_chat_counts_and_the_page_tells_and_each_read_is_recorded(town: Town) -> None:
    path = await ask_tonight(town.amina)
    town.amina.sees("1 alert runs tonight.")
    town.amina.sees("This opens once, within 10 minutes, outside this chat.")
    sheet = await opened(town, path)
    assert sheet.status_code == 200
    for words in ("Mia Foster-Lane", "M (robin)", "NM-202417", "nut allergy", "4 Quayside Row"):
        assert words in sheet.text, words
    for number in ("tel:07700900201", "tel:07700900202"):
        assert number in sheet.text
    assert "Opened by Amina Yusuf" in sheet.text
    assert "20 November 2026" in sheet.text
    assert "Jay Mercer" not in sheet.text
    amina = str(await town.person("S-003"))
    for reference in ("YP-002", "C-001", "C-002"):
        assert await reads(town, reference) == [(amina, "warnings_tonight")]
    assert await reads(town, "YP-001") == []
    tells_nothing(await opened(town, path))
    for words in (*PERSONAL, "M (robin)", "robin"):
        town.amina.does_not_see(words)
    await town.amina.presses("Back")
    assert counted(town.amina) == WAY_IN.format(count=1)


async def test_nobody_else_has_the_way_in_nor_a_link_by_force(town: Town) -> None:
    owen = await town.join("owen", "S-002")
    for hand in (town.priya, owen, town.rosa, town.jay):
        await go_home(hand)
        assert counted(hand) == ""
        await forge(hand, "tonight")
        assert LABEL not in hand.buttons
        hand.does_not_see("alert runs")
    helen = await town.join("helen", "S-006")
    for hand in (town.tom, town.grace, helen):
        await go_home(hand)
        assert counted(hand) == WAY_IN.format(count=1)


async def test_who_is_kept_from_the_household_counts_none_and_opens_no_old_link(
    town: Town, tmp_path: Path
) -> None:
    path = await ask_tonight(town.tom)
    kept = tmp_path / "households.csv"
    kept.write_text("reference,supervising_social_worker,kept_from\nH-001,S-001,S-004\n")
    assert not (await import_files(town.database, [kept], town.now)).problems
    sheet = (await opened(town, path)).text
    assert "No alert runs tonight." in sheet
    for words in PERSONAL:
        assert words not in sheet, words
    await go_home(town.tom, town.amina)
    assert counted(town.tom) == WAY_IN.format(count=0)
    assert counted(town.amina) == WAY_IN.format(count=1)
    await town.tom.presses(WAY_IN.format(count=0))
    town.tom.sees("No alert runs tonight.")
    assert LABEL not in town.tom.buttons


async def test_it_ends_with_its_placement_also_behind_a_link(town: Town, tmp_path: Path) -> None:
    path = await ask_tonight(town.amina)
    await end_placement(town, tmp_path, "P-002", "YP-002")
    assert "No alert runs tonight." in (await opened(town, path)).text
    assert await reads(town, "YP-002") == []
    await go_home(town.amina)
    assert counted(town.amina) == WAY_IN.format(count=0)


async def test_a_private_process_takes_no_alert_away_and_says_nothing_there(town: Town) -> None:
    helen = await town.join("helen", "S-006")
    await turn_private(helen)
    await go_home(town.tom, helen)
    assert counted(town.tom) == counted(helen) == WAY_IN.format(count=1)
    sheet = (await opened(town, await ask_tonight(town.tom))).text
    assert "Mia Foster-Lane" in sheet
    assert "rivate" not in sheet


async def test_without_a_page_of_its_own_the_service_gives_only_the_count(town: Town) -> None:
    town.policy = replace(town.policy, pages_address="")
    town.service.desk.policy = town.policy
    await go_home(town.amina)
    await town.amina.presses(WAY_IN.format(count=1))
    town.amina.sees("1 alert runs tonight.")
    town.amina.sees("Your service has no page of its own")
    assert not [b for m in town.amina.messages for row in m.buttons for b in row if b.url]
    for words in PERSONAL:
        town.amina.does_not_see(words)
