"""Telegram refuses, loses, is slow or is away for a day: no page is lost and no storm follows."""

import pytest

from simulator.chats import Standing, Topic
from simulator.faults import Fault
from storage import outbox
from tests.storage_fixtures import ON_SQLITE, HandClock
from tests.town import Town

NOBODY_SERVES = "http://127.0.0.1:9"
MINUTE = 60.0


@ON_SQLITE
@pytest.mark.parametrize("gone", ["blocks_bot", "deactivates"])
async def test_whose_page_comes_back_holds_nobody_up(town: Town, gone: str) -> None:
    getattr(town.amina.phone, gone)()
    await town.rosa.presses("I need help now", "Tell the on-call team")
    await town.settle()
    assert "I've got it" in town.tom.buttons
    town.grace.sees("Messages to Amina Yusuf do not arrive any more")
    assert "I've got it" not in town.grace.buttons
    await town.forward(minutes=11)
    assert "I've got it" in town.grace.buttons


@ON_SQLITE
@pytest.mark.parametrize("standing", [Standing.KICKED, Standing.LEFT])
async def test_a_group_that_is_shut_is_told_to_the_managers_once_and_pages_still_go(
    town: Town, standing: Standing
) -> None:
    assert town.group is not None
    town.grace.phone.places_bot(town.group, standing)
    await town.rosa.presses("I need help now", "Tell the on-call team")
    await town.settle()
    assert "I've got it" in town.amina.buttons
    town.grace.sees("The out-of-hours group gets nothing from us any more")
    for hand in (town.amina, town.tom, town.priya, town.rosa):
        hand.does_not_see("gets nothing from us any more")
    await town.amina.presses("I've got it")
    await town.settle()
    assert town.grace.all_words.count("The out-of-hours group gets nothing") == 1


@ON_SQLITE
@pytest.mark.parametrize("topic", [Topic.CLOSED, Topic.DELETED])
async def test_a_group_whose_general_topic_takes_nothing_is_told_once_and_pages_still_go(
    town: Town, topic: Topic
) -> None:
    assert town.group is not None
    town.grace.phone.places_bot(town.group, Standing.MEMBER)
    town.group.topic = topic
    await town.rosa.presses("I need help now", "Tell the on-call team")
    await town.settle()
    assert "I've got it" in town.amina.buttons
    await town.amina.presses("I've got it")
    await town.settle()
    assert town.grace.all_words.count("The out-of-hours group gets nothing") == 1


@ON_SQLITE
async def test_each_copy_of_a_page_that_came_twice_is_of_the_same_request(
    town: Town, clock: HandClock
) -> None:
    before = len(town.amina.messages)
    chat = town.amina.phone.private_chat
    town.world.faults.next("sendMessage", Fault.SERVER_ERROR_AFTER, chat=chat)
    town.world.faults.next("editMessageText", Fault.HANG_AFTER(hang_seconds=0), chat=chat)
    await town.rosa.presses("I need help now", "Tell the on-call team")
    for _ in range(3):
        clock.wait(MINUTE / 2)
        await town.settle()
    lost, kept = town.amina.messages[before:]
    reference = next(word for word in str(kept.text).split() if word.startswith("R-"))
    assert str(lost.text) == "A page for you. Open it now."
    town.amina.phone.presses_at(lost.id, 0, 0)
    await town.settle()
    assert reference in next(str(m.text) for m in town.amina.messages if m.id == lost.id)


@ON_SQLITE
async def test_after_a_day_without_telegram_nothing_is_lost_and_each_is_told_once(
    town: Town,
) -> None:
    line = town.service.line
    await town.rosa.presses("I need help now")
    town.rosa.phone.presses("Tell the on-call team")
    await town.service.receive_once()
    address, line.address = line.address, NOBODY_SERVES
    await town.service.take_turn()
    people = (town.rosa, town.amina, town.tom, town.grace, town.priya)
    seen = {id(hand): len(hand.messages) for hand in people}
    for _ in range(12):
        await town.jump(hours=2)
    assert {id(hand): len(hand.messages) for hand in people} == seen
    line.address = address
    town.rosa.phone.says("Is anybody there?")
    await town.jump(minutes=2)
    town.rosa.sees("We did not understand that.")
    for worker in (town.amina, town.tom, town.grace):
        assert "I've got it" in worker.buttons
    for hand in people:
        assert len(hand.messages) - seen[id(hand)] <= 6, hand.all_words
    async with town.database.reading() as reader:
        assert await outbox.depth(reader) == {}
        assert await outbox.uncertain(reader) == ()
