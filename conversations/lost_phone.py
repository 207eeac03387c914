"""Cutting a lost phone off: asked once more, with what it does and what it cannot do."""

from collections.abc import Sequence

from conversations.help_card import help_button
from conversations.screen import Push, Screen, button, plain, title
from fostering.people import Standing
from locales import Language, mark


def cut_off_question(language: Language, name: str, key: str) -> Screen:
    """*Cut off this phone?*; `key` is the person as a button carries them."""
    yes, no = mark("Yes, cut it off"), mark("No")
    return Screen(
        language=language.tag,
        lines=(
            title(language.say(mark("Cut off {name}'s phone?"), name=name)),
            plain(language.say(mark("Their chat is cut off at once. They need a new code."))),
            plain(
                language.say(
                    mark(
                        "What was written there in the last two days is taken away. "
                        "What is older stays on that phone."
                    )
                )
            ),
        ),
        rows=(
            (button(language.say(yes), "unlink", key),),
            (button(language.say(no), "home"),),
        ),
        push=Push.NONE,
    )


def whose_phone(language: Language, others: Sequence[tuple[str, str]]) -> Screen:
    """An advocate chooses whose phone of the provider is lost: (name, key of the person)."""
    return Screen(
        language=language.tag,
        lines=(plain(language.say(mark("Whose phone is lost?"))),),
        rows=(
            *((button(name, "sidecut", key),) for name, key in others),
            (button(language.say(mark("Back to your desk")), "home"),),
            (help_button(language, Standing.ADVOCATE),),
        ),
        push=Push.NONE,
    )
