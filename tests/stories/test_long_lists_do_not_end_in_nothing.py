"""Long lists: urgent first, a page at a time, and whoever is looked for can be typed."""

from datetime import timedelta
from uuid import UUID, uuid4

from conversations.kinds import KINDS
from fostering.priority import Priority
from fostering.raising import raise_request
from fostering.references import make_reference
from fostering.requests import after
from storage import households, people
from storage.changes import Change, Decided
from storage.recording import record
from tests.storage_fixtures import ON_SQLITE
from tests.stories.deeds import forge, go_home, report_danger
from tests.town import CAST, Town

DAYS = timedelta(days=2)


async def test_a_manager_meets_tonights_danger_before_twelve_old_reports(town: Town) -> None:
    helen = await town.join("helen", "S-006")
    await report_calmly(town, 12)
    await report_danger(town.rosa)
    await go_home(helen)
    await helen.presses("Waiting (13)")
    listed = [b for b in helen.buttons if b.startswith("R-")]
    assert len(listed) == 8
    assert "P0 · 23:40" in listed[0]
    assert "P3 · Wednesday 18 November, 23:40" in listed[1]
    helen.sees("Page 1 of 2")
    await helen.presses("Later")
    helen.sees("Page 2 of 2")
    met = {*listed, *(b for b in helen.buttons if b.startswith("R-"))}
    assert len(met) == 13
    await helen.presses("Earlier")
    helen.sees("Page 1 of 2")
    assert "Earlier" not in helen.buttons


@ON_SQLITE
async def test_all_that_waits_is_listed_also_where_a_carer_writes_in_the_same_turn(
    town: Town,
) -> None:
    helen = await town.join("helen", "S-006")
    await report_calmly(town, 3)
    await go_home(helen)
    helen.phone.presses("Waiting (3)")
    town.rosa.phone.says("/home")
    await town.settle()
    assert len([b for b in helen.buttons if b.startswith("R-")]) == 3


@ON_SQLITE
async def test_a_carer_reaches_each_of_twelve_requests(town: Town) -> None:
    await report_calmly(town, 12)
    await go_home(town.rosa)
    await town.rosa.presses("My requests (12 open)")
    met = {b for b in town.rosa.buttons if b.startswith("R-")}
    await town.rosa.presses("Later")
    met |= {b for b in town.rosa.buttons if b.startswith("R-")}
    assert len(met) == 12
    await forge(town.rosa, "reqs:99")
    town.rosa.sees("Page 1 of 2")


@ON_SQLITE
async def test_a_lost_phone_is_found_by_typing_a_part_of_the_name(town: Town) -> None:
    await go_home(town.amina)
    await town.amina.presses("A phone is lost: unlink it")
    await town.amina.writes("okafor")
    town.amina.sees("Cut off Rosa Okafor's phone?")


async def report_calmly(town: Town, count: int) -> None:
    """Rosa reported so many things that can wait, two days ago."""
    carer = await town.person(CAST["rosa"])
    async with town.database.reading() as reader:
        author = (await people.load(reader, [carer]))[carer]
        household = (await households.of(reader, [author]))[carer]
        roster = await people.roster(reader)
    decided = []
    for _ in range(count):
        key: UUID = uuid4()
        events = raise_request(
            request=key,
            reference=make_reference(key.bytes),
            form="difficulty",
            author=author,
            household=household,
            roster=roster,
            policy=town.policy,
            at=town.now - DAYS,
            priority=Priority.P3,
            kind=KINDS["D13"],
        )
        decided.append(
            Decided(events=events, changes=(Change(entity=after(None, events[0]), base=None),))
        )
    outcome = await record(town.database, decided)
    assert len(outcome.recorded) == count
