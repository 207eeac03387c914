"""Closing: who may say that it is dealt with, and what must be said and done before."""

from datetime import datetime

from fostering.events import Event, RequestClosed
from fostering.holding import check_holds, check_open
from fostering.people import Person
from fostering.refusals import NotSaidMistake, OutcomeMissing, ReasonMissing
from fostering.request_states import Request

DECLINED = "declined"
"""The outcome by which staff say no; it carries a reason."""
MISTAKE = "mistake"
"""The outcome by which a human confirms that it was pressed by mistake (practice 1)."""


def check_closes(request: Request, worker: Person, *, holder: str = "") -> None:
    """Raise a Refusal unless this worker may close it now; `holder` is the name of who has it."""
    check_open(request)
    if request.taken or request.priority.urgent:
        check_holds(request, worker, holder=holder)


def close(
    request: Request, worker: Person, outcome: str, words: str, at: datetime, *, holder: str = ""
) -> tuple[Event, ...]:
    """Close it with what was done; an urgent one only with an outcome, by the worker who has it.

    What is routine and nobody's may be closed at once. "Pressed by mistake" is an outcome only
    where the person said so.
    """
    check_closes(request, worker, holder=holder)
    if request.priority.urgent and not outcome:
        raise OutcomeMissing
    if outcome == MISTAKE and not request.mistaken:
        raise NotSaidMistake
    if outcome == DECLINED and not words.strip():
        raise ReasonMissing
    return (
        RequestClosed(
            at=at,
            subject=request.author,
            actor=worker.id,
            request=request.id,
            outcome=outcome,
            words=words,
        ),
    )
