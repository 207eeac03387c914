"""Events: what has happened, in the past tense, never changed; the chronology holds them in order.

A field made with `personal()` holds personal words: the chronology keeps it in a sealed row under
the key of the person it concerns (`subject`), never in its own line. All other fields are ids and
codes. `request` is None where the event is about a person only.
"""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from fostering.contact import ContactWay
from fostering.event import Event as Event
from fostering.event import personal
from fostering.priority import Priority
from fostering.steps import Escalation


@dataclass(frozen=True, kw_only=True)
class RequestRaised(Event):
    """A person asked or told us something; urgent ones are raised before they are finished."""

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
    escalation: Escalation | None = None
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
    """Workers were paged: the step, the round, and when it climbs next."""

    workers: tuple[UUID, ...]
    step: int
    round: int
    next_at: datetime
    unfilled: bool = False


@dataclass(frozen=True, kw_only=True)
class PagePassedOn(Event):
    """A worker said "I can't, next person"."""


@dataclass(frozen=True, kw_only=True)
class RequestAcknowledged(Event):
    """A worker said "I've got it"; contact is expected by `next_at`."""

    next_at: datetime | None = None


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
class PriorityLowered(Event):
    """A named worker lowered the priority; nobody else may (practice 3)."""

    priority: Priority


@dataclass(frozen=True, kw_only=True)
class RequestClosed(Event):
    """A worker closed the request and said what was done."""

    outcome: str
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


@dataclass(frozen=True, kw_only=True)
class InvitationMade(Event):
    """Staff invited a person, or a group; only keyed hashes of the codes are kept."""

    invitation: UUID
    link_hash: bytes
    spoken_hash: bytes
    link_expires: datetime
    spoken_expires: datetime
    group: bool = False


@dataclass(frozen=True, kw_only=True)
class PersonLinked(Event):
    """A person joined a chat to their own name by an invitation."""

    invitation: UUID
    door: str
    account: str = personal()


@dataclass(frozen=True, kw_only=True)
class PersonUnlinked(Event):
    """The chat was cut off: a lost phone, a leaver, an ended placement."""

    reason: str


@dataclass(frozen=True, kw_only=True)
class RoomConnected(Event):
    """The out-of-hours group was linked by a code spoken in it."""

    invitation: UUID
    door: str
    room: str


@dataclass(frozen=True, kw_only=True)
class RoomMoved(Event):
    """The group got a new address (Telegram upgraded it)."""

    door: str
    old: str
    room: str


@dataclass(frozen=True, kw_only=True)
class LanguageChosen(Event):
    """A person chose the language we speak with them."""

    language: str


@dataclass(frozen=True, kw_only=True)
class WordsRead(Event):
    """A worker was shown a young person's words: every such read is recorded."""


@dataclass(frozen=True, kw_only=True)
class ScreenHidden(Event):
    """A person pressed Hide this; how many messages were asked to be removed."""

    messages: int


@dataclass(frozen=True, kw_only=True)
class UnkeptSent(Event):
    """Something came that the policy does not keep (a photo, a voice note); its kind only."""

    what: str


@dataclass(frozen=True, kw_only=True)
class SupervisionPlanned(Event):
    """A supervision was planned or moved to another time."""

    worker: UUID | None
    planned_for: datetime
    uid: str
    moves: int


@dataclass(frozen=True, kw_only=True)
class SupervisionConfirmed(Event):
    """The carer confirmed the planned time."""


@dataclass(frozen=True, kw_only=True)
class SupervisionSaidHeld(Event):
    """One side said that the supervision was held on this local date."""

    held_on: date


@dataclass(frozen=True, kw_only=True)
class SupervisionHeld(Event):
    """The supervision counts as held: both said so, or nobody disputed it in time."""

    held_on: date


@dataclass(frozen=True, kw_only=True)
class SupervisionDisputed(Event):
    """ "It did not happen": no reason is asked (practice 21)."""


@dataclass(frozen=True, kw_only=True)
class ReminderTold(Event):
    """A reminder, nudge or overdue notice was told once: the rule and its occurrence."""

    rule: str
    occurrence: str


@dataclass(frozen=True, kw_only=True)
class PersonImported(Event):
    """A person was added or changed by an import."""


@dataclass(frozen=True, kw_only=True)
class PersonForgotten(Event):
    """The person's key was destroyed; their words can never be read again."""


@dataclass(frozen=True, kw_only=True)
class SwitchTurned(Event):
    """A policy switch that must be recorded was turned (under-16s on Telegram)."""

    switch: str
    on: bool
