"""A worker sets, moves or takes away the day of a care review or of a planned move."""

from conversations.care_days import FIRST, MOVED, OFF, REVIEW_AND_MOVE
from conversations.facts import Facts
from conversations.form import Form
from conversations.questions import Answers, Choice, Date, Option, Text
from fostering.care_days import CareDay
from fostering.people import Standing
from locales import mark

CHILD = "child"
"""The placement's key: filled in by the screen that opens the form, and asked of nobody."""


def takes_place(answers: Answers, facts: Facts) -> bool:
    """There is a day to give."""
    del facts
    return answers.get("said") != OFF


def was_another_day(answers: Answers, facts: Facts) -> bool:
    """A day moves, or is taken away: then the reason is asked."""
    del facts
    return answers.get("said") != FIRST


CARE_DAY = Form(
    key="care_day",
    version=1,
    audience=Standing.STAFF,
    title=REVIEW_AND_MOVE,
    questions=(
        Choice(
            key="which",
            text=mark("What is it about?"),
            short=mark("About"),
            options=(
                Option(value=CareDay.REVIEW.value, label=mark("The next care review")),
                Option(value=CareDay.MOVE.value, label=mark("A planned move")),
            ),
        ),
        Choice(
            key="said",
            text=mark("What is new?"),
            short=mark("New"),
            options=(
                Option(value=FIRST, label=mark("A day is set")),
                Option(value=MOVED, label=mark("It is on another day")),
                Option(value=OFF, label=mark("It does not take place")),
            ),
        ),
        Date(
            key="day",
            text=mark("On which day?"),
            short=mark("Day"),
            back_days=0,
            when=takes_place,
        ),
        Text(
            key="reason",
            text=mark("Why? A few words. Name nobody."),
            short=mark("Reason"),
            when=was_another_day,
        ),
    ),
    nudges=False,
)
