"""After a child has died: words of its own, no title, no form, nothing to check or correct."""

from conversations.help_card import help_button, interpreter_line
from conversations.request_card import RING_NOW
from conversations.screen import BLANK, Button, Line, Screen, button, plain, quiet
from conversations.who_has_it import Standpoint, doubt_lines, reply_lines, standing_lines
from fostering.people import Standing
from fostering.requests import Request
from locales import Language, mark


def death_card(language: Language, request: Request, view: Standpoint) -> Screen:
    """What the carer sees from the press until it is closed: whom to ring, and who has it."""
    lines: list[Line] = []
    if request.still_climbs and not view.phone_texts_live:
        lines += [plain(language.say(RING_NOW, number=n.number)) for n in view.numbers[:1]]
        lines += interpreter_line(language)
    lines += [plain(view.next_step), *(quiet(line) for line in view.kind_numbers), BLANK]
    lines += standing_lines(language, request, view) + doubt_lines(language, request, view)
    lines += reply_lines(language, view)
    rows: list[tuple[Button, ...]] = []
    if request.mistaken:
        lines.append(plain(language.say(MISTAKE_SAID)))
    else:
        # One press was enough to send it, so one press may have been a slip.
        slip = language.say(mark("I pressed this by mistake"))
        rows.append((button(slip, "mistake", request.id.hex),))
    rows.append((button(language.say(mark("Back to the start")), "home"),))
    rows.append((help_button(language, Standing.CARER),))
    return Screen(language=language.tag, lines=tuple(lines), rows=tuple(rows))


MISTAKE_SAID = mark("You said this was a mistake. Someone will check that with you.")
