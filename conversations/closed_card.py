"""A closed request as the person who asked reads it: what was done, or why not, and did it help."""

from conversations.screen import Button, Line, button, plain, quote
from fostering.duplicates import JOINED
from fostering.requests import DECLINED, Request
from locales import Language, mark

OUTCOMES = {
    "spoke": mark("We spoke by phone"),
    "visited": mark("Someone came or will come"),
    "advised": mark("We gave advice"),
    "passed_on": mark("We passed it to the right person"),
    "nothing_needed": mark("Nothing more was needed"),
    DECLINED: mark("We said no. This is why:"),
    "mistake": mark("By mistake; we checked"),
}


SEEN_BY = {
    "worker": mark("A worker of ours"),
    "social_worker": mark("The child's social worker"),
    "police": mark("The police"),
    "carer": mark("The carer"),
    "other": mark("Somebody else"),
}
"""Who has seen a missing child after they came back (practice 11)."""

JUDGED = (
    ("yes", mark("Yes, this helped")),
    ("partly", mark("It helped a little")),
    ("no", mark("No, this did not help")),
)
SAID_HELPED = {
    "yes": mark("You said that this helped."),
    "partly": mark("You said that this helped a little."),
    "no": mark("You said that this did not help. We have told {name}."),
}


def closed_lines(
    language: Language, request: Request, *, outcome: str, words: str, told: str
) -> list[Line]:
    """What was done, in the worker's own words too, and whether it helped; `told` is a name."""
    lines = [plain(language.say(mark("This is closed.")))]
    if outcome in OUTCOMES:
        lines.append(plain(language.say(OUTCOMES[outcome])))
    if outcome == JOINED:
        same = mark("It is about the same as {reference}. We go on there.")
        return [*lines, plain(language.say(same, reference=words))]
    if words:
        lines.append(quote(words))
    if request.helped:
        said = language.say(SAID_HELPED[request.helped], name=told)
        lines.append(plain(said))
    else:
        lines.append(plain(language.say(mark("Did this help?"))))
    return lines


def judged_rows(language: Language, request: Request) -> list[tuple[Button, ...]]:
    """The answers to *Did this help?*, as long as there is none, and the way to open it anew."""
    if request.open:
        return []
    key = request.id.hex
    judged = [] if request.helped else JUDGED
    rows = [(button(language.say(label), "helped", key, answer),) for answer, label in judged]
    return [*rows, unsettled_row(language, request)]


def unsettled_row(language: Language, request: Request) -> tuple[Button, ...]:
    """*It is not settled*: raised anew, and paged if it was urgent."""
    return (button(language.say(mark("It is not settled")), "unsettled", request.id.hex),)
