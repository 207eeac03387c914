"""A phone is lost: whose chat is cut off; a question of its own comes before it is done."""

from conversations.facts import Facts
from conversations.form import Form
from conversations.questions import Answers, Choice, Option
from fostering.people import Standing
from locales import mark


def phone_options(answers: Answers, facts: Facts) -> tuple[Option, ...]:
    """The people whose chat this worker may cut off."""
    return tuple(Option(value=key, label=name, own_words=True) for key, name in facts.phones)


LOST_PHONE = Form(
    key="lost_phone",
    version=1,
    audience=Standing.STAFF,
    title=mark("A phone is lost"),
    questions=(
        Choice(
            key="person",
            text=mark("Whose phone is lost?"),
            hint=mark("You can type part of the name."),
            short=mark("Phone"),
            options=phone_options,
            narrowed=True,
        ),
    ),
    nudges=False,
    review=False,
)
