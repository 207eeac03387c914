"""At the start of a placement: what was the carer told? Ticks only, no facts about the child."""

from conversations.facts import Facts
from conversations.form import Form
from conversations.forms.shared_questions import each_child, must_not_see
from conversations.information import FACTS
from conversations.questions import NO, YES, Answers, Option, Several, Text, YesNo
from conversations.readers import reader_lines
from fostering.information import FIRST_HOUR, Fact
from fostering.people import Standing
from fostering.placement_start import urgency_of
from locales import mark

KIND = "S21"
NONE = "none"
TICKS_ONLY = mark("Ticks only. Write no facts about the child here.")
ALL_TOLD = mark("I have been told all of it")
ALL_FRESH = mark("None of it is out of date")


def not_said_yet(answers: Answers, facts: Facts) -> bool:
    """Whether it is an emergency placement is asked once, the first time."""
    return answers.get("child") in facts.new_starts


def asked_facts(answers: Answers) -> tuple[Fact, ...]:
    """In the first hour of an emergency only what is needed in it; else everything."""
    return FIRST_HOUR if answers.get("emergency") == YES else tuple(Fact)


def not_told_options(answers: Answers, facts: Facts) -> tuple[Option, ...]:
    """What may not have been told."""
    del facts
    asked = (Option(value=fact.value, label=FACTS[fact]) for fact in asked_facts(answers))
    return (*asked, Option(value=NONE, label=ALL_TOLD))


def out_of_date_options(answers: Answers, facts: Facts) -> tuple[Option, ...]:
    """What was told may be out of date."""
    del facts
    missing = ticked(answers, "not_told")
    told = (fact for fact in asked_facts(answers) if fact not in missing)
    options = (Option(value=fact.value, label=FACTS[fact]) for fact in told)
    return (*options, Option(value=NONE, label=ALL_FRESH))


def something_told(answers: Answers, facts: Facts) -> bool:
    """Nothing is out of date where nothing was told; nor is it asked in the first hour."""
    del facts
    everything = set(asked_facts(answers)) <= set(ticked(answers, "not_told"))
    return answers.get("emergency") != YES and not everything


def ticked(answers: Answers, key: str) -> tuple[Fact, ...]:
    """The facts that are ticked in an answer."""
    found = answers.get(key, ())
    if not isinstance(found, tuple):
        return ()
    return tuple(Fact(value) for value in found if value != NONE)


def something_missing(answers: Answers, facts: Facts) -> bool:
    """Whether this leads to a request, which may be kept from a worker."""
    del facts
    return bool(ticked(answers, "not_told") or ticked(answers, "out_of_date"))


def missing_from_workers(answers: Answers, facts: Facts) -> tuple[str, ...]:
    """Who sees it, as the answers stand."""
    kind = facts.policy.kinds.get(KIND)
    return reader_lines(answers, facts, kind, urgency_of(ticked(answers, "not_told")))


INFORMATION = Form(
    key="information",
    version=1,
    audience=Standing.CARER,
    title=mark("What have I been told?"),
    kind=KIND,
    questions=(
        each_child(),
        YesNo(
            key="emergency",
            text=mark("Is it an emergency placement?"),
            short=mark("Emergency"),
            options=(Option(value=YES, label=mark("Yes")), Option(value=NO, label=mark("No"))),
            when=not_said_yet,
        ),
        Several(
            key="not_told",
            text=mark("What have you NOT been told?"),
            hint=TICKS_ONLY,
            short=mark("Not told"),
            options=not_told_options,
        ),
        Several(
            key="out_of_date",
            text=mark("Is something of what you were told out of date?"),
            hint=TICKS_ONLY,
            short=mark("Out of date"),
            options=out_of_date_options,
            when=something_told,
        ),
        must_not_see(something_missing),
    ),
    readers=missing_from_workers,
    nudges=False,
)


def readers_of_question(answers: Answers, facts: Facts) -> tuple[str, ...]:
    """Who sees a question about the child."""
    kind = facts.policy.kinds.get(KIND)
    return reader_lines(answers, facts, kind, urgency_of(()))


CHILD_QUESTION = Form(
    key="child_question",
    version=1,
    audience=Standing.CARER,
    title=mark("Ask a question about a child"),
    kind=KIND,
    questions=(
        each_child(),
        Text(
            key="question",
            text=mark("What do you want to know?"),
            hint=mark("No names, no addresses. The answer comes by phone or on paper."),
            short=mark("Your question"),
        ),
        must_not_see(),
    ),
    readers=readers_of_question,
)
