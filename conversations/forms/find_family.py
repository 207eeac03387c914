"""A worker looks a family up by a part of the carer's name."""

from conversations.facts import Facts
from conversations.form import Form
from conversations.questions import Answers, Choice, Option
from fostering.people import Standing
from locales import mark


def family_options(answers: Answers, facts: Facts) -> tuple[Option, ...]:
    """The carers whose family this worker may look up."""
    return tuple(Option(value=key, label=name, own_words=True) for key, name in facts.findable)


FIND_FAMILY = Form(
    key="find_family",
    version=1,
    audience=Standing.STAFF,
    title=mark("Find a family"),
    questions=(
        Choice(
            key="carer",
            text=mark("Which carer?"),
            hint=mark("You can type part of the name."),
            short=mark("Carer"),
            options=family_options,
            narrowed=True,
        ),
    ),
    nudges=False,
    review=False,
)
