"""The switch for a private process: the question, the line on the page, and why it ends."""

from conversations.screen import Button, Line, Push, Screen, button, plain, title
from fostering.requests import Request
from locales import Language, mark

FROZEN = mark("Your service will phone you.")
IS_PRIVATE = mark(
    "A private process since {moment}. Only managers see it. The carer reads “Your service will "
    "phone you”."
)
ENDS = {
    "over": mark("It is over"),
    "not_needed": mark("It need not be private"),
    "by_mistake": mark("It was pressed by mistake"),
}


def private_lines(language: Language, request: Request) -> list[Line]:
    """On the page of whoever may see it."""
    if request.private_since is None:
        return []
    moment = language.moment(request.private_since)
    return [plain(language.say(IS_PRIVATE, moment=moment))]


def private_rows(language: Language, request: Request) -> list[tuple[Button, ...]]:
    """The switch, for whoever may press it."""
    key = request.id.hex
    if request.private:
        return [(button(language.say(mark("End the private process")), "privateend", key),)]
    return [(button(language.say(mark("This is a private process")), "private", key),)]


def start_question(language: Language, request: Request) -> Screen:
    """Asked once more: it goes out of everybody's sight."""
    asked = mark("{reference}: is this a private process?")
    lines = (
        title(language.say(asked, reference=request.reference)),
        plain(
            language.say(
                mark(
                    "Only managers see it then. You have it. It is on no list and in no count, and "
                    "no reminder comes."
                )
            )
        ),
        plain(language.say(mark("The carer reads only “Your service will phone you”. Ring them."))),
    )
    yes = button(language.say(mark("Yes, make it private")), "privateyes", request.id.hex)
    return _asked(language, request, lines, (yes,))


def end_question(language: Language, request: Request) -> Screen:
    """Why it ends; from then on it is seen as any other."""
    asked = mark("{reference}: why does the private process end?")
    seen = mark("After that its workers see it again, and the carer reads how it stands.")
    lines = (
        title(language.say(asked, reference=request.reference)),
        plain(language.say(seen)),
    )
    key = request.id.hex
    reasons = (button(language.say(words), "privateno", key, code) for code, words in ENDS.items())
    return _asked(language, request, lines, tuple(reasons))


def _asked(
    language: Language, request: Request, lines: tuple[Line, ...], answers: tuple[Button, ...]
) -> Screen:
    back = button(language.say(mark("No, go back")), "req", request.id.hex)
    home = button(language.say(mark("Back to your desk")), "home")
    return Screen(
        language=language.tag,
        lines=lines,
        rows=tuple((each,) for each in (*answers, back, home)),
        push=Push.PAGE,
    )
