"""A button never says who may press it: forged and borrowed ones do nothing."""

import pytest

from tests.stories.deeds import call_for_help, forge, go_home, words_in
from tests.town import Town

STAFF_ONLY = ("got", "pass", "when", "reply", "spoke", "close", "lower")


async def test_nobody_but_staff_takes_a_page(town: Town) -> None:
    request = await call_for_help(town)
    stranger, mallory = town.stranger("stranger"), town.stranger("mallory")
    assert town.group is not None
    mallory.phone.joins(town.group)
    await town.settle()
    town.amina.sees("Somebody we don't know came into the out-of-hours group.")
    before = {hand: hand.all_words for hand in (town.amina, town.rosa)}
    group = words_in(town, town.group)
    for hand in (town.rosa, town.jay, stranger):
        for verb in STAFF_ONLY:
            await forge(hand, f"{verb}:{request}")
        await forge(hand, f"ring:{request}:15")
        await forge(hand, "waiting")
        await forge(hand, "mine")
        assert "R-" not in hand.screen or hand is town.rosa
        assert "I've got it" not in hand.buttons
    for verb in STAFF_ONLY:
        await forge(mallory, f"{verb}:{request}", town.group)
    assert town.amina.all_words == before[town.amina]
    assert words_in(town, town.group) == group
    await go_home(town.rosa)
    await town.rosa.presses("My requests (1 open)")
    assert "Sent, waiting for someone to take it" in town.rosa.screen


@pytest.mark.parametrize("others", ["jay", "daniel"])
async def test_a_request_belongs_to_its_author_alone(town: Town, others: str) -> None:
    request = await call_for_help(town)
    if others == "daniel":
        await town.join("daniel", "C-002")
    hand = town.hands[others]
    for verb in ("req", "more", "correct", "copy", "mistake", "backsafe", "undosafe"):
        await forge(hand, f"{verb}:{request}")
        assert "R-" not in hand.screen
        assert "Urgent" not in hand.all_words
    town.amina.does_not_see("pressed by mistake")


async def test_nonsense_in_a_button_is_answered_with_the_present_screen(town: Town) -> None:
    await call_for_help(town)
    await town.amina.presses("I've got it")
    for data in ("ring:zz:15", "got:", "got:" + "0" * 32, "close", ":::", "req:é", "x" * 64):
        await forge(town.amina, data)
        assert "Your desk" in town.amina.screen or "You have it." in town.amina.all_words
    await forge(town.amina, "ring:" + "0" * 32 + ":15")
    town.rosa.sees("Amina Yusuf has it.")
    assert "They say they will ring" not in town.rosa.all_words


async def test_a_worker_speaks_for_nothing_that_a_colleague_has(town: Town) -> None:
    request = await call_for_help(town)
    await town.amina.presses("I've got it")
    for verb in ("spoke", "lower", "reply", "close"):
        await forge(town.tom, f"{verb}:{request}")
        assert town.tom.toasts[-1] == "Amina Yusuf has it already."
        town.tom.does_not_see("What do you want to tell them?")
    town.rosa.does_not_see("They noted that you spoke by phone")
    town.amina.sees("P1 · Urgent help")
    await town.forward(minutes=31)
    town.tom.sees("Page 2.")
