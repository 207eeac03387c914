"""Stories of recording: a unit happens whole or not at all, and the first press wins."""

from dataclasses import replace
from uuid import UUID, uuid4

import pytest

from fostering.drafts import Draft
from fostering.events import RequestAcknowledged
from fostering.request_states import Request
from fostering.requests import RequestState
from storage import chronology, drafts, due, inbox, outbox, requests
from storage.changes import Change, Decided, Kept, Told
from storage.database import Database, Reader
from storage.recording import record
from tests.storage.making import (
    AT,
    CANARY,
    arrived,
    draft_of,
    keeping,
    raising,
    request_of,
    screen,
    take_in_samples,
    words_of,
)
from tests.storage_fixtures import HandClock


@pytest.fixture
async def cast(database: Database) -> dict[str, UUID]:
    return await take_in_samples(database)


def taking(request: Request, worker: UUID) -> Decided:
    event = RequestAcknowledged(at=AT, subject=request.author, actor=worker, request=request.id)
    taken = replace(request, state=RequestState.ACKNOWLEDGED, acknowledged_by=worker)
    return Decided(events=(event,), changes=(Change(entity=taken, base=request.version),))


async def only(reader: Reader, id: UUID) -> Request:
    return (await requests.load(reader, [id]))[id]


async def test_a_request_is_read_back_as_it_was_raised(
    database: Database, cast: dict[str, UUID]
) -> None:
    request = request_of(cast["C-001"], excluded=frozenset({cast["S-001"]}))
    assert (await record(database, [raising(request)])).recorded == (0,)
    async with database.reading() as reader:
        assert await only(reader, request.id) == request
        [entry] = (await chronology.entries(reader, [request.id]))[request.id]
    assert entry.event == "RequestRaised"
    assert entry.words == {"kind": "D02", "answers": CANARY}


async def test_of_two_presses_in_one_batch_the_first_wins_and_the_other_is_decided_again(
    database: Database, cast: dict[str, UUID]
) -> None:
    request = request_of(cast["C-001"])
    await record(database, [raising(request)])
    both = [taking(request, cast["S-003"]), taking(request, cast["S-004"])]
    outcome = await record(database, both)
    assert (outcome.recorded, outcome.moved) == ((0,), (1,))
    async with database.reading() as reader:
        found = await only(reader, request.id)
    assert (found.acknowledged_by, found.version) == (cast["S-003"], 2)


async def test_a_unit_decided_on_an_older_version_writes_nothing_at_all(
    database: Database, cast: dict[str, UUID]
) -> None:
    request = request_of(cast["C-001"])
    await record(database, [raising(request)])
    await record(database, [taking(request, cast["S-003"])])
    late = replace(taking(request, cast["S-004"]), rows=(screen(),))
    assert (await record(database, [late])).moved == (0,)
    async with database.writing() as writer:
        assert await outbox.claim(writer, "me") == []
        lines = (await chronology.entries(writer, [request.id]))[request.id]
    assert len(lines) == 2


async def test_one_bad_unit_in_a_batch_stands_alone_and_the_others_are_recorded(
    database: Database, cast: dict[str, UUID]
) -> None:
    asked = [request_of(cast["C-001"]) for _ in range(6)]
    twin = request_of(cast["C-001"], reference=asked[0].reference)
    units = [raising(request) for request in (*asked[:3], twin, *asked[3:])]
    outcome = await record(database, units)
    assert outcome.recorded == (0, 1, 2, 4, 5, 6)
    assert [place for place, _ in outcome.failed] == [3]
    async with database.reading() as reader:
        assert len(await requests.waiting(reader)) == 6


async def test_an_event_without_what_it_changes_is_refused(
    database: Database, cast: dict[str, UUID]
) -> None:
    request = request_of(cast["C-001"])
    bare = replace(raising(request), changes=())
    assert (await record(database, [bare])).failed == ((0, "NoEffect"),)


async def test_a_draft_is_kept_changed_and_dropped_by_its_version(
    database: Database, cast: dict[str, UUID]
) -> None:
    draft = draft_of(cast["C-001"])
    await record(database, [keeping(draft)])
    async with database.reading() as reader:
        [found] = (await drafts.of(reader, [cast["C-001"]]))[cast["C-001"]]
    assert found == draft
    await record(database, [keeping(replace(draft, page="2026-12"), base=1)])
    assert (await record(database, [Decided(dropped=((draft.id, 1),))])).moved == (0,)
    assert (await record(database, [Decided(dropped=((draft.id, 2),))])).recorded == (0,)
    async with database.reading() as reader:
        assert await drafts.load(reader, [draft.id]) == {}


async def test_a_new_draft_takes_the_place_of_one_dropped_in_the_same_unit(
    database: Database, cast: dict[str, UUID]
) -> None:
    old, new = draft_of(cast["C-001"]), draft_of(cast["C-001"])
    await record(database, [keeping(old)])
    swap = Decided(kept=(Kept(draft=new, base=None),), dropped=((old.id, 1),))
    assert (await record(database, [swap])).recorded == (0,)


