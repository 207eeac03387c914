"""A manager answers a concern, or says why it takes longer; the person reads both."""

from conversations.form import Form
from conversations.questions import Choice, Option, Text
from fostering.people import Standing
from locales import mark

FOUND = {
    "upheld": mark("Yes, this was wrong"),
    "partly": mark("Partly: some of it was wrong"),
    "not_upheld": mark("No, we see it in another way"),
}
"""What was found, in words that the person reads as well."""

ANSWER_CONCERN = Form(
    key="answer_concern",
    version=1,
    audience=Standing.STAFF,
    title=mark("Answer this concern"),
    questions=(
        Choice(
            key="finding",
            text=mark("What did you find?"),
            short=mark("Found"),
            options=tuple(Option(value=value, label=label) for value, label in FOUND.items()),
        ),
        Text(
            key="words",
            text=mark("Why, and what will change by when?"),
            hint=mark("They read it in this chat. It ends this stage. Use initials, not names."),
            short=mark("Your answer"),
        ),
    ),
    nudges=False,
    about_request=True,
)

EXTEND_CONCERN = Form(
    key="extend_concern",
    version=1,
    audience=Standing.STAFF,
    title=mark("I need more time"),
    questions=(
        Text(
            key="words",
            text=mark("Why does it take longer?"),
            hint=mark("They read it in this chat, with the new day. This is possible once."),
            short=mark("Why"),
        ),
    ),
    nudges=False,
    about_request=True,
)
