"""A young person writes to whoever has what they sent: one question, in their own words."""

from conversations.form import Form
from conversations.questions import OwnWords
from fostering.people import Standing
from locales import mark_for

OWN_WORDS = Form(
    key="own_words",
    version=1,
    audience=Standing.YOUNG_PERSON,
    title=mark_for("young_person", "Write to them"),
    questions=(
        OwnWords(
            key="words",
            text=mark_for("young_person", "What do you want to tell them?"),
            hint=mark_for(
                "young_person",
                "Your own words are fine. We show them to you again before they are sent.",
            ),
        ),
    ),
    nudges=False,
    review=False,
    about_request=True,
)
