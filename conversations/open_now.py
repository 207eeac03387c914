"""*Open now*: every open request that a duty worker or a manager may see, page by page."""

from collections.abc import Sequence

from conversations.screen import Button, Line, Push, Screen, button, plain, quiet, title
from fostering.requests import Request
from locales import Language, mark

ON_A_PAGE = 8
HELD = mark("{reference} · {priority} · with {name}")
NOBODY_S = mark("{reference} · {priority} · nobody has it")


def open_now(
    language: Language, requests: Sequence[tuple[Request, str]], *, page: int = 0
) -> Screen:
    """The list, urgent first; `requests` carry the name of who has them, "" where nobody does.

    A page that is not there is the nearest that is; pages count from 0.
    """
    last = max(len(requests) - 1, 0) // ON_A_PAGE
    page = min(page, last)
    shown = requests[page * ON_A_PAGE : (page + 1) * ON_A_PAGE]
    lines = [title(language.say(mark("Open now ({count})"), count=str(len(requests))))]
    if not requests:
        lines.append(plain(language.say(mark("Nothing here."))))
    if last:
        place = mark("{here} of {total}")
        here, total = str(page + 1), str(last + 1)
        lines.append(quiet(language.say(place, here=here, total=total)))
    lines += [_line(language, request, name) for request, name in shown]
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
        for request, _ in shown
    ]
    turns: list[Button] = []
    if page > 0:
        turns.append(button(language.say(mark("Earlier")), "opens", str(page - 1)))
    if page < last:
        turns.append(button(language.say(mark("Later")), "opens", str(page + 1)))
    rows += [tuple(turns)] if turns else []
    rows.append((button(language.say(mark("Back to your desk")), "home"),))
    return Screen(language=language.tag, lines=tuple(lines), rows=tuple(rows), push=Push.NONE)


def _line(language: Language, request: Request, name: str) -> Line:
    reference, priority = request.reference, request.priority.value
    if not name:
        return plain(language.say(NOBODY_S, reference=reference, priority=priority))
    return plain(language.say(HELD, reference=reference, priority=priority, name=name))
