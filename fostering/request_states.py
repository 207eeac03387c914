"""The request as it stands: its state, who has it, and what was promised."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from fostering.advice_effects import Advice
from fostering.contact import ContactWay
from fostering.priority import Priority
from fostering.steps import Escalation

CHECK_IN = "check_in"
"""The form of what a young person says about how things are; it is answered in its own way."""
ASK = "ask"
"""The form by which a young person asks for something or a visit."""
SAID = frozenset({CHECK_IN, ASK})
"""What a young person says to readers whom they chose: all of it is answered in three parts."""
CONCERN, YOUNG_CONCERN = "concern", "young_concern"
"""The conversations by which a carer and a young person complain, or tell of a concern."""


class RequestState(StrEnum):
    """Where a request stands; see docs/architecture.md for the drawing."""

    RAISED = "raised"
    ACKNOWLEDGED = "acknowledged"
    ANSWERED = "answered"
    CLOSED = "closed"


@dataclass(frozen=True, kw_only=True)
class Request:
    """One request as it stands. All instants are aware UTC.

    `form` is the conversation it came from, `kind` its code ("CH01", "D02"; a personal word).
    `author` asked; `entered_by` is set when a worker added it after a phone call.
    `finished` is False while the person has not sent the last answer (it was raised early).
    `ring_by` is when the worker said they would ring, `spoken_at` when contact was recorded.
    `excluded` must never see it (practice 12, 15). `readers`, where there are any, are the only
    staff who may, with who covers for them and the manager who is told that it is late. `take_by`
    is by when a named worker should have said that they have it (None: it climbs instead). What
    fell due up to `chased_until` was told, and `chased_to` is the manager who heard of the delay.
    `helped` is what the person answered to "Did this help?" ("" while they have not). `earlier` is
    the reference of the request of theirs that came before it about the same ("" if none).
    `ring_by` is when the worker said they would ring. `written_at` is when a worker last wrote,
    since the one who has it took it, and `heard_at` when the person answered that. `spoken_at` is
    when contact was recorded, `contact_way` how (None: by telephone). `task_due`: by when staff
    must tell the child's social worker; `task_done_by` said that they did, `task_reminded_at` is
    when it was last asked for (practice 18). The task outlives the request: closing it does not do
    it. `offered_to` is the colleague who was asked to take it over and has until `offer_ends_at` to
    answer; it stays with who has it until they accept. `advice` is that who has it asked for a
    manager. Since `private_since` it is a private process, by the switch of `private_by` (practice
    14): nobody but managers sees it, and nothing falls due. `closed_by` closed it; `filed_by` said
    at `filed_at` that it is in the case file, and `filed_whole` that its whole chronology is;
    `filing_reminded_at` is when who closed it was last reminded.
    """

    id: UUID
    reference: str
    form: str
    kind: str
    author: UUID
    household: UUID | None
    state: RequestState
    priority: Priority
    language: str
    raised_at: datetime
    version: int = 1
    finished: bool = True
    entered_by: UUID | None = None
    owner: UUID | None = None
    answer_by: datetime | None = None
    acknowledged_by: UUID | None = None
    acknowledged_at: datetime | None = None
    ring_by: datetime | None = None
    written_at: datetime | None = None
    heard_at: datetime | None = None
    spoken_at: datetime | None = None
    contact_way: ContactWay | None = None
    closed_at: datetime | None = None
    mistaken: bool = False
    back_safe_at: datetime | None = None
    excluded: frozenset[UUID] = frozenset()
    readers: frozenset[UUID] = frozenset()
    escalation: Escalation | None = None
    take_by: datetime | None = None
    chased_until: datetime | None = None
    chased_to: UUID | None = None
    helped: str = ""
    task_due: datetime | None = None
    task_done_by: UUID | None = None
    task_done_at: datetime | None = None
    task_reminded_at: datetime | None = None
    earlier: str = ""
    offered_to: UUID | None = None
    offer_ends_at: datetime | None = None
    advice: Advice | None = None
    private_since: datetime | None = None
    private_by: UUID | None = None
    closed_by: UUID | None = None
    filed_by: UUID | None = None
    filed_at: datetime | None = None
    filed_whole: bool = False
    filing_reminded_at: datetime | None = None

    @property
    def open(self) -> bool:
        """Whether staff still have to deal with it."""
        return self.state is not RequestState.CLOSED

    @property
    def taken_back(self) -> bool:
        """Whether its author took it back: then no worker is among its readers any more."""
        return self.readers == {self.author}

    @property
    def still_climbs(self) -> bool:
        """Whether it is urgent and nobody has spoken with the person: it climbs, now or soon.

        Only such a one counts as told already; after a call, help is asked for anew (practice 1).
        """
        climbs = self.open and self.priority.urgent and self.escalation is not None
        return climbs and self.spoken_at is None

    @property
    def same_matter(self) -> bool:
        """Whether pressing the same again tells of the same matter (practice 1, 11).

        After a call, or once a missing child is back, what happens is a matter of its own.
        """
        return self.still_climbs and self.back_safe_at is None

    @property
    def is_said(self) -> bool:
        """Whether a young person said it to whom they chose: read and answered in its own way."""
        return self.form in SAID

    @property
    def is_concern(self) -> bool:
        """Whether it is a concern or complaint, which only its answer closes."""
        return self.form in (CONCERN, YOUNG_CONCERN)

    @property
    def unanswered(self) -> bool:
        """Whether the promised answer is still owed; of a concern a reply is not yet the answer."""
        waits = self.state in (RequestState.RAISED, RequestState.ACKNOWLEDGED)
        return waits or (self.is_concern and self.open)

    def overdue(self, at: datetime) -> bool:
        """Whether the promised answer has not come by then."""
        owed = self.unanswered and not self.private
        return owed and self.answer_by is not None and self.answer_by <= at

    @property
    def task_open(self) -> bool:
        """Whether the child's social worker is still to be told by staff."""
        return self.task_due is not None and self.task_done_at is None

    @property
    def private(self) -> bool:
        """Whether it is a private process now: on no list, in no count, frozen for the carer."""
        return self.private_since is not None

    @property
    def filed(self) -> bool:
        """Whether it is in the case file with all that was done; closing adds what is not.

        What was taken back is no worker's to file.
        """
        whole = self.closed_at is None or (
            self.filed_at is not None and self.filed_at >= self.closed_at
        )
        return self.taken_back or (self.filed_at is not None and whole)

    @property
    def wrote_to_each_other(self) -> bool:
        """Whether a worker has written and the person has answered in the chat after it."""
        return self.written_at is not None and self.heard_at is not None

    @property
    def taken(self) -> bool:
        """Whether a worker has it now; a climb for want of contact takes it from them."""
        return self.state in (RequestState.ACKNOWLEDGED, RequestState.ANSWERED)
