"""A carer asks for support: what, for which child, for which day, and in their own words."""

from conversations.facts import Facts
from conversations.form import Form
from conversations.forms.household_change import send_label
from conversations.forms.kind_questions import (
    asks_of,
    by_phone_only,
    chosen_kind,
    group_options,
    kind_options,
    written_about,
)
from conversations.forms.next_steps import DEPENDS, advice, readers_of
from conversations.forms.shared_questions import (
    call_back_number,
    in_own_words,
    must_not_see,
    which_child,
)
from conversations.forms.urgency import urgency
from conversations.questions import Answers, Choice
from fostering.people import Standing
from locales import mark

KEY = "support"
RUNG = "S26"
SAID_IN_WORDS = ("message", "good_news")


def about_a_child(answers: Answers, facts: Facts) -> bool:
    """Which child is asked where the answer comes from the child's own social worker."""
    kind = chosen_kind(answers, facts)
    return kind is not None and kind.concerns_child and written_about(answers, facts)


def words_welcome(answers: Answers, facts: Facts) -> bool:
    """One line may be added, unless the kind asks for words itself."""
    return written_about(answers, facts) and not any(key in answers for key in SAID_IN_WORDS)


def number_needed(answers: Answers, facts: Facts) -> bool:
    """Whoever wants to be rung may say where; a matter for the telephone needs a number."""
    wants_a_call = answers.get("kind") == RUNG
    return wants_a_call or (by_phone_only(answers, facts) and not facts.own_number_known)


SUPPORT = Form(
    key=KEY,
    version=1,
    audience=Standing.CARER,
    title=mark("Ask for support"),
    who_sees=DEPENDS,
    questions=(
        Choice(
            key="group",
            shown=False,
            text=mark("What would help?"),
            short=mark("About"),
            options=group_options(KEY),
        ),
        Choice(
            key="kind",
            text=mark("Which of these fits best?"),
            short=mark("What it is"),
            options=kind_options(KEY),
        ),
        *asks_of(KEY),
        which_child(about_a_child),
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
