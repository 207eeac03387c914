"""A young person wants a call: on which number it is safe; they are told already (practice 12)."""

from conversations.form import Form
from conversations.questions import Telephone
from fostering.people import Standing
from locales import mark_for

SAFE_NUMBER = Form(
    key="safe_number",
    version=1,
    audience=Standing.YOUNG_PERSON,
    title=mark_for("young_person", "We have passed this on."),
    questions=(
        Telephone(
            key="ring_back",
            text=mark_for("young_person", "Which number is safe to ring?"),
            hint=mark_for("young_person", "Type a number that only you answer."),
            short=mark_for("young_person", "Safe number"),
            own=mark_for("young_person", "The number you have for me"),
            optional=True,
        ),
    ),
    nudges=False,
    review=False,
    about_request=True,
    raised_first=True,
)
