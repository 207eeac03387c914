"""What managers read of all requests: by worker, by promise, and the picture of the week."""

from collections.abc import Sequence

from conversations.screen import Button, Line, Push, Screen, button, plain, quiet, title
from fostering.oversight import FEW, Promise, Tally, Week
from locales import Language, mark, mark_many

BY_WORKER = mark("By worker")
BY_PROMISE = mark("Promises kept and missed")
NOT_COUNTED = mark(
    "Not counted: what young people say of themselves, advocacy, matters for the telephone and "
    "private processes."
)
LAST_DAYS = mark_many(
    "Of what came in the last {count} day.", "Of what came in the last {count} days."
)
PROMISES = {
    Promise.TAKEN: mark("Taken in time: kept {kept}, missed {missed}"),
    Promise.SPOKEN: mark("Spoken with in time: kept {kept}, missed {missed}"),
    Promise.ANSWERED: mark("Answered in time: kept {kept}, missed {missed}"),
}


def loads_screen(language: Language, loads: Sequence[tuple[str, int, int]]) -> Screen:
    """*By worker*: (name, open, late), the most late first; the name is "" for nobody."""
    lines: list[Line] = [title(language.say(BY_WORKER))]
    for name, count, late in loads:
        words = mark("{name}: open {count}, late {late}")
        nobody = mark("With nobody: open {count}, late {late}")
        said = words if name else nobody
        lines.append(plain(language.say(said, name=name, count=str(count), late=str(late))))
    if not loads:
        lines.append(plain(language.say(mark("Nothing here."))))
    return _screen(language, lines)


def promises_screen(language: Language, tallies: Sequence[Tally], days: int) -> Screen:
    """*Promises kept and missed*, of what came in the last days; small counts are merged."""
    lines = [
        title(language.say(BY_PROMISE)),
        plain(language.say_many(*LAST_DAYS, days)),
        *(_tally(language, tally) for tally in tallies),
    ]
    return _screen(language, lines)


def week_picture(language: Language, week: Week, titles: Sequence[str]) -> Screen:
    """The picture of the week before; `titles` (translated) name its kinds in their order."""
    days = mark("The week of {first} to {last}")
    first, last = language.day_of(week.since), language.day_of(week.until)
    lines: list[Line] = [title(language.say(days, first=first, last=last))]
    raised = mark("Requests: {count}")
    lines.append(plain(language.say(raised, count=few(language, week.raised))))
    if week.raised >= FEW:
        named = mark("{title}: {count}")
        lines += [
            plain(language.say(named, title=name, count=few(language, count)))
            for name, (_, count) in zip(titles, week.kinds, strict=True)
        ]
        if week.others:
            others = mark("All other kinds together: {count}")
            lines.append(plain(language.say(others, count=few(language, week.others))))
    if week.median_minutes is not None and week.longest_minutes is not None:
        waits = mark("From sending to “I've got it”: half within {median} min, longest {longest}.")
        median, longest = str(week.median_minutes), str(week.longest_minutes)
        lines.append(plain(language.say(waits, median=median, longest=longest)))
    lines += [_tally(language, tally) for tally in week.promises]
    return _screen(language, lines)


def few(language: Language, count: int) -> str:
    """A count, or the words that it is too small to be told (practice 17)."""
    if count >= FEW:
        return str(count)
    return language.say(mark("fewer than {number}"), number=str(FEW))


def oversight_rows(language: Language) -> list[tuple[Button, ...]]:
    """The two further views below *Open now*, for managers."""
    return [
        (button(language.say(BY_WORKER), "opensby"),),
        (button(language.say(BY_PROMISE), "kept"),),
    ]


def _tally(language: Language, tally: Tally) -> Line:
    kept, missed = few(language, tally.kept), few(language, tally.missed)
    return plain(language.say(PROMISES[tally.promise], kept=kept, missed=missed))


def _screen(language: Language, lines: list[Line]) -> Screen:
    return Screen(
        language=language.tag,
        lines=(*lines, quiet(language.say(NOT_COUNTED))),
        rows=(
            (button(language.say(mark("Open now")), "opens"),),
            (button(language.say(mark("Back to your desk")), "home"),),
        ),
        push=Push.MESSAGE,
    )
