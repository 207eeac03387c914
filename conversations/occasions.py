"""Why a young person is asked just now: said inside the screen they open, never before."""

from collections.abc import Mapping, Sequence
from datetime import date

from fostering.care_days import Occasion
from locales import Language, mark, mark_for

WHY: Mapping[Occasion, str] = {
    Occasion.REVIEW: mark_for(
        "young_person", "Your review is on {day}. What you say now can be brought there."
    ),
    Occasion.MOVE: mark_for(
        "young_person",
        "A move is planned for {day}. What matters to you about it? What you say now can help to "
        "plan it.",
    ),
    Occasion.MOVED: mark_for(
        "young_person", "A move was planned for {day}. You can say how it went, and how it is now."
    ),
}
GOOD_TIME = mark_for("young_person", "Now is a good time to say how things are.")
TO_READERS: Mapping[Occasion, str] = {
    Occasion.REVIEW: mark("Their care review is on {day}. They were told that this can go there."),
    Occasion.MOVE: mark(
        "A move is planned for {day}. They were told that this can help to plan it."
    ),
    Occasion.MOVED: mark("A move was planned for {day}. They were asked how it went."),
}
"""The same to a reader, so that it is brought where the young person was told it can go."""

Days = Sequence[tuple[Occasion, date]]


def why_lines(language: Language, days: Days, today: date) -> tuple[str, ...]:
    """One sentence for each occasion, with its day (local)."""
    return tuple(language.say(WHY[each], day=language.day(day, today)) for each, day in days)


def reader_lines(language: Language, days: Days, today: date) -> tuple[str, ...]:
    """The same to whoever reads what was said."""
    return tuple(language.say(TO_READERS[each], day=language.day(day, today)) for each, day in days)
