"""What an event does to a request: the only place that says so."""

from dataclasses import replace
from datetime import datetime

from fostering.advice_effects import AdviceEvent, after_advice
from fostering.answers_effects import with_answers
from fostering.check_in_effects import CheckInEvent, after_check_in
from fostering.events import (
    AnswerChased,
    AnswerExtended,
    AnswersAdded,
    BackSafeSaid,
    ContactDenied,
    ContactRecorded,
    Event,
    HelpJudged,
    MistakeSaid,
    PagePassedOn,
    PriorityLowered,
    ReplyAnswered,
    ReplySent,
    RequestAcknowledged,
    RequestClosed,
    RequestRaised,
    RequestTakenOver,
    RingMissed,
    RingPromised,
    WorkerPaged,
)
from fostering.filing_effects import FilingEvent, after_filing
from fostering.handover_effects import OfferEvent, after_offer, without_offer
from fostering.private_effects import PrivateEvent, after_private
from fostering.request_states import Request, RequestState
from fostering.task_effects import TaskEvent, after_task

BesideEvent = TaskEvent | OfferEvent | FilingEvent | PrivateEvent | CheckInEvent | AdviceEvent


def after(request: Request | None, event: Event) -> Request:
    """The request as it stands after the event; events that change nothing leave it as it is.

    `version` is not touched: it belongs to the writing. Raises ValueError for an event of no
    request, or of one that was never raised.
    """
    if isinstance(event, RequestRaised):
        return _raised(event)
    if request is None or event.request != request.id:
        raise ValueError(f"{type(event).__name__} is not about this request")
    if isinstance(event, BesideEvent):
        return _beside(request, event)
    match event:
        case AnswersAdded() | MistakeSaid() | BackSafeSaid() | ReplyAnswered():
            return _told(request, event)
        case WorkerPaged() | PagePassedOn():
            return _paging(request, event)
        case RequestAcknowledged() | RequestTakenOver() | ContactRecorded() | ContactDenied():
            return _held(request, event)
        case RingPromised() | RingMissed():
            return _to_ring(request, event)
        case ReplySent() | PriorityLowered() | RequestClosed():
            return _dealt_with(request, event)
        case AnswerChased() | HelpJudged() | AnswerExtended():
            return _looked_after(request, event)
        case _:
            return request


def _beside(request: Request, event: BesideEvent) -> Request:
    """What lives on the request beside its own course."""
    if isinstance(event, AdviceEvent):
        return replace(request, advice=after_advice(request.advice, event))
    if isinstance(event, PrivateEvent):
        return after_private(request, event)
    if isinstance(event, FilingEvent):
        return after_filing(request, event)
    if isinstance(event, TaskEvent):
        return after_task(request, event)
    if isinstance(event, CheckInEvent):
        return after_check_in(request, event)
    return after_offer(request, event)


def _to_ring(request: Request, event: RingPromised | RingMissed) -> Request:
    match event:
        case RingPromised():
            return replace(request, ring_by=event.ring_by)
        case _:
            return replace(request, ring_by=None)


def _told(
    request: Request, event: AnswersAdded | MistakeSaid | BackSafeSaid | ReplyAnswered
) -> Request:
    match event:
        case AnswersAdded():
            return with_answers(request, event)
        case MistakeSaid():
            return replace(request, mistaken=True)
        case ReplyAnswered():
            return replace(request, heard_at=event.at)
        case _:
            return replace(request, back_safe_at=None if event.undone else event.at)


def _held(
    request: Request,
    event: RequestAcknowledged | RequestTakenOver | ContactRecorded | ContactDenied,
) -> Request:
    """Who acknowledges has it; who spoke where nobody has it now, has it as well.

    Contact that is denied counts as none; where it climbs, the page that comes with it opens it.
    Where who had it was left out since, it stays open to whoever takes it.
    """
    match event:
        case RequestAcknowledged():
            taken = replace(_taken_by(request, event), state=RequestState.ACKNOWLEDGED)
            return _climb_next(taken, event.next_at)
        case RequestTakenOver():
            return _taken_by(request, event)
        case ContactDenied():
            return replace(
                request,
                state=RequestState.ACKNOWLEDGED if request.acknowledged_by else request.state,
                spoken_at=None,
                contact_way=None,
                ring_by=None,
            )
        case _:
            return _reached(request, event)


