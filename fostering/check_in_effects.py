"""What the events of a check-in do to its request."""

from dataclasses import replace

from fostering.events import AnswerJudged, CheckInAnswered, CheckInTakenBack
from fostering.request_states import Request, RequestState

CheckInEvent = CheckInAnswered | AnswerJudged | CheckInTakenBack


def after_check_in(request: Request, event: CheckInEvent) -> Request:
    """The request as it stands after one of these events."""
    match event:
        case CheckInAnswered():
            return replace(request, state=RequestState.ANSWERED, acknowledged_by=event.actor)
        case CheckInTakenBack():
            # Nobody of the staff is among its readers any more, so nobody may see it.
            return replace(
                request,
                state=RequestState.CLOSED,
                closed_at=event.at,
                readers=frozenset({request.author}),
            )
        case AnswerJudged(makes_sense=True):
            return replace(
                request,
                state=RequestState.CLOSED,
                closed_at=event.at,
                closed_by=request.acknowledged_by,
            )
        case _:
            return _opened_again(request, event)


def _opened_again(request: Request, event: AnswerJudged) -> Request:
    """A no: the clocks begin anew, and the manager who is told of it may read it too."""
    heard = frozenset({event.manager} if event.manager is not None else ())
    return replace(
        request,
        state=RequestState.RAISED,
        closed_at=None,
        take_by=event.take_by,
        answer_by=event.answer_by,
        chased_until=None,
        chased_to=event.manager or request.chased_to,
        readers=request.readers | heard,
    )
