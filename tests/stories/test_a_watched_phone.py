"""A frightening adult at home: a ringing phone, or a line on it, tells them that somebody knows."""

import pytest

from tests.storage_fixtures import ON_SQLITE
from tests.stories.browser import PAGES, link_on, opened
from tests.stories.deeds import go_home, own_request
from tests.town import Town

TITLE = "A frightening or violent adult"
NEVER = "Do NOT ring. They will ring you."


async def begin(town: Town) -> None:
    """Rosa says that an adult frightens her."""
    await go_home(town.rosa)
    await town.rosa.presses("Something has happened", "No", "Danger now, or a death", TITLE)


async def test_nobody_is_led_to_ring_who_will_ring_us(town: Town) -> None:
    await begin(town)
    town.rosa.sees("Is it safe for us to ring you?")
    assert town.amina.messages[-1].text is not None
    assert town.amina.screen.startswith("We don't know yet if it is safe to ring.")
    town.amina.does_not_see("ring them")
    await town.rosa.presses("No, I will ring you")
    assert town.amina.screen.startswith(NEVER)
    await town.amina.presses("I've got it")
    assert town.amina.screen.startswith(NEVER)
    assert "When will I ring?" not in town.amina.buttons
    assert "I have reached them" in town.amina.buttons
    await town.amina.presses("Reply")
    assert "We write to you in the morning" in town.amina.buttons
    assert not [label for label in town.amina.buttons if "ring" in label and "999" not in label]
    await town.amina.presses("Cancel", "Yes, throw them away")
    town.amina.does_not_see("use the one you hold")
    await town.rosa.presses("Somewhere else", "J (otter)", "Just now", "At home with me", "Yes")
    await town.rosa.presses("Nobody yet", "Advice", "That is all")
    town.rosa.does_not_see("Which number shall we ring?")
    town.rosa.does_not_see("Until when can we ring you")


@ON_SQLITE
async def test_whoever_has_it_already_is_told_loudly_not_to_ring(town: Town) -> None:
    await begin(town)
    await town.amina.presses("I've got it")
    before = len(town.amina.phone.notifications)
    await town.rosa.presses("No, I will ring you")
    assert town.amina.screen.startswith(NEVER)
    assert len(town.amina.phone.notifications) == before + 1


@pytest.mark.parametrize(
    ("answer", "first"),
    [
        ("Send a message first", "Do NOT ring yet. Send a message first."),
        ("Not sure", "We don't know yet if it is safe to ring. Send a message first."),
    ],
)
@ON_SQLITE
async def test_who_wants_a_message_first_gets_one(town: Town, answer: str, first: str) -> None:
    await begin(town)
    await town.rosa.presses(answer)
    assert town.amina.screen.startswith(first)


class TestWhoIsThis:
    """The sheet that duty acts by."""

    @pytest.fixture
    def choices(self) -> dict[str, object]:
        """The service has a page of its own."""
        return {"pages_address": PAGES}

    async def test_it_says_first_whether_a_call_is_safe(self, town: Town) -> None:
        await begin(town)
        await town.rosa.presses("No, I will ring you")
        await town.amina.presses("I've got it", "Who is this?")
        sheet = await opened(town, link_on(town.amina))
        assert NEVER in sheet.text
        assert sheet.text.index(NEVER) < sheet.text.index("Telephone")


@ON_SQLITE
async def test_who_may_be_rung_is_rung(town: Town) -> None:
    await begin(town)
    await town.rosa.presses("Yes, ring me")
    town.amina.sees("Started, not finished: ring them.")
    await town.amina.presses("I've got it")
    assert "When will I ring?" in town.amina.buttons


@ON_SQLITE
async def test_no_card_and_no_list_says_what_it_was_about(town: Town) -> None:
    await begin(town)
    await town.rosa.presses("Yes, ring me", "Cancel", "Yes, stop asking", "My requests (1 open)")
    town.rosa.sees("A call with us")
    await town.rosa.presses(own_request(town.rosa))
    await town.rosa.presses("Send me what I reported")
    town.rosa.sees("A call with us")
    for words in ("frightening", "abuse", "that person", "other people in your home"):
        town.rosa.does_not_see(words)
