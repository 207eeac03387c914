"""A young person says that something is not fair: about whom, in their own words, who may read it.

An advocate is offered before it begins (fostering.md §5.7: "It will not get you in trouble").
"""

from conversations.concern_words import MAY_READ, NOBODY, who_reads_young
from conversations.facts import Facts
from conversations.form import Form
from conversations.questions import Answers, Choice, Option, Several, Text
from fostering.concern_route import HOME, SERVICE, UNSAID
from fostering.people import Standing
from fostering.routing import childs_social_workers
from locales import mark_for

KEY = "young_concern"
HERE, ONLY_LOOKING = "message", "nothere"
"""As the ways of reaching a young person are called: in this chat, or never first."""


def _workers(facts: Facts) -> dict[str, str]:
    """The workers whom a young person knows by name: their social worker, their carers' worker."""
    home = facts.household
    if home is None:
        return {}
    near = {*childs_social_workers(home, facts.today), home.supervising_social_worker}
    return {worker.id.hex: worker.name for worker in facts.roster if worker.id in near}


def about_options(answers: Answers, facts: Facts) -> tuple[Option, ...]:
    """Where they live, a worker they know, the service, or rather not say."""
    workers = (Option(value=k, label=n, own_words=True) for k, n in _workers(facts).items())
    return (
        Option(value=HOME, label=mark_for("young_person", "Where I live")),
        *workers,
        Option(value=SERVICE, label=mark_for("young_person", "The fostering service")),
        Option(value=UNSAID, label=mark_for("young_person", "I don't want to say")),
    )


def reader_options(answers: Answers, facts: Facts) -> tuple[Option, ...]:
    """A worker near them reads it only if they are chosen, and never if it is about them."""
    near = {k: n for k, n in _workers(facts).items() if k != answers.get("about")}
    workers = (Option(value=k, label=n, own_words=True) for k, n in near.items())
    return (Option(value=NOBODY, label=mark_for("young_person", "Nobody else")), *workers)


YOUNG_CONCERN = Form(
    key=KEY,
    version=1,
    audience=Standing.YOUNG_PERSON,
    title=mark_for("young_person", "Something is not fair"),
    questions=(
        Choice(
            key="about",
            text=mark_for("young_person", "Who or what is it about?"),
            short=mark_for("young_person", "It is about"),
            options=about_options,
        ),
        Text(
            key="happened",
            text=mark_for("young_person", "What is not fair?"),
            hint=mark_for("young_person", "Your own words are fine. You can keep it short."),
            short=mark_for("young_person", "What is not fair"),
        ),
        Text(
            key="put_right",
            text=mark_for("young_person", "What should change?"),
            short=mark_for("young_person", "What should change"),
            optional=True,
        ),
        Several(
            key=MAY_READ,
            text=mark_for("young_person", "A manager reads this. Who else may read it?"),
            short=mark_for("young_person", "Who else may read it"),
            options=reader_options,
            when=lambda answers, facts: len(reader_options(answers, facts)) > 1,
        ),
        Choice(
            key="safe_way",
            text=mark_for("young_person", "When there is an answer, may we write here?"),
            short=mark_for("young_person", "When there is an answer"),
            options=(
                Option(value=HERE, label=mark_for("young_person", "Yes, write to me here")),
                Option(value=ONLY_LOOKING, label=mark_for("young_person", "No, I look myself")),
            ),
        ),
    ),
    send=mark_for("young_person", "Yes, send it"),
    readers=who_reads_young,
    nudges=False,
)
