"""A young person says how things are: at most six questions, and they choose who sees it."""

from conversations.form import Form
from conversations.forms.check_in_topics import (
    ONLY_THIS,
    TAPS,
    TOPIC,
    TOPICS,
    UNSURE,
    needs_help,
)
from conversations.forms.who_may_see import HONEST, READERS, WHO_MAY_SEE, readers_of
from conversations.questions import Answers, Choice, Option, Scale, Text
from fostering.check_in import CHECK_IN as KEY
from fostering.drafts import SKIPPED
from fostering.people import Standing
from locales import mark_for

FACES = (
    Option(value="5", label=mark_for("young_person", "😀 Very good")),
    Option(value="4", label=mark_for("young_person", "🙂 Good")),
    Option(value="3", label=mark_for("young_person", "😐 Okay")),
    Option(value="2", label=mark_for("young_person", "🙁 Not good")),
    Option(value="1", label=mark_for("young_person", "😢 Bad")),
    UNSURE,
)
"""Always in this order, from the top; a word stands beside every face."""


def says_something(answers: Answers) -> bool:
    """Whether anything is in it but who may see it: else its answer could show nothing."""
    said = (answer for key, answer in answers.items() if key != READERS)
    return any(answer not in (SKIPPED, ONLY_THIS) for answer in said)


CHECK_IN = Form(
    key=KEY,
    version=1,
    audience=Standing.YOUNG_PERSON,
    title=mark_for("young_person", "Say how things are"),
    intro=(
        mark_for("young_person", "You choose who sees this. You can skip every question but one."),
        *HONEST,
    ),
    questions=(
        WHO_MAY_SEE,
        Scale(
            key="home",
            text=mark_for("young_person", "How is it where you live?"),
            short=mark_for("young_person", "Where you live"),
            options=FACES,
            optional=True,
        ),
        Choice(
            key=TOPIC,
            text=mark_for("young_person", "What do you want to talk about?"),
            short=mark_for("young_person", "About"),
            options=TOPICS,
            optional=True,
        ),
        *TAPS,
        Text(
            key="words",
            text=mark_for("young_person", "Do you want to say something in your own words?"),
            hint=mark_for("young_person", "What would you like to happen? A few words are enough."),
            short=mark_for("young_person", "Your words"),
            optional=True,
            plain=True,
        ),
    ),
    readers=readers_of,
    opens_help=needs_help,
    nudges=False,
)
