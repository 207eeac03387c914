"""The words of a clock: "30 minutes", "1 hour", "same day", "2 working days"."""

import re

from fostering.kinds import Clock, Span

SPANS = {
    "minute": Span.MINUTES,
    "minutes": Span.MINUTES,
    "hour": Span.HOURS,
    "hours": Span.HOURS,
    "working day": Span.WORKING_DAYS,
    "working days": Span.WORKING_DAYS,
}
WORDS = re.compile(r"([1-9][0-9]{0,2}) (minutes?|hours?|working days?)")


def read_clock(words: str) -> Clock | None:
    """Read a clock from its words; None when they are not one."""
    if words == "same day":
        return Clock(count=0, span=Span.WORKING_DAYS)
    found = WORDS.fullmatch(words)
    return Clock(count=int(found[1]), span=SPANS[found[2]]) if found else None
