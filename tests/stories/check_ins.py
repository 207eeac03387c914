"""What stories of check-ins do again and again: say how things are, open it, answer it."""

from tests.stories.deeds import forge, go_home
from tests.town import Hand, Town

OWN_WORDS = "It is loud at night and I can't sleep."
DID = "We asked the others to be quiet after ten."


async def says_how_things_are(jay: Hand, words: str = OWN_WORDS) -> None:
    """Jay lets Owen see it, and says that the nights are loud; it is not sent yet."""
    await jay.presses("Say how things are", "Owen Hughes (my social worker)", "That is all")
    await jay.presses("🙁 Not good", "School and friends", "Going well", "One or two")
    await jay.writes(words)


async def answers(worker: Hand, did: str = DID) -> None:
    """A reader who has opened it answers in three parts."""
    await worker.presses("Answer", "As they said it")
    await worker.writes(did)
    await worker.presses("Not yet", "Tomorrow", "Yes")
    await worker.writes("A room of your own is not free.")
    await worker.presses("Send")


async def is_answered(town: Town) -> None:
    """Jay says how things are on Monday morning, and Owen answers at once."""
    await go_home(town.jay)
    await says_how_things_are(town.jay)
    await town.jay.presses("Send")
    await town.owen.presses("Open and read it")
    await answers(town.owen)


async def chooses_safe_times(jay: Hand, *labels: str) -> None:
    """Jay says that nobody else uses the phone, and chooses these safe times."""
    await forge(jay, "phoneuse:own")
    await forge(jay, "safe")
    await jay.presses(*labels)
