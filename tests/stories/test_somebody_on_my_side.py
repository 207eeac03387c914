"""A young person gets somebody on their side; the service's staff never learn that they asked."""

import pytest
from sqlalchemy import select

from fostering.policy import Provider
from storage.tables import requests
from tests.storage_fixtures import HandClock
from tests.stories.deeds import forge, go_home, named_on
from tests.town import MONDAY_MORNING, ON_CALL_NUMBER, Hand, Town

UPHOLDS = ("SWK-21b",)

PROVIDER = Provider(
    name="Young Voices",
    number="0161 496 0177",
    email="",
    checked=MONDAY_MORNING.date(),
)
ASK = "Get someone on my side"
STAFF_LOOKS = ("waiting", "mine", "opens", "todo", "sups", "home")


@pytest.fixture
def clock() -> HandClock:
    """Monday morning: a working day counts from here."""
    return HandClock(MONDAY_MORNING.timestamp())


@pytest.fixture
def choices() -> dict[str, object]:
    """The service is ready for what young people say."""
    return {"views": True, "advocacy_provider": PROVIDER}


async def asks(jay: Hand, reach: str = "Here in this chat") -> None:
    """Jay asks for an advocate, by buttons."""
    await go_home(jay)
    await jay.presses(ASK, "An advocate", "A decision about me", "That is all", reach)
    await jay.presses("After school", "That is all", "At school or college", "The one we use here")
    await jay.presses("Skip")
    jay.sees("Young Voices gets your name and these answers")
    await jay.presses("Yes, pass this on")


async def looks(hand: Hand) -> list[str]:
    """All that a phone of the staff shows, list after list."""
    seen = []
    await go_home(hand)
    for verb in STAFF_LOOKS:
        await forge(hand, verb)
        seen.append(hand.all_words + "|".join(hand.buttons))
    return seen


async def test_the_advocate_makes_contact_and_nobody_of_the_service_can_know(town: Town) -> None:
    nadia = await town.join("nadia", "A-001")
    staff = (town.priya, town.amina, town.grace, town.rosa)
    before = [await looks(hand) for hand in staff]
    await asks(town.jay)
    town.jay.sees("We have passed this on.")
    town.jay.does_not_see("advocate")
    nadia.sees("Jay Mercer asks for an advocate")
    nadia.sees("Do not tell their carers, their social worker or the service")
    await nadia.presses("I have made contact")
    town.jay.sees("Nadia Rahman noted that they got in touch")
    await nadia.presses("Write to them")
    await nadia.writes("Shall we talk on Tuesday?")
    await nadia.presses("Send")
    town.jay.sees("Shall we talk on Tuesday?")
    await town.jay.presses("Write to them")
    await town.jay.writes("yes after school")
    await town.jay.presses("Yes, send it")
    nadia.sees("yes after school")
    await nadia.presses("I am their advocate now")
    town.jay.sees("Nadia Rahman is on your side now.")
    assert [await looks(hand) for hand in staff] == before
    async with town.database.reading() as reader:
        assert not (await reader.connection.execute(select(requests))).all()
    key = named_on(nadia, "I can't take this")
    for hand in staff:
        for verb in ("sideof", "sidemet", "sidemine", "sidestopyes", "req", "got", "whois"):
            await forge(hand, f"{verb}:{key}")
        hand.does_not_see("asks for an advocate")


class OnSqlite:
    """What needs one database only."""

    @pytest.fixture
    def url(self, sqlite_url: str) -> str:
        """SQLite alone."""
        return sqlite_url


