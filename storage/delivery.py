"""One delivery out of the outbox, and how it may come out."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID


@dataclass(frozen=True, kw_only=True)
class Delivery:
    """A row taken by a carrier. Only this `attempt` may write the result, until `lease_until`.

    `chat` is the door's address, `address` what stands for it in the tables. `shown` is the message
    that shows the card at present, `begun` the one that holds only the push line yet ("" for
    none). `again` counts sends whose outcome stayed unknown. Instants are real time, aware UTC.
    """

    number: int
    id: UUID
    place: str
    key: str
    door: str
    chat: str
    lane: int
    card: str
    body: bytes
    attempt: int
    lease_until: datetime
    created_at: datetime
    shown: str = ""
    begun: str = ""
    edit_only: bool = False
    again: int = 0
    address: str = ""


class Outcome(StrEnum):
    """What we know after trying: NOT_SENT is certain, UNKNOWN may have arrived."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"
    UNKNOWN = "unknown"
    NOT_SENT = "not_sent"


@dataclass(frozen=True, kw_only=True)
class Result:
    """How one delivery came out.

    `card_message` shows the card from now on ("" as before); `messages` are all that were made;
    `reason` is a code ("blocked", "chat_gone"); `not_before` is when to try again after NOT_SENT
    (real time, aware UTC).
    """

    delivery: Delivery
    outcome: Outcome
    card_message: str = ""
    messages: tuple[str, ...] = ()
    reason: str = ""
    not_before: datetime | None = None
