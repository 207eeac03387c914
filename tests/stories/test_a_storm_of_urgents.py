"""Somebody presses for help again and again: the genuine call beside it goes out as ever."""

from tests.storage_fixtures import ON_SQLITE
from tests.town import Town

STORM = 60
VERBS = ("tell", "talk", "help", "open:difficulty")


@ON_SQLITE
async def test_one_call_in_a_storm_is_paged_in_its_first_turn_and_none_is_dropped(
    town: Town,
) -> None:
    daniel = await town.join("daniel", "C-002")
    for number in range(STORM):
        town.rosa.phone.forges(1, VERBS[number % len(VERBS)])
    daniel.phone.forges(1, "tell")
    await town.service.receive_once()
    await town.service.take_turn()
    await town.service.deliver_all()
    town.amina.sees("From: Daniel Okafor")
    daniel.sees("is sent. Your answers are added to it as you go.")
    await town.settle()
    pages = [m for m in town.amina.messages if "From: Rosa Okafor" in (m.text or "")]
    # The first press raised it; each press after that shows what is there.
    assert len(pages) == 1
    await town.rosa.writes("/home")
    assert "My requests (1 open)" in town.rosa.buttons
