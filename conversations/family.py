"""A family as a worker finds it: its carers, its worker, the numbers to ring, what is open.

Nothing more: numbers and addresses of the family itself never stand in a chat (practice 20).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from conversations.help_card import number_line
from conversations.pager import ONE_PAGE
from conversations.private_homes import household_row
from conversations.screen import BLANK, Button, Line, Push, Screen, button, plain, quiet, title
from fostering.policy import TelephoneNumber
from fostering.requests import Request
from locales import Language, mark, mark_many

MORE = mark_many("{count} more is in “Open now”.", "{count} more are in “Open now”.")


@dataclass(frozen=True, kw_only=True)
class Family:
    """What is shown; names of carers and staff, and the labels of children placed today.

    `switch` is the household's key, for whoever may put it into private process.
    """

    carers: Sequence[str]
    worker: str
    children: Sequence[str]
    numbers: Sequence[TelephoneNumber]
    requests: Sequence[Request]
    switch: str = ""


def family_screen(language: Language, family: Family) -> Screen:
    """One screen; each open request opens by its button, and there leads to *Who is this?*."""
    say = language.say
    carers = language.items(family.carers)
    lines: list[Line] = [title(say(mark("Family: {names}"), names=carers))]
    if family.worker:
        lines.append(plain(say(mark("Their worker: {name}"), name=family.worker)))
    if family.children:
        placed = language.items(family.children)
        lines.append(plain(say(mark("Placed today: {labels}"), labels=placed)))
    lines.append(BLANK)
    lines += [number_line(language, number) for number in family.numbers]
    lines.append(BLANK)
    if not family.requests:
        lines.append(plain(say(mark("Nothing of theirs is open that you may see."))))
    for request in family.requests[:ONE_PAGE]:
        listed = mark("{reference} · {priority}")
        priority = request.priority.value
        lines.append(plain(say(listed, reference=request.reference, priority=priority)))
    if len(family.requests) > ONE_PAGE:
        lines.append(quiet(language.say_many(*MORE, len(family.requests) - ONE_PAGE)))
    lines.append(quiet(say(mark("That you looked is recorded."))))
    rows: list[tuple[Button, ...]] = [
        (
            button(
                say(
                    mark("{reference} · {priority}"),
                    reference=request.reference,
                    priority=request.priority.value,
                ),
                "req",
                request.id.hex,
            ),
        )
        for request in family.requests[:ONE_PAGE]
    ]
    rows += [household_row(language, family.switch)] if family.switch else []
    rows.append((button(say(mark("Find a family")), "family"),))
    rows.append((button(say(mark("Back to your desk")), "home"),))
    return Screen(language=language.tag, lines=tuple(lines), rows=tuple(rows), push=Push.NONE)
