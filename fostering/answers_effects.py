"""What later answers do to a request."""

from dataclasses import replace

from fostering.events import AnswersAdded
from fostering.handover_effects import without_offer
from fostering.request_states import Request, RequestState


def with_answers(request: Request, event: AnswersAdded) -> Request:
    """Who is excluded later loses the page as well; who was excluded stays so (practice 15).

    If they had it, or nobody else was paged, the next step is due now; so it is where a worker had
    lowered it and the person now tells of something urgent.
    """
    excluded = request.excluded | event.excluded
    escalation = event.escalation or request.escalation
    had_it = request.taken and request.acknowledged_by in event.excluded
    if had_it or request.offered_to in event.excluded:
        request = without_offer(request)
    if had_it:
        request = replace(
            request,
            state=RequestState.RAISED,
            acknowledged_by=None,
            acknowledged_at=None,
            ring_by=None,
        )
    if escalation is not None:
        paged = tuple(worker for worker in escalation.paged if worker not in excluded)
        alone = bool(escalation.paged) and not paged and not request.taken
        again = event.priority.urgent and not request.priority.urgent and event.escalation is None
        next_at = event.at if had_it or alone or again else escalation.next_at
        escalation = replace(escalation, paged=paged, next_at=next_at)
    return replace(
        request,
        kind=event.kind or request.kind,
        finished=event.finished,
        priority=event.priority,
        owner=request.owner if request.private else event.owner,
        answer_by=event.answer_by,
        excluded=excluded,
        escalation=escalation,
    )
