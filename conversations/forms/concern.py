"""A carer's concern or complaint: what about, about whom, what happened, what would put it right.

About an allegation nothing is asked: only who supports them, from outside (practice 13, 14).
"""

from conversations.concern_words import who_reads
from conversations.facts import Facts
from conversations.form import Form
from conversations.help_card import help_lines
from conversations.questions import Answers, Choice, Option, Text
from fostering.concern_route import SERVICE, UNSAID
from fostering.people import Standing
from locales import mark

KEY = "concern"
ALLEGATION, CHILD = "allegation", "child"
SUPPORT_LINES = ("fosterline", "fostertalk")
SUPPORTED = mark(
    "In an allegation you have a right to support from somebody independent. Write nothing about "
    "the allegation here. Send this, and a manager rings you. You can also ring:"
)
CHILD_FIRST = mark(
    "If a child is in danger now, ring 999. Press “I need help now” to tell the on-call team."
)


def in_words(answers: Answers, facts: Facts) -> bool:
    """About an allegation no words are asked."""
    return answers.get("topic") != ALLEGATION


def about_options(answers: Answers, facts: Facts) -> tuple[Option, ...]:
    """The workers whom the carer knows, the service as a whole, or rather not say."""
    workers = tuple(Option(value=k, label=name, own_words=True) for k, name in facts.workers)
    whole = Option(value=SERVICE, label=mark("The service as a whole"))
    return (*workers, whole, Option(value=UNSAID, label=mark("I'd rather not say")))


def advice(key: str | None, before: str | None, answers: Answers, facts: Facts) -> tuple[str, ...]:
    """Who supports a carer in an allegation; 999 where a child is not safe."""
    shown = before == "topic" or key is None
    if shown and answers.get("topic") == ALLEGATION:
        lines = help_lines(facts.language, SUPPORT_LINES)
        return (facts.language.say(SUPPORTED), *(line.text for line in lines))
    if before == "topic" and answers.get("topic") == CHILD:
        return (facts.language.say(CHILD_FIRST),)
    return ()


CONCERN = Form(
    key=KEY,
    version=1,
    audience=Standing.CARER,
    title=mark("A concern or complaint"),
    questions=(
        Choice(
            key="topic",
            text=mark("What is it about?"),
            short=mark("About"),
            options=(
                Option(value="decision", label=mark("A decision")),
                Option(value="treated", label=mark("How I was treated")),
                Option(value="promise", label=mark("A promise that was not kept")),
                Option(value=ALLEGATION, label=mark("Support in an allegation")),
                Option(value=CHILD, label=mark("The way we work harms a child")),
                Option(value="other", label=mark("Something else")),
            ),
        ),
        Choice(
            key="about",
            text=mark("Who is it about?"),
            hint=mark("They do not get this and cannot open it."),
            short=mark("About whom"),
            options=about_options,
        ),
        Text(
            key="happened",
            text=mark("What happened?"),
            hint=mark("Your own words. Use initials for children, not names or addresses."),
            short=mark("What happened"),
            when=in_words,
        ),
        Text(
            key="put_right",
            text=mark("What would put it right?"),
            short=mark("To put it right"),
            optional=True,
            when=in_words,
        ),
        Choice(
            key="with_you",
            text=mark("When we talk about it, do you want someone with you?"),
            short=mark("Someone with you"),
            options=(
                Option(value="bring", label=mark("Yes, I bring someone")),
                Option(value="find", label=mark("Yes, help me to find someone")),
                Option(value="no", label=mark("No")),
            ),
        ),
    ),
    advice=advice,
    readers=who_reads,
)
