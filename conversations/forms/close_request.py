"""A worker closes a request: one outcome, which the person sees, and perhaps a sentence."""

from conversations.form import Form
from conversations.forms.shared_questions import answers_of
from conversations.questions import Choice, Text
from conversations.request_card import OUTCOMES
from fostering.people import Standing
from locales import mark

CLOSE_REQUEST = Form(
    key="close_request",
    version=1,
    audience=Standing.STAFF,
    title=mark("Close with what was done"),
    questions=(
        Choice(
            key="outcome",
            text=mark("What was done?"),
            short=mark("Done"),
            options=answers_of(OUTCOMES),
        ),
        Text(
            key="words",
            text=mark("What do you want to tell the person?"),
            hint=mark("One plain sentence. They read it in this chat."),
            short=mark("Your sentence"),
            optional=True,
        ),
    ),
    nudges=False,
    about_request=True,
)
