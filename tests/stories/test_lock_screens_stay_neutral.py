"""A lock screen shows one of two neutral lines, or a screen that says nothing about anybody."""

from tests.stories.deeds import call_for_help, go_home, lock_screen, report_danger
from tests.town import Town

UPHOLDS = ("SOU-09", "DMR-13", "DMR-26")

NEUTRAL = {"You have a message.", "A page for you. Open it now."}
PERSONAL = (
    "R-",
    "Rosa",
    "Jay",
    "Okafor",
    "otter",
    "Urgent",
    "fever",
    "A child is missing",
    "Supervision with",
    "not safe",
    "has it",
)


async def test_nothing_personal_reaches_a_lock_screen_in_a_busy_night(town: Town) -> None:
    await go_home(*town.hands.values())
    await call_for_help(town)
    await town.rosa.presses("Someone is hurt or ill", "Write to me, don't ring")
    await town.rosa.writes("B has a fever")
    await town.amina.presses("I've got it", "Reply", "Write my own")
    await town.amina.writes("I ring R at once")
    await town.amina.presses("Send")
    await town.jay.presses("I'm not safe right now", "Call me")
    await report_danger(town.rosa)
    await town.rosa.presses("Save for later", "A child is missing")
    await town.forward(minutes=20)
    await town.jay.presses("Hide this")
    await town.jump(days=3)
    for name, hand in town.hands.items():
        for line in lock_screen(hand):
            told = [words for words in PERSONAL if words in line and line not in NEUTRAL]
            assert not told, (name, line)
    for name in ("amina", "tom", "grace"):
        pushed = [line for line in lock_screen(town.hands[name]) if line in NEUTRAL]
        assert pushed
