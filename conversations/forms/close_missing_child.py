"""A worker closes a missing child's request: only when the child is back (practice 11)."""

from conversations.closed_card import SEEN_BY
from conversations.facts import Facts
from conversations.form import Form
from conversations.forms.close_request import CLOSE_REQUEST
from conversations.forms.shared_questions import answers_of
from conversations.questions import Answers, Choice
from fostering.people import Standing
from fostering.requests import MISTAKE
from locales import mark


def was_missing(answers: Answers, facts: Facts) -> bool:
    """Unless the carer pressed it by mistake, as a worker has checked with them."""
    return answers.get("outcome") != MISTAKE


def is_back(answers: Answers, facts: Facts) -> bool:
    """What is asked once the child is back."""
    return was_missing(answers, facts) and answers.get("back") == "yes"


OUTCOME, *WORDS = CLOSE_REQUEST.questions

CLOSE_MISSING_CHILD = Form(
    key="close_missing_child",
    version=1,
    audience=Standing.STAFF,
    title=mark("Close with what was done"),
    questions=(
        OUTCOME,
        Choice(
            key="back",
            text=mark("Is the child back?"),
            hint=mark("If not, it stays open."),
            short=mark("Child back"),
            options=answers_of({"yes": mark("Yes"), "no": mark("No")}),
            when=was_missing,
        ),
        Choice(
            key="seen_by",
            text=mark("Seen by whom?"),
            short=mark("Seen by"),
            options=answers_of(SEEN_BY),
            when=is_back,
        ),
        Choice(
            key="told",
            text=mark("Do the police and the emergency duty team know?"),
            hint=mark("If not, tell them first. Until then it stays open."),
            short=mark("Police and duty team know"),
            options=answers_of({"yes": mark("Yes, both"), "no": mark("No, not both")}),
            when=is_back,
        ),
        *WORDS,
    ),
    nudges=False,
    about_request=True,
)
