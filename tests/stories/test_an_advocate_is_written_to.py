"""A provider without a chat gets a letter that names nobody; the service never learns of it."""

import asyncio
import re
from dataclasses import replace
from urllib.parse import urlsplit

import pytest
from sqlalchemy import select

from desk.advocacy_letters import open_once
from desk.letters import DOOR, Letter, read_letter
from fostering.policy import Provider
from storage import audits, chronology, outbox
from storage.advocacies import open_now
from storage.delivery import Outcome
from storage.tables import requests
from tests.storage_fixtures import ON_SQLITE, HandClock
from tests.stories.browser import PAGES, browser, open_link, press_open, proof_in, tells_nothing
from tests.stories.deeds import forge, go_home
from tests.stories.test_somebody_on_my_side import ASK, PROVIDER, looks
from tests.town import MONDAY_MORNING, Town

VOICES = replace(PROVIDER, email="ask@voices.example")
TEES = Provider(
    name="Tees Advocacy",
    number="0161 496 0166",
    email="ask@tees.example",
    checked=MONDAY_MORNING.date(),
)
NUMBER = "07700 900399"
PERSONAL = ("Jay", "Mercer", NUMBER, "school", "decision", "Northmoor", "C-001", "Y-0")


@pytest.fixture
def clock() -> HandClock:
    """Monday morning: a working day counts from here."""
    return HandClock(MONDAY_MORNING.timestamp())


@pytest.fixture
def choices() -> dict[str, object]:
    """A mail server and a page of our own, and two providers of whom nobody is linked."""
    return {
        "views": True,
        "advocacy_provider": VOICES,
        "advocacy_next": TEES,
        "letters": True,
        "pages_address": PAGES,
    }


async def asks(town: Town) -> None:
    """Jay asks for an advocate and wants to be rung."""
    await go_home(town.jay)
    await town.jay.presses(ASK, "An advocate", "A decision about me", "That is all")
    assert "Here in this chat" not in town.jay.buttons
    await town.jay.presses("Ring me")
    await town.jay.writes(NUMBER)
    await town.jay.presses("No", "After school", "That is all", "At school or college")
    await town.jay.presses("The one we use here", "Skip")
    town.jay.sees("It does not say who you are.")
    await town.jay.presses("Yes, pass this on")


async def letter_to(town: Town, address: str) -> Letter:
    """The one letter that waits, as the mail server would get it."""
    async with town.database.writing() as writer:
        [row] = await outbox.claim(writer, "postbox", door=DOOR)
        await outbox.results(writer, [outbox.Result(delivery=row, outcome=Outcome.ACCEPTED)])
    assert row.chat == address
    return read_letter(row.body)


def link_in(letter: Letter) -> str:
    """The path of the link in a letter."""
    [address] = re.findall(r"https://\S+", "\n".join(letter.lines))
    assert address.startswith(f"{PAGES}/once/")
    return str(urlsplit(address).path)


async def counted(town: Town) -> tuple[object, ...]:
    """All that the auditor sees: the alarms and the metrics say nothing else of the database."""
    await town.settle()
    async with town.database.reading() as reader:
        return await audits.signs(reader), await audits.carried(reader)


async def test_the_letter_names_nobody_and_what_it_opens_is_answered_once(town: Town) -> None:
    staff = (town.priya, town.amina, town.grace, town.rosa)
    before, counts = [await looks(hand) for hand in staff], await counted(town)
    await asks(town)
    town.jay.sees("We have written to Young Voices. Nobody there has said yet that they have it.")
    town.jay.sees("They should say so by")
    assert await counted(town) == counts
    letter = await letter_to(town, "ask@voices.example")
    said = "\n".join((letter.subject, *letter.lines))
    assert not [word for word in PERSONAL if word in said.replace(PAGES, "")]
    path = link_in(letter)
    async with browser(town) as seat:
        asked = await seat.get(path)
        assert "Jay" not in asked.text
        assert (await seat.get(path)).status_code == 200, "looking spends nothing"
        sheet = await press_open(seat, path, proof_in(asked.text))
        for known in ("Jay Mercer asks for an advocate", NUMBER, "After school", "English"):
            assert known in sheet.text
        town.jay.sees("Nobody there has said yet that they have it.")
        tells_nothing(await open_link(seat, path))
        tells_nothing(await press_open(seat, path, proof_in(asked.text)))
        got = proof_in(sheet.text)
        tells_nothing(await press_open(seat, path, "0" * len(got)))
        noted = await press_open(seat, path, got)
        assert "They can now read that you have got it." in noted.text
        tells_nothing(await press_open(seat, path, got))
    await town.settle()
    town.jay.sees("Young Voices told us that they have it.")
    assert [await looks(hand) for hand in staff] == before
    await town.forward(days=3)
    town.jay.sees("Young Voices told us that they have it.")
    async with town.database.reading() as reader:
        assert not (await reader.connection.execute(select(requests))).all()
        [id] = await open_now(reader)
        lines = [line.event for line in (await chronology.entries(reader, [id]))[id]]
        assert not await chronology.verify(reader)
    assert {"AdvocacyLetterOpened", "AdvocacyTakenOn"} <= set(lines), "the read is on record"


@ON_SQLITE
async def test_without_an_answer_in_a_working_day_the_next_provider_is_offered(town: Town) -> None:
    staff = (town.priya, town.amina, town.grace, town.rosa)
    await asks(town)
    first = link_in(await letter_to(town, "ask@voices.example"))
    assert "Write to them too" not in town.jay.buttons
    arrived = len(town.jay.phone.notifications)
    await town.forward(days=1, hours=8)
    town.jay.sees("That is later than it should be. It is not because of you.")
    town.jay.sees("We can write to Tees Advocacy too.")
    assert len(town.jay.phone.notifications) == arrived, "nothing new arrives on a phone"
    async with browser(town) as seat:
        tells_nothing(await open_link(seat, first))
    await town.jay.presses("Write to them too")
    town.jay.sees("We have written to Tees Advocacy.")
    second = link_in(await letter_to(town, "ask@tees.example"))
    await town.jay.presses("I don't need this any more", "Yes, stop it")
    async with browser(town) as seat:
        tells_nothing(await open_link(seat, second))
    said = "|".join(["|".join(await looks(hand)) for hand in staff]).casefold()
    assert not [word for word in ("voices", "tees", "advoca") if word in said]


@ON_SQLITE
async def test_nobody_else_can_have_a_letter_written(town: Town) -> None:
    await asks(town)
    async with town.database.reading() as reader:
        [id] = await open_now(reader)
    await letter_to(town, "ask@voices.example")
    await town.forward(days=1, hours=8)
    for hand in (town.rosa, town.priya, town.amina, town.grace):
        await go_home(hand)
        await forge(hand, f"sidenext:{id.hex}")
        hand.does_not_see("Tees Advocacy")
    async with town.database.writing() as writer:
        assert not await outbox.claim(writer, "postbox", door=DOOR)


async def test_of_two_who_open_the_link_at_once_one_is_shown_what_it_holds(town: Town) -> None:
    await asks(town)
    token = link_in(await letter_to(town, "ask@voices.example")).rpartition("/")[2]
    both = (open_once(town.database, town.policy, token) for _ in range(2))
    opened = await asyncio.gather(*both, return_exceptions=True)
    assert sorted(type(each).__name__ for each in opened) == ["LinkNotGood", "Sheet"]
