"""A carer's concern goes above the person it is about, and each stage is seen by its day."""

from datetime import date

import pytest

from fostering.policy import Complaints, TelephoneNumber
from tests.storage_fixtures import HandClock
from tests.stories.deeds import forge, go_home, named_on
from tests.town import MONDAY_MORNING, Hand, Town

UPHOLDS = ("SWK-09b", "SWK-10", "SOU-58", "DMR-52", "SOU-45")

LADO = TelephoneNumber(name="LADO", number="0161 496 0155", checked=date(2026, 11, 20))
DOOR = "Concerns and complaints"


@pytest.fixture
def clock() -> HandClock:
    """Monday morning: working days are counted from here."""
    return HandClock(MONDAY_MORNING.timestamp())


@pytest.fixture
def choices() -> dict[str, object]:
    """The service names somebody outside."""
    return {"complaints": Complaints(outside=(LADO,))}


async def complains(rosa: Hand, about: str = "Priya Sharma (supervising)") -> None:
    """Rosa tells of a promise that was not kept."""
    await go_home(rosa)
    await rosa.presses(DOOR, "Tell us about it", "A promise that was not kept", about)
    await rosa.writes("Nobody came in six weeks.")
    await rosa.presses("Skip", "No")


async def test_whom_it_is_about_never_learns_and_the_manager_above_answers(town: Town) -> None:
    helen = await town.join("helen", "S-006")
    before = len(town.priya.phone.notifications)
    await complains(town.rosa)
    town.rosa.sees("Helen Marsh reads this, and nobody else of the service.")
    await town.rosa.presses("Send")
    town.rosa.sees("Helen Marsh has not said yet that they have it. They should by Thursday")
    helen.sees("Nobody came in six weeks.")
    helen.sees("Do not show this to whom it is about")
    key = named_on(helen, "I've got it")
    for hand in (town.priya, town.amina, town.grace):
        for verb in ("req", "got", "take", "takeyes", "whois", "close", "longer"):
            await forge(hand, f"{verb}:{key}")
        await forge(hand, "opens")
        hand.does_not_see("six weeks")
    assert len(town.priya.phone.notifications) == before
    await helen.presses("I've got it", "I need more time")
    await helen.writes("Two people have to be heard.")
    await helen.presses("Send")
    town.rosa.sees("Two people have to be heard.")
    town.rosa.sees("The answer should come by Monday 21 December")
    await helen.presses("Answer this concern", "Partly: some of it was wrong")
    await helen.writes("We missed two visits. From now on I look at the dates each Friday.")
    await helen.presses("Send")
    town.rosa.sees("Partly: some of it was wrong")
    town.rosa.sees("I look at the dates each Friday.")
    town.rosa.sees("You can ask for stage 2 until")
    await go_home(town.rosa)
    await town.rosa.presses("My requests (0 open)", "A concern or complaint")
    town.rosa.sees("Helen Marsh answered on Monday 23 November")


class TestWhatElse:
    """The other ways it can go, on one database."""

    @pytest.fixture
    def url(self, sqlite_url: str) -> str:
        """SQLite alone."""
        return sqlite_url

    async def test_first_stands_whom_they_can_turn_to_without_telling_us(self, town: Town) -> None:
        await go_home(town.rosa)
        await town.rosa.presses(DOOR)
        town.rosa.sees("LADO: 0161 496 0155 (last checked Friday 20 November 2026)")
        town.rosa.sees("Fosterline")
        town.rosa.does_not_see("Ofsted")
        town.rosa.sees("You need not tell us.")

    async def test_not_satisfied_goes_to_somebody_above_whoever_answered(self, town: Town) -> None:
        helen, david = await town.join("helen", "S-006"), await town.join("david", "S-007")
        await complains(town.rosa)
        await town.rosa.presses("Send")
        await helen.presses("I've got it", "Answer this concern", "No, we see it in another way")
        await helen.writes("The visits were in the diary.")
        await helen.presses("Send")
        await town.rosa.presses("I am not satisfied")
        town.rosa.sees("Stage 2: somebody who had no part in it looks at it.")
        david.sees("Nobody came in six weeks.")
        assert "I've got it" not in helen.buttons
        await town.rosa.presses("Add something")
        await town.rosa.writes("There is a letter too.")
        await town.rosa.presses("Send")
        david.sees("There is a letter too.")
        helen.does_not_see("There is a letter too.")

    async def test_late_is_said_and_told_to_who_is_above(self, town: Town) -> None:
        helen, david = await town.join("helen", "S-006"), await town.join("david", "S-007")
        await complains(town.rosa)
        await town.rosa.presses("Send")
        david.does_not_see("R-")
        await helen.presses("I've got it")
        await town.forward(days=15)
        town.rosa.sees("It is late.")
        town.rosa.sees("We have told David Lloyd that it is late.")
        david.sees("is late")
        town.priya.does_not_see("late")

    async def test_it_can_be_taken_back(self, town: Town) -> None:
        helen = await town.join("helen", "S-006")
        await complains(town.rosa)
        await town.rosa.presses("Send", "Take it back", "No, go back")
        town.rosa.sees("has not said yet that they have it")
        await town.rosa.presses("Take it back", "Yes, take it back")
        town.rosa.sees("You took this back.")
        helen.sees("Closed.")

    async def test_where_nobody_is_above_nothing_is_sent_and_nothing_is_lost(
        self, town: Town
    ) -> None:
        await complains(town.rosa, "Priya Sharma (supervising)")
        town.rosa.sees("it cannot be sent from here")
        await town.rosa.presses("Send")
        town.rosa.sees("LADO: 0161 496 0155")
        assert any("Nobody here is above" in toast for toast in town.rosa.toasts)
        await go_home(town.rosa)
        await town.rosa.presses("Carry on: A concern or complaint")
        town.rosa.sees("Nobody came in six weeks.")

    async def test_in_an_allegation_nothing_is_asked_and_support_is_named(self, town: Town) -> None:
        helen = await town.join("helen", "S-006")
        await go_home(town.rosa)
        await town.rosa.presses(DOOR, "Tell us about it", "Support in an allegation")
        town.rosa.sees("Write nothing about the allegation here.")
        town.rosa.sees("FosterTalk")
        await town.rosa.presses("Priya Sharma (supervising)", "Yes, help me to find someone")
        assert not any("What happened" in label for label in town.rosa.buttons)
        await town.rosa.presses("Send")
        helen.sees("Support in an allegation")
