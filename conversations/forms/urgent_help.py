"""The few questions after *Tell the on-call team*; the request is raised already.

Every answer is added to the open request as it is given, so there is no review and nothing to send.
"""

from conversations.facts import Facts
from conversations.form import Form
from conversations.forms.shared_questions import answers_of, awake_until, call_back_number
from conversations.questions import Answers, Choice, Text
from fostering.people import Standing
from locales import mark

FEW_WORDS = mark("Is there anything they need to know before they ring?")
FEW_WORDS_HINT = mark("One or two sentences. Use initials, not names or addresses.")


def may_ring(answers: Answers, facts: Facts) -> bool:
    """Whether a call is welcome."""
    return answers.get("can_ring") in ("yes", "with_child")


CAN_RING = Choice(
    key="can_ring",
    text=mark("Can they ring you?"),
    short=mark("Can they ring"),
    options=answers_of(
        {
            "yes": mark("Yes, ring me"),
            "with_child": mark("Yes, but the child is with me"),
            "text_only": mark("Write to me, don't ring"),
            "i_ring": mark("I am ringing them myself"),
        }
    ),
)
WORDS = Text(key="words", text=FEW_WORDS, hint=FEW_WORDS_HINT, optional=True)

URGENT_HELP = Form(
    key="urgent_help",
    version=1,
    audience=Standing.CARER,
    title=mark("Urgent help"),
    questions=(
        Choice(
            key="happening",
            text=mark("What is happening?"),
            short=mark("What is happening"),
            options=answers_of(
                {
                    "hurt": mark("Someone is hurt or ill"),
                    "violence": mark("Someone is violent or may be"),
                    "self_harm": mark("Self-harm or talk of suicide"),
                    "missing": mark("A child is missing"),
                    "police": mark("The police are here"),
                    "cannot_go_on": mark("I can't go on like this"),
                    "something_else": mark("Something else"),
                }
            ),
        ),
        CAN_RING,
        call_back_number(may_ring),
        WORDS,
    ),
    nudges=False,
    review=False,
    raised_first=True,
    counted=True,
)

TALK_TONIGHT = Form(
    key="talk_tonight",
    version=1,
    audience=Standing.CARER,
    title=mark("Someone to talk to tonight"),
    questions=(CAN_RING, call_back_number(may_ring), awake_until(may_ring), WORDS),
    nudges=False,
    review=False,
    raised_first=True,
    counted=True,
)
