"""A carer tells that something has changed at home, or will.

The foster care agreement asks for notice of changes; which, and how soon, stands with each kind.
"""

from conversations.facts import Facts
from conversations.form import Form
from conversations.forms.kind_questions import (
    asks_of,
    by_phone_only,
    group_options,
    kind_options,
    written_about,
)
from conversations.forms.next_steps import DEPENDS, advice, readers_of
from conversations.forms.shared_questions import call_back_number, in_own_words, must_not_see
from conversations.forms.urgency import urgency
from conversations.questions import Answers, Choice, Option
from fostering.people import Standing
from locales import mark

KEY = "household_change"
SEND = mark("Send")
ASK_FOR_A_CALL = mark("Ask them to ring me")


def number_needed(answers: Answers, facts: Facts) -> bool:
    """A matter for the telephone needs a number, if the service has none."""
    return by_phone_only(answers, facts) and not facts.own_number_known


def words_welcome(answers: Answers, facts: Facts) -> bool:
    """One line may be added, unless the kind asks for words itself."""
    return written_about(answers, facts) and "what_changed" not in answers


def send_label(answers: Answers, facts: Facts) -> str:
    """What the last button says."""
    return ASK_FOR_A_CALL if by_phone_only(answers, facts) else SEND


HOUSEHOLD_CHANGE = Form(
    key=KEY,
    version=1,
    audience=Standing.CARER,
    title=mark("Something has changed at home"),
    who_sees=DEPENDS,
    questions=(
        Choice(
            key="group",
            shown=False,
            text=mark("What is it about?"),
            short=mark("About"),
            options=group_options(KEY),
        ),
        Choice(
            key="kind",
            text=mark("Which of these fits best?"),
            short=mark("What it is"),
            options=kind_options(KEY),
        ),
        Choice(
            key="happened",
            text=mark("Has it happened, or is it planned?"),
            short=mark("Happened or planned"),
            options=(
                Option(value="happened", label=mark("It has happened")),
                Option(value="planned", label=mark("It is planned")),
            ),
            when=written_about,
        ),
        *asks_of(KEY),
        in_own_words(words_welcome),
        call_back_number(number_needed),
        must_not_see(),
    ),
    urgency=urgency,
    advice=advice,
    send_now=send_label,
    readers=readers_of,
    counted=True,
)
