"""The lists of a worker: what waits, and what is with them."""

from collections.abc import Sequence
from datetime import datetime

from conversations.pager import page_of, place_lines, turning_rows
from conversations.screen import Button, Push, Screen, button, plain, title
from conversations.waits import when
from fostering.requests import Request
from locales import Language, mark


def work_list(
    language: Language,
    name: str,
    requests: Sequence[Request],
    at: datetime,
    *,
    verb: str,
    page: str = "",
) -> Screen:
    """*Waiting* and *With me*: one button each, in the order given; `verb` shows this list."""
    here = page_of(requests, page)
    rows: list[tuple[Button, ...]] = [
        (
            button(
                language.say(
                    mark("{reference} · {priority} · {time}"),
                    reference=request.reference,
                    priority=request.priority.value,
                    time=when(language, request.raised_at, at),
                ),
                "req",
                request.id.hex,
            ),
        )
        for request in here.entries
    ]
    rows += turning_rows(language, here, verb)
    rows.append((button(language.say(mark("Back to your desk")), "home"),))
    empty = () if requests else (plain(language.say(mark("Nothing here."))),)
    return Screen(
        language=language.tag,
        lines=(title(name), *empty, *place_lines(language, here)),
        rows=tuple(rows),
        push=Push.NONE,
    )
