"""A manager's switch for a whole household: why it begins, why it ends, who told the carers."""

from conversations.facts import Facts
from conversations.form import Form
from conversations.questions import Answers, Choice, Date, Option, Text
from fostering.people import Standing
from locales import mark

ONLY_MANAGERS = mark("Only managers read it. It is kept sealed.")


def staff_options(answers: Answers, facts: Facts) -> tuple[Option, ...]:
    """Everybody of the staff who may have told them, by name."""
    home = facts.household
    apart = home.kept_from if home is not None else frozenset()
    found = sorted((w for w in facts.roster if w.id not in apart), key=lambda w: w.name)
    return tuple(Option(value=w.id.hex, label=w.name, own_words=True) for w in found)


PRIVATE_HOME = Form(
    key="private_home",
    version=1,
    audience=Standing.STAFF,
    title=mark("A household goes into private process"),
    questions=(
        Text(
            key="reason",
            text=mark("Why does this household go into private process?"),
            hint=ONLY_MANAGERS,
            short=mark("Why"),
        ),
    ),
    nudges=False,
)
PRIVATE_HOME_END = Form(
    key="private_home_end",
    version=1,
    audience=Standing.STAFF,
    title=mark("A household's private process ends"),
    questions=(
        Text(
            key="reason",
            text=mark("Why does it end?"),
            hint=ONLY_MANAGERS,
            short=mark("Why"),
        ),
    ),
    nudges=False,
)
PRIVATE_HOME_TOLD = Form(
    key="private_home_told",
    version=1,
    audience=Standing.STAFF,
    title=mark("The carers have been told"),
    questions=(
        Date(
            key="day",
            text=mark("On which day were they told?"),
            short=mark("Told on"),
            ahead_days=0,
        ),
        Choice(
            key="teller",
            text=mark("Who told them?"),
            hint=mark("You can type part of the name."),
            short=mark("Told by"),
            options=staff_options,
            narrowed=True,
        ),
    ),
    nudges=False,
)
