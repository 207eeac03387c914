"""Clock times on a card that may stand there tomorrow: of another day, the day is said too."""

from datetime import datetime

from locales import Language, mark

OF_ANOTHER_DAY = mark("{time} on {day}")


def clock_time(language: Language, moment: datetime, at: datetime) -> str:
    """The London time of `moment`, with its day where that is not the day of `at`; both aware."""
    day, today = language.london_day(moment), language.london_day(at)
    time = language.clock(moment)
    if day == today:
        return time
    return language.say(OF_ANOTHER_DAY, time=time, day=language.day(day, today))
