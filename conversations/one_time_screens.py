"""The screens in the chat around a one-time link: the link itself, or that there is no page."""

from conversations.screen import Button, Push, Screen, button, plain, quiet, title
from conversations.who_is_this import WHO
from locales import Language, mark, mark_many


def once_screen(language: Language, key: str, address: str, minutes: int) -> Screen:
    """The screen with the link; `key` names the request, `address` is the link's own."""
    opens = mark_many(
        "This opens once, within {count} minute, outside this chat.",
        "This opens once, within {count} minutes, outside this chat.",
    )
    label = mark_many("Open once ({count} minute)", "Open once ({count} minutes)")
    return Screen(
        language=language.tag,
        lines=(
            title(language.say(WHO)),
            plain(language.say_many(*opens, minutes)),
            quiet(language.say(mark("That you read it is recorded."))),
        ),
        rows=(
            (Button(label=language.say_many(*label, minutes), address=address),),
            (button(language.say(mark("Back")), "req", key),),
        ),
        push=Push.PAGE,
    )


def no_page_screen(language: Language, key: str) -> Screen:
    """The same screen where the service has no page of its own: nothing is given away."""
    return Screen(
        language=language.tag,
        lines=(
            title(language.say(WHO)),
            plain(
                language.say(
                    mark(
                        "Your service has no page of its own, and names and numbers are never "
                        "shown in this chat. Look in your own system, or ring your manager."
                    )
                )
            ),
        ),
        rows=((button(language.say(mark("Back")), "req", key),),),
        push=Push.PAGE,
    )
