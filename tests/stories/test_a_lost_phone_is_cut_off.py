"""A lost phone: any worker on duty cuts its chat off, and at once it is a stranger's."""

from tests.stories.deeds import call_for_help, forge, go_home, named_on
from tests.town import Town


async def test_a_duty_worker_unlinks_a_phone_and_it_loses_everything_at_once(town: Town) -> None:
    request = await call_for_help(town)
    await go_home(town.rosa)
    await town.amina.presses("Back to your desk", "A phone is lost: unlink it", "Rosa Okafor")
    town.amina.sees("Cut off Rosa Okafor's phone?")
    await town.amina.presses("Yes, cut it off")
    assert town.amina.toasts[-1] == "Rosa Okafor is cut off."
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


async def test_no_leaves_the_phone_as_it_is(town: Town) -> None:
    await go_home(town.amina)
    await town.amina.presses("A phone is lost: unlink it", "Rosa Okafor", "No")
    town.amina.sees("Your desk")
    await go_home(town.rosa)
    assert "My requests (0 open)" in town.rosa.buttons


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
