"""*Who sees this, language*: whom a young person can choose, and the way to safe times."""

from collections.abc import Sequence

from conversations.help_card import help_button
from conversations.safe_times import SAFE_TIMES
from conversations.screen import Screen, button, plain, title
from fostering.people import Standing
from locales import Language, mark, mark_for

WHO_SEES = mark_for("young_person", "Who sees this, language")
CHOICE = mark_for("young_person", "You choose each time. You can choose: {people}.")
NOT_AT_HOME = mark_for(
    "young_person", "The people you live with will not see it here. We send them nothing."
)
NOT_FIRST = mark_for(
    "young_person",
    "We don't write to you first about what you said, unless you choose it in “Safe times”.",
)


def who_sees(language: Language, names: Sequence[str]) -> Screen:
    """The people who may be chosen, by name and part, and the way to what can be changed."""
    say = language.say
    return Screen(
        language=language.tag,
        lines=(
            title(say(WHO_SEES)),
            plain(say(CHOICE, people=language.items(names))),
            plain(say(NOT_AT_HOME)),
            plain(say(NOT_FIRST)),
        ),
        rows=(
            (button(say(SAFE_TIMES), "safe"),),
            (button(say(mark_for("young_person", "Who uses this phone")), "phoneuse"),),
            (button(say(mark("Language")), "lang"),),
            (button(say(mark("Back to the start")), "home"),),
            (help_button(language, Standing.YOUNG_PERSON),),
            (button(say(mark("Hide this")), "hide"),),
        ),
    )
