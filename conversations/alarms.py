"""Alarms: what whoever runs the service is told when something no longer holds; no name in it."""

from collections.abc import Sequence

from conversations.screen import BLANK, Line, Push, Screen, plain, quiet, title
from fostering.audit import Finding, Trouble
from locales import Language, mark

TITLE = mark("The program of the service needs you")
OVER = mark("This is over:")
SINCE = mark("{what} Found {moment}.")
CHECK = mark(
    "Look at its log. Until it is over, people may not be told what they should be: "
    "let the on-call team know that they have to be rung."
)
AGAIN = mark("You are told again each hour while it lasts, and once when it is over.")

WORDS = {
    Finding.DEAF: mark("Nothing has been heard from Telegram: what people send does not arrive."),
    Finding.NOBODY_SENDS: mark("No copy of the program is sending: nothing goes out."),
    Finding.CLOCK_STANDS: mark("The clock of the program stands still: nobody is paged by it."),
    Finding.URGENT_OVERDUE: mark("An urgent request should have gone to the next person."),
    Finding.URGENT_FORGOTTEN: mark("An urgent request has no next step at all."),
    Finding.PAGE_STUCK: mark("A page waits and has not gone out."),
    Finding.UPDATE_WAITS: mark("Something that was sent to us waits and is not decided."),
    Finding.UPDATE_PARKED: mark(
        "Something that was sent to us within the last hour could not be read. The on-call team "
        "was told."
    ),
    Finding.MATTER_FAILS: mark("Something that is due fails again and again."),
    Finding.MATTER_OVERDUE: mark("Something that was due has not been done."),
    Finding.MESSAGE_STUCK: mark("Messages wait and have not gone out."),
    Finding.TEST_UNANSWERED: mark(
        "A paging test was not answered in time: a page may not reach who is on call."
    ),
    Finding.REMINDER_STUCK: mark("Reminders wait and have not gone out."),
    Finding.TIME_STEPPED: mark("This machine's clock was set back."),
    Finding.BLOCKED: mark("The program stood still for some seconds."),
    Finding.ON_HOLD: mark(
        "The program is on hold: nobody is paged and nothing is answered until it is released."
    ),
}
"""One plain sentence for each."""


def alarm_screen(language: Language, troubles: Sequence[Trouble]) -> Screen:
    """What stands now, each with the moment it was found."""
    return _screen(
        language,
        title(language.say(TITLE)),
        *(plain(line) for line in alarm_lines(language, troubles)),
        BLANK,
        plain(language.say(CHECK)),
        quiet(language.say(AGAIN)),
    )


def over_screen(language: Language, troubles: Sequence[Trouble]) -> Screen:
    """What is over; said once."""
    return _screen(
        language,
        title(language.say(OVER)),
        *(plain(line) for line in alarm_lines(language, troubles)),
    )


def alarm_lines(language: Language, troubles: Sequence[Trouble]) -> list[str]:
    """One sentence for each, translated."""
    return [
        language.say(SINCE, what=language.say(WORDS[t.finding]), moment=language.moment(t.since))
        for t in troubles
    ]


def _screen(language: Language, *lines: Line) -> Screen:
    return Screen(language=language.tag, lines=lines, push=Push.NONE)
