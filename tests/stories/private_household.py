"""What the stories of a private household do: raise something, turn the switch, say it was told."""

from conversations.kinds import KINDS
from tests.hand import Hand
from tests.phone_robots import PhoneRobot
from tests.stories.deeds import go_home
from tests.town import Town

FROZEN = "Your service will phone you."
HOUSEHOLD = "Private: the whole household"


async def ask_support(town: Town, code: str) -> None:
    """Rosa asks for support of this kind, in the plainest way."""
    robot = PhoneRobot(hand=town.rosa, person=await town.person("C-001"))
    kind = KINDS[code]
    await robot.writes("/home")
    await robot.presses("open", "support")
    robot.begins("support")
    while robot.question is not None:
        await robot.answer({"group": kind.group, "kind": kind.code, "must_not_see": "nobody"})
    await robot.presses("send")


async def open_household(hand: Hand) -> None:
    """A manager finds Rosa's family and opens its switch."""
    await go_home(hand)
    await hand.presses("Find a family")
    await hand.writes("okaf")
    await hand.presses("Rosa Okafor", HOUSEHOLD)


async def turn_private(hand: Hand, reason: str = "LADO, meeting on Thursday") -> None:
    """A manager puts Rosa's household into private process."""
    await open_household(hand)
    await hand.presses("Make it private")
    await hand.writes(reason)
    await hand.presses("Send")


async def say_told(hand: Hand) -> None:
    """Helen has told them, today."""
    await hand.presses("They have been told", "Today")
    await hand.writes("helen")
    await hand.presses("Send")


async def turn_open(hand: Hand) -> None:
    """It ends, from the manager's list."""
    await go_home(hand)
    await hand.presses("Private process")
    await hand.presses("Daniel Okafor and Rosa Okafor", "End the private process")
    await hand.writes("It was cleared up")
    await hand.presses("Send")
