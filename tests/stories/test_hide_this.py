"""Hide this: the chat is blank at once, on both sides, and says what stays."""

from tests.storage_fixtures import ON_SQLITE
from tests.stories.deeds import go_home
from tests.town import Town


async def test_both_sides_are_wiped_and_what_is_older_stays_and_is_said(town: Town) -> None:
    await go_home(town.jay)
    await town.jay.writes("an old sentence")
    await town.jump(days=3)
    await go_home(town.jay)
    await town.jay.writes("they hit me")
    await town.jay.presses("I'm not safe right now", "Call me")
    await town.jay.writes("hello?")
    town.amina.sees("From: Jay Mercer")
    await town.jay.presses("Hide this")
    left = [message.text for message in town.jay.phone.messages()]
    assert "they hit me" not in left
    assert "hello?" not in left
    assert "an old sentence" in left
    assert len(town.jay.messages) <= 2
    assert town.jay.screen.startswith("Hello.")
    assert "Messages older than two days stay." in town.jay.screen
    assert town.jay.messages[-1].buttons[0][0].text == "Open"
    for words in ("safe", "999", "help", "carer"):
        assert words not in town.jay.screen
    # What was told stays told, and news arrives behind a line that says nothing.
    town.amina.sees("From: Jay Mercer")
    await town.amina.presses("I've got it")
    assert town.jay.phone.notifications[-1].text == "You have a message."
    await town.jay.presses("Open")
    assert "Hide this" in town.jay.buttons


@ON_SQLITE
async def test_it_stands_in_the_same_place_on_every_screen(town: Town) -> None:
    await go_home(town.jay)
    walks = (
        ("Who can help me?",),
        ("Back to the start", "Language"),
        ("Back to the start", "I'm not safe right now"),
        ("Call me",),
        ("Back to the start",),
    )
    for labels in walks:
        await town.jay.presses(*labels)
        rows = town.jay.messages[-1].buttons
        assert rows[-1][0].text == "Hide this", rows
    await town.jay.sends("photo")
    assert town.jay.messages[-1].buttons[-1][0].text == "Hide this"
    await town.jay.writes("/cancel")
    assert town.jay.messages[-1].buttons[-1][0].text == "Hide this"
