"""Whose chat it is: what a worker is asked, and what a young person is asked about their phone."""

from conversations.help_card import help_button
from conversations.screen import Push, Screen, button, plain, title
from fostering.people import Standing
from fostering.phone_use import PhoneUse
from locales import Language, mark, mark_for

THAT_IS_THEM = mark("Yes, that is them")
NOT_THEM = mark("No, that is not them")
USES = {
    PhoneUse.OWN: mark_for("young_person", "No, only me"),
    PhoneUse.SHARED: mark_for("young_person", "Yes, or they look at it"),
    PhoneUse.UNSURE: mark_for("young_person", "I'm not sure"),
}


def is_it_them(language: Language, name: str, key: str, *, overdue: bool) -> Screen:
    """Asks a worker whose chat it is; `key` is the young person as a button carries them."""
    told = (
        mark("Nobody has said yet that this chat is really theirs: {name}.")
        if overdue
        else mark("{name} has joined a chat with us.")
    )
    how = mark(
        "Ask them face to face, or ring a number that you know. "
        "Do not ask through the people they live with."
    )
    return Screen(
        language=language.tag,
        lines=(
            title(language.say(mark("Is it really them?"))),
            plain(language.say(told, name=name)),
            plain(language.say(how)),
        ),
        rows=(
            (button(language.say(THAT_IS_THEM), "themyes", key),),
            (button(language.say(NOT_THEM), "themno", key),),
            (button(language.say(mark("Back to your desk")), "home"),),
        ),
        push=Push.PAGE,
    )


def not_them_question(language: Language, name: str, key: str) -> Screen:
    """*That is not them*, asked once more: a young person's way to help is cut off by it."""
    return Screen(
        language=language.tag,
        lines=(
            title(language.say(mark("Cut off this chat of {name}?"), name=name)),
            plain(
                language.say(
                    mark(
                        "Whoever holds that phone can ask for nothing here any more. "
                        "Hand over a new code in person, and ring them about who has the phone."
                    )
                )
            ),
        ),
        rows=(
            (button(language.say(mark("Yes, cut it off")), "themcut", key),),
            (button(language.say(mark("No")), "home"),),
        ),
        push=Push.PAGE,
    )


def who_uses_this_phone(language: Language) -> Screen:
    """The first question to a young person: does anyone else use this phone (practice 24)?"""
    say = language.say
    return Screen(
        language=language.tag,
        lines=(
            title(say(mark_for("young_person", "Does anyone else use this phone?"))),
            plain(
                say(
                    mark_for(
                        "young_person",
                        "Or could they pick it up and read it? Your answer helps us to be careful.",
                    )
                )
            ),
        ),
        rows=(
            *((button(say(label), "phoneuse", use.value),) for use, label in USES.items()),
            (help_button(language, Standing.YOUNG_PERSON),),
            (button(say(mark("Hide this")), "hide"),),
        ),
        push=Push.NONE,
    )


def be_careful(language: Language) -> Screen:
    """What helps where somebody else may look at the phone."""
    say = language.say
    lines = (
        mark_for("young_person", "Thank you. Then do this each time:"),
        mark_for("young_person", "1. Press “Hide this” when you stop. It clears what it can."),
        mark_for(
            "young_person",
            "2. In Telegram, turn off message previews and lock the app with a code.",
        ),
        mark_for(
            "young_person",
            "3. If it is not safe to write here, ring. Or ask your worker for another way.",
        ),
        mark_for("young_person", "We don't write first unless you ask for help or an answer."),
    )
    return Screen(
        language=language.tag,
        lines=tuple(plain(say(line)) for line in lines),
        rows=(
            (button(say(mark("Back to the start")), "home"),),
            (help_button(language, Standing.YOUNG_PERSON),),
            (button(say(mark("Hide this")), "hide"),),
        ),
        push=Push.NONE,
    )
