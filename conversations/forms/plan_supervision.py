"""A worker plans a supervision, or fixes an annual review: which carer, which day, what time."""

from conversations.facts import Facts
from conversations.form import Form
from conversations.forms.phone_call import family_options
from conversations.questions import Answers, Choice, Date, Option, Text, Time
from fostering.people import Standing
from locales import mark

TIMES = ("09:30", "10:00", "11:00", "13:00", "14:00", "15:30", "16:30", "18:00")


def not_chosen_yet(answers: Answers, facts: Facts) -> bool:
    """Opened from a carer's card the carer is known; then there is nothing to choose."""
    return len(facts.families) != 1


WITH_WHOM = Choice(
    key="family",
    text=mark("With whom?"),
    hint=mark("You can type part of the name."),
    short=mark("With"),
    options=family_options,
    narrowed=True,
    when=not_chosen_yet,
)
CLOCK_TIME = Time(
    key="time",
    text=mark("At what time?"),
    hint=mark("You can type another time, such as 10:15."),
    short=mark("Time"),
    options=tuple(Option(value=time, label=time) for time in TIMES),
)


def which_day(weeks_ahead: int) -> Date:
    """A day from today on, at most so many weeks ahead."""
    return Date(
        key="day",
        text=mark("On which day?"),
        short=mark("Day"),
        back_days=0,
        ahead_days=7 * weeks_ahead,
    )


PLAN_SUPERVISION = Form(
    key="plan_supervision",
    version=1,
    audience=Standing.STAFF,
    title=mark("Plan a supervision"),
    questions=(WITH_WHOM, which_day(26), CLOCK_TIME),
    nudges=False,
)
REVIEW_HELD = Form(
    key="review_held",
    version=2,
    audience=Standing.STAFF,
    title=mark("An annual review was held"),
    questions=(
        WITH_WHOM,
        Date(key="day", text=mark("On which day was it held?"), short=mark("Day"), ahead_days=0),
        Text(
            key="words",
            text=mark("How are they doing? Say honestly what the review found."),
            hint=mark("They read it in this chat. Name no child."),
            short=mark("How they are doing"),
            optional=True,
        ),
    ),
    nudges=False,
)
PLAN_REVIEW = Form(
    key="plan_review",
    version=1,
    audience=Standing.STAFF,
    title=mark("Fix the date of an annual review"),
    questions=(WITH_WHOM, which_day(52), CLOCK_TIME),
    nudges=False,
)
