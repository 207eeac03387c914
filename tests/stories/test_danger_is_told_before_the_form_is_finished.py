"""Danger is raised the moment it is pressed; saving and cancelling never withdraw it."""

from tests.storage_fixtures import ON_SQLITE
from tests.stories.deeds import go_home, own_request, report_danger
from tests.town import ON_CALL_NUMBER, Hand, Town

NOT_FINISHED = "Started, not finished: ring them."


async def test_danger_pages_at_once_and_neither_save_nor_cancel_takes_it_back(town: Town) -> None:
    await report_danger(town.rosa)
    town.amina.sees("P0 · Something has happened")
    town.amina.sees("From: Rosa Okafor")
    town.amina.sees(NOT_FINISHED)
    town.priya.does_not_see("R-")
    assert "is sent. Your answers are added to it as you go." in town.rosa.screen
    assert f"Ring {ON_CALL_NUMBER} now as well." in town.rosa.screen
    assert "Not sent." not in town.rosa.screen
    await town.rosa.presses("Save for later")
    assert "My requests (1 open)" in town.rosa.buttons
    town.amina.sees(NOT_FINISHED)
    await town.rosa.presses("Carry on: Something has happened", "Cancel")
    town.rosa.sees("What you sent already stays sent. Only the questions stop.")
    await town.rosa.presses("Yes, stop asking")
    assert "What you sent already stays sent. It is not taken back." in town.rosa.toasts
    town.amina.sees(NOT_FINISHED)
    assert "My requests (1 open)" in town.rosa.buttons
    # Once per person at a time: the same danger, begun again, is the same request.
    await town.rosa.presses("Something has happened", "Yes")
    assert town.amina.all_words.count("Something has happened") == 1
    assert (await open_requests(town.rosa)) == 1
    await town.forward(minutes=6)
    town.tom.sees("P0 · Something has happened")


async def open_requests(hand: Hand) -> int:
    """How many open requests the start screen counts."""
    await go_home(hand)
    label = next(b for b in hand.buttons if b.startswith("My requests"))
    return int(label.partition("(")[2].partition(" ")[0])


@ON_SQLITE
async def test_can_it_wait_no_makes_it_urgent_at_that_moment(town: Town) -> None:
    await go_home(town.rosa)
    await town.rosa.presses("Something has happened", "No", "Hurt, ill or in hospital")
    await town.rosa.presses("A small accident, treated", "I did, at home", "J (otter)")
    await town.rosa.presses("Earlier today", "At home with me", "Yes")
    town.rosa.sees("Can this wait until Monday 23 November, 09:00, when the office opens?")
    town.rosa.sees("Not sent. Nobody has read this.")
    town.amina.does_not_see("R-")
    await town.rosa.presses("No")
    town.amina.sees("P1 · A small accident, treated")
    town.amina.sees("J (otter)")
    assert "is sent. Your answers are added to it as you go." in town.rosa.screen


@ON_SQLITE
async def test_what_can_wait_is_read_by_nobody_before_it_is_sent_and_pages_nobody(
    town: Town,
) -> None:
    await go_home(town.rosa)
    await town.rosa.presses("Something has happened", "No", "Hurt, ill or in hospital")
    await town.rosa.presses("A small accident, treated", "I did, at home", "J (otter)")
    await town.rosa.presses("Earlier today", "At home with me", "Yes", "Yes", "Nobody yet")
    await town.rosa.presses("Advice", "That is all", "The number you have for me", "Skip", "Skip")
    await town.rosa.presses("No, nobody")
    town.rosa.sees("Not sent. Nobody has read this.")
    town.amina.does_not_see("R-")
    await town.rosa.presses("Send")
    town.rosa.sees("It goes to Priya Sharma.")
    town.rosa.sees("Your service still has to tell the child's social worker.")
    town.priya.sees("P2 · A small accident, treated")
    town.amina.does_not_see("R-")
    await town.forward(hours=3)
    town.amina.does_not_see("R-")


@ON_SQLITE
async def test_not_knowing_where_the_child_is_or_who_is_safe_is_urgent(town: Town) -> None:
    await town.join("daniel", "C-002")
    reports = {
        "rosa": ("I don't know",),
        "daniel": ("At home with me", "Not sure"),
    }
    for name, answers in reports.items():
        hand = town.hands[name]
        await go_home(hand)
        await hand.presses("Something has happened", "No", "Hurt, ill or in hospital")
        await hand.presses("A small accident, treated", "I did, at home", "M (robin)")
        await hand.presses("Earlier today", *answers[:-1])
        town.amina.does_not_see(f"From: {name.capitalize()}")
        await hand.presses(answers[-1])
        town.amina.sees(f"From: {name.capitalize()}")
    assert town.amina.all_words.count("P1 · A small accident, treated") == 2


@ON_SQLITE
async def test_the_receipt_keeps_the_help_lines_of_the_kind(town: Town) -> None:
    await go_home(town.rosa)
    await town.rosa.presses("Something has happened", "No", "Danger now, or a death")
    await town.rosa.presses("Self-harm or talk of suicide", "Save for later")
    await town.rosa.presses("My requests (1 open)")
    await town.rosa.presses(own_request(town.rosa))
    town.rosa.sees("PAPYRUS HOPELINE247: 0800 068 4141.")
    town.rosa.sees("last checked Sunday 22 November 2026")
