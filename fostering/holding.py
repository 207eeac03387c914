"""Holding: who has a request now, and so may note a call, answer, lower and close it."""

from fostering.people import Person
from fostering.refusals import AlreadyClosed, AlreadyTaken, AnsweredInParts, NotTaken
from fostering.request_states import Request


def check_open(request: Request) -> None:
    """Raise AlreadyClosed where it is dealt with."""
    if not request.open:
        raise AlreadyClosed


def check_in_parts(request: Request) -> None:
    """Raise AnsweredInParts for what a young person said: it has an answer of its own."""
    if request.is_said:
        raise AnsweredInParts


def check_holds(request: Request, worker: Person, *, holder: str = "") -> None:
    """Raise a Refusal unless this worker has it; `holder` is the name of who does.

    Where it has climbed for want of contact nobody has it: then anybody who is paged may speak for
    it, once somebody took it at all. A colleague's request is first taken over.
    """
    check_open(request)
    check_in_parts(request)
    if request.taken:
        if request.acknowledged_by != worker.id:
            raise AlreadyTaken(worker=holder)
        return
    paged = request.escalation.paged if request.escalation is not None else ()
    if request.acknowledged_by is None or worker.id not in paged:
        raise NotTaken
