"""The request: something a person asked or told us that staff must deal with.

A rule either answers with events or raises a Refusal; `()` means that it was so already.
"""

from datetime import datetime, timedelta

from fostering.closing import DECLINED as DECLINED
from fostering.closing import MISTAKE as MISTAKE
from fostering.closing import check_closes as check_closes
from fostering.closing import close as close
from fostering.contact import ContactWay as ContactWay
from fostering.events import (
    BackSafeSaid,
    ContactRecorded,
    Event,
    HelpJudged,
    MistakeSaid,
    PriorityLowered,
    ReplyAnswered,
    ReplySent,
    RequestAcknowledged,
    RingMissed,
    RingPromised,
    WordsAdded,
)
from fostering.holding import check_holds as check_holds
from fostering.holding import check_open
from fostering.people import Person
from fostering.priority import Priority as Priority
from fostering.refusals import (
    AlreadyTaken,
    NotAnswered,
    NotClosed,
    NotTaken,
    NotYours,
    OutOfDate,
)
from fostering.request_effects import after as after
from fostering.request_states import Request as Request
from fostering.request_states import RequestState as RequestState

RING_MINUTES = (5, 15, 30, 60)
"""In how many minutes a worker may say that they will ring; ours."""
HELPED = ("yes", "partly", "no")
"""The answers to "Did this help?"."""


def add_words(
    request: Request, person: Person, words: str, at: datetime, *, correction: bool = False
) -> tuple[Event, ...]:
    """The person who asked adds something, or corrects a mistake after sending (practice 30).

    If a worker had written, it answers that.
    """
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
        *_answered(request, person, at, pressed=False),
    )


def say_seen(request: Request, person: Person, at: datetime) -> tuple[Event, ...]:
    """The person who asked presses that they have seen what a worker wrote; it answers that."""
    _check_author(request, person)
    return _answered(request, person, at, pressed=True)


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
    check_open(request)
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
    """The worker who has it says by when they will ring; the wait for contact is not stretched."""
    check_open(request)
    if not request.taken:
        raise NotTaken
    if request.acknowledged_by != worker.id:
        raise AlreadyTaken(worker=holder)
    if not at < ring_by <= at + timedelta(minutes=ring_minutes(request)[-1]):
        raise OutOfDate
    return (
        RingPromised(
            at=at, subject=request.author, actor=worker.id, request=request.id, ring_by=ring_by
        ),
    )


def ring_minutes(request: Request) -> tuple[int, ...]:
    """What may be promised: for what climbs never longer than the contact time (practice 7)."""
    if request.escalation is None or not request.still_climbs:
        return RING_MINUTES
    longest = request.escalation.contact_minutes
    return tuple(minutes for minutes in RING_MINUTES if minutes <= longest) or RING_MINUTES[:1]


def miss_ring(request: Request, at: datetime) -> tuple[Event, ...]:
    """The promised time has passed without contact: the promise ends, the worker is reminded."""
    if not request.taken or request.ring_by is None or at < request.ring_by:
        return ()
    return (RingMissed(at=at, subject=request.author, request=request.id),)


def reply(
    request: Request,
    worker: Person,
    words: str,
    at: datetime,
    *,
    holder: str = "",
    code: str = "",
    number: str = "",
) -> tuple[Event, ...]:
    """Words from the worker who has it; no contact yet, so an urgent request still climbs.

    A fixed sentence is kept as its `code`, and the `number` that it names as it is now.
    """
    check_holds(request, worker, holder=holder)
    return (
        ReplySent(
            at=at,
            subject=request.author,
            actor=worker.id,
            request=request.id,
            words=words,
            code=code,
            number=number,
        ),
    )


def record_contact(
    request: Request,
    worker: Person,
    at: datetime,
    *,
    holder: str = "",
    way: ContactWay = ContactWay.RUNG,
    asks_to_write: bool = False,
) -> tuple[Event, ...]:
    """ "Spoke by phone", "We have written to each other", by the worker who has it: it stops.

    Writing counts only with somebody who asked to be written to (`asks_to_write`), and only once
    they have answered: nobody knows else that they have seen it (practice 8, 28).
    """
    check_holds(request, worker, holder=holder)
    if way is ContactWay.WRITTEN and not (asks_to_write and request.wrote_to_each_other):
        raise NotAnswered
    return (
        ContactRecorded(
            at=at, subject=request.author, actor=worker.id, request=request.id, way=way
        ),
    )


def lower(
    request: Request, worker: Person, priority: Priority, at: datetime, *, holder: str = ""
) -> tuple[Event, ...]:
    """A named worker who has it lowers the priority; nobody else may (practice 3)."""
    check_holds(request, worker, holder=holder)
    if priority <= request.priority:
        return ()
    return (
        PriorityLowered(
            at=at, subject=request.author, actor=worker.id, request=request.id, priority=priority
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


def _answered(
    request: Request, person: Person, at: datetime, *, pressed: bool
) -> tuple[Event, ...]:
    """What a worker wrote is answered once."""
    if request.written_at is None or request.heard_at is not None:
        return ()
    return (
        ReplyAnswered(
            at=at, subject=request.author, actor=person.id, request=request.id, pressed=pressed
        ),
    )


def _check_author(request: Request, person: Person) -> None:
    if request.author != person.id:
        raise NotYours
    check_open(request)
