"""Need my manager: what the owner reads while one is asked, and what the manager can press."""

from datetime import datetime

from conversations.clock_times import clock_time
from conversations.page_view import PageView
from conversations.screen import Button, Line, Push, Screen, button, plain, title
from conversations.who_has_it import NOT_PICKED_UP
from fostering.requests import Request
from locales import Language, mark

NEED = mark("Need my manager")
I_RING = mark("I've seen it: I'll ring you")
ASKED = mark("{names}: asked as manager at {time}.")
SEEN = mark("{name} has pressed at {time}: I've seen it, I'll ring you.")
NOBODY_LEFT = mark("No manager has told us that they have seen it. Ring one.")
ASKS_YOU = mark("{name} has this request and needs a manager. They keep it.")
NOW_SEEN = mark("{reference}: {name} has pressed: I've seen it, I'll ring you.")
ASKED_MORE = mark("{reference}: nobody has answered. Asked now: {names}.")
NONE_LEFT = mark("{reference}: no manager has told us that they have seen it. Ring one.")


def advice_lines(language: Language, request: Request, view: PageView, at: datetime) -> list[Line]:
    """On a worker's page: who needs a manager, who was asked when, and what they have pressed."""
    advice = request.advice
    if advice is None or not request.taken or advice.by != request.acknowledged_by:
        return []
    lines: list[Line] = []
    if view.advises:
        lines.append(title(language.say(ASKS_YOU, name=view.holder)))
    if advice.seen_by is not None and advice.seen_at is not None:
        time = clock_time(language, advice.seen_at, at)
        return [*lines, plain(language.say(SEEN, name=view.adviser, time=time))]
    time = clock_time(language, advice.asked_at, at)
    names = language.items(view.advisers)
    lines.append(plain(language.say(ASKED, names=names, time=time)))
    nobody = NOT_PICKED_UP if advice.next_at is not None else NOBODY_LEFT
    return [*lines, plain(language.say(nobody))]


def advice_rows(language: Language, request: Request, view: PageView) -> list[tuple[Button, ...]]:
    """What can be pressed about it: by who has it, and by a manager who was asked."""
    key = request.id.hex
    if view.advises:
        return [(button(language.say(I_RING), "mgrseen", key),)]
    if view.needs_manager:
        return [(button(language.say(NEED), "mgrask", key),)]
    return []


def advice_told(
    language: Language, request: Request, words: str, *, name: str = "", names: str = ""
) -> Screen:
    """To who has it, by a message of its own: what has come of the asking."""
    said = language.say(words, reference=request.reference, name=name, names=names)
    return Screen(
        language=language.tag,
        lines=(plain(said),),
        rows=(
            (button(language.say(mark("Open it")), "req", request.id.hex),),
            (button(language.say(mark("Back to your desk")), "home"),),
        ),
        push=Push.PAGE,
    )
