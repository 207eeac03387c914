"""Whoever must not know cannot ask *Who is this?*, nor open what they asked for before."""

from dataclasses import replace
from pathlib import Path

import pytest

from storage.imports import import_files
from tests.storage_fixtures import ON_SQLITE
from tests.stories.browser import (
    LABEL,
    PAGES,
    PERSONAL,
    end_placement,
    link_of_amina,
    link_on,
    opened,
    tells_nothing,
)
from tests.stories.deeds import call_for_help, forge, go_home, named_on, report_danger
from tests.stories.test_an_excluded_worker_sees_nothing import exclude_priya
from tests.town import Town


@pytest.fixture
def choices() -> dict[str, object]:
    """The service has a page of its own."""
    return {"pages_address": PAGES}


async def test_nobody_can_ask_before_somebody_has_it_and_no_stranger_ever(town: Town) -> None:
    request = await call_for_help(town)
    await forge(town.amina, f"whois:{request}")
    assert "first, then do this" in town.amina.toasts[-1]
    await town.amina.presses("I've got it")
    for hand in (town.rosa, town.jay):
        await forge(hand, f"whois:{request}")
    for data in ("whois:nonsense", f"whois:{'0' * 32}"):
        await forge(town.amina, data)
    for hand in (town.amina, town.rosa, town.jay):
        assert LABEL not in hand.buttons
        hand.does_not_see("outside this chat")


@ON_SQLITE
async def test_an_excluded_worker_opens_nothing_not_even_what_they_asked_before(
    town: Town,
) -> None:
    await report_danger(town.rosa)
    request = named_on(town.amina, "I've got it")
    await town.amina.presses("I've got it")
    await forge(town.priya, f"whois:{request}")
    path = link_on(town.priya)
    await exclude_priya(town)
    await town.rosa.presses("Send the rest")
    tells_nothing(await opened(town, path))
    await forge(town.priya, f"whois:{request}")
    assert LABEL not in town.priya.buttons


@ON_SQLITE
async def test_whoever_sees_by_a_placement_loses_the_link_with_it(
    town: Town, tmp_path: Path
) -> None:
    owen = await town.join("owen", "S-002")
    request = await call_for_help(town)
    await town.amina.presses("I've got it")
    await forge(owen, f"whois:{request}")
    path = link_on(owen)
    await end_placement(town, tmp_path, "P-001", "YP-001")
    await end_placement(town, tmp_path, "P-002", "YP-002")
    tells_nothing(await opened(town, path))


@ON_SQLITE
async def test_a_lost_phone_opens_nothing(town: Town) -> None:
    path = await link_of_amina(town)
    await go_home(town.tom)
    await town.tom.presses("A phone is lost: unlink it", "Amina Yusuf", "Yes, cut it off")
    tells_nothing(await opened(town, path))


@ON_SQLITE
async def test_after_it_is_closed_nothing_opens(town: Town) -> None:
    path = await link_of_amina(town)
    request = named_on(town.amina, "Back")
    await town.amina.presses("Back", "Spoke by phone", "Yes, we have spoken")
    await town.amina.presses("Close with what was done", "We gave advice", "Skip", "Send")
    tells_nothing(await opened(town, path))
    await forge(town.amina, f"whois:{request}")
    assert LABEL not in town.amina.buttons


@ON_SQLITE
async def test_somebody_kept_from_the_household_opens_nothing(town: Town, tmp_path: Path) -> None:
    path = await link_of_amina(town)
    kept = tmp_path / "households.csv"
    kept.write_text("reference,supervising_social_worker,kept_from\nH-001,S-001,S-003\n")
    assert not (await import_files(town.database, [kept], town.now)).problems
    tells_nothing(await opened(town, path))
    await town.amina.presses("Back")
    assert not {LABEL, "Who is this?"} & set(town.amina.buttons)


@ON_SQLITE
async def test_without_a_page_of_its_own_the_service_gives_nothing_away(town: Town) -> None:
    town.policy = replace(town.policy, pages_address="")
    town.service.desk.policy = town.policy
    await town.rosa.presses("I need help now", "Tell the on-call team")
    await town.amina.presses("I've got it", "Who is this?")
    town.amina.sees("Your service has no page of its own")
    assert not [b for m in town.amina.messages for row in m.buttons for b in row if b.url]
    for words in PERSONAL[1:]:
        town.amina.does_not_see(words)
    await town.amina.presses("Back")
    assert "Who is this?" in town.amina.buttons
