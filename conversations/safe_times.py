"""*Safe times*: whether and when this chat may say first that something is new (practice 23)."""

from collections.abc import Iterable, Mapping

from conversations.help_card import help_button
from conversations.questions.several import TICK
from conversations.screen import Button, Push, Screen, button, plain, title
from fostering.people import Standing
from fostering.safe_choices import Days, HowOften, PartOfDay, SafeTimes
from locales import Language, mark, mark_for

SAFE_TIMES = mark_for("young_person", "Safe times")
ANSWERS_ON, ANSWERS_OFF = "answers_on", "answers_off"
SURE = "sure"
NEWS = mark_for("young_person", "There is something new for you. Open it when it is safe.")
ANSWERS: Mapping[str, str] = {
    ANSWERS_OFF: mark_for("young_person", "Don't write about answers"),
    ANSWERS_ON: mark_for("young_person", "Write when there is an answer"),
}
PARTS: Mapping[str, str] = {
    PartOfDay.MORNING: mark_for("young_person", "In the morning"),
    PartOfDay.AFTER_SCHOOL: mark_for("young_person", "After school"),
    PartOfDay.EVENING: mark_for("young_person", "In the evening"),
}
DAYS: Mapping[str, str] = {
    Days.EVERY_DAY: mark_for("young_person", "Every day"),
    Days.WEEKDAYS: mark_for("young_person", "Monday to Friday"),
    Days.WEEKENDS: mark_for("young_person", "Saturday and Sunday"),
}
ASKED: Mapping[str, str] = {
    HowOften.NEVER: mark_for("young_person", "Never ask how things are"),
    HowOften.WEEKLY: mark_for("young_person", "Ask me each week"),
    HowOften.MONTHLY: mark_for("young_person", "Ask me each month"),
    HowOften.OCCASIONS: mark_for("young_person", "Ask before a review or a move"),
}
NEVER = mark_for("young_person", "We never write to you first. You look when it is safe to look.")
ONE_MESSAGE = mark_for(
    "young_person",
    "We write one short message at the time you choose. It says only: “{words}”",
)
NOT_SAFE_NOW = mark_for(
    "young_person", "If we miss that time, we wait for the next one. Nothing comes at night."
)
AND_OCCASIONS = mark_for(
    "young_person",
    "Before your care review, and before and after a planned move, we ask too. The message is the "
    "same, and the day is not fixed.",
)
CAN_CHANGE = mark_for("young_person", "You can change this at any time.")


def chosen_words(language: Language, times: SafeTimes) -> str:
    """What they chose, as one list, in the words of the buttons."""
    answers = ANSWERS[ANSWERS_ON if times.answers else ANSWERS_OFF]
    chosen = (answers, ASKED[times.how_often], PARTS[times.part], DAYS[times.days])
    return language.items([language.say(each) for each in chosen])


def safe_times_screen(language: Language, times: SafeTimes) -> Screen:
    """What they chose, ticked, and all that can be chosen; times only where something is said."""
    say = language.say
    lines = [title(say(SAFE_TIMES))]
    rows = [
        *_ticked(language, ANSWERS, ANSWERS_ON if times.answers else ANSWERS_OFF),
        *_ticked(language, ASKED, times.how_often),
    ]
    if times.on:
        lines += [plain(say(ONE_MESSAGE, words=say(NEWS))), plain(say(NOT_SAFE_NOW))]
        rows += [*_ticked(language, PARTS, times.part), *_ticked(language, DAYS, times.days)]
        if times.how_often is not HowOften.NEVER:
            lines.append(plain(say(AND_OCCASIONS)))
    else:
        lines.append(plain(say(NEVER)))
    lines.append(plain(say(CAN_CHANGE)))
    rows += [
        (button(say(mark_for("young_person", "Who uses this phone")), "phoneuse"),),
        *_ends(language),
    ]
    return Screen(language=language.tag, lines=tuple(lines), rows=tuple(rows))


def sure_screen(language: Language, choice: str) -> Screen:
    """Somebody else may read this phone: asked once more before anything is said first."""
    say = language.say
    asked = mark_for("young_person", "Somebody else may read this phone. Still write to you here?")
    return Screen(
        language=language.tag,
        lines=(title(say(asked)), plain(say(ONE_MESSAGE, words=say(NEWS)))),
        rows=(
            (button(say(mark_for("young_person", "Yes, write to me here")), "safe", choice, SURE),),
            (button(say(mark_for("young_person", "No, don't")), "safe"),),
            *_ends(language),
        ),
    )


def something_new(language: Language) -> Screen:
    """The one message, whatever it is about; it leads to the first screen."""
    say = language.say
    return Screen(
        language=language.tag,
        lines=(plain(say(NEWS)),),
        rows=(
            (button(say(mark_for("young_person", "Open")), "home"),),
            (button(say(mark("Hide this")), "hide"),),
        ),
        push=Push.MESSAGE,
        fresh=True,
    )


def _ticked(
    language: Language, labels: Mapping[str, str], chosen: str
) -> Iterable[tuple[Button, ...]]:
    """One button for each choice; what is chosen carries a tick."""
    for value, label in labels.items():
        words = language.say(label)
        yield (button(f"{TICK}{words}" if value == chosen else words, "safe", value),)


def _ends(language: Language) -> tuple[tuple[Button, ...], ...]:
    say = language.say
    return (
        (button(say(mark("Back to the start")), "home"),),
        (help_button(language, Standing.YOUNG_PERSON),),
        (button(say(mark("Hide this")), "hide"),),
    )