def _taken_by(request: Request, event: RequestAcknowledged | RequestTakenOver) -> Request:
    """Who takes it from somebody else has not written to the person yet."""
    again = request.acknowledged_by == event.actor
    return replace(
        without_offer(request),
        written_at=request.written_at if again else None,
        heard_at=request.heard_at if again else None,
        acknowledged_by=event.actor,
        acknowledged_at=event.at,
        ring_by=None,
    )


def _reached(request: Request, event: ContactRecorded) -> Request:
    """When somebody else took it before, that is not the moment at which this worker took it."""
    fresh = not request.taken and request.acknowledged_by != event.actor
    spoken = replace(
        request,
        state=RequestState.ANSWERED,
        acknowledged_by=event.actor if fresh else request.acknowledged_by,
        acknowledged_at=None if fresh else request.acknowledged_at,
        spoken_at=event.at,
        contact_way=event.way,
        ring_by=None,
    )
    return _climb_next(spoken, None)


def _dealt_with(request: Request, event: ReplySent | PriorityLowered | RequestClosed) -> Request:
    match event:
        case ReplySent():
            answered = RequestState.ANSWERED if request.taken else request.state
            return replace(request, state=answered, written_at=event.at)
        case PriorityLowered():
            return _lowered(request, event)
        case _:
            closed = replace(
                request,
                state=RequestState.CLOSED,
                closed_at=event.at,
                # Who asked and takes it back files nothing: that is for who had it.
                closed_by=event.actor if event.actor != request.author else None,
                ring_by=None,
            )
            return _climb_next(without_offer(closed), None)


def _lowered(request: Request, event: PriorityLowered) -> Request:
    """Who lowers what climbed from whoever had it has it: nothing climbs, so it must be somebody's.

    When somebody else took it before, that is not the moment at which this worker took it.
    """
    lowered = replace(request, priority=event.priority)
    if event.priority.urgent:
        return lowered
    if not request.taken:
        again = request.acknowledged_by == event.actor
        lowered = replace(
            lowered,
            state=RequestState.ACKNOWLEDGED,
            acknowledged_by=event.actor,
            acknowledged_at=request.acknowledged_at if again else None,
        )
    return _climb_next(lowered, None)


def _looked_after(request: Request, event: AnswerChased | HelpJudged | AnswerExtended) -> Request:
    match event:
        case AnswerExtended():
            return replace(request, answer_by=event.answer_by)
        case AnswerChased():
            return _chased(request, event)
        case _:
            return replace(request, helped=event.helped)


def _chased(request: Request, event: AnswerChased) -> Request:
    """A manager who hears that it is late may read it as well, where only some may."""
    heard = frozenset({event.manager} if event.manager is not None and request.readers else ())
    return replace(
        request,
        chased_until=event.at,
        chased_to=event.manager or request.chased_to,
        readers=request.readers | heard,
    )


def _raised(event: RequestRaised) -> Request:
    if event.request is None:
        raise ValueError("a request was raised without an id")
    return Request(
        id=event.request,
        reference=event.reference,
        form=event.form,
        kind=event.kind,
        author=event.subject,
        household=event.household,
        state=RequestState.RAISED,
        priority=event.priority,
        language=event.language,
        raised_at=event.at,
        finished=event.finished,
        entered_by=event.entered_by,
        owner=event.owner,
        answer_by=event.answer_by,
        excluded=event.excluded,
        readers=event.readers,
        escalation=event.escalation,
        take_by=event.take_by,
        earlier=event.earlier,
    )


def _paging(request: Request, event: WorkerPaged | PagePassedOn) -> Request:
    match event:
        case WorkerPaged():
            return _paged(request, event)
        case _:
            return _without_passer(request, event)


def _paged(request: Request, event: WorkerPaged) -> Request:
    """A climb for want of contact opens the request to others; who had it stays known."""
    if request.escalation is None:
        return request
    new = tuple(worker for worker in event.workers if worker not in request.escalation.paged)
    escalation = replace(
        request.escalation.at_hour(in_office=event.in_office),
        step=event.step,
        round=event.round,
        next_at=event.next_at,
        paged=request.escalation.paged + new,
    )
    waits = without_offer(request)
    return replace(waits, state=RequestState.RAISED, ring_by=None, escalation=escalation)


def _climb_next(request: Request, next_at: datetime | None) -> Request:
    if request.escalation is None:
        return request
    return replace(request, escalation=replace(request.escalation, next_at=next_at))


def _without_passer(request: Request, event: PagePassedOn) -> Request:
    if request.escalation is None:
        return request
    paged = tuple(worker for worker in request.escalation.paged if worker != event.actor)
    return replace(request, escalation=replace(request.escalation, paged=paged))
