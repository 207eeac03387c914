"""Before the annual review a carer says how the year was, for their worker and the managers."""

from conversations.facts import Facts
from conversations.form import Form
from conversations.forms.shared_questions import answers_of, must_not_see
from conversations.questions import Answers, Choice, Question, Scale, Text
from conversations.readers import said, who_reads
from fostering.people import Standing
from fostering.priority import Priority
from locales import mark

KEY = "review_views"
INITIALS = mark("One or two sentences. Use initials, not names or addresses.")
SUPPORT = {
    "came": mark("It came"),
    "partly": mark("Some of it came"),
    "not": mark("It did not come"),
    "none": mark("I needed none"),
}


def readers_of(answers: Answers, facts: Facts) -> tuple[str, ...]:
    """The household's worker and the managers, but for who must not see it; no child's worker."""
    found = who_reads(answers, facts, None, Priority.P2, form=KEY)
    return tuple(line for line in (said(facts.language, found),) if line)


def own_words(key: str, text: str, short: str) -> Question:
    """What the carer wants to say about it; each may be passed over."""
    return Text(key=key, text=text, hint=INITIALS, short=short, optional=True)


REVIEW_VIEWS = Form(
    key=KEY,
    version=1,
    audience=Standing.CARER,
    title=mark("How the year was"),
    questions=(
        Scale(key="year", text=mark("How was this year as a foster carer?"), short=mark("Year")),
        own_words("well", mark("What went well?"), mark("Went well")),
        own_words("hard", mark("What was hard?"), mark("Was hard")),
        Choice(
            key="support",
            text=mark("Did the support that you needed come?"),
            short=mark("Support"),
            options=answers_of(SUPPORT),
        ),
        own_words(
            "training",
            mark("What training helped you, and what do you want to learn next?"),
            mark("Training"),
        ),
        own_words(
            "change",
            mark("Should anything change in what you are approved for?"),
            mark("Approved for"),
        ),
        own_words(
            "question",
            mark("What do you want to ask the panel or the manager?"),
            mark("Your question"),
        ),
        must_not_see(),
    ),
    readers=readers_of,
)
