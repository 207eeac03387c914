"""Once a call is noted the card does not go on telling the person to ring."""

from tests.stories.deeds import call_for_help
from tests.town import ON_CALL_NUMBER, Town

RING = f"Ring {ON_CALL_NUMBER} now as well. This message may not wake anyone."


async def test_ring_now_is_left_out_once_contact_was_noted(town: Town) -> None:
    await call_for_help(town)
    town.rosa.sees(RING)
    await town.amina.presses("I've got it")
    town.rosa.sees(RING)
    await town.amina.presses("Spoke by phone", "Yes, we have spoken")
    town.rosa.sees("They noted that you spoke by phone")
    await town.rosa.presses("Someone is hurt or ill")
    town.rosa.does_not_see(RING)
    await town.rosa.presses("Cancel", "Yes, stop asking")
    town.rosa.does_not_see(RING)
