"""A rota decides who is paged; each shift begins with a test page, and a manager can be asked."""

from pathlib import Path

from storage.imports import import_files
from tests.storage_fixtures import ON_SQLITE
from tests.stories.deeds import call_for_help, go_home
from tests.town import Town


async def rota(town: Town, folder: Path, *rows: str) -> None:
    """Take in a rota with these rows."""
    path = folder / "rota.csv"
    path.write_text("worker,starts,ends,place\n" + "".join(f"{row}\n" for row in rows))
    seen = await import_files(town.database, [path], town.now)
    assert not seen.problems, seen.problems


async def a_night(town: Town, folder: Path) -> None:
    """It is Saturday, 17:00: Tom is first, then Amina, until midnight; then the other way round."""
    await rota(
        town,
        folder,
        "S-004,2026-11-21 17:00,2026-11-22 00:00,first",
        "S-003,2026-11-21 17:00,2026-11-22 00:00,second",
        "S-005,2026-11-21 17:00,2026-11-22 09:00,manager",
        "S-003,2026-11-22 00:00,2026-11-22 09:00,first",
        "S-004,2026-11-22 00:00,2026-11-22 09:00,second",
    )
    await town.forward(hours=17, minutes=23)


async def test_each_shift_begins_with_a_test_and_a_page_goes_to_who_is_on_shift(
    town: Town, tmp_path: Path
) -> None:
    await a_night(town, tmp_path)
    for hand in (town.tom, town.amina):
        hand.sees("TEST")
        hand.sees("This is a paging test. Nobody needs help.")
    town.grace.does_not_see("paging test")
    await town.tom.presses("I got this")
    town.tom.sees("Paging test answered 17:03.")
    await go_home(town.tom)
    town.tom.sees("On shift to")
    town.tom.sees("with Amina Yusuf. You are paged first.")
    town.tom.sees("Paging test answered 17:03.")
    await town.forward(minutes=11)
    town.grace.sees("The paging test at 17:00 was not answered by Amina Yusuf.")
    await go_home(town.grace, town.amina)
    town.grace.sees("The paging test at 17:00 was not answered by Amina Yusuf.")
    town.amina.sees("You have not answered the paging test of 17:00.")
    await town.amina.presses("I got this")
    await go_home(town.amina, town.grace)
    town.amina.sees("Paging test answered 17:14.")
    town.grace.sees("Amina Yusuf answered it later, at 17:14.")
    await town.forward(hours=6, minutes=44)
    await town.rosa.presses("I need help now", "Tell the on-call team")
    town.tom.sees("Urgent help")
    town.amina.does_not_see("Urgent help")
    await town.forward(minutes=6)
    town.amina.sees("Urgent help")


@ON_SQLITE
async def test_a_manager_is_asked_and_the_owner_keeps_it(town: Town) -> None:
    await call_for_help(town)
    await town.amina.presses("I've got it", "Need my manager")
    town.amina.sees("Grace Adeyemi: asked as manager at 23:40.")
    town.amina.sees("No one has told us that they have picked this up yet.")
    town.grace.sees("Amina Yusuf has this request and needs a manager. They keep it.")
    await town.grace.presses("I've seen it: I'll ring you")
    town.amina.sees("Grace Adeyemi has pressed: I've seen it, I'll ring you.")
    await town.amina.presses("Open it")
    town.amina.sees("You have it.")


@ON_SQLITE
async def test_unanswered_it_goes_to_the_service_manager_and_then_the_owner_is_told(
    town: Town,
) -> None:
    david = await town.join("david", "S-007")
    await call_for_help(town)
    await town.amina.presses("I've got it", "Need my manager")
    await town.forward(minutes=11)
    david.sees("Amina Yusuf has this request and needs a manager. They keep it.")
    town.amina.sees("nobody has answered. Asked now: David Lloyd.")
    await town.forward(minutes=10)
    town.amina.sees("no manager has told us that they have seen it. Ring one.")
