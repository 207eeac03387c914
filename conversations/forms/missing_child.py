"""A child is missing: what to do while help is on its way, and what the police and duty will ask.

The request is raised when the form is opened (practice 1). *Back safe* is a button of the request.
The steps follow what fostering services tell carers when a child is late home.
"""

from conversations.facts import Facts
from conversations.form import Form
from conversations.forms.kind_questions import kind_question
from conversations.forms.shared_questions import (
    ABOUT_NOBODY,
    answers_of,
    awake_until,
    call_back_number,
    child_options,
    in_own_words,
    must_not_see,
    police_log,
    who_knows,
)
from conversations.forms.urgency import urgency
from conversations.kinds import QUESTIONS
from conversations.questions import Answers, Choice, Option
from conversations.readers import reader_lines
from fostering.kinds import MISSING_CHILD as KIND
from fostering.kinds import Kinds
from fostering.people import Standing
from fostering.priority import Priority
from locales import mark

STEPS = (
    mark("In danger, very young, ill, taken or hurt? Ring 999 now."),
    mark("1. Look in their room and the whole home. Ring their phone. Send a kind message."),
    mark("2. Ring friends, school and the places in their plan."),
    mark(
        "3. Not found? Ring the police on 101 and write down the log number. "
        "101 is slow and you are worried? Ring 999."
    ),
    mark("4. Keep a list of what you do, with times."),
)


def missing_options(answers: Answers, facts: Facts) -> tuple[Option, ...]:
    """The children placed with the household, by their labels."""
    return tuple(o for o in child_options(answers, facts) if o.value != ABOUT_NOBODY)


def missing_urgency(answers: Answers, kinds: Kinds) -> Priority:
    """Urgent from the first press, and higher when an answer says that there is danger."""
    return urgency({**answers, "kind": KIND}, kinds)


def missing_readers(answers: Answers, facts: Facts) -> tuple[str, ...]:
    """Who sees it; a child's social worker who is not linked is still to be told (practice 18)."""
    kinds = facts.policy.kinds
    return reader_lines(answers, facts, kinds.get(KIND), missing_urgency(answers, kinds))


def always(answers: Answers, facts: Facts) -> bool:
    """Asked every time."""
    return True


MISSING_CHILD = Form(
    key="missing_child",
    version=1,
    audience=Standing.CARER,
    title=mark("A child is missing"),
    intro=STEPS,
    kind=KIND,
    questions=(
        Choice(
            key="child",
            text=mark("Who is missing?"),
            short=mark("Child"),
            options=missing_options,
            when=lambda answers, facts: bool(facts.children),
        ),
        Choice(
            key="whereabouts",
            text=mark("Do you know where they are?"),
            short=mark("Where they are"),
            options=answers_of(
                {
                    "no": mark("No"),
                    "think": mark("I have an idea, but I'm not sure"),
                    "known": mark("Yes, but they won't come home"),
                }
            ),
        ),
        kind_question(QUESTIONS["missing_risk"], always),
        Choice(
            key="last_seen",
            text=mark("When were they last seen?"),
            short=mark("Last seen"),
            options=answers_of(
                {
                    "under_an_hour": mark("Less than 1 hour ago"),
                    "few_hours": mark("1 to 3 hours ago"),
                    "today": mark("Earlier today"),
                    "yesterday": mark("Yesterday or before"),
                    "not_sure": mark("Not sure"),
                }
            ),
        ),
        kind_question(QUESTIONS["police_told"], always),
        police_log(),
        who_knows(),
        call_back_number(),
        awake_until(),
        in_own_words(),
        must_not_see(),
    ),
    urgency=missing_urgency,
    readers=missing_readers,
    nudges=False,
    raised_first=True,
    counted=True,
)
