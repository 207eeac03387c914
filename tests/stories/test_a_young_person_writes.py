"""A young person answers a worker in their own words, and nothing goes before they say yes."""

from uuid import UUID

from storage import chronology
from tests.storage_fixtures import ON_SQLITE
from tests.stories.deeds import go_home, lock_screen, named_on
from tests.town import Town

ANSWER = "yes he hit me, I am in my room"


async def ask_for_messages(town: Town, way: str = "Message only") -> None:
    """Jay says that he is not safe, and how he may be reached; Amina takes it and writes."""
    await go_home(town.jay)
    await town.jay.presses("I'm not safe right now", way)
    await town.amina.presses("I've got it", "Reply", "Write my own")
    await town.amina.writes("Are you alone in your room?")
    await town.amina.presses("Send")


async def test_words_that_are_only_typed_are_sent_on_yes(town: Town) -> None:
    await ask_for_messages(town)
    before = len(lock_screen(town.amina))
    await town.jay.writes(ANSWER)
    town.jay.sees("Send these words to Amina Yusuf?")
    town.jay.does_not_see("Nobody reads what you write here")
    town.amina.does_not_see(ANSWER)
    await town.jay.presses("Yes, send it")
    town.amina.sees(ANSWER)
    assert len(lock_screen(town.amina)) == before + 1
    town.jay.sees("We passed on what you wrote at 23:40.")
    town.jay.does_not_see(ANSWER)
    for hand in (town.rosa, town.priya):
        hand.does_not_see("hit me")


@ON_SQLITE
async def test_nothing_is_kept_on_no(town: Town) -> None:
    await ask_for_messages(town)
    await town.jay.writes(ANSWER)
    await town.jay.presses("No, don't send it")
    assert any("Nothing was sent" in toast for toast in town.jay.toasts)
    town.amina.does_not_see("hit me")
    await town.jay.writes("hello")
    town.jay.sees("hello\nSend these words to Amina Yusuf?")
    town.jay.does_not_see("hit me")


@ON_SQLITE
async def test_the_button_asks_one_question_and_every_read_is_written_down(town: Town) -> None:
    await go_home(town.jay)
    await town.jay.presses("I'm not safe right now", "Tell the on-call team", "Write to them")
    town.jay.sees("What do you want to tell them?")
    await town.jay.writes("I am upstairs")
    town.jay.sees("Send these words to the on-call team?")
    await town.jay.presses("Yes, send it")
    town.amina.sees("I am upstairs")
    request = named_on(town.amina, "I've got it")
    await town.amina.presses("I've got it")
    before = await reads(town, request)
    await town.jay.presses("Write to them")
    await town.jay.writes("He is at the door")
    await town.jay.presses("Yes, send it")
    town.amina.sees("He is at the door")
    assert await reads(town, request) == before + 1


@ON_SQLITE
async def test_who_must_not_be_reached_here_is_not_asked_to_write(town: Town) -> None:
    await go_home(town.jay)
    await town.jay.presses("I'm not safe right now", "Don't contact me here")
    assert "Write to them" not in town.jay.buttons
    await town.jay.writes(ANSWER)
    town.jay.sees("Nobody reads what you write here unless you send it with the buttons.")


async def reads(town: Town, request: str) -> int:
    """How often Amina has read it, as the chronology has it."""
    amina = await town.person("S-003")
    async with town.database.reading() as reader:
        found = await chronology.entries(reader, [UUID(hex=request)])
    lines = found[UUID(hex=request)]
    return sum(line.event == "WordsRead" and line.actor == amina for line in lines)
