"""Since when something waits: a clock time, which stays true, and the wait as it was then."""

from datetime import datetime

from locales import Language, mark, mark_many
from locales.language import LONDON

RAISED_AT = mark("Raised at {time}.")
RAISED_ON = mark("Raised {moment}.")
MINUTES = mark_many(
    "By {time} it had waited {count} minute.", "By {time} it had waited {count} minutes."
)
HOURS = mark_many("By {time} it had waited {count} hour.", "By {time} it had waited {count} hours.")
DAYS = mark_many("By {time} it had waited {count} day.", "By {time} it had waited {count} days.")
AN_HOUR, A_DAY = 60, 24 * 60
"""In minutes."""


def raised(language: Language, since: datetime, at: datetime) -> str:
    """When it was raised, and how long it had waited when this was drawn; both aware UTC.

    A message stands as it was sent, so a bare "waiting 0 minutes" would be untrue a minute later.
    """
    words = RAISED_ON if _another_day(since, at) else RAISED_AT
    first = language.say(words, time=language.clock(since), moment=language.moment(since))
    minutes = int((at - since).total_seconds() // 60)
    if not minutes:
        return first
    return f"{first}\n{_waited(language, minutes, when(language, at, since))}"


def when(language: Language, moment: datetime, at: datetime) -> str:
    """The clock time, with the day where it is not the day of `at`; both aware UTC."""
    return language.moment(moment) if _another_day(moment, at) else language.clock(moment)


def _waited(language: Language, minutes: int, time: str) -> str:
    """Minutes up to two hours, hours up to two days, then days."""
    if minutes < 2 * AN_HOUR:
        return language.say_many(*MINUTES, minutes, time=time)
    if minutes < 2 * A_DAY:
        return language.say_many(*HOURS, minutes // AN_HOUR, time=time)
    return language.say_many(*DAYS, minutes // A_DAY, time=time)


def _another_day(one: datetime, other: datetime) -> bool:
    return one.astimezone(LONDON).date() != other.astimezone(LONDON).date()
