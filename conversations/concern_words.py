"""Words that several screens about concerns share: who reads it, and whom to turn to outside."""

from conversations.facts import Facts
from conversations.questions import Answers
from fostering.concern_route import Above, above
from fostering.refusals import NobodyAbove
from locales import mark, mark_for

ONE_READS = mark(
    "{name} reads this, and nobody else of the service. Whom it is about does not get it and "
    "cannot open it. If the answer is late, whoever is above is told and can read it."
)
NOBODY_ABOVE = mark(
    "Nobody here is above whom this is about, so it cannot be sent from here. Turn to somebody "
    "outside."
)
YOUNG_READS = mark_for(
    "young_person",
    "{names} can read this. Whom it is about cannot open it, and the people you live with are not "
    "told here. If the answer is late, whoever is above is told and can read it.",
)
YOUNG_NOBODY = mark_for(
    "young_person",
    "Nobody here is above whom this is about, so it cannot be sent from here. An advocate can "
    "help.",
)
NO_TROUBLE = mark_for("young_person", "You can complain. It will not get you in trouble.")
HARM = mark_for(
    "young_person",
    "If someone could get badly hurt, we may have to tell someone. We try to tell you first.",
)
MAY_READ = "may_read"
NOBODY = "nobody"


def goes_to(answers: Answers, facts: Facts, *, young: bool = False) -> Above | None:
    """Where it would go now; None where nobody is above, or nothing is said about whom yet."""
    about = answers.get("about")
    if about is None:
        return None
    try:
        return above(str(about), facts.household, facts.roster, facts.today, young=young)
    except NobodyAbove:
        return None


def who_reads(answers: Answers, facts: Facts) -> tuple[str, ...]:
    """The one who reads a carer's concern, by name, translated."""
    if "about" not in answers:
        return ()
    goes = goes_to(answers, facts)
    if goes is None:
        return (facts.language.say(NOBODY_ABOVE),)
    return (facts.language.say(ONE_READS, name=goes.owner.name),)


def who_reads_young(answers: Answers, facts: Facts) -> tuple[str, ...]:
    """Who reads a young person's concern, by name, translated."""
    say = facts.language.say
    if "about" not in answers:
        return say(NO_TROUBLE), say(HARM)
    goes = goes_to(answers, facts, young=True)
    if goes is None:
        return (say(YOUNG_NOBODY),)
    chosen = answers.get(MAY_READ, ())
    wanted = chosen if isinstance(chosen, tuple) else ()
    names = [worker.name for worker in facts.roster if worker.id.hex in wanted]
    everybody = facts.language.items([goes.owner.name, *names])
    return say(YOUNG_READS, names=everybody), say(HARM)
