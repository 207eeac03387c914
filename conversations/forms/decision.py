"""A carer asks for a decision: about what, exactly what, for which day, and how soon."""

from datetime import date

from conversations.decisions import DECISIONS
from conversations.facts import Facts
from conversations.form import Form
from conversations.forms.shared_questions import each_child, must_not_see
from conversations.questions import Answers, Choice, Date, Option, Text
from conversations.readers import reader_lines
from fostering.decision_requests import Soon, priority_of, too_near
from fostering.drafts import SKIPPED
from fostering.people import Standing
from locales import mark

KIND = "S11"
TOO_NEAR = mark("That day is too near: we cannot promise an answer before it. Ring {number} too.")
BEFORE_IT = mark("The answer should come before {day}. We chase it. If it is a no, we say why.")
NO_DAY = mark("We chase the answer. If it is a no, we say why.")
SOONS = {
    Soon.EVE: mark("The day before is soon enough"),
    Soon.WEEK: mark("A week before: I have to book"),
    Soon.NOW: mark("Today or tomorrow"),
}


def event_of(answers: Answers) -> date | None:
    """The local day of the event; None where there is none, or not yet."""
    day = answers.get("wanted_for")
    return date.fromisoformat(day) if isinstance(day, str) and day != SKIPPED else None


def day_is_known(answers: Answers, facts: Facts) -> bool:
    """How soon is asked only where there is a day, and time enough before it."""
    event = event_of(answers)
    return event is not None and not too_near(event, facts.at, facts.policy)


def advice(key: str | None, after: str | None, answers: Answers, facts: Facts) -> tuple[str, ...]:
    """Before it is sent: by when the answer comes, or that the day is too near and whom to ring."""
    event = event_of(answers)
    language = facts.language
    if event is not None and too_near(event, facts.at, facts.policy):
        if key is None or after == "wanted_for":
            return (language.say(TOO_NEAR, number=facts.number),)
        return ()
    if key is not None:
        return ()
    if event is None:
        return (language.say(NO_DAY),)
    return (language.say(BEFORE_IT, day=language.day(event, facts.today)),)


def readers_of(answers: Answers, facts: Facts) -> tuple[str, ...]:
    """Who sees it, as the answers stand."""
    kind = facts.policy.kinds.get(KIND)
    return reader_lines(
        answers, facts, kind, priority_of(event_of(answers), facts.at, facts.policy)
    )


DECISION = Form(
    key="decision",
    version=1,
    audience=Standing.CARER,
    title=mark("Ask for a decision"),
    kind=KIND,
    questions=(
        each_child(),
        Choice(
            key="decision",
            text=mark("What is it about?"),
            short=mark("About"),
            options=tuple(Option(value=d.value, label=words) for d, words in DECISIONS.items()),
        ),
        Text(
            key="exactly",
            text=mark("What exactly is to be decided?"),
            hint=mark("One or two sentences. Use initials, not names or addresses."),
            short=mark("Exactly"),
        ),
        Date(
            key="wanted_for",
            text=mark("Which day do you need it for?"),
            hint=mark("We answer before that day. Skip this if there is no day yet."),
            short=mark("For which day"),
            optional=True,
            back_days=0,
        ),
        Choice(
            key="soon",
            text=mark("How soon do you need the answer?"),
            short=mark("How soon"),
            options=tuple(Option(value=soon.value, label=words) for soon, words in SOONS.items()),
            when=day_is_known,
        ),
        must_not_see(),
    ),
    advice=advice,
    readers=readers_of,
)
