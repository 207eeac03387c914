"""Whatever a young person says or asks for: the household's every screen stays the same.

And so is every query, count, menu, reminder and line of the outbox that is made for its people;
also where the young person is asked before a move that the household knows of.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import Engine, event, select

from storage.database import Database
from storage.trays import outbox
from tests.storage_fixtures import HandClock
from tests.stories.check_ins import answers, says_how_things_are
from tests.stories.deeds import forge, go_home, lock_screen, named_on
from tests.stories.twice import another_town
from tests.town import MONDAY_MORNING, Hand, Town, a_town

HOUSEHOLD = ("rosa", "daniel", "priya")
"""Both carers, and the supervising social worker of their household."""
LOOKS = {
    "rosa": ("home", "reqs", "sup", "expect", "decides", "help", "lang"),
    "daniel": ("home", "reqs", "expect"),
    "priya": ("home", "waiting", "mine", "todo", "sups", "opens", "help"),
}
DAYS = "caredays"
"""The screen of a child's care review and planned move, for the household's worker."""
OWN = re.compile(r"R-[0-9A-Z]{6}|\b[0-9a-f]{32}\b")


@pytest.fixture
def url(sqlite_url: str) -> str:
    """What a household sees does not hang on the database."""
    return sqlite_url


@pytest.fixture
def clock() -> HandClock:
    """It is Monday, 10:00."""
    return HandClock(MONDAY_MORNING.timestamp())


async def test_all_is_the_same_whether_or_not_the_young_person_said_anything(
    database: Database, clock: HandClock, sqlite_template: Path, tmp_path: Path
) -> None:
    async with a_town(database, clock, views=True) as town:
        said = await lived_through(town, jay_says=True)
    async with another_town(sqlite_template, tmp_path, MONDAY_MORNING, views=True) as town:
        silent = await lived_through(town, jay_says=False)
    for moment, (one, another) in enumerate(zip(said, silent, strict=True)):
        assert one == another, moment


async def lived_through(town: Town, *, jay_says: bool) -> list[object]:
    """A fortnight; returns what the household's phones showed, and all that was asked for them."""
    await town.join("daniel", "C-002")
    owen = await town.join("owen", "S-002")
    await forge(owen, f"themyes:{(await town.person('YP-001')).hex}")
    helen = await town.join("helen", "S-006")
    await go_home(town.jay, town.rosa, town.hands["daniel"], town.priya)
    seen: list[object] = []
    await look(town, seen)
    if jay_says:
        await forge(town.jay, "phoneuse:own")
        await forge(town.jay, "safe:answers_on")
        await forge(town.jay, "safe:weekly")
        await go_home(town.jay)
        await says_how_things_are(town.jay, "my carer shouts and I am scared")
        await town.jay.presses("Send")
    await look(town, seen)
    await town.forward(days=3)
    if jay_says:
        await helen.presses("Open it", "Open and read it")
        await owen.presses("Open and read it")
        await answers(owen)
    await town.forward(days=1)
    if jay_says:
        town.jay.sees("There is something new for you.")
    await look(town, seen)
    if jay_says:
        await go_home(town.jay)
        await town.jay.presses("What happened with what I said", "Monday 23 November")
        await town.jay.presses("No, it doesn't make sense")
        await town.jay.presses("Back to the start")
    await town.forward(days=1)
    if jay_says:
        await helen.presses("Open and read it")
        await answers(helen, "There is a room free from Friday.")
        await town.jay.presses("What happened with what I said", "Monday 23 November")
    await look(town, seen)
    if jay_says:
        await go_home(town.jay)
        await town.jay.presses("Ask for something or a visit", "Time with my family")
        await town.jay.presses("Owen Hughes (my social worker)", "That is all")
        await town.jay.writes("I want to see my sister")
        await town.jay.presses("Tomorrow", "Send")
        await owen.presses("Open and read it")
        await answers(owen, "You see her on Sunday.")
        await town.jay.presses("What happened with what I said", "Saturday 28 November")
        town.jay.sees("You see her on Sunday.")
        await forge(town.jay, "safe:occasions")
        await go_home(town.jay)
    await go_home(town.priya)
    await town.priya.presses("Who decides?", "J (otter)", "Care review and move", "Set a move")
    await town.priya.writes("25 December")
    await town.priya.presses("Send")
    before = len(lock_screen(town.jay))
    await town.forward(days=1)
    await look(town, seen)
    await town.forward(days=7)
    assert len(lock_screen(town.jay)) == before + jay_says
    await look(town, seen)
    if jay_says:
        await town.jay.presses("Open", "Say how things are")
        town.jay.sees("A move is planned for Friday 25 December.")
        await town.jay.presses("Cancel", "Yes, throw them away")
        await says_how_things_are(town.jay, "I do not want to move")
        await town.jay.presses("Send")
    await look(town, seen)
    await town.forward(days=1)
    await look(town, seen)
    return seen


async def look(town: Town, seen: list[object]) -> None:
    """Every list and menu of theirs, what each look asks of the database, and their outbox."""
    for name in HOUSEHOLD:
        hand = town.hands[name]
        for data in LOOKS[name]:
            with asked_of_the_database() as statements:
                await forge(hand, data)
            seen.append((name, data, whole_phone(hand), statements))
    await go_home(town.priya)
    await town.priya.presses("Who decides?")
    key = named_on(town.priya, "J (otter)")
    with asked_of_the_database() as statements:
        await forge(town.priya, f"{DAYS}:{key}")
    seen.append((DAYS, whole_phone(town.priya), statements))
    await town.service.menus.refresh()
    seen.append(dict(town.world.menus))
    seen.append(await carried(town))


@contextmanager
def asked_of_the_database() -> Iterator[list[str]]:
    """The words of every statement about what we remember; the ids in them are chance.

    Fetching a sealing key is left out: whoever comes first that day fetches it for all.
    """
    statements: list[str] = []

    def note(*given: object) -> None:
        if "wrapped_keys" not in str(given[2]):
            statements.append(str(given[2]))

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield statements
    finally:
        event.remove(Engine, "before_cursor_execute", note)


async def carried(town: Town) -> list[tuple[object, ...]]:
    """What the outbox holds and held for the people of the household, without chance ids."""
    columns = (outbox.c.lane, outbox.c.card, outbox.c.state, outbox.c.edit_only)
    rows: list[tuple[object, ...]] = []
    async with town.database.reading() as reader:
        for reference in ("C-001", "C-002", "S-001"):
            person = await town.person(reference)
            wanted = select(*columns).where(outbox.c.address == person.hex)
            found = await reader.connection.execute(wanted.order_by(outbox.c.number))
            rows += [(reference, *(OWN.sub("", str(part)) for part in row)) for row in found]
    return rows


def whole_phone(hand: Hand) -> object:
    """Words, buttons, lock screen and short answers; a reference of one's own is a chance."""
    shown = [
        (OWN.sub("R-", m.text or ""), [[b.text for b in row] for row in m.buttons])
        for m in hand.messages
    ]
    return hand.phone.name, shown, list(hand.phone.notifications), list(hand.toasts)
