"""The screens in the chat around a one-time link: the link itself, or that there is no page."""

from conversations.screen import Button, Press, Push, Screen, plain, quiet, title
from locales import Language, mark, mark_many


def once_screen(
    language: Language, name: str, back: Press, address: str, minutes: int, said: str = ""
) -> Screen:
    """The screen with the link; `name` is what it opens, marked; `address` is the link's own.

    `said`, translated already, stands before it: how many there are, never who.
    """
    opens = mark_many(
        "This opens once, within {count} minute, outside this chat.",
        "This opens once, within {count} minutes, outside this chat.",
    )
    label = mark_many("Open once ({count} minute)", "Open once ({count} minutes)")
    return Screen(
        language=language.tag,
        lines=(
            title(language.say(name)),
            *((plain(said),) if said else ()),
            plain(language.say_many(*opens, minutes)),
            quiet(language.say(mark("That you read it is recorded."))),
        ),
        rows=(
            (Button(label=language.say_many(*label, minutes), address=address),),
            (Button(label=language.say(mark("Back")), press=back),),
        ),
        push=Push.PAGE,
    )


def over_screen(language: Language, back: Press) -> Screen:
    """What stands where a link stood that has run out."""
    return Screen(
        language=language.tag,
        lines=(plain(language.say(mark("The link that stood here has run out."))),),
        rows=((Button(label=language.say(mark("Back")), press=back),),),
        push=Push.NONE,
    )


def no_page_screen(language: Language, name: str, back: Press, said: str = "") -> Screen:
    """The same screen where the service has no page of its own: nothing is given away."""
    return Screen(
        language=language.tag,
        lines=(
            title(language.say(name)),
            *((plain(said),) if said else ()),
            plain(
                language.say(
                    mark(
                        "Your service has no page of its own, and names and numbers are never "
                        "shown in this chat. Look in your own system, or ring your manager."
                    )
                )
            ),
        ),
        rows=((Button(label=language.say(mark("Back")), press=back),),),
        push=Push.PAGE,
    )
