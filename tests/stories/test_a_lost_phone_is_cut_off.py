"""A lost phone: any worker on duty cuts its chat off, and at once it is a stranger's."""

from sqlalchemy import select

from fostering.people import Person
from storage import people
from storage.tables import people as rows
from tests.storage_fixtures import ON_SQLITE
from tests.stories.deeds import call_for_help, forge, go_home, named_on
from tests.town import Town


async def test_a_duty_worker_unlinks_a_phone_and_it_loses_everything_at_once(town: Town) -> None:
    request = await call_for_help(town)
    await go_home(town.rosa)
    await town.amina.presses("Back to your desk", "A phone is lost: unlink it", "Rosa Okafor")
    town.amina.sees("Cut off Rosa Okafor's phone?")
    await town.amina.presses("Yes, cut it off")
    assert town.amina.toasts[-1].startswith("Rosa Okafor is cut off.")
    before = town.rosa.all_words
    await town.amina.presses("Waiting (1)")
    await town.amina.presses(next(b for b in town.amina.buttons if b.startswith("R-")))
    await town.amina.presses("I've got it")
    assert town.rosa.all_words == before, "news went to a phone that was cut off"
    for data in (f"req:{request}", f"copy:{request}", "reqs", "sup", "open:difficulty", "tell"):
        await forge(town.rosa, data)
        assert "To use it you need a code." in town.rosa.screen or "Help now" in town.rosa.screen
        assert "R-" not in town.rosa.screen
    await town.rosa.writes("B ran away")
    assert "nobody reads what you write here" in town.rosa.screen
    # A new code brings the person back, on the same or on another phone.
    link, _ = await town.invite(await town.person("C-001"))
    await town.rosa.writes(f"/start {link}")
    assert "My requests (1 open)" in town.rosa.buttons


@ON_SQLITE
async def test_what_can_be_taken_away_is_gone_from_the_phone_and_the_rest_is_said(
    town: Town,
) -> None:
    await go_home(town.rosa)
    await town.rosa.writes("an old sentence")
    await town.jump(days=3)
    await call_for_help(town)
    await town.rosa.writes("B has run away")
    await go_home(town.amina)
    await town.amina.presses("A phone is lost: unlink it", "Rosa Okafor")
    town.amina.sees("What is older stays on that phone.")
    await town.amina.presses("Yes, cut it off")
    assert "Messages older than two days stay on that phone." in town.amina.toasts[-1]
    left = [message.text or "" for message in town.rosa.phone.messages()]
    assert "an old sentence" in left
    assert not [words for words in left if "B has run away" in words or "R-" in words]
    assert town.amina.all_words.count("Urgent help") == 1


@ON_SQLITE
async def test_a_team_manager_may_cut_a_phone_off_and_a_childs_social_worker_may_not(
    town: Town,
) -> None:
    helen, owen = await town.join("helen", "S-006"), await town.join("owen", "S-002")
    await go_home(helen, owen)
    assert "Add a phone call" not in helen.buttons
    assert "A phone is lost: unlink it" not in owen.buttons
    await forge(owen, "lost")
    await forge(owen, f"unlink:{(await town.person('C-001')).hex}")
    await helen.presses("A phone is lost: unlink it", "Rosa Okafor", "Yes, cut it off")
    assert "Rosa Okafor is cut off." in helen.toasts[-1]
    await go_home(town.rosa)
    assert "To use it you need a code." in town.rosa.screen


@ON_SQLITE
async def test_no_leaves_the_phone_as_it_is(town: Town) -> None:
    await go_home(town.amina)
    await town.amina.presses("A phone is lost: unlink it", "Rosa Okafor", "No")
    town.amina.sees("Your desk")
    await go_home(town.rosa)
    assert "My requests (0 open)" in town.rosa.buttons


@ON_SQLITE
async def test_a_worker_whose_phone_is_lost_is_not_paged_and_others_cannot_unlink(
    town: Town,
) -> None:
    await town.tom.writes("/home")
    await town.tom.presses("A phone is lost: unlink it")
    amina = named_on(town.tom, "Amina Yusuf").rpartition(":")[2]
    await forge(town.rosa, f"unlink:{amina}")
    await forge(town.priya, f"unlink:{amina}")
    await go_home(town.amina)
    assert "Waiting (0)" in town.amina.buttons
    await town.tom.presses("Amina Yusuf", "Yes, cut it off")
    await town.rosa.presses("I need help now", "Tell the on-call team")
    town.tom.sees("Urgent help")
    town.amina.does_not_see("Urgent help")


@ON_SQLITE
async def test_what_belonged_to_the_chat_goes_with_it(town: Town) -> None:
    jay = await town.person("YP-001")

    async def stands() -> Person:
        async with town.database.reading() as reader:
            return (await people.load(reader, [jay]))[jay]

    before = await stands()
    assert before.newcomer is not None
    await go_home(town.amina)
    await town.amina.presses("A phone is lost: unlink it", "Jay Mercer", "Yes, cut it off")
    after = await stands()
    assert (after.linked, after.newcomer, after.safe_times) == (False, None, None)
    assert after.version == before.version + 1
    async with town.database.reading() as reader:
        waits = select(rows.c.next_due_at).where(rows.c.id == jay)
        assert await reader.connection.scalar(waits) is None, "nobody is asked whose chat it is"


@ON_SQLITE
async def test_on_a_new_phone_the_first_screen_offers_what_was_not_sent(town: Town) -> None:
    await go_home(town.rosa)
    await town.rosa.presses("Something has changed at home", "Save for later")
    (offered,) = (b for b in town.rosa.buttons if b.startswith(("Carry on: ", "… ")))
    new = await town.join("rosa2", "C-001")
    assert offered in new.buttons
    await new.presses(offered)
    new.sees("Something has changed at home")
    other = await town.join("dan", "C-002")
    assert offered not in other.buttons
    stranger = town.stranger("stranger")
    await stranger.writes("/start nonsense")
    assert offered not in stranger.buttons
