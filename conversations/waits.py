"""How long something has waited, in the largest unit that says it well."""

from datetime import datetime

from locales import Language, mark_many

MINUTES = mark_many("Waiting {count} minute.", "Waiting {count} minutes.")
HOURS = mark_many("Waiting {count} hour.", "Waiting {count} hours.")
DAYS = mark_many("Waiting {count} day.", "Waiting {count} days.")
AN_HOUR, A_DAY = 60, 24 * 60
"""In minutes."""


def waiting(language: Language, since: datetime, at: datetime) -> str:
    """Minutes up to two hours, hours up to two days, then days; both instants aware UTC."""
    minutes = int((at - since).total_seconds() // 60)
    if minutes < 2 * AN_HOUR:
        return language.say_many(*MINUTES, minutes)
    if minutes < 2 * A_DAY:
        return language.say_many(*HOURS, minutes // AN_HOUR)
    return language.say_many(*DAYS, minutes // A_DAY)
