"""A page: what it says stays true without being drawn again, and it stays until somebody has it."""

from tests.storage_fixtures import ON_SQLITE
from tests.stories.deeds import call_for_help
from tests.town import Hand, Town


async def test_a_page_says_when_it_was_raised_and_the_wait_at_each_drawing(town: Town) -> None:
    await call_for_help(town)
    assert "Raised at 23:40." in page_of(town.amina)
    assert "waited" not in page_of(town.amina)
    await town.forward(minutes=6)
    for hand in (town.amina, town.tom):
        assert "By 23:45 it had waited 5 minutes." in page_of(hand)
    await town.forward(minutes=30)
    assert "Raised Friday 20 November, 23:40." in page_of(town.grace)


@ON_SQLITE
async def test_back_to_the_desk_leaves_a_page_that_nobody_has(town: Town) -> None:
    await call_for_help(town)
    await town.amina.presses("Back to your desk")
    assert "Raised at 23:40." in page_of(town.amina)
    assert "Your desk" in town.amina.screen
    await town.amina.presses("Back to your desk")
    assert [("Your desk" in (m.text or "")) for m in town.amina.messages].count(True) == 1
    await town.forward(minutes=6)
    assert "By 23:45 it had waited 5 minutes." in page_of(town.amina)
    await town.amina.presses("I've got it")
    assert "You have it." in page_of(town.amina)
    await town.amina.presses("Back to your desk")
    town.amina.does_not_see("Urgent help")


def page_of(hand: Hand) -> str:
    """The words of the page on this phone; fails where there is not exactly one."""
    [page] = [m.text or "" for m in hand.messages if "Urgent help" in (m.text or "")]
    return page
