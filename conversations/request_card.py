"""The request as the person who asked sees it: one card that changes as things happen."""

from conversations.clock_times import clock_time
from conversations.closed_card import judged_rows
from conversations.contact import for_author, seen_rows
from conversations.forms.next_steps import FOLLOWS
from conversations.help_card import help_button, interpreter_line
from conversations.private_matters import FROZEN
from conversations.readers import said
from conversations.screen import (
    BLANK,
    Button,
    Line,
    Screen,
    button,
    plain,
    quiet,
    title,
)
from conversations.social_worker_task import STILL_TO_TELL, told_line
from conversations.who_has_it import (
    Standpoint,
    doubt_lines,
    late_lines,
    reply_lines,
    standing_lines,
)
from fostering.people import Standing
from fostering.requests import Request, RequestState
from locales import Language, mark, mark_for

RING_NOW = mark("Ring {number} now as well. This message may not wake anyone.")
YOUNG_RING_NOW = mark_for(
    "young_person", "Ring {number} now as well. This message may not wake anyone."
)
STATES = {
    RequestState.RAISED: mark("Sent, waiting for someone to take it"),
    RequestState.ACKNOWLEDGED: mark("Somebody has it"),
    RequestState.ANSWERED: mark("Answered"),
    RequestState.CLOSED: mark("Closed"),
}


def request_card(language: Language, request: Request, view: Standpoint) -> Screen:
    """The receipt and everything after it, in true words only (practice 8, 9)."""
    lines: list[Line] = []
    rings = request.still_climbs
    if view.frozen and not request.private:
        rings = request.open and request.escalation is not None
    if rings and not view.phone_texts_live:
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
    if request.earlier:
        before = mark("You told us before: {reference}. This is a new one.")
        lines.append(quiet(language.say(before, reference=request.earlier)))
    if view.frozen:
        lines.append(plain(language.say(FROZEN)))
        lines += [] if request.private else _written_lines(language, request, view)
        rows = () if request.private else _frozen_rows(language, request, view)
        return _finish(language, request, lines, rows=rows)
    lines += standing_lines(language, request, view)
    lines += doubt_lines(language, request, view)
    lines += late_lines(language, request, view)
    lines += reply_lines(language, view)
    if view.added_at is not None and request.open:
        added = mark("Added at {time}.")
        time = clock_time(language, view.added_at, view.at)
        lines.append(plain(language.say(added, time=time)))
    if view.asks_to_write:
        lines += for_author(language, request, Standing.CARER)
    lines += _next_lines(language, request, view)
    if request.task_open:
        lines.append(plain(language.say(STILL_TO_TELL)))
    elif request.task_done_at is not None:
        lines.append(plain(told_line(language, request, view.teller)))
    if sees := said(language, view.readers):
        lines.append(quiet(sees))
    return _finish(language, request, lines, rows=_rows(language, request, view))


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
    if request.mistaken:
        lines.append(
            plain(
                language.say(mark("You said this was a mistake. Someone will check that with you."))
            )
        )
    if view.return_talk_by is not None:
        lines.append(
            plain(
                language.say(
                    mark(
                        "You said the child is back. A worker will speak with you. "
                        "A talk with someone independent should be offered by {moment}."
                    ),
                    moment=language.moment(view.return_talk_by),
                )
            )
        )
    return lines


def _written_lines(language: Language, request: Request, view: Standpoint) -> list[Line]:
    """Of what is frozen only what a worker wrote; where they cannot talk it is all that helps."""
    lines = reply_lines(language, view)
    return [*lines, *for_author(language, request, Standing.CARER)] if view.asks_to_write else lines


def _frozen_rows(
    language: Language, request: Request, view: Standpoint
) -> tuple[tuple[Button, ...], ...]:
    """Of what is frozen, what they can still tell us; no row hangs on what staff have done."""
    key = request.id.hex
    rows: list[tuple[Button, ...]] = seen_rows(language, request) if view.asks_to_write else []
    rows += _telling_rows(language, request, view) if request.open else []
    rows.append((button(language.say(mark("Send me what I reported")), "copy", key),))
    rows.append((button(language.say(mark("Back to the start")), "home"),))
    return tuple(rows)


def _telling_rows(
    language: Language, request: Request, view: Standpoint
) -> list[tuple[Button, ...]]:
    """What the person can tell us about it as long as it is open."""
    key = request.id.hex
    rows: list[tuple[Button, ...]] = []
    if view.missing:
        if request.back_safe_at is None:
            rows.append((button(language.say(mark("Back safe")), "backsafe", key),))
        else:
            rows.append((button(language.say(mark("Not back after all")), "undosafe", key),))
        rows.append(another_child(language))
    if request.spoken_at is not None and not view.frozen:
        rows.append((button(language.say(mark("Nobody has spoken with me")), "notspoke", key),))
    if not request.finished:
        rows.append((button(language.say(mark("Answer the other questions")), "goon", key),))
    rows.append((button(language.say(mark("Add something")), "more", key),))
    rows.append((button(language.say(mark("Correct a mistake")), "correct", key),))
    if _may_be_a_slip(request) and not request.mistaken:
        rows.append((button(language.say(mark("I pressed this by mistake")), "mistake", key),))
    return rows


def _rows(language: Language, request: Request, view: Standpoint) -> tuple[tuple[Button, ...], ...]:
    key = request.id.hex
    rows: list[tuple[Button, ...]] = seen_rows(language, request) if view.asks_to_write else []
    rows += _telling_rows(language, request, view) if request.open else []
    rows += judged_rows(language, request)
    rows.append((button(language.say(mark("Send me what I reported")), "copy", key),))
    rows.append((button(language.say(mark("Back to the start")), "home"),))
    return tuple(rows)


def another_child(language: Language) -> tuple[Button, ...]:
    """A second child is missing while the first is: a request of its own."""
    return (button(language.say(mark("Another child is missing")), "another"),)


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
