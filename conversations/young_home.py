"""A young person's first screen: neutral, and in the order that practice gives it."""

from collections.abc import Sequence

from conversations.check_in import SAY, WHAT_HAPPENED
from conversations.delegated_authority import WHAT_CAN_I_DECIDE
from conversations.help_card import help_button, help_lines
from conversations.occasions import GOOD_TIME
from conversations.screen import Button, Screen, button, plain
from conversations.who_sees import WHO_SEES
from fostering.check_in import ASK
from fostering.people import Standing
from locales import Language, mark, mark_for


def young_person_home(
    language: Language,
    *,
    views: bool = False,
    asked: bool = False,
    said: bool = False,
    first: bool = False,
    good_time: bool = False,
    drafts: Sequence[str] = (),
) -> Screen:
    """A young person's first screen: neutral, with the two doors that are always there.

    `views`: what they say besides is offered (practice 23). `asked`: somebody is named who answers
    them; `said`: they have said how things are; `first`: this chat may say first that something is
    new; `good_time`: they were asked how things are, whatever came of it. `drafts` are the tags of
    answers not yet sent; the button does not say what they are about.
    """
    lines = (
        plain(language.say(mark_for("young_person", "Hi. In danger: 999."))),
        *help_lines(language, ("childline",)),
        plain(language.say(mark_for("young_person", "Nobody reads this all the time."))),
        plain(language.say(mark_for("young_person", "You choose who sees what you send."))),
        *((plain(language.say(GOOD_TIME)),) if good_time and asked else ()),
    )
    rows = (
        (help_button(language, Standing.YOUNG_PERSON),),
        (button(language.say(mark_for("young_person", "Who can help me?")), "who"),),
        *((button(language.say(mark("Carry on")), "resume", tag),) for tag in drafts),
        *([(button(language.say(SAY), "open", "check_in"),)] if asked else []),
        *(_on_my_side(language, asked=asked) if views else ()),
        *([(button(language.say(WHAT_HAPPENED), "said"),)] if asked or said else []),
        (button(language.say(WHAT_CAN_I_DECIDE), "ownsay"),),
        (
            button(language.say(WHO_SEES), "whosees")
            if asked or first
            else button(language.say(mark("Language")), "lang"),
        ),
        (button(language.say(mark("Hide this")), "hide"),),
    )
    return Screen(language=language.tag, lines=lines, rows=rows)


def _on_my_side(language: Language, *, asked: bool) -> tuple[tuple[Button, ...], ...]:
    """Somebody who does not work for the service, what they wish for, and what is not fair."""
    side = language.say(mark_for("young_person", "Get someone on my side"))
    unfair = language.say(mark_for("young_person", "Something is not fair"))
    wish = language.say(mark_for("young_person", "Ask for something or a visit"))
    wishes = ((button(wish, "open", ASK),),) if asked else ()
    return (button(side, "side"),), *wishes, (button(unfair, "unfair"),)
