"""One bad update or one bad row undoes nobody else's; nothing is half done, nothing done twice."""

import pytest
from sqlalchemy import func, select, text, update
from structlog.testing import capture_logs

from storage import chronology
from storage import drafts as draft_rows
from storage.keys import key_of_person
from storage.tables import drafts, requests, words
from storage.trays import inbox
from tests.storage_fixtures import ON_SQLITE
from tests.stories.deeds import call_for_help, go_home, named_on, own_request, report_danger
from tests.stories.facts import facts
from tests.town import ON_CALL_NUMBER, Town

PATIENCE = (0.4, 1.0, 2.5, 6.0, 1.0)
"""Seconds between the five tries of an update that fails."""
COULD_NOT_BE_READ = "could not be read. It may be a call for help."


async def count_of(town: Town, event: str) -> int:
    """How often this stands in the chronology."""
    async with town.database.reading() as reader:
        found = await reader.connection.scalar(
            text("SELECT count(*) FROM chronology WHERE event = :event"), {"event": event}
        )
    return found or 0


async def parked(town: Town) -> int:
    """How many updates were put away unread."""
    async with town.database.reading() as reader:
        found = await reader.connection.scalar(
            select(func.count()).where(inbox.c.state == "parked")
        )
    return found or 0


async def try_again_until_parked(town: Town) -> None:
    """Let the pauses between the tries go by."""
    for seconds in PATIENCE:
        town.clock.wait(seconds)
        await town.settle()


async def test_of_two_workers_who_press_in_one_batch_one_wins(town: Town) -> None:
    await call_for_help(town)
    await town.forward(minutes=6)
    town.amina.phone.presses("I've got it")
    town.tom.phone.presses("I've got it")
    await town.settle()
    assert await count_of(town, "RequestAcknowledged") == 1
    assert ("You have it." in town.amina.all_words) != ("You have it." in town.tom.all_words)
    town.rosa.sees("has it. They pressed")


@ON_SQLITE
async def test_the_same_update_again_changes_nothing_and_lower_ids_are_new(town: Town) -> None:
    await call_for_help(town)
    raised = await count_of(town, "RequestRaised")
    chat, account = town.jay.phone.private_chat.json(), town.jay.phone.account.json()
    press = {"id": "7", "from": account, "chat_instance": "1", "data": "tell:team"}
    for number in (900_000_000, 900_000_000, 5):
        message = {"message_id": 1, "date": 0, "chat": chat}
        town.world.add_update(
            {"update_id": number, "callback_query": {**press, "message": message}}
        )
    await town.settle()
    assert await count_of(town, "RequestRaised") == raised + 1
    words: dict[str, object] = {
        "text": "/home",
        "entities": [{"type": "bot_command", "offset": 0, "length": 5}],
    }
    message = {"message_id": 2, "date": 0, "chat": chat, "from": account, **words}
    town.world.add_update({"update_id": 4, "message": message})
    await town.settle()
    town.jay.sees("In danger: 999.")


@ON_SQLITE
async def test_what_nobody_can_read_is_parked_at_once_and_staff_are_told(town: Town) -> None:
    await go_home(town.rosa)
    before = await facts(town.database)
    chat, account = town.jay.phone.private_chat.json(), town.jay.phone.account.json()
    poison = {"message_id": 1, "date": "never", "chat": chat, "from": account, "text": "hi"}
    town.world.add_update({"message": poison})
    town.rosa.phone.presses("My dates")
    town.priya.phone.says("/home")
    with capture_logs() as lines:
        await town.settle()
    assert [line["event"] for line in lines] == ["update_parked"]
    assert await parked(town) == 1
    assert await facts(town.database) == before
    town.amina.sees(COULD_NOT_BE_READ)
    town.rosa.sees("supervision")
    town.priya.sees("Your desk")


@pytest.fixture
async def rosa_with_a_spoilt_draft(town: Town) -> Town:
    """Rosa's open form holds a kind that no list has; nothing that needs it can be decided."""
    await go_home(town.rosa)
    await town.rosa.presses("Something has changed at home", "Who lives here or visits")
    await town.rosa.presses("Someone at home turns 18")
    await spoil(town, b'{"answers":{"group":"home","kind":"ZZ99","happened":["a"]}}')
    return town


