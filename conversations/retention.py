"""Retention: what managers read of those whose days are over. A number, never who."""

from datetime import datetime

from conversations.screen import Push, Screen, button, plain, quiet
from locales import Language, mark, mark_many

SOON = mark_many(
    "{count} record of somebody who has left is forgotten on {day} or soon after.",
    "{count} records of people who have left are forgotten on {day} or soon after.",
)
WAITING = mark_many(
    "{count} record has passed its days. It is still here.",
    "{count} records have passed their days. They are still here.",
)
FOR_EVER = mark("Nobody can read them afterwards. What your service must keep is in its own file.")
HOLD = mark(
    "If a court, an inquiry or a complaint may need one, have a legal hold placed before that day: "
    "then nothing of that person is forgotten until it is lifted."
)
ASK = mark(
    "Ask whoever runs Hearthline to look through them and forget them, or to place a legal hold."
)


def forgotten_soon(language: Language, count: int, day: datetime) -> Screen:
    """Seven days before: how many go, and what a hold does. `day` is an aware instant."""
    words = language.say_many(*SOON, count, day=language.day_of(day))
    return _screen(language, words, FOR_EVER, HOLD)


def waiting_to_be_forgotten(language: Language, count: int) -> Screen:
    """Once a week, where the service forgets person by person: how many wait, and what to do."""
    return _screen(language, language.say_many(*WAITING, count), ASK)


def _screen(language: Language, words: str, *more: str) -> Screen:
    return Screen(
        language=language.tag,
        lines=(plain(words), *(quiet(language.say(each)) for each in more)),
        rows=((button(language.say(mark("Back to your desk")), "home"),),),
        push=Push.MESSAGE,
    )
