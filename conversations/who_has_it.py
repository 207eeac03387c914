"""Who has a request, in true words: nobody yet, a name and since when, or that it is late."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from conversations.clock_times import clock_time
from conversations.closed_card import closed_lines
from conversations.contact import noted_line
from conversations.screen import (
    Line,
    plain,
    quiet,
    quote,
)
from fostering.contact import ContactWay
from fostering.people import Standing
from fostering.policy import TelephoneNumber
from fostering.requests import Request, RequestState
from locales import Language, mark, mark_many

TOLD_MORE = mark_many(
    "We have told {count} more person since.", "We have told {count} more people since."
)


NOT_PICKED_UP = mark("No one has told us that they have picked this up yet.")


PRESSED = mark("{name} has it. They pressed “I've got it” at {time}.")


TAKEN_OVER = mark("{name} has it. They took it over at {time}.")


@dataclass(frozen=True, kw_only=True)
class Standpoint:
    """What the card needs besides the request itself; names are those of staff.

    `at` is the instant at which the card is drawn (aware UTC).
    `away` are the supervising social worker who would answer and the last day they are away.
    `title` is the form's title, `next_step` (translated) and `follows` come from the kind,
    `kind_numbers` are its help lines (translated), `readers` who was said to see it, `teller` who
    told the child's social worker. `added_at` (aware UTC) is when the person last added words.
    `missing`: it is about a child who is missing, whatever the form; `death`: a child has died, and
    the card has words of its own.
    `asks_to_write`: they want to be written to and not rung.
    `return_talk_by`: a missing child is back, and until then a talk should be offered.
    `denied`: the person says that nobody has spoken with them. `lowered_by` says that it can wait.
    `taken_over`: who has it took it from a colleague.
    """

    title: str
    at: datetime
    numbers: Sequence[TelephoneNumber] = ()
    owner: str = ""
    holder: str = ""
    next_step: str = ""
    readers: Sequence[str] = ()
    kind_numbers: Sequence[str] = ()
    missing: bool = False
    death: bool = False
    follows: str = ""
    written_notice: str = ""
    climbed: int = 0
    teller: str = ""
    asks_to_write: bool = False
    phone_texts_live: bool = False
    replies: Sequence[tuple[datetime, str, str]] = ()
    outcome_words: str = ""
    outcome: str = ""
    return_talk_by: datetime | None = None
    frozen: bool = False
    late: bool = False
    away: tuple[str, date] | None = None
    chased_to: str = ""
    denied: bool = False
    lowered_by: str = ""
    taken_over: bool = False
    added_at: datetime | None = None


def standing_lines(language: Language, request: Request, view: Standpoint) -> list[Line]:
    """Who has it, or the honest sentence that nobody has said so."""
    match request.state:
        case RequestState.RAISED:
            return _raised_lines(language, request, view)
        case RequestState.ACKNOWLEDGED | RequestState.ANSWERED:
            return _taken_lines(language, request, view)
        case RequestState.CLOSED:
            return closed_lines(
                language,
                request,
                outcome=view.outcome,
                words=view.outcome_words,
                told=view.holder or view.owner,
            )


def _raised_lines(language: Language, request: Request, view: Standpoint) -> list[Line]:
    if view.holder:
        had = mark("{name} had it, but no call to you was noted. We are telling the next person.")
        if view.asks_to_write:
            had = mark(
                "{name} had it, but it was not noted that you wrote to each other. "
                "We are telling the next person."
            )
        return [plain(language.say(had, name=view.holder))]
    if request.escalation is None:
        return _owner_lines(language, request, view)
    lines = [
        plain(language.say(mark("We have sent it to the people on duty."))),
        plain(language.say(NOT_PICKED_UP)),
    ]
    if view.climbed:
        lines.append(plain(language.say_many(*TOLD_MORE, view.climbed)))
    return lines


def _taken_lines(language: Language, request: Request, view: Standpoint) -> list[Line]:
    lines: list[Line] = []
    if request.acknowledged_at is not None:
        pressed = TAKEN_OVER if view.taken_over else PRESSED
        time = clock_time(language, request.acknowledged_at, view.at)
        lines.append(plain(language.say(pressed, name=view.holder, time=time)))
    else:
        lines.append(plain(language.say(mark("{name} has it."), name=view.holder)))
    if request.ring_by is not None and request.spoken_at is None:
        by = mark("They say they will ring you by {time}.")
        lines.append(plain(language.say(by, time=clock_time(language, request.ring_by, view.at))))
    lines += noted_line(language, request, Standing.CARER)
    if request.spoken_at is not None and request.contact_way is not ContactWay.WRITTEN:
        noted = mark("They noted that you spoke by phone at {time}.")
        lines.append(
            plain(language.say(noted, time=clock_time(language, request.spoken_at, view.at)))
        )
    return lines


def doubt_lines(language: Language, request: Request, view: Standpoint) -> list[Line]:
    """That a worker says it can wait, or that the person says nobody has spoken with them."""
    lines: list[Line] = []
    if view.denied and request.open:
        lines.append(plain(language.say(mark("You said that nobody has spoken with you."))))
    if view.lowered_by and request.open:
        waits = mark("{name} says that this can wait. If it can't, press “I need help now”.")
        lines.append(plain(language.say(waits, name=view.lowered_by)))
    return lines


def _owner_lines(language: Language, request: Request, view: Standpoint) -> list[Line]:
    if not view.owner:
        return [plain(language.say(mark("It waits for the duty worker.")))]
    lines = [plain(language.say(mark("It goes to {name}."), name=view.owner))]
    if view.away is not None:
        name, last = view.away
        away = mark("{worker} is away until {day}. {name} answers in their place.")
        day = language.day(last)
        lines = [plain(language.say(away, worker=name, day=day, name=view.owner))]
    if request.answer_by is not None:
        lines.append(
            plain(
                language.say(
                    mark("You should have a first answer by {moment}."),
                    moment=language.moment(request.answer_by),
                )
            )
        )
    return lines


def late_lines(language: Language, request: Request, view: Standpoint) -> list[Line]:
    """A promise that was not kept is said as plainly as it was given."""
    if not view.late or request.answer_by is None:
        return []
    late = mark("We promised an answer by {moment}. It has not come. That is our fault, not yours.")
    lines = [plain(language.say(late, moment=language.moment(request.answer_by)))]
    if view.chased_to:
        lines.append(plain(language.say(mark("We have told {name}."), name=view.chased_to)))
    return lines


def reply_lines(language: Language, view: Standpoint) -> list[Line]:
    """What workers wrote to the person, the oldest first."""
    lines: list[Line] = []
    for at, name, words in view.replies:
        lines.append(
            quiet(language.say(mark("{name}, {moment}:"), name=name, moment=language.moment(at)))
        )
        lines.append(quote(words))
    return lines
