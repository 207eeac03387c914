"""A worker answers a young person in three parts: what you said, what we did, what cannot be."""

from conversations.facts import Facts
from conversations.form import Form
from conversations.forms.shared_questions import answers_of
from conversations.questions import Answers, Choice, Date, Text
from fostering.people import Standing
from locales import mark

KEY = "answer_check_in"
THEIR_WORDS = "theirs"
PLAIN = mark("They read it in this chat. Write as you would speak to them, without names.")


def said_shorter(answers: Answers, facts: Facts) -> bool:
    """The worker says it shorter; it is still what the young person said."""
    return answers.get("said_as") == "shorter"


def still_to_do(answers: Answers, facts: Facts) -> bool:
    """Something is still to be done, so it has a day."""
    return answers.get("when_done") == "later"


def something_refused(answers: Answers, facts: Facts) -> bool:
    """Something cannot be, and a no needs its reason."""
    return answers.get("refused") == "yes"


def their_words(
    key: str | None, before: str | None, answers: Answers, facts: Facts
) -> tuple[str, ...]:
    """What the young person said, above the question how it is to stand in the answer."""
    return facts.their_words if key == "said_as" else ()


ANSWER_CHECK_IN = Form(
    key=KEY,
    version=1,
    audience=Standing.STAFF,
    title=mark("Answer a young person"),
    questions=(
        Choice(
            key="said_as",
            text=mark("First part: what they said. How shall it stand in the answer?"),
            short=mark("What they said"),
            options=answers_of(
                {THEIR_WORDS: mark("As they said it"), "shorter": mark("I say it shorter")}
            ),
        ),
        Text(
            key="said",
            text=mark("What did they say?"),
            hint=mark("Keep their meaning. They see it as “What you said”."),
            short=mark("What they said, shorter"),
            when=said_shorter,
        ),
        Text(
            key="done",
            text=mark("Second part: what have you done, or what will you do?"),
            hint=PLAIN,
            short=mark("What we do"),
        ),
        Choice(
            key="when_done",
            text=mark("Is it done?"),
            short=mark("Done"),
            options=answers_of({"done": mark("It is done"), "later": mark("Not yet")}),
        ),
        Date(
            key="done_by",
            text=mark("By which day will it be done?"),
            short=mark("Done by"),
            back_days=0,
            planned=lambda answers, facts: True,
            when=still_to_do,
        ),
        Choice(
            key="refused",
            text=mark("Third part: is there something that can't happen?"),
            short=mark("Something can't happen"),
            options=answers_of({"yes": mark("Yes"), "no": mark("No")}),
        ),
        Text(
            key="why_not",
            text=mark("What can't happen, and why?"),
            hint=PLAIN,
            short=mark("What can't happen, and why"),
            when=something_refused,
        ),
    ),
    advice=their_words,
    nudges=False,
    about_request=True,
)
