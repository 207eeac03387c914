"""What the cards of a check-in need besides the request: names, words and answers."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from conversations.card import shown_answers
from conversations.catalogue import FORMS
from conversations.check_in import Said
from conversations.check_in_answer import Reply
from conversations.check_in_page import CheckInView
from conversations.facts import Facts
from conversations.forms.answer_check_in import KEY as ANSWER
from conversations.forms.who_may_see import READERS
from conversations.questions.chosen_readers import TELL_HOME
from desk.answers import answers_of
from desk.occasions import told_to_readers
from desk.say import known
from desk.scene import Written
from desk.unit import Unit
from desk.views import name_of
from fostering.check_in import CHECK_IN
from fostering.drafts import SKIPPED, Answer
from fostering.office_hours import local_date
from fostering.people import Person, Role
from fostering.phone_use import NOT_ONLY_THEIRS
from fostering.requests import Request

MANAGERS = (Role.TEAM_MANAGER, Role.SERVICE_MANAGER)


def said_of(unit: Unit, request: Request, facts: Facts) -> Said:
    """As the young person sees it; `facts` are in their language."""
    scene = unit.scene
    told = next((w for w in scene.roster if w.id == request.chased_to), None)
    roles = told.roles if told is not None else ()
    replies = replies_of(unit, request, facts)
    return Said(
        readers=names_of_readers(unit, request),
        holder=name_of(unit, request.acknowledged_by),
        told=next((role for role in MANAGERS if role in roles), None),
        reply=replies[-1] if replies else None,
        today=local_date(scene.at, scene.policy.office_hours),
    )


def view_of(unit: Unit, request: Request, facts: Facts) -> CheckInView:
    """As one of its readers sees it; `facts` are in their language."""
    answers = answers_of(unit, request)
    chosen = answers.get(READERS, ())
    author = next((p for p in known(unit) if p.id == request.author), None)
    return CheckInView(
        author=name_of(unit, request.author),
        readers=names_of_readers(unit, request),
        holder=name_of(unit, request.acknowledged_by),
        may_tell_home=isinstance(chosen, tuple) and TELL_HOME in chosen,
        phone_shared=author is not None and author.phone_use in NOT_ONLY_THEIRS,
        filer=name_of(unit, request.filed_by),
        told=told_in(request, answers, facts),
        asked_for=_asked_for(unit, request, author, facts),
        replies=replies_of(unit, request, facts),
    )


def _asked_for(
    unit: Unit, request: Request, author: Person | None, facts: Facts
) -> tuple[str, ...]:
    """Before or after which day they said how things are; nothing where they ask for something."""
    if author is None or request.form != CHECK_IN:
        return ()
    return told_to_readers(unit, author, request.raised_at, facts.language)


def told_in(
    request: Request, answers: Mapping[str, Answer], facts: Facts
) -> tuple[tuple[str, str], ...]:
    """What was asked and what they said to it, without what they passed over."""
    kept = {key: answer for key, answer in answers.items() if answer != SKIPPED}
    form = FORMS[request.form]
    said = tuple(question.key for question in form.questions if question.key != READERS)
    return shown_answers(form, kept, facts, only=said)


def answered_now(unit: Unit) -> Request | None:
    """What a young person said that the worker at the desk is answering."""
    drafts = unit.scene.drafts.values()
    about = next((draft.request for draft in drafts if draft.form == ANSWER), None)
    return unit.scene.requests.get(about) if about is not None else None


def with_their_words(unit: Unit, request: Request, facts: Facts) -> Facts:
    """The facts for the worker who answers: what was said stands above the question."""
    return replace(facts, their_words=lines_of(told_in(request, answers_of(unit, request), facts)))


def lines_of(told: tuple[tuple[str, str], ...]) -> tuple[str, ...]:
    """Question and answer as one paragraph each."""
    return tuple(f"{asked}\n{answered}" for asked, answered in told)


def replies_of(unit: Unit, request: Request, facts: Facts) -> tuple[Reply, ...]:
    """The answers that were given, the oldest first; their own words where those were left so."""
    own = lines_of(told_in(request, answers_of(unit, request), facts))
    lines = (w for w in unit.scene.written.get(request.id, ()) if w.event == "CheckInAnswered")
    return tuple(_reply(unit, line, own) for line in lines)


def _reply(unit: Unit, line: Written, own: tuple[str, ...]) -> Reply:
    said = line.words.get("said", "")
    return Reply(
        name=name_of(unit, line.actor),
        at=line.at,
        said=(said,) if said else own,
        done=line.words.get("done", ""),
        done_by=_day(line.codes.get("done_by")),
        why_not=line.words.get("why_not", ""),
    )


def _day(code: object) -> date | None:
    """A day of the chronology: as it is in this unit, or as it was kept."""
    if isinstance(code, str):
        return date.fromisoformat(code)
    return code if isinstance(code, date) else None


def names_of_readers(unit: Unit, request: Request) -> tuple[str, ...]:
    """The names of whom they chose, in the order of the service's list of staff."""
    return tuple(worker.name for worker in unit.scene.roster if worker.id in request.readers)
