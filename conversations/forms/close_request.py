"""A worker closes a request: one outcome, which the person sees, and perhaps a sentence."""

from conversations.closed_card import OUTCOMES
from conversations.facts import Facts
from conversations.form import Form
from conversations.forms.shared_questions import answers_of
from conversations.questions import Answers, Choice, Text
from fostering.people import Standing
from fostering.requests import DECLINED
from locales import mark


def said_no(answers: Answers, facts: Facts) -> bool:
    """Staff say no: then the reason is not left out."""
    return answers.get("outcome") == DECLINED


def said_yes(answers: Answers, facts: Facts) -> bool:
    """Everything else may be closed with a sentence or without."""
    return not said_no(answers, facts)


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
        Choice(
            key="form_sent",
            text=mark("Have you sent them the written notice form?"),
            short=mark("Written notice form"),
            options=answers_of({"yes": mark("Form sent"), "no": mark("Not sent")}),
            when=lambda answers, facts: facts.form_owed,
        ),
        Text(
            key="words",
            text=mark("What do you want to tell the person?"),
            hint=mark("One plain sentence. They read it in this chat."),
            short=mark("Your sentence"),
            optional=True,
            when=said_yes,
        ),
        Text(
            key="reason",
            text=mark("Why not?"),
            hint=mark("They read it in this chat. Say what they can do instead."),
            short=mark("Why not"),
            when=said_no,
        ),
    ),
    nudges=False,
    about_request=True,
)
