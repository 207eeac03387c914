"""What stories of check-ins do again and again: say how things are, open it, answer it."""

from tests.town import Hand

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
