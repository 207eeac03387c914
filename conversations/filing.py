"""The case file: one press says that it is there; the list of what is not filed yet."""

from collections.abc import Sequence
from datetime import datetime

from conversations.pager import page_of, place_lines, turning_rows
from conversations.screen import Button, Line, Push, Screen, button, plain, quiet, title
from conversations.waits import when
from fostering.filing import may_be_filed
from fostering.requests import Request
from locales import Language, mark

IN_THE_FILE = mark("It is in the case file")
FILED = mark("Filed by {name}, {moment}.")
FILED_WHOLE = mark("Filed with its whole chronology by {name}, {moment}.")
FILED_BEFORE = mark("Filed by {name}, {moment}: before it was closed. File what was done as well.")


def filed_lines(language: Language, request: Request, filer: str) -> list[Line]:
    """Who filed it and when; that it is not whole yet where it was closed after it."""
    if request.filed_at is None:
        return []
    words = FILED_WHOLE if request.filed_whole else FILED
    if not request.filed:
        words = FILED_BEFORE
    moment = language.moment(request.filed_at)
    return [quiet(language.say(words, name=filer, moment=moment))]


def filing_rows(language: Language, request: Request) -> list[tuple[Button, ...]]:
    """The press; not on an alarm that nobody has."""
    if not may_be_filed(request):
        return []
    return [(button(language.say(IN_THE_FILE), "filed", request.id.hex),)]


def whole_question(language: Language, request: Request) -> Screen:
    """Of some kinds the outcome alone is not enough."""
    key = request.id.hex
    asked = mark("{reference}: is its whole chronology in the case file?")
    follows = mark("For this kind the file needs who did what and when, and not the end alone.")
    return Screen(
        language=language.tag,
        lines=(
            title(language.say(asked, reference=request.reference)),
            plain(language.say(follows)),
        ),
        rows=(
            (button(language.say(mark("Yes, all of it is there")), "filedall", key),),
            (button(language.say(mark("No, go back")), "req", key),),
            (button(language.say(mark("Back to your desk")), "home"),),
        ),
        push=Push.PAGE,
    )


def not_filed_list(
    language: Language, requests: Sequence[Request], at: datetime, *, page: str = ""
) -> Screen:
    """*Not filed yet*: the longest closed first."""
    here = page_of(requests, page)
    rows: list[tuple[Button, ...]] = [
        (
            button(
                language.say(
                    mark("{reference} · {time}"),
                    reference=request.reference,
                    time=when(language, request.closed_at or request.raised_at, at),
                ),
                "req",
                request.id.hex,
            ),
        )
        for request in here.entries
    ]
    rows += turning_rows(language, here, "notfiled")
    rows.append((button(language.say(mark("Back to your desk")), "home"),))
    told = mark("Closed, and nobody has said that they are in the case file.")
    none = mark("Nothing here.")
    return Screen(
        language=language.tag,
        lines=(
            title(language.say(mark("Not filed yet ({count})"), count=str(len(requests)))),
            plain(language.say(told if requests else none)),
            *place_lines(language, here),
        ),
        rows=tuple(rows),
        push=Push.NONE,
    )


def filing_due(language: Language, request: Request) -> Screen:
    """The reminder to who closed it; one card, however many there are."""
    words = mark(
        "You closed {reference} on {day}. No one has said that it is in the case file. "
        "There may be more of yours."
    )
    day = language.day_of(request.closed_at or request.raised_at)
    return Screen(
        language=language.tag,
        lines=(plain(language.say(words, reference=request.reference, day=day)),),
        rows=(
            (button(language.say(IN_THE_FILE), "filed", request.id.hex),),
            (button(language.say(mark("Not filed yet")), "notfiled"),),
            (button(language.say(mark("Back to your desk")), "home"),),
        ),
    )
