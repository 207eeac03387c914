"""Reminders in doubt: what a worker reads of one, and what whoever is told again reads first."""

from collections.abc import Sequence

from conversations.screen import BLANK, Button, Line, Push, Screen, button, plain, quiet, title
from fostering.doubts import Doubt
from locales import Language, mark

TITLE = mark("Did it come through?")
NOBODY_KNOWS = mark("Nobody knows whether this reminder came through. It is sent only once.")
FOR = mark("For: {name}")
ABOUT = mark("About: {what}")
TRIED = mark("Tried: {moment}")
MORE = mark("More of them: {count}")
WORDS_GONE = mark("Its words are not kept any more. Ring them.")
NONE_LEFT = mark("No reminder is in doubt.")
HAD_ALREADY = mark("You may have had this already. It was written {moment}.")
TOLD_AGAIN = mark("It is told again.")
NOTED = mark("Noted. It is not told again.")

WHAT = {
    "nudge": mark("answers that are not sent"),
    "supervision": mark("their supervision"),
    "annual_review": mark("their annual review"),
    "start": mark("a placement that begins"),
    "home_check": mark("whether anything changed at home"),
    "filing": mark("what is not in the case file yet"),
}
SOMETHING_ELSE = mark("something else")


def count_button(language: Language, count: int) -> Button:
    """The way there from the first screen; shown only while there is one."""
    return button(language.say(mark("Reminders in doubt ({count})"), count=str(count)), "doubts")


def doubt_screen(language: Language, doubt: Doubt, name: str, *, after: Sequence[Doubt]) -> Screen:
    """One reminder in doubt; `after` are those that come after it. Never what it said."""
    what = language.say(WHAT.get(doubt.about, SOMETHING_ELSE))
    lines: list[Line] = [
        title(language.say(TITLE)),
        plain(language.say(NOBODY_KNOWS)),
        BLANK,
        plain(language.say(FOR, name=name)),
        plain(language.say(ABOUT, what=what)),
        plain(language.say(TRIED, moment=language.moment(doubt.at))),
    ]
    if not doubt.kept:
        lines.append(plain(language.say(WORDS_GONE)))
    if after:
        lines.append(quiet(language.say(MORE, count=str(len(after)))))
    key = doubt.id.hex
    rows: list[tuple[Button, ...]] = []
    if doubt.kept:
        rows.append((button(language.say(mark("Tell them again")), "doubtagain", key),))
    rows.append((button(language.say(mark("They know")), "doubtknow", key),))
    if after:
        rows.append((button(language.say(mark("The next one")), "doubts", after[0].id.hex),))
    return _screen(language, lines, rows)


def none_left(language: Language) -> Screen:
    """There is none, or no more."""
    return _screen(language, [plain(language.say(NONE_LEFT))], [])


def told_again(language: Language, doubt: Doubt, said: Screen) -> Screen:
    """What was in doubt, as it was written, after a line that says so."""
    first = quiet(language.say(HAD_ALREADY, moment=language.moment(doubt.at)))
    return Screen(
        language=said.language,
        lines=(first, *said.lines),
        rows=said.rows,
        file=said.file,
        push=said.push,
        fresh=True,
    )


def _screen(
    language: Language, lines: Sequence[Line], rows: Sequence[tuple[Button, ...]]
) -> Screen:
    home = (button(language.say(mark("Back to your desk")), "home"),)
    return Screen(language=language.tag, lines=tuple(lines), rows=(*rows, home), push=Push.NONE)
