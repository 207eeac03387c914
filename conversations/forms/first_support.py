"""At the start of a placement: what support is needed from the first day?"""

from conversations.facts import Facts
from conversations.form import Form
from conversations.forms.shared_questions import each_child, must_not_see
from conversations.questions import Answers, Option, Several
from fostering.kinds import Kind
from fostering.people import Standing
from locales import mark

GROUPS = ("child", "things", "rest")
NONE = "none"


def offered(facts: Facts) -> tuple[Kind, ...]:
    """The kinds of support that may be needed at once; what is urgent has its own door."""
    kinds = facts.policy.kinds.values()
    return tuple(
        kind
        for kind in kinds
        if kind.form == "support"
        and kind.group in GROUPS
        and kind.offered
        and not kind.phone_only
        and not kind.priority.urgent
    )


def kind_options(answers: Answers, facts: Facts) -> tuple[Option, ...]:
    """Each kind by its title."""
    del answers
    kinds = (Option(value=kind.code, label=kind.title) for kind in offered(facts))
    return (*kinds, Option(value=NONE, label=mark("Nothing for now")))


FIRST_SUPPORT = Form(
    key="first_support",
    version=1,
    audience=Standing.CARER,
    title=mark("Support from the first day"),
    who_sees=mark("Each thing goes to the worker who answers it, with a day for the answer."),
    questions=(
        each_child(),
        Several(
            key="kinds",
            text=mark("What support is needed from day one?"),
            hint=mark("Tick all that is needed. Each becomes a request of its own."),
            short=mark("Needed"),
            options=kind_options,
        ),
        must_not_see(),
    ),
    nudges=False,
)
