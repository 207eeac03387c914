"""The request: something a person asked or told us that staff must deal with.

A rule either answers with events or raises a Refusal; `()` means that it was so already.
"""

from datetime import datetime, timedelta

from fostering.events import (
    BackSafeSaid,
    ContactRecorded,
    Event,
    HelpJudged,
    MistakeSaid,
    PriorityLowered,
    ReplySent,
    RequestAcknowledged,
    RequestClosed,
    RingMissed,
    RingPromised,
    WordsAdded,
)
from fostering.people import Person
from fostering.priority import Priority as Priority
from fostering.refusals import (
    AlreadyClosed,
    AlreadyTaken,
    NotClosed,
    NotSaidMistake,
    NotTaken,
    NotYours,
    OutcomeMissing,
    OutOfDate,
    ReasonMissing,
)
from fostering.request_effects import after as after
from fostering.request_states import Request as Request
from fostering.request_states import RequestState as RequestState

DECLINED = "declined"
"""The outcome by which staff say no; it carries a reason."""
HELPED = ("yes", "partly", "no")
"""The answers to "Did this help?"."""
MISTAKE = "mistake"
"""The outcome by which a human confirms that it was pressed by mistake (practice 1)."""


def add_words(
    request: Request, person: Person, words: str, at: datetime, *, correction: bool = False
) -> tuple[Event, ...]:
    """The person who asked adds something, or corrects a mistake after sending (practice 30)."""
    _check_author(request, person)
    return (
        WordsAdded(
            at=at,
            subject=request.author,
            actor=person.id,
            request=request.id,
            correction=correction,
            words=words,
        ),
    )


def say_mistake(request: Request, person: Person, at: datetime) -> tuple[Event, ...]:
    """ "I pressed this by mistake": it goes on climbing, a human confirms (practice 1)."""
    _check_author(request, person)
    if request.mistaken:
        return ()
    return (MistakeSaid(at=at, subject=request.author, actor=person.id, request=request.id),)


def say_back_safe(
    request: Request, person: Person, at: datetime, *, undone: bool = False
) -> tuple[Event, ...]:
    """The missing child is back, or is not after all; either way nothing closes (practice 11)."""
    _check_author(request, person)
    if undone == (request.back_safe_at is None):
        return ()
    return (
        BackSafeSaid(
            at=at, subject=request.author, actor=person.id, request=request.id, undone=undone
        ),
    )


def acknowledge(
    request: Request, worker: Person, at: datetime, *, holder: str = ""
) -> tuple[Event, ...]:
    """ "I've got it": the first press wins, a later one is told who has it (`holder`, their name).

    An urgent request still waits for contact: by `next_at` it climbs again (practice 7). When it
    has, whoever presses takes it over, also from the worker who had it.
    """
    _check_open(request)
    if request.taken:
        if request.acknowledged_by == worker.id:
            return ()
        raise AlreadyTaken(worker=holder)
    return (
        RequestAcknowledged(
            at=at,
            subject=request.author,
            actor=worker.id,
            request=request.id,
            next_at=contact_by(request, at),
        ),
    )


def promise_ring(
    request: Request, worker: Person, ring_by: datetime, at: datetime, *, holder: str = ""
) -> tuple[Event, ...]:
    """The worker who has it says by when they will ring."""
    _check_open(request)
    if not request.taken:
        raise NotTaken
    if request.acknowledged_by != worker.id:
        raise AlreadyTaken(worker=holder)
    if ring_by <= at:
        raise OutOfDate
    return (
        RingPromised(
            at=at, subject=request.author, actor=worker.id, request=request.id, ring_by=ring_by
        ),
    )


def miss_ring(request: Request, at: datetime) -> tuple[Event, ...]:
    """The promised time has passed without contact: the promise ends, the worker is reminded."""
    if not request.taken or request.ring_by is None or at < request.ring_by:
        return ()
    return (RingMissed(at=at, subject=request.author, request=request.id),)


def reply(request: Request, worker: Person, words: str, at: datetime) -> tuple[Event, ...]:
    """Words from staff; they do not stand for contact, so an urgent request still climbs."""
    _check_was_taken(request)
    return (
        ReplySent(at=at, subject=request.author, actor=worker.id, request=request.id, words=words),
    )


def record_contact(request: Request, worker: Person, at: datetime) -> tuple[Event, ...]:
    """ "Spoke by phone": it stops climbing."""
    _check_was_taken(request)
    return (ContactRecorded(at=at, subject=request.author, actor=worker.id, request=request.id),)


def lower(request: Request, worker: Person, priority: Priority, at: datetime) -> tuple[Event, ...]:
    """A named worker who has it lowers the priority; nobody else may (practice 3)."""
    _check_was_taken(request)
    if priority <= request.priority:
        return ()
    return (
        PriorityLowered(
            at=at, subject=request.author, actor=worker.id, request=request.id, priority=priority
        ),
    )


def close(
    request: Request,
    worker: Person,
    outcome: str,
    words: str,
    at: datetime,
    *,
    form_sent: bool = False,
) -> tuple[Event, ...]:
    """Close it with what was done; an urgent one only with an outcome, after someone took it.

    "Pressed by mistake" is an outcome only where the person said so. `form_sent`: the worker has
    sent the form for the written notice.
    """
    _check_open(request)
    if request.priority.urgent:
        _check_was_taken(request)
        if not outcome:
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
            form_sent=form_sent,
            words=words,
        ),
    )


def judge(request: Request, person: Person, answer: str, at: datetime) -> tuple[Event, ...]:
    """ "Did this help?", answered by the person who asked after it was closed; they may change it.

    Raises ValueError for an answer that is none of HELPED.
    """
    if answer not in HELPED:
        raise ValueError(answer)
    if request.author != person.id:
        raise NotYours
    if request.open:
        raise NotClosed
    if request.helped == answer:
        return ()
    return (
        HelpJudged(
            at=at, subject=request.author, actor=person.id, request=request.id, helped=answer
        ),
    )


def contact_by(request: Request, at: datetime) -> datetime | None:
    """When it climbs again if acknowledged now and no contact is recorded; None: never."""
    if request.escalation is None or not request.priority.urgent or request.spoken_at is not None:
        return None
    return at + timedelta(minutes=request.escalation.contact_minutes)


def _check_open(request: Request) -> None:
    if not request.open:
        raise AlreadyClosed


def _check_author(request: Request, person: Person) -> None:
    if request.author != person.id:
        raise NotYours
    _check_open(request)


def _check_was_taken(request: Request) -> None:
    _check_open(request)
    if request.acknowledged_by is None:
        raise NotTaken