async def test_what_was_told_before_is_not_told_again(
    database: Database, cast: dict[str, UUID]
) -> None:
    telling = Told("climb", uuid4().hex, "1:0")
    first = Decided(told=(telling,), rows=(screen("900"),))
    second = Decided(told=(telling,), rows=(screen("901"),))
    outcome = await record(database, [first, second])
    assert (outcome.recorded, outcome.told_before) == ((0,), (1,))
    assert (await record(database, [second])).told_before == (0,)
    async with database.writing() as writer:
        assert [d.chat for d in await outbox.claim(writer, "me")] == ["900"]


async def test_an_update_is_put_away_in_the_transaction_of_its_unit(
    database: Database, cast: dict[str, UUID]
) -> None:
    async with database.writing() as writer:
        await inbox.receive(writer, [arrived(1, "1"), arrived(2, "2")])
        first, second = await inbox.claim(writer)
    bare = replace(raising(request_of(cast["C-001"]), claim=second), changes=())
    good = raising(request_of(cast["C-001"]), claim=first)
    outcome = await record(database, [good, bare])
    assert (outcome.recorded, len(outcome.failed)) == ((0,), 1)
    async with database.reading() as reader:
        assert (await inbox.waiting(reader)).open == 1


async def test_a_unit_whose_update_was_taken_over_writes_nothing(
    database: Database, cast: dict[str, UUID], clock: HandClock
) -> None:
    async with database.writing() as writer:
        await inbox.receive(writer, [arrived(1)])
        [stale] = await inbox.claim(writer)
    clock.wait(31)
    async with database.writing() as writer:
        await inbox.claim(writer)
    request = request_of(cast["C-001"])
    assert (await record(database, [raising(request, claim=stale)])).moved == (0,)
    async with database.reading() as reader:
        assert await requests.load(reader, [request.id]) == {}


async def test_what_is_due_is_found_by_its_instant_and_put_off_when_nothing_was(
    database: Database, cast: dict[str, UUID]
) -> None:
    request = request_of(cast["C-001"])
    await record(database, [raising(request)])
    async with database.writing() as writer:
        found = [s for s in await due.subjects(writer, AT) if s.noun == "request"]
        assert [subject.id for subject in found] == [request.id]
        await due.look_again(writer, found[0], None)
        assert [s for s in await due.subjects(writer, AT) if s.noun == "request"] == []
        await due.look_again(writer, found[0], AT)
        assert [s for s in await due.subjects(writer, AT) if s.noun == "request"] == [], (
            "another worker had decided it meanwhile"
        )


async def test_lists_of_staff_hold_open_requests_most_urgent_first(
    database: Database, cast: dict[str, UUID]
) -> None:
    calm = request_of(cast["C-001"], priority="P2", owner=cast["S-001"])
    urgent = request_of(cast["C-002"])
    await record(database, [raising(calm), raising(urgent), keeping(draft_of(cast["C-001"]))])
    async with database.reading() as reader:
        assert [r.id for r in await requests.waiting(reader)] == [urgent.id, calm.id]
        mine = await requests.with_worker(reader, cast["S-001"])
        theirs = await requests.open_of(reader, [cast["C-002"]])
    assert [r.id for r in mine] == [calm.id]
    assert [r.id for r in theirs[cast["C-002"]]] == [urgent.id]


async def test_what_has_chosen_readers_waits_in_their_list_alone(
    database: Database, cast: dict[str, UUID]
) -> None:
    chosen = request_of(
        cast["YP-001"], priority="P3", readers=frozenset({cast["S-002"], cast["S-003"]})
    )
    anybodys = request_of(cast["C-001"], readers=frozenset())
    await record(database, [raising(chosen), raising(anybodys)])
    async with database.reading() as reader:
        assert [r.id for r in await requests.waiting(reader)] == [anybodys.id]
        for worker in ("S-002", "S-003"):
            assert await requests.read_by(reader, [cast[worker], cast["S-001"]]) == (chosen,)
        assert await requests.read_by(reader, [cast["S-001"]]) == ()


async def test_every_field_of_a_draft_is_kept(database: Database, cast: dict[str, UUID]) -> None:
    draft = draft_of(
        cast["C-001"],
        changing="who",
        picked=("a", "b"),
        page="2026-11",
        request=uuid4(),
        saved=True,
        nudged=True,
    )
    await record(database, [keeping(draft)])
    async with database.reading() as reader:
        found = (await drafts.load(reader, [draft.id]))[draft.id]
    assert isinstance(found, Draft)
    assert found == draft


def test_events_about_a_person_are_chained_to_that_person() -> None:
    person = uuid4()
    assert chronology.chain_of(words_of(person)) == person
