"""A young person asks for somebody on their side: buttons only, and never the story (practice 17).

Words to each other come later, if they want to be reached in this chat.
"""

from dataclasses import replace

from conversations.facts import Facts
from conversations.form import Form
from conversations.forms.own_words import OWN_WORDS
from conversations.questions import (
    Answers,
    Choice,
    Option,
    Several,
    Telephone,
    Text,
    YesNo,
)
from fostering.people import Standing
from locales import mark, mark_for

KEY = "advocacy"
HERE = "here"
ADVOCATE, VISITOR = "advocate", "visitor"
BY_PHONE = ("call", "text")

WHO_KNOWS = mark_for(
    "young_person",
    "If you send this, {provider} gets your name and these answers. Nobody at your fostering "
    "service sees them here, and it is in none of their lists. The people you live with are not "
    "told here.",
)
HARM = mark_for(
    "young_person",
    "If someone could get badly hurt, they may have to tell someone. They try to tell you first.",
)


def who_knows(answers: Answers, facts: Facts) -> tuple[str, ...]:
    """Who will know, translated: the provider alone (practice 17)."""
    provider = facts.policy.advocacy_provider
    if provider is None:
        return ()
    known = facts.language.say(WHO_KNOWS, provider=provider.name)
    by_letter = (facts.language.say(BY_LETTER),) if facts.side_by_letter else ()
    return (known, *by_letter, facts.language.say(HARM))


WAYS = (
    Option(value=HERE, label=mark_for("young_person", "Here in this chat")),
    Option(value="call", label=mark_for("young_person", "Ring me")),
    Option(value="text", label=mark_for("young_person", "Text me")),
    Option(value="email", label=mark_for("young_person", "E-mail me")),
)
BY_LETTER = mark_for(
    "young_person",
    "They are not on this chat, so we send them an e-mail. It does not say who you are. It has a "
    "link that opens once.",
)


def ways(answers: Answers, facts: Facts) -> tuple[Option, ...]:
    """How they may be reached; not in this chat where the provider has none."""
    return WAYS[1:] if facts.side_by_letter else WAYS


def wants_advocate(answers: Answers, facts: Facts) -> bool:
    """A visitor helps with nothing: they visit."""
    return answers.get("wants") == ADVOCATE


def by_phone(answers: Answers, facts: Facts) -> bool:
    """A number is asked where they want to be rung or sent a text."""
    return answers.get("reach") in BY_PHONE


ADVOCACY = Form(
    key=KEY,
    version=1,
    audience=Standing.YOUNG_PERSON,
    title=mark_for("young_person", "Get someone on my side"),
    intro=(
        mark_for(
            "young_person",
            "An advocate helps you to be heard. A visitor spends time with you. They do not work "
            "for your social worker or your carers. It is free.",
        ),
    ),
    questions=(
        Choice(
            key="wants",
            text=mark_for("young_person", "Who would you like?"),
            short=mark_for("young_person", "You would like"),
            options=(
                Option(value=ADVOCATE, label=mark_for("young_person", "An advocate")),
                Option(value=VISITOR, label=mark_for("young_person", "A friendly visitor")),
            ),
        ),
        Several(
            key="help_with",
            text=mark_for("young_person", "What should they help you with?"),
            hint=mark_for("young_person", "You don't have to say why."),
            short=mark_for("young_person", "Help with"),
            options=(
                Option(value="say", label=mark_for("young_person", "To say what I want")),
                Option(value="complaint", label=mark_for("young_person", "Something is not fair")),
                Option(value="meeting", label=mark_for("young_person", "A meeting about me")),
                Option(value="decision", label=mark_for("young_person", "A decision about me")),
                Option(value="none", label=mark_for("young_person", "I don't want to say")),
            ),
            when=wants_advocate,
        ),
        Choice(
            key="reach",
            text=mark_for("young_person", "How is it safe to get in touch with you?"),
            short=mark_for("young_person", "Get in touch"),
            options=ways,
        ),
        Telephone(
            key="ring_back",
            text=mark_for("young_person", "Which number is safe?"),
            hint=mark_for("young_person", "Type a number that only you answer."),
            short=mark_for("young_person", "Safe number"),
            own=mark_for("young_person", "The number you have for me"),
            when=by_phone,
        ),
        Text(
            key="email",
            text=mark_for("young_person", "Which e-mail address is safe?"),
            hint=mark_for("young_person", "Type one that only you read."),
            short=mark_for("young_person", "Safe e-mail"),
            plain=True,
            longest=120,
            when=lambda answers, facts: answers.get("reach") == "email",
        ),
        YesNo(
            key="message",
            text=mark_for("young_person", "If you don't answer, may they leave a message?"),
            short=mark_for("young_person", "Leave a message"),
            when=lambda answers, facts: answers.get("reach") == "call",
        ),
        Several(
            key="times",
            text=mark_for("young_person", "When is it safe?"),
            hint=mark_for("young_person", "Tick all the times that are safe."),
            short=mark_for("young_person", "Safe times"),
            options=(
                Option(value="school", label=mark_for("young_person", "In the daytime")),
                Option(value="after", label=mark_for("young_person", "After school")),
                Option(value="evening", label=mark_for("young_person", "In the evening")),
                Option(value="weekend", label=mark_for("young_person", "At the weekend")),
            ),
        ),
        Choice(
            key="meet",
            text=mark_for("young_person", "If you meet, where is it safe?"),
            short=mark_for("young_person", "Safe place to meet"),
            options=(
                Option(value="school", label=mark_for("young_person", "At school or college")),
                Option(value="outside", label=mark_for("young_person", "Somewhere else outside")),
                Option(value="home", label=mark_for("young_person", "Where I live")),
                Option(value="no", label=mark_for("young_person", "I don't want to meet")),
            ),
        ),
        Choice(
            key="spoken",
            text=mark_for("young_person", "Which language do you want to talk in?"),
            short=mark_for("young_person", "Language to talk in"),
            options=(
                Option(value="here", label=mark_for("young_person", "The one we use here")),
                Option(value="other", label=mark_for("young_person", "Another language")),
            ),
        ),
        Choice(
            key="who",
            text=mark_for("young_person", "Does it matter who comes?"),
            short=mark_for("young_person", "Who comes"),
            optional=True,
            options=(
                Option(value="any", label=mark_for("young_person", "It doesn't matter")),
                Option(value="woman", label=mark_for("young_person", "A woman")),
                Option(value="man", label=mark_for("young_person", "A man")),
            ),
        ),
    ),
    send=mark_for("young_person", "Yes, pass this on"),
    readers=who_knows,
    nudges=False,
)

TO_ADVOCATE = replace(OWN_WORDS, key="to_advocate")
"""The same question, put to somebody who does not work for the service."""

FROM_ADVOCATE = Form(
    key="from_advocate",
    version=1,
    audience=Standing.ADVOCATE,
    title=mark("Write to them"),
    questions=(
        Text(
            key="words",
            text=mark("What do you want to tell them?"),
            hint=mark(
                "They read it in this chat, and somebody may look over their shoulder. "
                "Don't write what it is about."
            ),
            short=mark("Your words"),
        ),
    ),
    nudges=False,
    about_request=True,
)
