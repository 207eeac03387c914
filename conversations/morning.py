"""*Morning handover*: what came since the office shut, what is still open, and with whom."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from conversations.open_now import HELD, NOBODY_S
from conversations.pager import page_of, place_lines, turning_rows
from conversations.screen import BLANK, Button, Line, Push, Screen, button, plain, title
from fostering.requests import Request
from locales import Language, mark, mark_many

SINCE = mark("Since the office shut, {moment}.")
CAME = mark_many("{count} came.", "{count} came.")
STILL_OPEN = mark_many("{count} of them is still open.", "{count} of them are still open.")
OLDER = mark_many("{count} older one is open as well.", "{count} older ones are open as well.")
CLOSED = mark("{reference} · {priority} · closed, {name}")
CLOSED_SO = mark("{reference} · {priority} · closed")


@dataclass(frozen=True, kw_only=True)
class Night:
    """What a worker may see of the night; each request with the name of who has it ("": nobody).

    `since` is when the office last shut (aware UTC); `came` were raised after it, `older` before,
    and are open.
    """

    since: datetime
    came: Sequence[tuple[Request, str]]
    older: Sequence[tuple[Request, str]]


def morning_handover(language: Language, night: Night, *, page: str = "") -> Screen:
    """One screen, open ones first; each opens by its button."""
    entries = [*night.came, *night.older]
    here = page_of(entries, page)
    still = sum(request.open for request, _ in night.came)
    lines: list[Line] = [
        title(language.say(mark("Morning handover"))),
        plain(language.say(SINCE, moment=language.moment(night.since))),
        plain(language.say_many(*CAME, len(night.came))),
        plain(language.say_many(*STILL_OPEN, still)),
        plain(language.say_many(*OLDER, len(night.older))),
        *place_lines(language, here),
        BLANK,
        *(_line(language, request, name) for request, name in here.entries),
    ]
    rows: list[tuple[Button, ...]] = [
        (
            button(
                language.say(
                    mark("{reference} · {priority}"),
                    reference=request.reference,
                    priority=request.priority.value,
                ),
                "req",
                request.id.hex,
            ),
        )
        for request, _ in here.entries
    ]
    rows += turning_rows(language, here, "morning")
    rows.append((button(language.say(mark("Back to your desk")), "home"),))
    return Screen(language=language.tag, lines=tuple(lines), rows=tuple(rows), push=Push.NONE)


def _line(language: Language, request: Request, name: str) -> Line:
    ended = CLOSED if name else CLOSED_SO
    words = (HELD if name else NOBODY_S) if request.open else ended
    reference, priority = request.reference, request.priority.value
    return plain(language.say(words, reference=reference, priority=priority, name=name))