class TestWhatElse(OnSqlite):
    """The other ways it can go."""

    async def test_what_is_late_is_told_to_the_young_person_and_to_the_provider_alone(
        self, town: Town
    ) -> None:
        nadia, ben = await town.join("nadia", "A-001"), await town.join("ben", "A-002")
        await asks(town.jay)
        ben.does_not_see("Jay Mercer")
        before = [hand.all_words for hand in (town.priya, town.amina, town.grace, town.rosa)]
        await town.forward(days=1, hours=8)
        town.jay.sees("No one has told us yet that they got in touch with you.")
        ben.sees("This is late.")
        nadia.sees("This is late.")
        assert [
            hand.all_words for hand in (town.priya, town.amina, town.grace, town.rosa)
        ] == before
        await town.jay.presses("Who can help me?")
        town.jay.sees("Young Voices: 0161 496 0177")

    async def test_an_advocates_lost_phone_is_cut_off_by_the_provider_or_by_duty(
        self, town: Town
    ) -> None:
        nadia, ben = await town.join("nadia", "A-001"), await town.join("ben", "A-002")
        await go_home(town.amina)
        await town.amina.presses("A phone is lost: unlink it")
        before = town.amina.buttons
        await asks(town.jay)
        await go_home(town.amina)
        await town.amina.presses("A phone is lost: unlink it")
        assert town.amina.buttons == before, "duty sees the provider's names, asked for or not"
        await town.amina.presses("Ben Walsh", "Yes, cut it off")
        await go_home(ben)
        assert "To use it you need a code." in ben.screen
        ben = await town.join("ben2", "A-002")
        await go_home(ben)
        await forge(ben, f"unlink:{(await town.person('C-001')).hex}")
        await ben.presses("A phone is lost: unlink it", "Nadia Rahman", "Yes, cut it off")
        await go_home(nadia, town.rosa)
        assert "To use it you need a code." in nadia.screen
        assert "To use it you need a code." not in town.rosa.screen
        left = "|".join(m.text or "" for m in nadia.phone.messages())
        assert "Jay Mercer" not in left

    async def test_where_this_chat_is_not_safe_nothing_new_arrives_in_it(self, town: Town) -> None:
        nadia = await town.join("nadia", "A-001")
        await go_home(town.jay)
        await town.jay.presses(ASK, "A friendly visitor", "Ring me")
        await town.jay.writes("07700 900399")
        await town.jay.presses("No", "At the weekend", "That is all", "I don't want to meet")
        await town.jay.presses("Another language", "A woman", "Yes, pass this on")
        nadia.sees("Jay Mercer asks for an independent visitor")
        nadia.sees("07700 900399")
        arrived = len(town.jay.phone.notifications)
        assert "Write to them" not in nadia.buttons
        await nadia.presses("They have a visitor now")
        await town.forward(days=3)
        assert len(town.jay.phone.notifications) == arrived
        await nadia.presses("We have finished")
        await go_home(town.jay)
        await town.jay.presses(ASK)
        town.jay.sees("Who would you like?")

    async def test_who_cannot_take_it_passes_it_on_and_at_the_end_it_is_said_so(
        self, town: Town
    ) -> None:
        nadia, ben = await town.join("nadia", "A-001"), await town.join("ben", "A-002")
        await asks(town.jay)
        await nadia.presses("I can't take this")
        nadia.does_not_see("Jay Mercer")
        ben.sees("Jay Mercer asks for an advocate")
        await ben.presses("I can't take this")
        town.jay.sees("They told us that they can't do it now. It is not because of you.")

    async def test_the_young_person_can_stop_it(self, town: Town) -> None:
        nadia = await town.join("nadia", "A-001")
        await asks(town.jay)
        await town.jay.presses("I don't need this any more", "No, go back")
        nadia.does_not_see("They do not need this any more.")
        await town.jay.presses("I don't need this any more", "Yes, stop it")
        town.jay.sees("This is finished.")
        nadia.sees("They do not need this any more.")
        nadia.does_not_see("A decision about me")

    async def test_without_an_advocate_here_the_numbers_are_shown_and_that_we_cannot_pass_it_on(
        self, town: Town
    ) -> None:
        await go_home(town.jay)
        await town.jay.presses(ASK)
        town.jay.sees("We can't pass this on from here. Nobody has been told.")
        town.jay.sees("Young Voices: 0161 496 0177")
        town.jay.sees("Help at Hand")
        town.jay.does_not_see("Coram Voice")

    async def test_an_advocate_whose_chat_is_cut_is_told_to_the_provider_alone(
        self, town: Town
    ) -> None:
        nadia, ben = await town.join("nadia", "A-001"), await town.join("ben", "A-002")
        nadia.phone.blocks_bot()
        before = [hand.all_words for hand in (town.priya, town.amina, town.grace)]
        await asks(town.jay)
        await town.settle()
        assert [hand.all_words for hand in (town.priya, town.amina, town.grace)] == before
        ben.sees("Nadia Rahman")

    async def test_an_advocate_meets_nothing_of_the_service(self, town: Town) -> None:
        nadia = await town.join("nadia", "A-001")
        await town.rosa.presses("I need help now", "Tell the on-call team")
        key = named_on(town.amina, "I've got it")
        for verb in ("waiting", "mine", "opens", "todo", "sups", "lost", "expect", "reqs"):
            await forge(nadia, verb)
        for verb in ("req", "got", "take", "takeyes", "reply", "whois", "spokeyes", "close"):
            await forge(nadia, f"{verb}:{key}")
        for form in ("phone_call", "lost_phone", "difficulty", "check_in", "advocacy"):
            await forge(nadia, f"open:{form}")
        await forge(nadia, "tell")
        nadia.does_not_see("Rosa")
        nadia.does_not_see("R-")
        nadia.sees("Nobody waits.")
        nadia.sees(ON_CALL_NUMBER)
        assert town.amina.buttons.count("I've got it") == 1
