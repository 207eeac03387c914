"""The audit: what must hold while the service runs, and what no longer does.

It asks of counts and ages alone, and knows nobody. A finding means that somebody who should have
been told may not have been, so it is told to whoever runs the service. The limits are ours
(rule as of 2026-11-26); the least of them leaves the machinery its own tries.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

EVERY = timedelta(minutes=1)
"""How often the whole is looked at."""
TOO_OLD = timedelta(minutes=3)
"""After so long without a completed look nobody knows how the service is."""
AGAIN = timedelta(hours=1)
"""How long a finding that lasts rests before it is told again."""
OVER_AFTER = timedelta(minutes=5)
"""How long a finding must be gone before it is over: what comes and goes is one trouble."""
NEVER = timedelta()


class Finding(StrEnum):
    """What does not hold."""

    DEAF = "deaf"
    NOBODY_SENDS = "nobody_sends"
    CLOCK_STANDS = "clock_stands"
    URGENT_OVERDUE = "urgent_overdue"
    URGENT_FORGOTTEN = "urgent_forgotten"
    PAGE_STUCK = "page_stuck"
    UPDATE_WAITS = "update_waits"
    UPDATE_PARKED = "update_parked"
    MATTER_FAILS = "matter_fails"
    MATTER_OVERDUE = "matter_overdue"
    TEST_UNANSWERED = "test_unanswered"
    MESSAGE_STUCK = "message_stuck"
    REMINDER_STUCK = "reminder_stuck"
    TIME_STEPPED = "time_stepped"
    BLOCKED = "blocked"
    ON_HOLD = "on_hold"


@dataclass(frozen=True, kw_only=True)
class Pile:
    """How many rows stand somewhere, and for how long the oldest of them has."""

    count: int = 0
    age: timedelta = NEVER


NONE = Pile()


@dataclass(frozen=True, kw_only=True)
class Signs:
    """What was counted in one look.

    From the database: `steps` of urgent requests that are overdue, urgent requests `unacknowledged`
    since they were raised, those `forgotten` by the clock, other `matters` overdue; `updates` that
    wait and those `parked` within the last hour; paging `tests` that nobody answered in time;
    `pages`, `messages` and `reminders` in the outbox.
    Of this process: how long nothing was `unheard` of Telegram, how long nobody has been `unled` to
    send, since when the tick has not come to its end (`standing`), how many due matters `fail`
    again and again, by how much the wall's clock is `behind`, by how much the loop was `late`, and
    whether the service is `paused`.
    """

    steps: Pile = NONE
    unacknowledged: Pile = NONE
    forgotten: int = 0
    matters: Pile = NONE
    updates: Pile = NONE
    parked: int = 0
    tests: int = 0
    pages: Pile = NONE
    messages: Pile = NONE
    reminders: Pile = NONE
    unheard: timedelta = NEVER
    unled: timedelta = NEVER
    standing: timedelta = NEVER
    fail: int = 0
    behind: timedelta = NEVER
    late: timedelta = NEVER
    paused: bool = False


LIMITS: Mapping[Finding, timedelta] = {
    Finding.DEAF: timedelta(seconds=80),
    Finding.NOBODY_SENDS: timedelta(minutes=1),
    Finding.CLOCK_STANDS: timedelta(minutes=1),
    Finding.URGENT_OVERDUE: timedelta(minutes=1),
    Finding.PAGE_STUCK: timedelta(minutes=1),
    Finding.UPDATE_WAITS: timedelta(minutes=1),
    Finding.MATTER_OVERDUE: timedelta(minutes=10),
    Finding.MESSAGE_STUCK: timedelta(minutes=10),
    Finding.REMINDER_STUCK: timedelta(hours=1),
    Finding.TIME_STEPPED: timedelta(seconds=30),
    Finding.BLOCKED: timedelta(seconds=5),
}
"""How long each may last before it is a finding; a longest answer and its pause make us no deaf."""


OF_PEOPLE = frozenset({Finding.TEST_UNANSWERED})
"""What a person has to do. The program itself is well, so the sign of life goes on: else it could
not be told from an outage while somebody sleeps through their paging test.
"""


def is_well(findings: Iterable[Finding]) -> bool:
    """Whether the program itself is well: nothing was found, or only what a person has to do."""
    return OF_PEOPLE.issuperset(findings)


def audit(signs: Signs) -> tuple[Finding, ...]:
    """What does not hold, the worst first; nothing where all is well."""
    ages = {
        Finding.DEAF: signs.unheard,
        Finding.NOBODY_SENDS: signs.unled,
        Finding.CLOCK_STANDS: signs.standing,
        Finding.URGENT_OVERDUE: signs.steps.age,
        Finding.PAGE_STUCK: signs.pages.age,
        Finding.UPDATE_WAITS: signs.updates.age,
        Finding.MATTER_OVERDUE: signs.matters.age,
        Finding.MESSAGE_STUCK: signs.messages.age,
        Finding.REMINDER_STUCK: signs.reminders.age,
        Finding.TIME_STEPPED: signs.behind,
        Finding.BLOCKED: signs.late,
    }
    counts = {
        Finding.URGENT_FORGOTTEN: signs.forgotten,
        Finding.UPDATE_PARKED: signs.parked,
        Finding.MATTER_FAILS: signs.fail,
        Finding.TEST_UNANSWERED: signs.tests,
        Finding.ON_HOLD: int(signs.paused),
    }
    found = {finding for finding, age in ages.items() if age > LIMITS[finding]}
    found |= {finding for finding, count in counts.items() if count}
    return tuple(finding for finding in Finding if finding in found)


@dataclass(frozen=True, kw_only=True)
class Trouble:
    """A finding that stands: since when, when it was seen and when it was told last (aware UTC)."""

    finding: Finding
    since: datetime
    seen_at: datetime
    told_at: datetime


@dataclass(frozen=True, kw_only=True)
class News:
    """What is known after a look, and what of it is to be told now.

    `standing` is all that stands; `told` is empty where nothing is to be said; `over` are those
    that have gone.
    """

    standing: tuple[Trouble, ...] = ()
    told: tuple[Trouble, ...] = ()
    over: tuple[Trouble, ...] = ()


def what_is_new(before: Sequence[Trouble], found: Sequence[Finding], at: datetime) -> News:
    """Tell a finding at once, again each hour while it lasts, and once that it is over.

    Where one is told, all that stand are: whoever reads it sees the whole.
    """
    known = {trouble.finding: trouble for trouble in before}
    over = [t for t in before if t.finding not in found and at - t.seen_at >= OVER_AFTER]
    lasting = [t for t in before if t.finding not in found and t not in over]
    due = any(f not in known or at - known[f].told_at >= AGAIN for f in found)
    seen = tuple(
        Trouble(
            finding=finding,
            since=known[finding].since if finding in known else at,
            seen_at=at,
            told_at=at if due else known[finding].told_at,
        )
        for finding in found
    )
    return News(standing=(*seen, *lasting), told=seen if due else (), over=tuple(over))
