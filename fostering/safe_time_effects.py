"""What the events of safe times do to what a young person chose."""

from dataclasses import replace

from fostering.events import (
    AnswerAwaited,
    AnswerOpened,
    SafeTimeMissed,
    SafeTimesChosen,
    SomethingNewSaid,
)
from fostering.safe_choices import HowOften, SafeTimes

SafeTimeEvent = AnswerOpened | AnswerAwaited | SafeTimeMissed | SafeTimesChosen | SomethingNewSaid


def after_safe_time(before: SafeTimes | None, event: SafeTimeEvent) -> SafeTimes:
    """The choice as it stands after one of these events."""
    times = before or SafeTimes()
    match event:
        case SafeTimesChosen():
            chosen = replace(
                times,
                answers=event.answers,
                part=event.part,
                days=event.days,
                how_often=event.how_often,
                waiting=times.waiting if event.answers else (),
            )
            return looked_for_from(chosen, event)
        case AnswerAwaited():
            found = tuple(dict.fromkeys((*times.waiting, event.answer)))
            return replace(times, waiting=found, since=times.since or event.at)
        case AnswerOpened():
            left = tuple(each for each in times.waiting if each != event.answer)
            return replace(times, waiting=left, since=times.since if left else None)
        case SomethingNewSaid():
            return replace(
                times,
                waiting=() if event.answers else times.waiting,
                since=None if event.answers else times.since,
                asked_at=event.at if event.asked else times.asked_at,
            )
        case _:
            return looked_for_from(times, event)


def looked_for_from(times: SafeTimes, event: SafeTimesChosen | SafeTimeMissed) -> SafeTimes:
    """The next safe time is looked for from this event on, never one that has passed."""
    return replace(
        times,
        since=event.at if times.waiting else None,
        ask_since=event.at if times.how_often is not HowOften.NEVER else None,
    )


def silenced(times: SafeTimes | None) -> SafeTimes | None:
    """Somebody else may read the phone: nothing is said first until they choose it once more."""
    if times is None:
        return None
    return replace(
        times,
        answers=False,
        how_often=HowOften.NEVER,
        waiting=(),
        since=None,
        ask_since=None,
    )
