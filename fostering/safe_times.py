"""Safe times: when a young person's chat may say first that something is new (practice 23, 25).

Never, unless they choose it. Then one neutral message at a time of day and on days of their own,
spread by some minutes so that nobody at home can wait for it. What could not be said in time is
said at the next safe time, not later the same day. Who wants to be asked how things are is asked on
a schedule of their own, and before a care review and around a move: one message for all of it.
"""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from hashlib import sha256
from uuid import UUID

from fostering.care_days import Occasion
from fostering.events import (
    AnswerAwaited,
    AnswerOpened,
    Event,
    SafeTimeMissed,
    SafeTimesChosen,
    SomethingNewSaid,
)
from fostering.matters import Due, Rule
from fostering.occasions import look_from, open_on, window_of
from fostering.office_hours import ONE_DAY, SATURDAY, instant, local_date
from fostering.people import Person, Standing
from fostering.phone_use import PhoneUse
from fostering.policy import Policy
from fostering.quiet_hours import when_awake
from fostering.safe_choices import Days, HowOften, PartOfDay, SafeTimes

DAYS_BETWEEN = {HowOften.WEEKLY: 7, HowOften.MONTHLY: 28}
"""Between two askings, at least; whole weeks, so that it stays the same day of the week."""
GIVES_WAY = timedelta(days=7)
"""An occasion waits so long for a question of their own schedule, rather than ask twice."""


def times_of(person: Person) -> SafeTimes:
    """What they chose; nothing is said first where they never chose."""
    return person.safe_times or SafeTimes()


def asks_once_more(person: Person, wanted: SafeTimes) -> bool:
    """Whether this would begin messages on a phone that somebody else may read.

    That is every phone of which they have not said that only they use it (practice 24).
    """
    now = times_of(person)
    begins = wanted.answers and not now.answers
    begins |= wanted.how_often is not HowOften.NEVER and now.how_often is HowOften.NEVER
    return begins and person.phone_use is not PhoneUse.OWN


def choose(person: Person, wanted: SafeTimes, at: datetime, *, sure: bool) -> tuple[Event, ...]:
    """They choose; `()` where it is so already, or where they must be asked once more (`sure`)."""
    if person.standing is not Standing.YOUNG_PERSON or wanted == times_of(person):
        return ()
    if asks_once_more(person, wanted) and not sure:
        return ()
    return (
        SafeTimesChosen(
            at=at,
            subject=person.id,
            actor=person.id,
            answers=wanted.answers,
            part=wanted.part,
            days=wanted.days,
            how_often=wanted.how_often,
        ),
    )


def keep_waiting(person: Person, answer: UUID, by: Person, at: datetime) -> tuple[Event, ...]:
    """There is an answer to this request: it waits for a safe time, if they chose to hear of it."""
    if not times_of(person).answers:
        return ()
    return (AnswerAwaited(at=at, subject=person.id, actor=by.id, answer=answer),)


def open_answer(person: Person, answer: UUID, at: datetime) -> tuple[Event, ...]:
    """They look at the answer by themselves: nothing has to be said of it any more."""
    if answer not in times_of(person).waiting:
        return ()
    return (AnswerOpened(at=at, subject=person.id, actor=person.id, answer=answer),)


def say_something_new(person: Person, policy: Policy, at: datetime) -> tuple[Event, ...]:
    """One message for all that is due; where the safe time is over, it waits for the next."""
    news, ask = news_at(person, policy), ask_at(person, policy)
    occasions = [*occasions_at(person, policy).values()]
    come = [found for found in (news, ask, *occasions) if found is not None and found <= at]
    if not come:
        return ()
    if at - max(come) > timedelta(minutes=policy.safe_late_minutes):
        return (SafeTimeMissed(at=at, subject=person.id),)
    asks = ask in come or any(found in come for found in occasions)
    day = local_date(at, policy.office_hours)
    return (
        SomethingNewSaid(
            at=at,
            subject=person.id,
            answers=news in come,
            asked=ask in come,
            occasions=open_on(person, policy, day) if asks else (),
        ),
    )


def safe_time_matters(person: Person, policy: Policy) -> Iterator[Due]:
    """The next safe time at which something has to be said, while the chat is there."""
    if not (person.linked and person.active and policy.views):
        return
    asked = occasions_at(person, policy).values()
    wanted = (news_at(person, policy), ask_at(person, policy), *asked)
    found = [each for each in wanted if each is not None]
    if found:
        at = min(found)
        yield Due(rule=Rule.SAFE_TIME, subject=person.id, occurrence=at.isoformat(), at=at)


def news_at(person: Person, policy: Policy) -> datetime | None:
    """When it may be said that there is an answer (aware UTC); None where nothing waits."""
    since = times_of(person).since
    return next_safe(since, person, policy) if since is not None else None


def ask_at(person: Person, policy: Policy) -> datetime | None:
    """When their own schedule asks how things are (aware UTC), the days since the last time over.

    None where they have no schedule of their own.
    """
    times = times_of(person)
    since = times.ask_since
    if since is None or times.how_often not in DAYS_BETWEEN:
        return None
    if times.asked_at is not None:
        last = local_date(times.asked_at, policy.office_hours)
        again = last + timedelta(days=DAYS_BETWEEN[times.how_often])
        since = max(since, instant(again, time(0), policy.office_hours))
    return next_safe(since, person, policy)


def occasions_at(person: Person, policy: Policy) -> dict[Occasion, datetime]:
    """When they may be asked for each occasion they were not asked for yet (aware UTC).

    Never where they do not want to be asked. It waits some days for a question of their own
    schedule, which then counts for both; what comes too late for its occasion is left out.
    """
    since, own = times_of(person).ask_since, ask_at(person, policy)
    found: dict[Occasion, datetime] = {}
    for occasion in Occasion:
        begins = look_from(occasion, person, policy)
        window = window_of(occasion, person.care_days, policy)
        if since is None or begins is None or window is None:
            continue
        at = next_safe(max(begins, since), person, policy)
        hours = policy.office_hours
        if own is not None and at < own <= at + GIVES_WAY:
            at = own if window.holds(local_date(own, hours)) else at
        if window.holds(local_date(at, hours)):
            found[occasion] = at
    return found


def next_safe(at: datetime, person: Person, policy: Policy) -> datetime:
    """The next safe time of this person, at this instant or after it (aware UTC)."""
    day = local_date(at, policy.office_hours)
    while not _holds(times_of(person).days, day) or safe_on(day, person, policy) < at:
        day += ONE_DAY
    return safe_on(day, person, policy)


def safe_on(day: date, person: Person, policy: Policy) -> datetime:
    """When a message to this person is safe on that local day (aware UTC).

    Spread by the policy's minutes, by a hash of the person and the day; never in quiet hours.
    """
    drawn = sha256(person.id.bytes + day.isoformat().encode()).digest()
    minutes = int.from_bytes(drawn[:4], "big") % (policy.safe_spread_minutes + 1)
    clock = {
        PartOfDay.MORNING: policy.safe_morning,
        PartOfDay.AFTER_SCHOOL: policy.safe_after_school,
        PartOfDay.EVENING: policy.safe_evening,
    }[times_of(person).part]
    begins = instant(day, clock, policy.office_hours)
    return when_awake(begins + timedelta(minutes=minutes), policy)


def _holds(days: Days, day: date) -> bool:
    weekend = day.weekday() >= SATURDAY
    return days is Days.EVERY_DAY or (days is Days.WEEKENDS) is weekend
