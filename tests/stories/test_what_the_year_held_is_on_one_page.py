"""What the year held: one page as PDF, for the carer and their worker, with nothing of a child."""

from io import BytesIO

import httpx
import pytest
from pypdf import PdfReader

from tests.storage_fixtures import HandClock
from tests.stories.browser import PAGES, link_on, opened, reads, tells_nothing
from tests.stories.deeds import forge, go_home, plan_meeting
from tests.town import MONDAY_MORNING, Town

YEAR = "What the year held"


@pytest.fixture
def url(sqlite_url: str) -> str:
    """What is counted is the same on either database."""
    return sqlite_url


@pytest.fixture
def clock() -> HandClock:
    """It is Monday, ten in the morning."""
    return HandClock(MONDAY_MORNING.timestamp())


@pytest.fixture
def choices() -> dict[str, object]:
    """The service has a page of its own."""
    return {"pages_address": PAGES}


def words_on(answer: httpx.Response) -> str:
    """The words of the one page."""
    assert answer.headers["Content-Type"] == "application/pdf"
    assert answer.headers["Content-Disposition"] == 'attachment; filename="year.pdf"'
    pages = PdfReader(BytesIO(answer.content)).pages
    assert len(pages) == 1
    return " ".join(pages[0].extract_text().split())


async def test_it_holds_supervision_and_what_was_asked_and_how_long_answers_took(
    town: Town,
) -> None:
    await plan_meeting(town.priya, "Supervisions", "24/11/2026", "10:00")
    await town.jump(days=2)
    await go_home(town.priya)
    await town.priya.presses("Supervisions", "Rosa Okafor", "It was held")
    await town.rosa.presses("Yes, it was held")
    await go_home(town.rosa)
    await town.rosa.presses("Ask for support", "Money and tax", "Tax, benefits, insurance number")
    await town.rosa.presses("Tax as a carer", "Skip", "No, nobody", "Send")
    await town.jump(days=2)
    await town.priya.presses("I've got it", "Close with what was done", "We said no. This is why:")
    await town.priya.writes("Only the tax office can say.")
    await town.priya.presses("Send")
    await go_home(town.rosa)
    await town.rosa.presses("My dates", "Annual review", YEAR)
    words = words_on(await opened(town, link_on(town.rosa)))
    assert "Rosa Okafor: from Thursday 7 May 2026 to Friday 27 November" in words
    assert "Supervision that was held 1 time. 24 November 2026" in words
    assert "Money and tax 1 time. At least half of the answers came within 2 days." in words
    assert "1 had a no, with the reason." in words


async def test_nothing_of_a_child_or_a_matter_for_the_telephone_is_in_it(town: Town) -> None:
    await go_home(town.rosa, town.jay)
    await town.rosa.presses("A child is missing")
    await town.jay.presses("I'm not safe right now")
    await go_home(town.priya)
    await town.priya.presses("Annual reviews", "Rosa Okafor", YEAR)
    path = link_on(town.priya)
    words = words_on(await opened(town, path))
    assert "What was told None is noted." in words
    for name in ("Jay", "Mia", "otter", "robin", "missing", "safe"):
        assert name not in words, name
    tells_nothing(await opened(town, path))
    priya = str(await town.person("S-001"))
    assert await reads(town, "C-001") == [(priya, "year_held")]


async def test_it_reads_from_right_to_left_in_arabic(town: Town) -> None:
    await forge(town.rosa, "lang:ar")
    await forge(town.rosa, "revyear")
    address = next(
        str(b.url) for m in town.rosa.messages for row in m.buttons for b in row if b.url
    )
    words = words_on(await opened(town, address.removeprefix(PAGES)))
    assert "إشراف" in words
    assert "{" not in words


async def test_nobody_else_is_given_a_link(
    town: Town,
) -> None:
    rosa = (await town.person("C-001")).hex
    for hand in (town.amina, town.jay):
        for data in ("revyear", f"revyear:{rosa}"):
            await forge(hand, data)
            assert not [b for m in hand.messages for row in m.buttons for b in row if b.url]
