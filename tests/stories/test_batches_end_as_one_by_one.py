"""However what people send is handed over, in batches or one by one, it ends the same (T03).

Each person's own order is kept; whose comes before whose among persons, and how many come together,
is Telegram's affair.
"""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import select

from storage.database import Database
from storage.tables import chronology
from tests.begun import KEYS, BegunFiles
from tests.storage_fixtures import HandClock
from tests.stories.deeds import call_for_help, go_home, named_on
from tests.town import FRIDAY_NIGHT, Hand, Town, a_town

ONE_BY_ONE = 0
SEEDS = (1, 2)
OWN = re.compile(r"R-[0-9A-Z]{6}")
Sent = tuple[Hand, int, str]
"""Whose hand, the message it has before it, and words, or what a button carries after a colon."""


async def test_batches_in_any_order_among_persons_end_as_one_by_one(files: list[Path]) -> None:
    screens, events = await played(files[ONE_BY_ONE], ONE_BY_ONE)
    assert screens["rosa"][0].startswith("Someone at home turns 18 · R-\nSent")
    assert ("RequestRaised", "WorkerPaged", "RequestAcknowledged", "ContactRecorded") in events
    for seed in SEEDS:
        in_batches = await played(files[seed], seed)
        assert in_batches == (screens, events), seed


@pytest.fixture
def files(begun_files: BegunFiles, tmp_path: Path) -> list[Path]:
    """As many copies of a town as it is played."""
    made = [tmp_path / f"{seed}.db" for seed in (ONE_BY_ONE, *SEEDS)]
    for file in made:
        begun_files.copy(FRIDAY_NIGHT.timestamp(), file)
    return made


async def played(file: Path, seed: int) -> tuple[dict[str, list[str]], Counter[tuple[str, ...]]]:
    """The same night in a copy of the town: the words on the phones, the events of each request."""
    clock = HandClock(FRIDAY_NIGHT.timestamp())
    database = await Database.open(f"sqlite:///{file}", KEYS, clock)
    async with a_town(database, clock, begun=True) as town:
        scripts = await begun_by(town)
        for batch in batches(scripts, seed):
            for hand, message, what in batch:
                send(hand, message, what)
            await town.follow()
        screens = {name: words_of(hand) for name, hand in town.hands.items()}
        events = await events_of(database)
    await database.close()
    return screens, events


async def begun_by(town: Town) -> list[list[Sent]]:
    """Rosa has called for help and begun a report; returns what each of three sends next."""
    await go_home(town.rosa)
    called = await call_for_help(town)
    page = town.amina.messages[-1].id
    town.clock.wait(1)
    await go_home(town.rosa)
    await town.rosa.presses("Something has changed at home")
    tag = named_on(town.rosa, "Save for later")
    rosa = [f":a:{tag}:group:people", f":a:{tag}:kind:CH07", f":a:{tag}:happened:happened"]
    rosa += ["Kit is eighteen.", f":a:{tag}:must_not_see:nobody", f":send:{tag}"]
    jay = [":tell:message", "/language", "/home"]
    amina = [f":got:{called}", f":spokeyes:{called}", "/home"]
    form, door = town.rosa.messages[-1].id, town.jay.messages[-1].id
    return [
        [(town.rosa, form, what) for what in rosa],
        [(town.jay, door, what) for what in jay],
        [(town.amina, page, what) for what in amina],
    ]


def batches(scripts: list[list[Sent]], seed: int) -> Iterator[list[Sent]]:
    """What comes together: one by one, one person after the other; or as the seed has it."""
    luck = Random(seed)
    waiting = [list(script) for script in scripts]
    while left := [script for script in waiting if script]:
        size = luck.randint(2, 8) if seed else 1
        batch: list[Sent] = []
        while len(batch) < size and (left := [script for script in left if script]):
            batch.append((luck.choice(left) if seed else left[0]).pop(0))
        yield batch


def send(hand: Hand, message: int, what: str) -> None:
    """Hand it to Telegram, and wait for nothing."""
    if what.startswith(":"):
        hand.phone.forges(message, what[1:])
    else:
        hand.phone.says(what)


def words_of(hand: Hand) -> list[str]:
    """What the bot's messages on this phone say; the references are each town's own."""
    return sorted(OWN.sub("R-", message.text or "") for message in hand.messages)


async def events_of(database: Database) -> Counter[tuple[str, ...]]:
    """The chains of the chronology as the names of their events, one a request or a person."""
    async with database.reading() as reader:
        rows = await reader.connection.execute(
            select(chronology.c.chain, chronology.c.event).order_by(chronology.c.seq)
        )
    told: dict[object, list[str]] = {}
    for chain, event in rows:
        told.setdefault(chain, []).append(event)
    return Counter(tuple(events) for events in told.values())
