"""I need help now: on every screen of a linked person, from any state, in every language."""

from tests.storage_fixtures import ON_SQLITE
from tests.stories.deeds import forge, go_home
from tests.town import ON_CALL_NUMBER, Hand, Town

UPHOLDS = ("SWK-20b",)

CARER = (
    "home",
    "reqs",
    "sup",
    "lang",
    "open:difficulty",
    "open:household_change",
    "open:missing_child",
    "talk",
)


def has_help(hand: Hand, label: str) -> None:
    """Fail unless the newest screen has the button of help, or is the card of numbers itself."""
    newest = [b.text for row in hand.messages[-1].buttons for b in row]
    assert label in newest or "999" in hand.screen, (hand.screen, newest)


async def test_the_button_is_on_every_screen_and_an_open_form_stays_whole(town: Town) -> None:
    await go_home(town.rosa)
    for data in CARER:
        await forge(town.rosa, data)
        has_help(town.rosa, "I need help now")
    await town.rosa.writes("/home")
    town.clock.wait(1)
    await town.rosa.presses("Something has changed at home", "I need help now")
    assert "Help now" in town.rosa.screen
    assert ON_CALL_NUMBER in town.rosa.screen
    await town.rosa.presses("Back to the start", "… Something has changed at home")
    await town.rosa.presses(town.rosa.messages[-1].buttons[0][0].text)
    answered = town.rosa.screen
    for way in ("/help", "/start", "/home"):
        await town.rosa.writes(way)
    await town.rosa.presses("… Something has changed at home")
    assert town.rosa.screen == answered
    await town.rosa.writes("/cancel")
    town.rosa.sees("Throw these answers away?")
    await town.rosa.presses("No, go back")
    assert town.rosa.screen == answered
    await town.rosa.writes("/cancel")
    await town.rosa.presses("Yes, throw them away")
    assert "… Something has changed at home" not in town.rosa.buttons
    assert "My requests (2 open)" in town.rosa.buttons


@ON_SQLITE
async def test_old_buttons_answer_and_draw_the_present_screen(town: Town) -> None:
    await go_home(town.rosa)
    await town.rosa.presses("Something has changed at home")
    old = town.rosa.messages[-1].buttons[0][0]
    question = town.rosa.screen
    await town.rosa.presses(old.text)
    present = town.rosa.screen
    assert present != question
    await forge(town.rosa, str(old.callback_data))
    assert town.rosa.toasts[-1] == "That was an old button."
    assert town.rosa.screen == present
    await town.rosa.presses("Cancel", "Yes, throw them away")
    await forge(town.rosa, str(old.callback_data))
    assert "Something has happened" in town.rosa.buttons


@ON_SQLITE
async def test_help_in_arabic_with_the_words_to_say(town: Town) -> None:
    await go_home(town.rosa)
    await town.rosa.presses("Language and settings", "العربية")
    await forge(town.rosa, "open:difficulty")
    labels = [b.text for row in town.rosa.messages[-1].buttons for b in row]
    help_label = labels[-1]
    await town.rosa.presses(help_label)
    assert "999" in town.rosa.screen
    assert ON_CALL_NUMBER in town.rosa.screen
    assert "Arabic interpreter, please" in town.rosa.screen
    assert "Nobody has been told yet." not in town.rosa.screen
    await town.rosa.presses(town.rosa.messages[-1].buttons[0][0].text)
    town.amina.sees("Urgent help")


@ON_SQLITE
async def test_young_people_and_staff_have_it_too(town: Town) -> None:
    await go_home(town.jay, town.amina, town.priya)
    for data in ("home", "who", "lang", "help", "tell:call", "reqs", "sup", "nonsense"):
        await forge(town.jay, data)
        has_help(town.jay, "I'm not safe right now")
    for data in ("home", "waiting", "mine", "lost", "open:phone_call"):
        await forge(town.amina, data)
        has_help(town.amina, "Numbers")
    for data in ("home", "sups", "open:plan_supervision", "revs", "lang"):
        await forge(town.priya, data)
        has_help(town.priya, "Numbers")