async def spoil(town: Town, content: bytes) -> None:
    """Write other answers into Rosa's draft, sealed as it was."""
    async with town.database.writing() as writer:
        named = select(drafts.c.id, drafts.c.person).where(drafts.c.form == "household_change")
        row = (await writer.connection.execute(named)).one()
        await writer.vault.fetch([key_of_person(row.person)])
        sealed = writer.vault.seal(key_of_person(row.person), draft_rows.place(row.id), content)
        await writer.connection.execute(
            update(drafts).where(drafts.c.id == row.id).values(sealed=sealed)
        )


@ON_SQLITE
async def test_five_tries_then_put_away_and_told_while_others_go_on(
    rosa_with_a_spoilt_draft: Town,
) -> None:
    town = rosa_with_a_spoilt_draft
    before = await facts(town.database)
    town.rosa.phone.presses("It has happened")
    town.priya.phone.says("/home")
    await town.settle()
    town.priya.sees("Your desk")
    assert await parked(town) == 0
    await try_again_until_parked(town)
    assert await parked(town) == 1
    assert await facts(town.database) == before
    town.amina.sees(COULD_NOT_BE_READ)
    assert await count_of(town, "RequestRaised") == 0


@ON_SQLITE
async def test_answers_that_cannot_be_read_are_told_to_staff_with_whose_press_needs_them(
    town: Town,
) -> None:
    await report_danger(town.rosa)
    await go_home(town.rosa)
    await town.rosa.presses("My requests (1 open)")
    request = named_on(town.rosa, own_request(town.rosa))
    await spoil_what_was_answered(town)
    before = await facts(town.database)
    town.rosa.phone.forges(town.rosa.messages[-1].id, f"copy:{request}")
    town.priya.phone.says("/home")
    with capture_logs() as lines:
        await town.settle()
        await try_again_until_parked(town)
    assert [line["event"] for line in lines] == [*["unit_failed"] * 5, "update_parked"]
    assert await parked(town) == 1
    assert await facts(town.database) == before
    town.amina.sees(f"A message from Rosa Okafor {COULD_NOT_BE_READ}")
    town.priya.sees("Your desk")


async def spoil_what_was_answered(town: Town) -> None:
    """Write into every row of the chronology's words answers that are none, sealed as they were."""
    async with town.database.writing() as writer:
        for row in (await writer.connection.execute(select(words))).all():
            owner = key_of_person(row.subject)
            await writer.vault.fetch([owner])
            sealed = writer.vault.seal(owner, f"words.sealed.{row.id.hex}", b'{"answers":"{"}')
            await writer.connection.execute(
                update(words).where(words.c.id == row.id).values(sealed=sealed)
            )


@ON_SQLITE
async def test_the_numbers_still_reach_someone_whose_other_updates_are_parked(
    rosa_with_a_spoilt_draft: Town,
) -> None:
    town = rosa_with_a_spoilt_draft
    town.rosa.phone.presses("It has happened")
    await town.settle()
    town.rosa.phone.presses("I need help now")
    await town.settle()
    town.clock.wait(1.1)
    await town.settle()
    town.rosa.sees(ON_CALL_NUMBER)
    town.rosa.sees("999")


@ON_SQLITE
async def test_a_bad_row_stops_no_climb_but_its_own(town: Town) -> None:
    await call_for_help(town)
    await go_home(town.rosa)
    async with town.database.reading() as reader:
        due_at = await reader.connection.scalar(select(func.min(requests.c.next_due_at)))
    await town.rosa.presses("Something has changed at home")
    await spoil(town, b'{"answers":{}}')
    async with town.database.writing() as writer:
        await writer.connection.execute(
            update(drafts).where(drafts.c.form == "household_change").values(next_due_at=due_at)
        )
    await town.forward(minutes=6)
    town.tom.sees("Urgent help")
    await town.forward(minutes=1)
    assert town.service.desk.failing.count(town.now) == 1, "the auditor will say so"
    async with town.database.reading() as reader:
        assert not await chronology.verify(reader)
