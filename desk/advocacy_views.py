"""What the cards of an advocacy need besides it: names, answers, words, in a reader's language."""

from conversations.advocacy import OnMySide
from conversations.advocate_desk import Asked
from conversations.card import shown_answers
from conversations.forms.advocacy import ADVOCACY, HERE
from conversations.questions.telephone import OWN
from desk.answers import has_answers, read_answers
from desk.facts import facts_for
from desk.unit import Unit
from desk.views import name_of
from fostering.advocacy import Advocacy
from fostering.advocacy_letters import next_provider
from fostering.drafts import Answer
from fostering.people import Person
from locales import Language, language


def answered(unit: Unit, asked: Advocacy) -> dict[str, Answer]:
    """What the young person answered when they asked."""
    for line in unit.scene.written.get(asked.id, ()):
        if has_answers(line):
            return read_answers(line.words["answers"])
    return {}


def reached_here(unit: Unit, asked: Advocacy) -> bool:
    """Whether they want to be reached in this chat; else their card is only changed in place."""
    return answered(unit, asked).get("reach") == HERE


def on_my_side(unit: Unit, asked: Advocacy) -> OnMySide:
    """As the young person sees it."""
    lines = [w for w in unit.scene.written.get(asked.id, ()) if w.event == "AdvocacyWordsSent"]
    own = [line.at for line in lines if line.actor == asked.author]
    further = next_provider(asked, unit.scene.policy)
    return OnMySide(
        at=unit.scene.at,
        advocate=name_of(unit, asked.advocate),
        words_shown=reached_here(unit, asked),
        written=[(w.at, w.words["words"]) for w in lines if w.actor != asked.author],
        added_at=max(own, default=None),
        further=further.name if further is not None else "",
    )


def asked_of(unit: Unit, asked: Advocacy, advocate: Person | None, words: Language) -> Asked:
    """As an advocate sees it, in their language; None: whoever opened a letter."""
    answers = answered(unit, asked)
    author = unit.scene.people.get(asked.author)
    if answers.get("ring_back") == OWN and author is not None and author.telephone:
        # The provider has no number of theirs: what the service holds is passed on, as they asked.
        answers["ring_back"] = author.telephone
    lines = [w for w in unit.scene.written.get(asked.id, ()) if w.event == "AdvocacyWordsSent"]
    return Asked(
        author=author.name if author is not None else "",
        wants=str(answers.get("wants", "")),
        spoken=language(asked.language).name,
        asks=shown_answers(ADVOCACY, answers, facts_for(unit, words), for_staff=True),
        holder=name_of(unit, asked.advocate),
        mine=advocate is not None and asked.advocate == advocate.id,
        writes=reached_here(unit, asked),
        written=[(w.at, name_of(unit, w.actor), w.words["words"]) for w in lines],
    )
