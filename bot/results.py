"""Results: what an outcome of Telegram means for the row in the outbox."""

from datetime import datetime, timedelta

from bot.calls import Accepted, NotCarried, Rejected, Unknown
from bot.delivery import Delivered
from bot.health import Health
from bot.pacing import Pacer
from storage.outbox import Delivery, Outcome, Result

TOKEN_REFUSED = (401, 404)
TOO_MANY = 429
FIRST_WAIT_SECONDS = 1.0
LONGEST_WAIT_SECONDS = 60.0
REASONS = {
    "blocked by the user": "blocked",
    "user is deactivated": "deactivated",
    "chat not found": "chat_not_found",
    "can't initiate conversation": "never_started",
    "kicked": "kicked",
    "not a member": "not_a_member",
    "not enough rights": "no_rights",
    "have no rights to send": "no_rights",
    "topic_closed": "topic_closed",
    "topic_deleted": "topic_deleted",
    "message thread not found": "topic_deleted",
}
"""Telegram's words for a refusal, and our code for it."""
CLOSED = frozenset({"blocked", "deactivated", "chat_not_found", "never_started"})
SHUT = frozenset(REASONS.values())
"""What closes a person's chat, and what shuts a group."""


def result_of(
    row: Delivery, delivered: Delivered, *, pacer: Pacer, health: Health, at: datetime
) -> Result:
    """The row's result; `at` is real time, aware UTC.

    "Retry after" rests that chat alone; where a second chat gets it meanwhile, all that is not
    urgent rests. A refused token, or no connection, is tried again: nothing of it has happened.
    Where nobody can know, storage decides by the lane.
    """
    outcome, reason, wait = Outcome.ACCEPTED, "", 0.0
    match delivered.outcome:
        case Accepted():
            health.count("accepted")
        case Unknown(reason=why):
            outcome, reason = Outcome.UNKNOWN, why
            health.count("unknown")
        case NotCarried():
            outcome, wait = Outcome.NOT_SENT, longer_wait(row.attempt)
            health.count("not_sent")
        case Rejected(code=code, retry_after=seconds) if code == TOO_MANY:
            outcome, wait = Outcome.NOT_SENT, seconds or FIRST_WAIT_SECONDS
            if pacer.rests_beside(row.chat):
                # Two chats at once: it is the bot as a whole that sends too much.
                pacer.rest_all(wait)
            pacer.rest(row.chat, wait, here=(row.place, row.address))
            health.count("too_many")
        case Rejected(moved_to=moved_to) if moved_to:
            outcome = Outcome.NOT_SENT
            health.count("room_moved")
        case Rejected(code=code) if code in TOKEN_REFUSED:
            outcome, wait = Outcome.NOT_SENT, longer_wait(row.attempt)
            health.troubled("token_refused")
        case Rejected(code=code, words=words):
            outcome, reason = Outcome.REJECTED, reason_of(code, words)
            health.count("rejected")
    return Result(
        delivery=row,
        outcome=outcome,
        card_message=delivered.card_message,
        messages=delivered.messages,
        reason=reason,
        not_before=at + timedelta(seconds=wait) if wait else None,
    )


def cannot_be_reached(outcome: object, *, group: bool = False) -> bool:
    """Whether Telegram says that this person's chat, or this group, is closed to us."""
    match outcome:
        case Rejected(code=400 | 403 as code, words=words, moved_to=""):
            return reason_of(code, words) in (SHUT if group else CLOSED)
    return False


def longer_wait(attempt: int) -> float:
    """Seconds until the next try: twice as long each time, up to a minute."""
    return float(min(FIRST_WAIT_SECONDS * 2 ** min(attempt - 1, 10), LONGEST_WAIT_SECONDS))


def reason_of(code: int, words: str) -> str:
    """A short code for a refusal; Telegram's own words are not kept."""
    return next((ours for theirs, ours in REASONS.items() if theirs in words), f"refused_{code}")
