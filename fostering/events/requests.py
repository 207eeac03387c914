"""Events of a request: raised, paged, taken, answered, chased, closed."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from fostering.contact import ContactWay
from fostering.events.event import Event, personal
from fostering.priority import Priority
from fostering.steps import Escalation


@dataclass(frozen=True, kw_only=True)
class RequestRaised(Event):
    """A person asked or told us something; urgent ones are raised before they are finished.

    `earlier` is the reference of what they told before about the same, if anything. `readers` are
    the only staff who may see it (empty: whom the rules say).
    """

    reference: str
    form: str
    household: UUID | None
    priority: Priority
    language: str
    finished: bool
    owner: UUID | None
    answer_by: datetime | None
    entered_by: UUID | None = None
    excluded: frozenset[UUID] = frozenset()
    readers: frozenset[UUID] = frozenset()
    escalation: Escalation | None = None
    take_by: datetime | None = None
    earlier: str = ""
    kind: str = personal()
    answers: str = personal()


@dataclass(frozen=True, kw_only=True)
class AnswersAdded(Event):
    """Later answers were added to an open request; `priority` is the highest so far."""

    finished: bool
    priority: Priority
    owner: UUID | None
    answer_by: datetime | None
    escalation: Escalation | None = None
    excluded: frozenset[UUID] = frozenset()
    kind: str = personal()
    answers: str = personal()


@dataclass(frozen=True, kw_only=True)
class WordsAdded(Event):
    """Further words, a correction or an answer to staff were added by the person who asked."""

    correction: bool = False
    words: str = personal()


@dataclass(frozen=True, kw_only=True)
class MistakeSaid(Event):
    """The person said they pressed for urgent help by mistake; a human still confirms."""


@dataclass(frozen=True, kw_only=True)
class BackSafeSaid(Event):
    """The carer said a missing child is back; it closes nothing (practice 11)."""

    undone: bool = False


@dataclass(frozen=True, kw_only=True)
class WorkerPaged(Event):
    """Workers were paged: the step, the round, and when it climbs next.

    `in_office`: the step is one of the office's ladder, not of the night's.
    """

    workers: tuple[UUID, ...]
    step: int
    round: int
    next_at: datetime
    unfilled: bool = False
    in_office: bool = False


@dataclass(frozen=True, kw_only=True)
class PagePassedOn(Event):
    """A worker said "I can't, next person"."""


@dataclass(frozen=True, kw_only=True)
class RequestAcknowledged(Event):
    """A worker said "I've got it"; contact is expected by `next_at`."""

    next_at: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class RequestTakenOver(Event):
    """A worker took it over from the one who had it (`former`)."""

    former: UUID | None = None


@dataclass(frozen=True, kw_only=True)
class RingPromised(Event):
    """The worker said when they will ring."""

    ring_by: datetime


@dataclass(frozen=True, kw_only=True)
class RingMissed(Event):
    """The promised time passed and no contact was recorded; the worker was reminded."""


@dataclass(frozen=True, kw_only=True)
class ReplySent(Event):
    """Words from staff to the person who asked: their own, or a fixed sentence by its code."""

    words: str = personal()
    code: str = personal()
    number: str = personal()


@dataclass(frozen=True, kw_only=True)
class ReplyAnswered(Event):
    """The person answered what a worker wrote: by words, or they pressed that they have seen it."""

    pressed: bool = False


@dataclass(frozen=True, kw_only=True)
class ContactRecorded(Event):
    """The worker and the person have reached each other, in this way."""

    way: ContactWay = ContactWay.RUNG


@dataclass(frozen=True, kw_only=True)
class ContactDenied(Event):
    """The person said that nobody has spoken with them, after a worker had noted it."""


@dataclass(frozen=True, kw_only=True)
class AnswerChased(Event):
    """A promise about a routine request is near or past, and these workers were told (NMS 31).

    `rule` and `occurrence` say which promise; `manager` is who was told of the delay, if any.
    """

    rule: str
    occurrence: str
    workers: tuple[UUID, ...] = ()
    manager: UUID | None = None


@dataclass(frozen=True, kw_only=True)
class AnswerExtended(Event):
    """The answer to a concern needs longer, by the worker who has it, and the person reads why."""

    answer_by: datetime
    words: str = personal()


@dataclass(frozen=True, kw_only=True)
class HelpJudged(Event):
    """ "Did this help?": the answer of the person who asked, after it was closed."""

    helped: str


@dataclass(frozen=True, kw_only=True)
class PriorityLowered(Event):
    """A named worker lowered the priority; nobody else may (practice 3)."""

    priority: Priority


@dataclass(frozen=True, kw_only=True)
class RequestClosed(Event):
    """A worker closed the request and said what was done; by whom a missing child was seen.

    `form_sent`: the worker has sent the form for the written notice.
    """

    outcome: str
    form_sent: bool = False
    seen_by: str = personal()
    words: str = personal()


@dataclass(frozen=True, kw_only=True)
class SocialWorkerTaskMade(Event):
    """The child's social worker is not linked: staff must tell them by `due` (practice 18)."""

    due: datetime


@dataclass(frozen=True, kw_only=True)
class SocialWorkerTaskLifted(Event):
    """Later answers say that it concerns no child whose social worker must be told by staff."""


@dataclass(frozen=True, kw_only=True)
class SocialWorkerTaskReminded(Event):
    """The day had passed and nobody had said they told them; who answers for it was reminded."""

    to_manager: bool = False


@dataclass(frozen=True, kw_only=True)
class SocialWorkerTold(Event):
    """A worker said that they have told the child's social worker."""
