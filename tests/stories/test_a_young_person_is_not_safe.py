"""A young person says that they are not safe: duty and a manager know, their home never."""

from uuid import UUID

from storage import chronology
from tests.storage_fixtures import ON_SQLITE
from tests.stories.deeds import forge, go_home, named_on
from tests.town import Town

UPHOLDS = ("DMR-05",)

DO_NOT = "do NOT contact the household or its supervising social worker."


async def test_the_ways_are_offered_and_a_choice_tells_the_team(town: Town) -> None:
    await go_home(town.jay)
    await town.jay.presses("I'm not safe right now")
    town.jay.sees("Are you hurt or in danger this minute? Ring 999.")
    town.jay.sees("Nobody has been told yet.")
    town.jay.sees("the on-call team, a manager and your social worker will see this.")
    town.jay.sees("The people you live with will not see it here.")
    for way in ("Tell the on-call team", "Call me", "Message only", "Don't contact me here"):
        assert way in town.jay.buttons
    assert {"Not now", "Hide this"} <= {*town.jay.buttons}
    await town.jay.presses("Not now")
    town.amina.does_not_see("R-")
    await town.jay.presses("I'm not safe right now", "Message only")
    for worker in (town.amina, town.grace):
        worker.sees(DO_NOT)
        worker.sees("Safe way to reach them: message only")
        worker.sees("From: Jay Mercer")
        first = next(m.text or "" for m in worker.messages if DO_NOT in (m.text or ""))
        assert first.startswith("About where they live")
    town.tom.does_not_see(DO_NOT)
    town.jay.sees("We have passed this on.")
    town.jay.sees("No one has told us that they have picked this up yet.")
    assert "Hide this" in town.jay.buttons
    for words in ("carer", "home", "Rosa", "R-"):
        assert words not in town.jay.screen.replace("Back to the start", "")
    # Pressed again it is the same request.
    await town.jay.presses("I'm not safe right now")
    assert "Tell the on-call team" not in town.jay.buttons
    await town.amina.presses("I've got it")
    town.jay.sees("Amina Yusuf has it since 23:40.")
    assert "Who is this?" in town.amina.buttons


@ON_SQLITE
async def test_every_read_of_their_words_is_written_down(town: Town) -> None:
    await go_home(town.jay)
    await town.jay.presses("I'm not safe right now", "Call me")
    request = named_on(town.amina, "I've got it")
    before = await reads(town, request)
    assert before == {"S-003", "S-005"}
    await town.tom.writes("/home")
    await town.tom.presses("Waiting (1)")
    await town.tom.presses(next(b for b in town.tom.buttons if b.startswith("R-")))
    assert await reads(town, request) == {"S-003", "S-004", "S-005"}


async def reads(town: Town, request: str) -> set[str]:
    """The references of the workers who have read this request."""
    staff = {await town.person(key): key for key in ("S-001", "S-003", "S-004", "S-005")}
    async with town.database.reading() as reader:
        found = await chronology.entries(reader, [UUID(hex=request)])
    lines = found[UUID(hex=request)]
    return {staff[line.actor] for line in lines if line.event == "WordsRead" and line.actor}


@ON_SQLITE
async def test_the_childs_social_worker_is_told_and_the_carers_worker_is_refused(
    town: Town,
) -> None:
    owen = await town.join("owen", "S-002")
    await go_home(town.jay)
    await town.jay.presses("I'm not safe right now", "Tell the on-call team")
    owen.sees(DO_NOT)
    assert "I've got it" in owen.buttons
    request = named_on(owen, "I've got it")
    for verb in ("got", "req", "pass", "spoke", "reply", "close"):
        await forge(town.priya, f"{verb}:{request}")
        town.priya.does_not_see("R-")
    await forge(town.rosa, f"req:{request}")
    town.rosa.does_not_see("R-")
    town.jay.does_not_see("has it since")
