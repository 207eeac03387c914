"""The request as the person who asked sees it: one card that changes as things happen."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from conversations.closed_card import closed_lines, judged_rows
from conversations.forms.next_steps import FOLLOWS
from conversations.help_card import help_button, interpreter_line
from conversations.readers import STILL_TO_TELL, said
from conversations.screen import (
    BLANK,
    Button,
    Line,
    Screen,
    button,
    plain,
    quiet,
    quote,
    title,
)
from fostering.people import Standing
from fostering.policy import TelephoneNumber
from fostering.requests import Request, RequestState
from locales import Language, mark, mark_for, mark_many

RING_NOW = mark("Ring {number} now as well. This message may not wake anyone.")
YOUNG_RING_NOW = mark_for(
    "young_person", "Ring {number} now as well. This message may not wake anyone."
)
TOLD_MORE = mark_many(
    "We have told {count} more person since.", "We have told {count} more people since."
)
NOT_PICKED_UP = mark("No one has told us that they have picked this up yet.")
STATES = {
    RequestState.RAISED: mark("Sent, waiting for someone to take it"),
    RequestState.ACKNOWLEDGED: mark("Somebody has it"),
    RequestState.ANSWERED: mark("Answered"),
    RequestState.CLOSED: mark("Closed"),
}


@dataclass(frozen=True, kw_only=True)
class Standpoint:
    """What the card needs besides the request itself; names are those of staff.

    `title` is the form's title, `next_step` (translated) and `follows` come from the kind,
    `still_to_tell` says that the child's social worker is yet to be told, `readers` who was said to
    see it, `kind_numbers` the help lines of its kind (translated). `added_at` (aware UTC) is when
    the person last added words. `missing`: it is about a child who is missing, whatever the form;
    `death`: a child has died, and the card has words of its own.
    """

    title: str
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
    still_to_tell: bool = False
    phone_texts_live: bool = False
    replies: Sequence[tuple[datetime, str, str]] = ()
    outcome_words: str = ""
    outcome: str = ""
    frozen: bool = False
    late: bool = False
    chased_to: str = ""
    added_at: datetime | None = None


def request_card(language: Language, request: Request, view: Standpoint) -> Screen:
    """The receipt and everything after it, in true words only (practice 8, 9)."""
    lines: list[Line] = []
    urgent = request.priority.urgent and request.open
    if urgent and not view.phone_texts_live:
        lines += [plain(language.say(RING_NOW, number=n.number)) for n in view.numbers[:1]]
        lines += [*interpreter_line(language), BLANK]
    lines.append(
        title(
            language.say(
                mark("{title} · {reference}"), title=view.title, reference=request.reference
            )
        )
    )
    lines.append(
        quiet(language.say(mark("Sent {moment}"), moment=language.moment(request.raised_at)))
    )
    if view.frozen:
        lines.append(plain(language.say(mark("Your service will phone you."))))
        return _finish(language, request, lines, rows=())
    lines += standing_lines(language, request, view)
    lines += late_lines(language, request, view)
    lines += reply_lines(language, view)
    if view.added_at is not None and request.open:
        added = mark("Added at {time}.")
        lines.append(plain(language.say(added, time=language.clock(view.added_at))))
    lines += _next_lines(language, request, view)
    if sees := said(language, view.readers):
        lines.append(quiet(sees))
    return _finish(language, request, lines, rows=_rows(language, request, view))


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
        pressed = mark("{name} has it. They pressed “I've got it” at {time}.")
        time = language.clock(request.acknowledged_at)
        lines.append(plain(language.say(pressed, name=view.holder, time=time)))
    if request.ring_by is not None and request.spoken_at is None:
        by = mark("They say they will ring you by {time}.")
        lines.append(plain(language.say(by, time=language.clock(request.ring_by))))
    if request.spoken_at is not None:
        noted = mark("They noted that you spoke by phone at {time}.")
        lines.append(plain(language.say(noted, time=language.clock(request.spoken_at))))
    return lines


def _owner_lines(language: Language, request: Request, view: Standpoint) -> list[Line]:
    if not view.owner:
        return [plain(language.say(mark("It waits for the duty worker.")))]
    lines = [plain(language.say(mark("It goes to {name}."), name=view.owner))]
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


def _next_lines(language: Language, request: Request, view: Standpoint) -> list[Line]:
    """What happens next, what follows, and whether this counts as written notice."""
    if not request.open:
        return []
    lines: list[Line] = []
    if not request.finished:
        lines.append(
            plain(
                language.say(
                    mark("It is sent already. Your further answers are added to it as you go.")
                )
            )
        )
    if view.next_step:
        lines += [BLANK, plain(view.next_step), *(quiet(line) for line in view.kind_numbers)]
    if view.follows:
        lines.append(plain(language.say(FOLLOWS, follows=language.say(view.follows))))
    if view.written_notice:
        lines.append(plain(view.written_notice))
    if view.still_to_tell:
        lines.append(plain(language.say(STILL_TO_TELL)))
    if request.mistaken:
        lines.append(
            plain(
                language.say(mark("You said this was a mistake. Someone will check that with you."))
            )
        )
    if request.back_safe_at is not None:
        lines.append(
            plain(
                language.say(
                    mark(
                        "You said the child is back. A worker will speak with you. "
                        "A talk with someone independent should be offered by {moment}."
                    ),
                    moment=language.moment(request.back_safe_at),
                )
            )
        )
    return lines


def _rows(language: Language, request: Request, view: Standpoint) -> tuple[tuple[Button, ...], ...]:
    key = request.id.hex
    rows: list[tuple[Button, ...]] = []
    if request.open:
        if view.missing:
            if request.back_safe_at is None:
                rows.append((button(language.say(mark("Back safe")), "backsafe", key),))
            else:
                rows.append((button(language.say(mark("Not back after all")), "undosafe", key),))
        if not request.finished:
            rows.append((button(language.say(mark("Answer the other questions")), "goon", key),))
        rows.append((button(language.say(mark("Add something")), "more", key),))
        rows.append((button(language.say(mark("Correct a mistake")), "correct", key),))
        if _may_be_a_slip(request) and not request.mistaken:
            rows.append((button(language.say(mark("I pressed this by mistake")), "mistake", key),))
    rows += judged_rows(language, request)
    rows.append((button(language.say(mark("Send me what I reported")), "copy", key),))
    rows.append((button(language.say(mark("Back to the start")), "home"),))
    return tuple(rows)


def _may_be_a_slip(request: Request) -> bool:
    """One press was enough to raise it, so one press may have been a mistake (practice 1)."""
    one_press = request.form in ("urgent_help", "talk_tonight", "missing_child")
    return one_press or (request.priority.urgent and not request.finished)


def _finish(
    language: Language,
    request: Request,
    lines: list[Line],
    rows: tuple[tuple[Button, ...], ...],
) -> Screen:
    home = () if rows else ((button(language.say(mark("Back to the start")), "home"),),)
    return Screen(
        language=language.tag,
        lines=tuple(lines),
        rows=(*rows, *home, (help_button(language, Standing.CARER),)),
    )
