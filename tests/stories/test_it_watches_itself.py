"""It watches itself: who runs the service hears of it when what people send does not arrive."""

import pytest

from desk.alarms import Operator
from desk.paging_now import StillTested, page_now
from simulator.chats import Chat
from simulator.faults import Fault
from simulator.phones import Phone
from tests.storage_fixtures import ON_SQLITE
from tests.stories.deeds import go_home
from tests.town import Town

DEAF = "Nothing has been heard from Telegram: what people send does not arrive."
UNANSWERED = "A paging test was not answered in time: a page may not reach who is on call."
REFUSED = (Fault.NOT_FOUND, Fault.CONFLICT)


def the_operators(town: Town) -> tuple[Phone, Chat]:
    """The group of those who run the service; its number stands in the settings."""
    olu = town.world.add_phone(key="olu", name="Olu", started=True)
    group = town.world.add_group(title="Servers", members=[olu])
    town.service.watch.operator = Operator(chat=str(group.id))
    return olu, group


def told(operators: tuple[Phone, Chat]) -> list[str]:
    """What has been said in their group."""
    phone, group = operators
    return [str(message.text) for message in phone.messages(group)]


async def test_a_deaf_service_says_so_within_ninety_seconds_each_hour_and_once_that_it_is_over(
    town: Town,
) -> None:
    operators = the_operators(town)
    town.world.faults.next("getUpdates", Fault.UNAUTHORIZED, times=None)
    await town.forward(seconds=90)
    [first] = told(operators)
    assert DEAF in first
    assert "Rosa" not in first
    assert not town.service.health.sound
    await town.forward(minutes=58)
    assert len(told(operators)) == 1
    await town.forward(minutes=2)
    assert len(told(operators)) == 2
    town.world.faults.clear()
    town.rosa.phone.says("/home")
    await town.forward(minutes=1)
    assert town.service.health.sound
    town.rosa.sees("The office is closed.")
    await town.forward(minutes=30)
    assert len(told(operators)) == 3
    assert told(operators)[-1].startswith("This is over:")


@ON_SQLITE
@pytest.mark.parametrize("fault", REFUSED, ids=lambda fault: fault.kind.value)
async def test_after_each_refusal_receiving_goes_on_by_itself(town: Town, fault: Fault) -> None:
    operators = the_operators(town)
    town.world.faults.next("getUpdates", fault, times=None)
    await town.forward(seconds=90)
    assert DEAF in told(operators)[0]
    town.world.faults.clear()
    await town.rosa.presses("I need help now", "Tell the on-call team")
    assert "I've got it" in town.amina.buttons


@ON_SQLITE
async def test_a_page_that_cannot_go_out_is_an_alarm_and_a_quiet_evening_is_none(
    town: Town,
) -> None:
    operators = the_operators(town)
    await town.forward(minutes=30)
    assert told(operators) == []
    town.world.faults.next(
        "*", Fault.RATE_LIMIT(retry_after=3600), times=None, chat=town.amina.phone.private_chat
    )
    await town.rosa.presses("I need help now", "Tell the on-call team")
    await town.forward(minutes=3)
    assert any("A page waits and has not gone out." in words for words in told(operators))


@ON_SQLITE
async def test_a_page_that_is_asked_for_as_a_test_comes_through_and_counts_nowhere(
    town: Town,
) -> None:
    operators = the_operators(town)
    tested = await page_now(town.database, town.policy)
    await town.settle()
    assert tested.name == "Amina Yusuf"
    town.amina.sees("This is a paging test. Nobody needs help.")
    with pytest.raises(StillTested):
        await page_now(town.database, town.policy)
    await town.amina.presses("I got this")
    town.amina.sees("Paging test answered 23:40.")
    await go_home(town.amina)
    town.amina.sees("Paging test answered 23:40.")
    town.amina.sees("Nothing is waiting.")
    await town.forward(minutes=30)
    for hand in (town.tom, town.grace, town.rosa):
        hand.does_not_see("paging test")
    assert told(operators) == []


@ON_SQLITE
async def test_a_test_page_that_nobody_answers_is_an_alarm_but_no_silence_of_the_program(
    town: Town,
) -> None:
    operators = the_operators(town)
    await page_now(town.database, town.policy)
    await town.forward(minutes=12)
    [alarm] = told(operators)
    assert UNANSWERED in alarm
    assert "Amina" not in alarm
    assert town.service.health.sound
    town.grace.sees("The paging test at 23:40 was not answered by Amina Yusuf.")
    town.tom.does_not_see("This is a paging test.")
    await town.amina.presses("I got this")
    await town.forward(minutes=10)
    assert told(operators)[-1].startswith("This is over:")
    town.grace.sees("Amina Yusuf answered it later")
