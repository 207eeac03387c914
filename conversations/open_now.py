"""*Open now*: every open request that a duty worker or a manager may see, page by page."""

from collections.abc import Sequence

from conversations.oversight import oversight_rows
from conversations.pager import page_of, place_lines, turning_rows
from conversations.screen import Button, Line, Push, Screen, button, plain, title
from fostering.requests import Request
from locales import Language, mark

HELD = mark("{reference} · {priority} · with {name}")
NOBODY_S = mark("{reference} · {priority} · nobody has it")


def open_now(
    language: Language,
    requests: Sequence[tuple[Request, str]],
    *,
    page: str = "",
    oversees: bool = False,
) -> Screen:
    """The list, urgent first; `requests` carry the name of who has them, "" where nobody does.

    `oversees` adds the two views for managers.
    """
    here = page_of(requests, page)
    lines = [title(language.say(mark("Open now ({count})"), count=str(len(requests))))]
    if not requests:
        lines.append(plain(language.say(mark("Nothing here."))))
    lines += place_lines(language, here)
    lines += [_line(language, request, name) for request, name in here.entries]
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
    rows += turning_rows(language, here, "opens")
    rows += oversight_rows(language) if oversees else []
    rows.append((button(language.say(mark("Back to your desk")), "home"),))
    return Screen(language=language.tag, lines=tuple(lines), rows=tuple(rows), push=Push.NONE)


def _line(language: Language, request: Request, name: str) -> Line:
    reference, priority = request.reference, request.priority.value
    if not name:
        return plain(language.say(NOBODY_S, reference=reference, priority=priority))
    return plain(language.say(HELD, reference=reference, priority=priority, name=name))
