"""The answer to a young person in its three parts, and the question whether it makes sense."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from conversations.screen import Button, Line, button, plain, quiet, quote
from fostering.requests import Request, RequestState
from locales import Language, mark_for

ASKED = mark_for("young_person", "Does this answer make sense?")
JUDGED = mark_for("young_person", "You said that this answer makes sense.")


@dataclass(frozen=True, kw_only=True)
class Reply:
    """An answer as it was given: by whom, when, and its three parts."""

    name: str
    at: datetime
    said: Sequence[str]
    done: str
    done_by: date | None
    why_not: str


def answer_lines(language: Language, request: Request, reply: Reply, today: date) -> list[Line]:
    """The three parts: what you said, what we did, what cannot be and why."""
    lines = [
        quiet(language.say(mark_for("young_person", "What you said"))),
        *(quote(line) for line in reply.said),
    ]
    if reply.done_by is None:
        did = language.say(mark_for("young_person", "What we did"))
    else:
        will = mark_for("young_person", "What we will do by {day}")
        did = language.say(will, day=language.day(reply.done_by, today))
    lines += [quiet(did), quote(reply.done)]
    if reply.why_not:
        cannot = mark_for("young_person", "What can't happen, and why")
        lines += [quiet(language.say(cannot)), quote(reply.why_not)]
    from_whom = mark_for("young_person", "From {name}, {day}")
    day = language.day_of(reply.at, today)
    lines.append(quiet(language.say(from_whom, name=reply.name, day=day)))
    lines.append(plain(language.say(ASKED if request.open else JUDGED)))
    return lines


def judging_rows(language: Language, request: Request) -> list[tuple[Button, ...]]:
    """ "Does this answer make sense?"; whoever said yes may still say no."""
    key = request.id.hex
    no = mark_for("young_person", "No, it doesn't make sense")
    if request.state is RequestState.CLOSED:
        no = mark_for("young_person", "It doesn't make sense after all")
        return [(button(language.say(no), "sense", key, "no"),)]
    yes = mark_for("young_person", "Yes, it makes sense")
    return [
        (button(language.say(yes), "sense", key, "yes"),),
        (button(language.say(no), "sense", key, "no"),),
    ]
