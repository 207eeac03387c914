"""A young person asks for something or a visit: what, who sees it, and by when it would help."""

from conversations.form import Form
from conversations.forms.who_may_see import HONEST, WHO_MAY_SEE, readers_of
from conversations.questions import Choice, Date, Option, Text
from fostering.check_in import ASK as KEY
from fostering.people import Standing
from locales import mark_for

WISHES = (
    Option(value="visit", label=mark_for("young_person", "My social worker: visit or call")),
    Option(value="need", label=mark_for("young_person", "Something I need")),
    Option(value="family", label=mark_for("young_person", "Time with my family")),
    Option(value="activity", label=mark_for("young_person", "Something to do or to join")),
    Option(value="records", label=mark_for("young_person", "See what is written about me")),
    Option(value="other", label=mark_for("young_person", "Something else")),
)

ASK = Form(
    key=KEY,
    version=1,
    audience=Standing.YOUNG_PERSON,
    title=mark_for("young_person", "Ask for something or a visit"),
    intro=(
        mark_for("young_person", "You choose who sees this. You get an answer, also if it is no."),
        *HONEST,
    ),
    questions=(
        Choice(
            key="wish",
            text=mark_for("young_person", "What do you want to ask for?"),
            short=mark_for("young_person", "You ask for"),
            options=WISHES,
        ),
        WHO_MAY_SEE,
        Text(
            key="words",
            text=mark_for("young_person", "Do you want to say more in your own words?"),
            hint=mark_for("young_person", "A few words are enough. You can skip this."),
            short=mark_for("young_person", "Your words"),
            optional=True,
            plain=True,
        ),
        Date(
            key="wanted_by",
            text=mark_for("young_person", "Is there a day by which you need it?"),
            hint=mark_for("young_person", "Skip this if any day is fine."),
            short=mark_for("young_person", "You need it by"),
            optional=True,
            back_days=0,
            planned=lambda answers, facts: True,
        ),
    ),
    readers=readers_of,
    nudges=False,
)
