"""A purpose is a name and a maker: whatever it makes, a page or a file, opens by the same link."""

import pytest

from conversations.screen import File
from desk.one_time_links import PURPOSES
from desk.opening import Opening
from desk.unit import Unit
from fostering.one_time_links import OneTimeLink, Purpose
from fostering.people import Person
from storage.database import Reader
from tests.storage_fixtures import ON_SQLITE
from tests.stories.browser import PAGES, browser, link_of_amina, open_link, reads, tells_nothing
from tests.town import Town


@pytest.fixture
def choices() -> dict[str, object]:
    """The service has a page of its own."""
    return {"pages_address": PAGES}


async def make_paper(_: Reader, __: Unit, link: OneTimeLink, worker: Person) -> Opening:
    """A paper about whoever the link is about, for the one who may open it."""
    paper = File(
        name="paper.pdf", media_type="application/pdf", content=b"%PDF-1.7 " + worker.id.bytes
    )
    return Opening(content=paper, shown=(link.subject,))


async def make_nothing(_: Reader, __: Unit, ___: OneTimeLink, ____: Person) -> None:
    """They may not see it any more."""


def test_every_purpose_has_its_maker() -> None:
    assert set(PURPOSES) == set(Purpose)


async def test_a_file_comes_down_once_and_its_read_is_recorded(town: Town) -> None:
    path = await link_of_amina(town)
    async with browser(town, purposes={Purpose.WHO_IS_THIS: make_paper}) as seat:
        paper = await open_link(seat, path)
        again = await open_link(seat, path)
    assert paper.headers["Content-Type"] == "application/pdf"
    assert paper.headers["Content-Disposition"] == 'attachment; filename="paper.pdf"'
    assert paper.headers["Cache-Control"] == "no-store"
    assert paper.content.startswith(b"%PDF")
    tells_nothing(again)
    amina = str(await town.person("S-003"))
    assert await reads(town, "C-001") == [(amina, "who_is_this")]


@ON_SQLITE
async def test_where_the_maker_makes_nothing_the_link_opens_nothing_and_no_read_is_recorded(
    town: Town,
) -> None:
    path = await link_of_amina(town)
    async with browser(town, purposes={Purpose.WHO_IS_THIS: make_nothing}) as seat:
        tells_nothing(await open_link(seat, path))
    assert await reads(town, "C-001") == []
