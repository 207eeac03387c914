"""Occasions: a young person is asked how things are before a care review, and around a move.

In the weeks before, so that what they say is answered before the day; the day of asking is spread
by days, so that nobody at home can wait for it (practice 25). fostering.md 5; IRO Handbook ch. 3:
the child's wishes are heard before each review.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from hashlib import sha256

from fostering.care_days import CareDays, Occasion
from fostering.office_hours import ONE_DAY, instant, is_working_day, local_date
from fostering.people import Person
from fostering.policy import Policy

AFTER_A_MOVE = timedelta(days=28)
"""So long after a move it is still asked about; ours."""
TO_SPARE = 2
"""Working days besides those for reading: one for what is said in the evening, one for the day."""


@dataclass(frozen=True, kw_only=True)
class Window:
    """Local days, both included, on which they may be asked for an occasion."""

    opens: date
    shuts: date

    def holds(self, day: date) -> bool:
        """Whether it runs on that local day."""
        return self.opens <= day <= self.shuts


def window_of(occasion: Occasion, days: CareDays | None, policy: Policy) -> Window | None:
    """When they may be asked for this occasion; None where no such day is set.

    Before a day it shuts while what is said can still be read in time; never after the day.
    """
    if days is None:
        return None
    day = days.review if occasion is Occasion.REVIEW else days.move
    if day is None:
        return None
    if occasion is Occasion.MOVED:
        return Window(opens=day + timedelta(days=policy.moved_ask_days), shuts=day + AFTER_A_MOVE)
    opens = day - timedelta(days=policy.care_day_ask_days)
    return Window(opens=opens, shuts=_read_before(day, policy))


def look_from(occasion: Occasion, person: Person, policy: Policy) -> datetime | None:
    """From when a safe time to ask for this occasion is looked for (aware UTC).

    None where there is no such day, they were asked already, or no worker has said that this is
    them. A day that was set late is asked about from then on.
    """
    days, found = person.care_days, window_of(occasion, person.care_days, policy)
    if days is None or found is None or person.newcomer is not None:
        return None
    asked = days.asked_at(occasion)
    opens = instant(found.opens, time(0), policy.office_hours)
    if asked is not None and asked >= opens:
        return None
    known = max(opens, days.since or opens)
    first = local_date(known, policy.office_hours)
    room = min(policy.care_day_spread_days, max((found.shuts - first).days, 0))
    drawn = sha256(person.id.bytes + f"{occasion} {found.opens}".encode()).digest()
    day = first + timedelta(days=int.from_bytes(drawn[:4], "big") % (room + 1))
    return max(known, instant(day, time(0), policy.office_hours))


def open_on(person: Person, policy: Policy, day: date) -> tuple[Occasion, ...]:
    """The occasions for which what they say on that local day counts.

    None while no worker has said that this is them: whoever holds the phone may read why.
    """
    if person.newcomer is not None:
        return ()
    windows = ((each, window_of(each, person.care_days, policy)) for each in Occasion)
    return tuple(each for each, found in windows if found is not None and found.holds(day))


def asked_now(person: Person, policy: Policy, day: date) -> bool:
    """Whether they were asked for an occasion that still runs on that local day.

    It does not hang on whether they said anything: their own first screen must not tell.
    """
    days = person.care_days
    if days is None:
        return False
    for occasion in open_on(person, policy, day):
        found, asked = window_of(occasion, days, policy), days.asked_at(occasion)
        if found is not None and asked is not None:
            opens = instant(found.opens, time(0), policy.office_hours)
            if asked >= opens:
                return True
    return False


def _read_before(day: date, policy: Policy) -> date:
    """The last day on which what they say is surely read before this one."""
    left = policy.views_seen_within_working_days + TO_SPARE
    while left:
        day -= ONE_DAY
        left -= is_working_day(day, policy.bank_holidays)
    return day
