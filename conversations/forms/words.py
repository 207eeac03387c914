"""Words to an open request: adding to it, correcting it, and a worker's reply."""

from conversations.duty_replies import offered, says_own
from conversations.form import Form
from conversations.questions import Choice, Text
from fostering.people import Standing
from locales import mark

INITIALS = mark("Use initials, not names or addresses.")

ADD_WORDS = Form(
    key="add_words",
    version=1,
    audience=Standing.CARER,
    title=mark("Add something"),
    questions=(
        Text(
            key="words",
            text=mark("What do you want to add?"),
            hint=INITIALS,
            short=mark("Your words"),
        ),
    ),
    about_request=True,
)

CORRECTION = Form(
    key="correction",
    version=1,
    audience=Standing.CARER,
    title=mark("Correct a mistake"),
    questions=(
        Text(
            key="words",
            text=mark("What was wrong, and what is right?"),
            hint=mark("What you sent before stays as it was. This is put beside it."),
            short=mark("What is right"),
        ),
    ),
    about_request=True,
)

STAFF_REPLY = Form(
    key="staff_reply",
    version=2,
    audience=Standing.STAFF,
    title=mark("Reply"),
    questions=(
        Choice(
            key="reply",
            text=mark("What do you want to tell them?"),
            hint=mark("They read it in their own language. You see it whole before you send it."),
            short=mark("Your reply"),
            options=offered,
        ),
        Text(
            key="words",
            text=mark("Write it in your own words."),
            hint=mark(
                "They read it in this chat. Don't ask what happened: say when you will ring. "
                "Use initials, not names or addresses."
            ),
            short=mark("Your words"),
            when=says_own,
        ),
    ),
    nudges=False,
    about_request=True,
)
