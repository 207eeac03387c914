"""Closing: who may say that it is dealt with, and what must be said and done before."""

from dataclasses import dataclass
from datetime import datetime

from fostering.events import Event, RequestClosed
from fostering.holding import check_holds, check_in_parts, check_open
from fostering.kinds import MISSING_CHILD
from fostering.people import Person
from fostering.refusals import (
    ChildNotBack,
    ContactMissing,
    NotSaidMistake,
    OutcomeMissing,
    PoliceNotTold,
    ReasonMissing,
)
from fostering.request_states import Request

DECLINED = "declined"
"""The outcome by which staff say no; it carries a reason."""
MISTAKE = "mistake"
"""The outcome by which a human confirms that it was pressed by mistake (practice 1)."""


@dataclass(frozen=True, kw_only=True)
class Return:
    """What a worker says of a missing child: back, seen by whom (a code), police and EDT told."""

    back: bool
    seen_by: str
    told: bool


def check_closes(request: Request, worker: Person, *, holder: str = "") -> None:
    """Raise a Refusal unless this worker may close it now; `holder` is the name of who has it."""
    check_open(request)
    check_in_parts(request)
    if request.taken or request.priority.urgent:
        check_holds(request, worker, holder=holder)
    if request.still_climbs:
        raise ContactMissing


def about_missing_child(request: Request) -> bool:
    """Whether a child is or was missing, in whatever form it was told."""
    return request.form == "missing_child" or request.kind == MISSING_CHILD


def close(
    request: Request,
    worker: Person,
    outcome: str,
    words: str,
    at: datetime,
    *,
    holder: str = "",
    child: Return | None = None,
    form_sent: bool = False,
) -> tuple[Event, ...]:
    """Close it with what was done; an urgent one only with an outcome, by the worker who has it.

    Contact is noted first, and a missing child (`child`) must be back, seen, and known to be back
    by the police and the emergency duty team. What is routine and nobody's may be closed at once.
    "Pressed by mistake" is an outcome only where the person said so. `form_sent`: the worker has
    sent the form for the written notice.
    """
    check_closes(request, worker, holder=holder)
    if request.priority.urgent and not outcome:
        raise OutcomeMissing
    if outcome == MISTAKE and not request.mistaken:
        raise NotSaidMistake
    if about_missing_child(request) and outcome != MISTAKE:
        _check_return(child)
    if outcome == DECLINED and not words.strip():
        raise ReasonMissing
    return (
        RequestClosed(
            at=at,
            subject=request.author,
            actor=worker.id,
            request=request.id,
            outcome=outcome,
            form_sent=form_sent,
            words=words,
            seen_by=child.seen_by if child is not None else "",
        ),
    )


def _check_return(child: Return | None) -> None:
    if child is None or not child.back or not child.seen_by:
        raise ChildNotBack
    if not child.told:
        raise PoliceNotTold
