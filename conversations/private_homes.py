"""A household in private process, as managers see it; and who helps its carers from outside."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from conversations.help_card import help_button, help_lines
from conversations.pager import page_of, place_lines, turning_rows
from conversations.screen import (
    BLANK,
    Button,
    Line,
    Push,
    Screen,
    button,
    fits,
    plain,
    quiet,
    quote,
    title,
)
from fostering.people import Standing
from fostering.private_home_states import PrivateHome
from fostering.requests import Request
from locales import Language, mark

PRIVATE = mark("Private process")
OF_HOUSEHOLD = mark("Private: the whole household")
OUTSIDE = mark("Independent support")
OUTSIDE_LINES = ("fosterline", "fostertalk")
STILL = {
    "supervision": mark("Supervision"),
    "annual_review": mark("Annual review"),
    "placement_start": mark("The start of a placement"),
    "home_check": mark("Anything changed at home?"),
}
WHAT_IT_DOES = (
    mark("Then all their open requests read only “Your service will phone you”. You have them."),
    mark("Other workers see only what is urgent: it pages as ever. The carers get no reminder."),
    mark("Complaints go on as they are. The young people there keep everything of theirs."),
    mark("Nothing is sent to the carers. Ring them."),
)


@dataclass(frozen=True, kw_only=True)
class HomeView:
    """What a manager sees of a household; names of its carers and of staff, sealed reasons.

    `still` holds a sort of promise and the local day since which it waits. `open` are requests.
    """

    key: str
    carers: Sequence[str]
    process: PrivateHome | None
    by: str = ""
    teller: str = ""
    reasons: Sequence[tuple[datetime, str, str]] = ()
    still: Sequence[tuple[str, date]] = ()
    open: Sequence[Request] = ()


def household_row(language: Language, key: str) -> tuple[Button, ...]:
    """The way to a household's switch, for whoever may press it."""
    return (button(language.say(OF_HOUSEHOLD), "privhome", key),)


def home_screen(language: Language, view: HomeView) -> Screen:
    """The household's switch: what it does, or since when it runs and what stands still."""
    say, process = language.say, view.process
    names = language.items(view.carers)
    lines: list[Line] = [title(say(mark("Private process: {names}"), names=names))]
    rows: list[tuple[Button, ...]] = []
    if process is None or not process.running:
        lines += [plain(say(each)) for each in WHAT_IT_DOES]
        rows.append((button(say(mark("Make it private")), "privon", view.key),))
    else:
        since = mark("Since {moment}, by {name}.")
        lines.append(plain(say(since, moment=language.moment(process.since), name=view.by)))
        lines += _told_lines(language, view, process)
        lines += _still_lines(language, view)
        rows += [(button(request.reference, "req", request.id.hex),) for request in view.open[:8]]
        if process.told_on is None:
            rows.append((button(say(mark("They have been told")), "privtold", view.key),))
        rows.append((button(say(mark("End the private process")), "privoff", view.key),))
    for moment, name, words in view.reasons:
        written = mark("{name}, {moment}:")
        lines += [quiet(say(written, name=name, moment=language.moment(moment))), quote(words)]
    rows.append((button(say(PRIVATE), "privhomes"),))
    rows.append((button(say(mark("Back to your desk")), "home"),))
    return Screen(language=language.tag, lines=tuple(lines), rows=tuple(rows), push=Push.NONE)


def _told_lines(language: Language, view: HomeView, process: PrivateHome) -> list[Line]:
    if process.told_on is None:
        return [plain(language.say(mark("The carers have not been told yet. Ring them.")))]
    told = mark("The carers were told on {day}, by {name}. They see who helps from outside.")
    day = language.day(process.told_on)
    return [plain(language.say(told, day=day, name=view.teller))]


def _still_lines(language: Language, view: HomeView) -> list[Line]:
    """The promises that wait, and since when: nothing of them is lost."""
    if not view.still:
        return [plain(language.say(mark("No promise to them has come due meanwhile.")))]
    waits = mark("{promise}: stands still since {day}")
    lines = [plain(language.say(mark("Nothing of this is sent until it ends:")))]
    for promise, day in view.still:
        said = language.say(STILL[promise])
        lines.append(plain(language.say(waits, promise=said, day=language.day(day))))
    return [BLANK, *lines, BLANK]


Entry = tuple[datetime, str, str, str]
"""Since when, what it is called, and the verb and key of its button."""


def private_list(language: Language, entries: Sequence[Entry], *, page: str = "") -> Screen:
    """Every request and household in private process that this manager may see, oldest first."""
    here = page_of(entries, page)
    say = language.say
    lines: list[Line] = [title(say(PRIVATE))]
    if not entries:
        lines.append(plain(say(mark("Nothing here."))))
    since = mark("{name} · since {moment}")
    rows: list[tuple[Button, ...]] = []
    for began, name, verb, key in here.entries:
        lines.append(plain(say(since, name=name, moment=language.moment(began))))
        rows.append((button(name if fits(name) else say(mark("A household")), verb, key),))
    rows += turning_rows(language, here, "privhomes")
    rows.append((button(say(mark("Back to your desk")), "home"),))
    return Screen(
        language=language.tag,
        lines=(*lines, *place_lines(language, here)),
        rows=tuple(rows),
        push=Push.NONE,
    )


def outside_row(language: Language) -> tuple[Button, ...]:
    """On the first screen of carers who have been told."""
    return (button(language.say(OUTSIDE), "outside"),)


def outside_card(language: Language) -> Screen:
    """Who is on the carers' side and does not work for the service (NMS 22.12)."""
    say = language.say
    lines = (
        title(say(OUTSIDE)),
        plain(say(mark("These people do not work for your service. You can ring them yourself."))),
        *help_lines(language, OUTSIDE_LINES),
        plain(say(mark("Are you in a union? It can help you as well."))),
        plain(say(mark("A membership may bring you advice from a lawyer. Ask when you ring."))),
        plain(say(mark("You need not tell us that you rang."))),
    )
    rows = (
        (button(say(mark("Back to the start")), "home"),),
        (help_button(language, Standing.CARER),),
    )
    return Screen(language=language.tag, lines=lines, rows=rows)
