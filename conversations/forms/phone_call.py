"""A duty worker adds a request for a carer after a phone call, in half a minute (practice 28)."""

from conversations.facts import Facts
from conversations.form import Form
from conversations.forms.kind_questions import by_phone_only, chosen_kind, written_about
from conversations.forms.shared_questions import answers_of, must_not_see
from conversations.forms.urgency import urgency
from conversations.kinds import GROUPS
from conversations.questions import Answers, Choice, Option, Telephone, Text, YesNo
from fostering.people import Standing
from locales import mark

WRITE_NOTHING = mark(
    "By phone only: write nothing about it here. A manager is told and rings them. "
    "Write down what they said where your service keeps such things."
)
DIFFICULTIES_FIRST = ("difficulty", "household_change")


def family_options(answers: Answers, facts: Facts) -> tuple[Option, ...]:
    """The families this worker may choose."""
    return tuple(Option(value=key, label=name, own_words=True) for key, name in facts.families)


def group_options(answers: Answers, facts: Facts) -> tuple[Option, ...]:
    """The groups of both lists, difficulties first; the list stands before the group's key."""
    return tuple(
        Option(value=f"{form[0]}_{group.key}", label=group.title)
        for form in DIFFICULTIES_FIRST
        for group in GROUPS[form]
    )


def kind_options(answers: Answers, facts: Facts) -> tuple[Option, ...]:
    """The kinds on offer in the chosen group."""
    chosen = answers.get("group")
    return tuple(
        Option(value=kind.code, label=kind.title)
        for kind in facts.policy.kinds.values()
        if f"{kind.form[0]}_{kind.group}" == chosen and kind.offered
    )


def may_be_named(answers: Answers, facts: Facts) -> bool:
    """A title that tells too much is never sent to a phone; then there is nothing to ask."""
    kind = chosen_kind(answers, facts)
    return kind is not None and not kind.discreet


def advice(key: str | None, after: str | None, answers: Answers, facts: Facts) -> tuple[str, ...]:
    """A matter for the telephone is not written down here (practice 13)."""
    if not by_phone_only(answers, facts):
        return ()
    return (facts.language.say(WRITE_NOTHING),)


PHONE_CALL = Form(
    key="phone_call",
    version=1,
    audience=Standing.STAFF,
    title=mark("Add a phone call"),
    questions=(
        Choice(
            key="family",
            text=mark("Which family rang?"),
            hint=mark("You can type part of the name."),
            short=mark("Family"),
            options=family_options,
            narrowed=True,
        ),
        YesNo(
            key="danger",
            text=mark("Is anyone in danger right now?"),
            short=mark("Danger now"),
        ),
        Choice(
            key="group",
            shown=False,
            text=mark("What is it about?"),
            short=mark("About"),
            options=group_options,
        ),
        Choice(
            key="kind",
            text=mark("Which of these fits best?"),
            short=mark("What it is"),
            options=kind_options,
        ),
        Text(
            key="words",
            text=mark("What did they say, in one line?"),
            hint=mark("Use initials, not names or addresses."),
            short=mark("In one line"),
            optional=True,
            when=written_about,
        ),
        Telephone(
            key="ring_back",
            text=mark("Which number shall we ring?"),
            short=mark("Number to ring"),
            own=mark("The number we hold for them"),
        ),
        Choice(
            key="write_here",
            text=mark("May we write to them here?"),
            hint=mark("Ask them: who else reads that phone?"),
            short=mark("Write to them here"),
            options=answers_of({"yes": mark("Yes"), "no": mark("No")}),
            when=may_be_named,
        ),
        must_not_see(),
    ),
    urgency=urgency,
    advice=advice,
    nudges=False,
)
