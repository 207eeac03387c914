"""A manager puts a whole household into private process: frozen, without prompts, nothing lost."""

import pytest

from tests.storage_fixtures import ON_SQLITE, HandClock
from tests.stories.deeds import call_for_help, forge, go_home, lock_screen, named_on, reference_on
from tests.stories.private_household import (
    FROZEN,
    HOUSEHOLD,
    ask_support,
    open_household,
    say_told,
    turn_open,
    turn_private,
)
from tests.town import MONDAY_MORNING, Town

UPHOLDS = ("DMR-48",)

GIVES_IT_AWAY = ("rivate", "process", "llegation", "LADO", "team manager", "Helen")


@pytest.fixture
def clock() -> HandClock:
    """It is Monday, ten in the morning."""
    return HandClock(MONDAY_MORNING.timestamp())


async def test_all_that_is_open_is_frozen_and_goes_to_the_manager_until_it_ends(
    town: Town,
) -> None:
    helen = await town.join("helen", "S-006")
    await ask_support(town, "S04")
    reference = reference_on(town.rosa, "R-")
    await town.priya.presses("I've got it")
    town.rosa.sees("Priya Sharma has it.")
    shown = len(lock_screen(town.rosa))
    await turn_private(helen)
    helen.sees("Since Monday")
    helen.sees("LADO, meeting on Thursday")
    await open_household(helen)
    assert "LADO, meeting on Thursday" in helen.screen
    assert reference in helen.buttons
    town.rosa.sees(FROZEN)
    town.rosa.does_not_see("Priya Sharma has it.")
    assert len(lock_screen(town.rosa)) == shown
    await go_home(town.rosa)
    await town.rosa.presses("My requests (1 open)")
    assert FROZEN in town.rosa.screen
    town.priya.does_not_see(reference)
    await town.priya.writes(reference)
    town.priya.does_not_see(f"{reference} ·")
    pages = len(town.priya.phone.notifications)
    await ask_support(town, "S16")
    assert FROZEN in town.rosa.screen
    newer = reference_on(helen, "P3 ·")
    assert newer != reference
    assert len(town.priya.phone.notifications) == pages
    shown = len(lock_screen(town.rosa))
    await helen.presses("I've got it")
    for words in GIVES_IT_AWAY:
        town.rosa.does_not_see(words)
    await turn_open(helen)
    helen.sees("It was cleared up")
    town.rosa.does_not_see(FROZEN)
    town.rosa.sees("Helen Marsh has it.")
    assert len(lock_screen(town.rosa)) == shown


@ON_SQLITE
async def test_what_is_urgent_pages_as_ever_and_the_page_says_nothing_of_it(town: Town) -> None:
    helen = await town.join("helen", "S-006")
    await turn_private(helen)
    await go_home(town.rosa)
    await town.rosa.presses("I need help now", "Tell the on-call team", "The police are here")
    assert FROZEN in town.rosa.all_words
    await town.amina.presses("I've got it")
    for words in (*GIVES_IT_AWAY[:4], FROZEN):
        town.amina.does_not_see(words)
    town.rosa.does_not_see("Amina Yusuf has it.")
    assert "I've got it" not in town.priya.buttons
    helen.sees("Urgent help")
    await town.amina.presses("Reply", "Write my own")
    await town.amina.writes("Stay in the kitchen with her")
    await town.amina.presses("Send")
    town.rosa.sees("Stay in the kitchen with her")
    await town.amina.presses("Spoke by phone", "Yes, we have spoken")
    assert "Nobody has spoken with me" not in town.rosa.buttons


@ON_SQLITE
async def test_who_helps_from_outside_is_shown_once_a_person_has_told_them(town: Town) -> None:
    helen = await town.join("helen", "S-006")
    await forge(town.rosa, "outside")
    town.rosa.does_not_see("FosterTalk")
    await turn_private(helen)
    await go_home(town.rosa)
    assert "Independent support" not in town.rosa.buttons
    await forge(town.rosa, "outside")
    town.rosa.does_not_see("FosterTalk")
    await say_told(helen)
    helen.sees("The carers were told on Monday 23 November")
    for words in ("Independent support", "Fosterline: 0800 040 7675", "Are you in a union?"):
        town.rosa.sees(words)
    assert lock_screen(town.rosa)[-1] == "You have a message."
    await go_home(town.rosa, town.jay)
    await town.rosa.presses("Independent support")
    assert "FosterTalk" in town.rosa.screen
    assert "Independent support" not in town.jay.buttons


@ON_SQLITE
async def test_prompts_stand_still_the_manager_sees_since_when_and_they_come_back_one_by_one(
    town: Town,
) -> None:
    helen = await town.join("helen", "S-006")
    await turn_private(helen)
    before = len(lock_screen(town.rosa))
    told = len(lock_screen(town.priya))
    await town.jump(days=91)
    assert len(lock_screen(town.rosa)) == before
    assert len(lock_screen(town.priya)) == told
    await open_household(helen)
    for words in ("Supervision: stands still since", "Anything changed at home?: stands still"):
        helen.sees(words)
    await turn_open(helen)
    await town.forward(hours=3)
    assert len(lock_screen(town.rosa)) == before
    town.rosa.does_not_see("Anything changed at home?")
    await town.forward(days=7)
    town.rosa.sees("Anything changed at home?")
    assert "A supervision is overdue: Rosa Okafor" in town.priya.all_words


@ON_SQLITE
async def test_only_managers_who_are_not_left_out_find_the_switch(town: Town) -> None:
    helen = await town.join("helen", "S-006")
    await open_household(helen)
    home = named_on(helen, "Make it private")
    for hand in (town.priya, town.amina, town.grace, town.rosa):
        await go_home(hand)
        assert "Private process" not in hand.buttons
        for data in ("privhomes", f"privhome:{home}", f"privon:{home}", f"privoff:{home}"):
            await forge(hand, data)
            hand.does_not_see("rivate process")
    await go_home(town.amina)
    await town.amina.presses("Find a family")
    await town.amina.writes("okaf")
    await town.amina.presses("Rosa Okafor")
    assert HOUSEHOLD not in town.amina.buttons


@ON_SQLITE
async def test_questions_that_were_open_when_it_became_private_go_on_to_its_manager(
    town: Town,
) -> None:
    helen = await town.join("helen", "S-006")
    await call_for_help(town)
    reference = reference_on(town.amina, "Urgent help")
    await town.amina.presses("I've got it", "Spoke by phone", "Yes, we have spoken")
    await helen.writes(reference)
    await helen.presses("This is a private process", "Yes, make it private")
    pages = len(helen.phone.notifications)
    await town.rosa.presses("Someone is hurt or ill")
    town.rosa.sees("is sent. Your service will phone you. What you add goes to them.")
    town.rosa.does_not_see("Your answers are added to it as you go.")
    helen.sees("Someone is hurt or ill")
    assert len(helen.phone.notifications) == pages + 1
    for hand in (town.amina, town.priya):
        hand.does_not_see("Someone is hurt or ill")
    await go_home(helen)
    await helen.presses("Private process", reference)
    assert "A private process since" in helen.screen
