"""The safe times of policy.toml: when young people may be written to first, and how far spread.

And how long before a care review or a planned move, and after it, they are asked how things are.
"""

from datetime import time
from typing import TypedDict

from storage.policy_tables import Section

SAFE_TIMES = (
    *("morning", "after_school", "evening", "spread_minutes", "late_minutes"),
    *("care_day_ask_days", "care_day_spread_days", "moved_ask_days"),
)
DAY = 24 * 60
"""Minutes of a day."""
SOONEST = 14
"""Days that are needed at least so that what is said before a care review can be answered."""


class SafeNumbers(TypedDict):
    """As the policy names them."""

    safe_morning: time
    safe_after_school: time
    safe_evening: time
    safe_spread_minutes: int
    safe_late_minutes: int
    care_day_ask_days: int
    care_day_spread_days: int
    moved_ask_days: int


def read_safe_times(young: Section, quiet: Section) -> SafeNumbers:
    """The times of day; one that its spread carries into the quiet hours is noted as a gap."""
    spread, late = young.count("spread_minutes", 40), young.count("late_minutes", 30)
    found = {
        name: young.time(name, usual)
        for name, usual in (("morning", "09:00"), ("after_school", "16:00"), ("evening", "19:00"))
    }
    begins, ends = quiet.time("from", "21:00"), quiet.time("until", "09:00")
    for name, clock in found.items():
        first = _minutes(clock)
        within = range(first, first + spread + late + 1)
        if any(_is_quiet(minute % DAY, _minutes(begins), _minutes(ends)) for minute in within):
            young.gap(name, "must lie outside the quiet hours, with its spread")
    before = young.count("care_day_ask_days", 28)
    if before < SOONEST:
        young.gap("care_day_ask_days", f"must be {SOONEST} or more")
    return SafeNumbers(
        safe_morning=found["morning"],
        safe_after_school=found["after_school"],
        safe_evening=found["evening"],
        safe_spread_minutes=spread,
        safe_late_minutes=late,
        care_day_ask_days=before,
        care_day_spread_days=young.count("care_day_spread_days", 6),
        moved_ask_days=young.count("moved_ask_days", 7),
    )


def _is_quiet(minute: int, begins: int, ends: int) -> bool:
    """Whether this minute of the day is within the quiet hours; they may span midnight."""
    if begins <= ends:
        return begins <= minute < ends
    return minute >= begins or minute < ends


def _minutes(clock: time) -> int:
    return clock.hour * 60 + clock.minute
