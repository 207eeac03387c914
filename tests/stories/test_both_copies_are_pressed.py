"""A page came twice and both copies are pressed: one of them stays and shows who has it."""

import pytest

from simulator.faults import Fault
from simulator.messages import Message
from tests.storage_fixtures import ON_SQLITE, HandClock
from tests.town import Town

MINUTE = 60.0


async def comes_twice(town: Town, clock: HandClock) -> tuple[Message, Message]:
    """Rosa calls for help; Amina sees the page twice, and we know of the second copy only."""
    before = len(town.amina.messages)
    chat = town.amina.phone.private_chat
    town.world.faults.next("sendMessage", Fault.SERVER_ERROR_AFTER, chat=chat)
    await town.rosa.presses("I need help now", "Tell the on-call team")
    for _ in range(3):
        clock.wait(MINUTE / 2)
        await town.settle()
    first, second = town.amina.messages[before:]
    return first, second


@ON_SQLITE
@pytest.mark.parametrize("seen_between", [False, True], ids=["at once", "one after the other"])
@pytest.mark.parametrize("lost", [0, 1, 2])
async def test_a_page_stays_though_every_new_message_to_its_holder_is_lost(
    town: Town, clock: HandClock, lost: int, seen_between: bool
) -> None:
    first, second = await comes_twice(town, clock)
    for _ in range(lost):
        chat = town.amina.phone.private_chat
        town.world.faults.next("sendMessage", Fault.DROP_BEFORE, chat=chat)
    got_it = str(second.buttons[0][0].callback_data)
    town.amina.phone.forges(first.id, got_it)
    if seen_between:
        await town.settle()
    town.amina.phone.forges(second.id, got_it)
    for _ in range(4):
        await town.settle()
        clock.wait(MINUTE / 2)
    town.amina.sees("You have it.")
    await town.amina.presses("Spoke by phone", "Yes, we have spoken")
    town.rosa.sees("They noted that you spoke by phone")
