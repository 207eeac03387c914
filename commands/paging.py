"""`hearthline test-page`: a page that is a test, on the way that a real one takes."""

from commands.moving_time import spoken
from commands.opening import carry_out, opened
from commands.policy import policy_or_stop
from commands.stopping import Stopped
from desk.paging_now import NobodyToPage, NotSent, StillTested, page_now

WHY_NOT = {
    NobodyToPage: "Nobody can be paged at this hour. `hearthline check` says why.",
    StillTested: "A test has just been sent, and there is still time to answer it.",
    NotSent: "Something changed in the same moment, and nothing was sent. Say it again.",
}


def send_test() -> None:
    """Put it into the outbox; raises Stopped where it could not be, and says why."""
    carry_out(_send())


async def _send() -> None:
    async with opened() as house:
        policy = policy_or_stop(house.settings, house.clock.now())
        try:
            worker = await page_now(house.database, policy)
        except (NobodyToPage, StillTested, NotSent) as reason:
            raise Stopped(WHY_NOT[type(reason)]) from None
    test = worker.paging_test
    if test is not None and test.answer_by is not None:
        print(
            f"{worker.name} is paged, marked as a test, and has until {spoken(test.answer_by)} to "
            "press. If they do not, the manager on call and the group are told, and so are you."
        )
