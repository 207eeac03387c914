"""Carrying to people whom we know: the lock screen, fresh cards, orphans, Hide this, blocking."""

from collections.abc import AsyncIterator

import pytest

from bot.menus import Menus, commands
from bot.results import reason_of
from fostering.events import PersonUnlinked
from fostering.people import Standing
from simulator.faults import Fault
from storage import links, marks, outbox
from storage.database import Database
from tests.storage_fixtures import HandClock
from tests.town import FRIDAY_NIGHT, Town, a_town


@pytest.fixture
def url(sqlite_url: str) -> str:
    """Carrying is the same beside either database; the stories play on both."""
    return sqlite_url


@pytest.fixture
def clock() -> HandClock:
    return HandClock(FRIDAY_NIGHT.timestamp())


@pytest.fixture
async def town(database: Database, clock: HandClock) -> AsyncIterator[Town]:
    async with a_town(database, clock) as town:
        yield town


async def test_a_worker_is_paged_by_a_neutral_line_that_becomes_the_page(town: Town) -> None:
    before = len(town.amina.phone.notifications)
    await town.rosa.presses("I need help now", "Tell the on-call team")
    lines = [text for _, _, text, _ in town.amina.phone.notifications[before:]]
    assert "A page for you. Open it now." in lines
    assert "I've got it" in town.amina.buttons


async def test_a_page_goes_out_again_while_nobody_knows_whether_it_arrived(
    town: Town, clock: HandClock
) -> None:
    town.world.faults.next("sendMessage", Fault.DROP_BEFORE, chat=town.amina.phone.id, times=2)
    await town.rosa.presses("I need help now", "Tell the on-call team")
    for _ in range(3):
        clock.seconds += 40
        await town.settle()
    assert "I've got it" in town.amina.buttons


async def test_a_press_on_a_copy_that_we_lost_track_of_works(town: Town, clock: HandClock) -> None:
    town.world.faults.next("sendMessage", Fault.DROP_AFTER, chat=town.amina.phone.id)
    await town.rosa.presses("I need help now", "Tell the on-call team")
    orphan = town.amina.messages[-1]
    town.amina.phone.presses_at(orphan.id, 0, 0)
    await town.settle()
    assert town.amina.phone.messages()


async def test_a_person_who_blocks_us_is_named_to_the_manager(town: Town) -> None:
    await town.rosa.writes("hello")
    town.rosa.phone.says("hello again")
    await town.service.receive_once()
    town.rosa.phone.blocks_bot()
    await town.settle()
    town.grace.sees("do not arrive any more")


async def test_a_group_that_moves_keeps_its_cards_coming(town: Town) -> None:
    assert town.group is not None
    new = town.world.upgrade(town.group)
    await town.rosa.presses("I need help now", "Tell the on-call team")
    await town.settle()
    assert [m for m in new.messages.values() if m.from_bot]


async def test_rejected_rows_say_why_in_a_code(town: Town, database: Database) -> None:
    town.rosa.phone.says("hello")
    await town.service.receive_once()
    town.rosa.phone.blocks_bot()
    await town.settle()
    async with database.reading() as reader:
        found = await outbox.rejected(reader, FRIDAY_NIGHT)
    assert {row.reason for row in found} == {"blocked"}


async def test_menus_follow_the_person_and_nobody_sees_what_it_is_about(town: Town) -> None:
    menus = Menus(database=town.database, line=town.service.line, policy=town.service.policy)
    await menus.refresh()
    shown = town.world.commands_for(town.rosa.phone)
    assert "cancel" in [entry["command"] for entry in shown]
    assert "cancel" not in [c["command"] for c in commands("en", Standing.YOUNG_PERSON)]
    calls = len(town.world.calls)
    await menus.refresh()
    assert len(town.world.calls) == calls


async def test_who_was_unlinked_while_we_were_away_loses_the_menu_at_the_next_start(
    town: Town, database: Database
) -> None:
    def fresh() -> Menus:
        return Menus(database=town.database, line=town.service.line, policy=town.service.policy)

    await fresh().refresh()
    async with database.writing() as writer:
        rosa = await town.person("C-001")
        gone = PersonUnlinked(at=town.now, subject=rosa, actor=None, reason="left")
        await links.link(writer, [gone])
    town.world.faults.next("deleteMyCommands", Fault.RATE_LIMIT(retry_after=3))
    await fresh().refresh()
    assert "cancel" in [c["command"] for c in town.world.commands_for(town.rosa.phone)]
    await fresh().refresh()
    assert "cancel" not in [c["command"] for c in town.world.commands_for(town.rosa.phone)]
    calls = len(town.world.calls)
    menus = fresh()
    await menus.refresh()
    await menus.refresh()
    assert "deleteMyCommands" not in [call.method for call in town.world.calls[calls:]]
    async with database.reading() as reader:
        assert str(town.rosa.phone.id) not in (await marks.read(reader, "telegram_menus") or "")


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("forbidden: bot was blocked by the user", "blocked"),
        ("bad request: chat not found", "chat_not_found"),
        ("bad request: topic_closed", "topic_closed"),
        ("bad request: topic_deleted", "topic_deleted"),
        ("bad request: message thread not found", "topic_deleted"),
        ("bad request: something new", "refused_400"),
    ],
)
def test_telegrams_words_become_a_code(words: str, reason: str) -> None:
    assert reason_of(400, words) == reason
