"""Raising at the desk: what a person reports becomes a request, urgent things at once."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from uuid import UUID, uuid4

from conversations.form import Form
from conversations.readers import excluded_by, who_reads
from desk import reports
from desk.answers import answers_of, write_answers
from desk.earlier import open_own, reference_before
from desk.facts import facts_for
from desk.help import URGENT_FORMS
from desk.home import show_home
from desk.say import tongue
from desk.unit import Unit
from desk.wishes import NOBODY, child_of, wanted_for
from fostering.drafts import SKIPPED, Answer, Draft
from fostering.kinds import Kinds
from fostering.office_hours import local_date
from fostering.people import Person
from fostering.priority import Priority, highest
from fostering.raising import add_answers, raise_request
from fostering.references import make_reference
from fostering.requests import Request

Answers = Mapping[str, Answer]
TALK = "S02"
NOT_SAFE = "not_safe"
SAFE_WAYS = ("team", "call", "message", "nothere")


def raise_early(
    unit: Unit, form: Form, draft: Draft, answers: Answers, *, anew: bool = False
) -> Draft:
    """Raise what is urgent the moment it shows; once raised, every answer is added (practice 1).

    `anew`: it is another matter, and joins nothing that was begun before.
    """
    if form.about_request or form.key == "phone_call":
        return draft
    kinds = unit.scene.policy.kinds
    request = unit.scene.requests.get(draft.request) if draft.request is not None else None
    if request is not None and not _out_of_sight(form, request, answers, kinds):
        if request.open and dict(answers_of(unit, request)) != dict(answers):
            _add(unit, form, request, answers, finished=False)
        return draft
    priority = form.raises(answers, kinds)
    if priority is None:
        return draft
    begun = _begun_before(unit, form) if not anew else None
    if begun is not None:
        told = {**answers_of(unit, begun), **answers}
        _add(unit, form, begun, told, finished=False)
        return replace(draft, request=begun.id, answers=told)
    earlier = reference_before(unit, (form.key,)) if not anew else ""
    raised = raise_report(unit, form, answers, priority, finished=False, earlier=earlier)
    return replace(draft, request=raised.id) if raised is not None else draft


def _out_of_sight(form: Form, request: Request, answers: Answers, kinds: Kinds) -> bool:
    """Whether danger would be added to what no page shows: then it is a matter of its own.

    A private process goes on without alarms (practice 14); a child in danger must not.
    """
    urgent = form.raises(answers, kinds) is not None
    return request.private and urgent and not request.priority.urgent


def raise_now(unit: Unit, form: Form, draft: Draft, answers: Answers) -> Draft:
    """Raise what is not urgent before it is finished, because something must be kept with it."""
    if draft.request is not None:
        return draft
    raised = raise_report(
        unit, form, answers, priority_of_answers(unit, form, answers), finished=False
    )
    return replace(draft, request=raised.id) if raised is not None else draft


def _begun_before(unit: Unit, form: Form) -> Request | None:
    """The urgent request of the same kind of report that this person began and never finished.

    Whoever presses danger, stops the questions and presses it again, tells the same (practice 1),
    as long as nobody has spoken with them about it.
    """
    begun = (r for r in open_own(unit, (form.key,)) if r.same_matter and not r.finished)
    return next(begun, None)


def send_report(unit: Unit, form: Form, draft: Draft, answers: Answers) -> None:
    """Send a report that is finished, or finish one that was raised already."""
    request = unit.scene.requests.get(draft.request) if draft.request is not None else None
    if request is not None and request.open:
        _add(unit, form, request, answers, finished=True)
    else:
        priority = priority_of_answers(unit, form, answers)
        request = raise_report(unit, form, answers, priority, finished=True)
    if request is not None:
        reports.show_request(unit, request.id)


def priority_of_answers(unit: Unit, form: Form, answers: Answers) -> Priority:
    """How urgent a finished report is; a form that is not about urgency counts as same-day."""
    return form.priority(answers, unit.scene.policy.kinds) or Priority.P2


def raise_urgent(unit: Unit, person: Person, *, form: str) -> Request:
    """*Tell the on-call team*: raised and paged now; a few questions follow that may wait."""
    code = TALK if form == "talk_tonight" else ""
    return _raise_for(unit, person, form=form, priority=Priority.P1, code=code, finished=False)


def raise_not_safe(unit: Unit, way: str) -> Request | None:
    """A young person's "I'm not safe": to duty and a manager, never to the household."""
    person = unit.scene.person
    if person is None or way not in SAFE_WAYS:
        show_home(unit)
        return None
    request = _raise_for(
        unit,
        person,
        form=NOT_SAFE,
        priority=Priority.P1,
        answers=write_answers({"safe_way": way}),
        not_safe=True,
        child=person.id,
    )
    reports.show_request(unit, request.id)
    return request


def change_safe_way(unit: Unit, request: Request, way: str) -> None:
    """They may be reached in another way from now on; whoever has it is told at once."""
    now = answers_of(unit, request)
    if way in SAFE_WAYS[1:] and way != now.get("safe_way"):
        _add_safely(unit, request, {**now, "safe_way": way})
    reports.show_request(unit, request.id)


def add_safe_number(unit: Unit, form: Form, draft: Draft, answers: Answers) -> None:
    """The number on which a young person may be rung, added to what they sent."""
    del form
    request = unit.scene.requests.get(draft.request) if draft.request is not None else None
    if request is None or not request.open:
        show_home(unit)
        return
    if answers.get("ring_back") != SKIPPED:
        _add_safely(unit, request, {**answers_of(unit, request), **answers})
    reports.show_request(unit, request.id)


def _add_safely(unit: Unit, request: Request, answers: Answers) -> None:
    """How to reach a young person; the request goes on as it was."""
    scene = unit.scene
    person = scene.person
    if person is not None:
        unit.decide(
            *add_answers(
                request,
                person,
                scene.household,
                scene.roster,
                scene.policy,
                scene.at,
                priority=request.priority,
                finished=True,
                answers=write_answers(answers),
                child=person.id,
                not_safe=True,
            )
        )


def _raise_for(
    unit: Unit,
    person: Person,
    *,
    form: str,
    priority: Priority,
    code: str = "",
    answers: str = "",
    finished: bool = True,
    not_safe: bool = False,
    child: UUID | None = None,
) -> Request:
    scene = unit.scene
    key = uuid4()
    unit.decide(
        *raise_request(
            request=key,
            reference=make_reference(key.bytes),
            form=form,
            author=person,
            household=scene.household,
            roster=scene.roster,
            policy=scene.policy,
            at=scene.at,
            priority=priority,
            code=code,
            answers=answers,
            child=child,
            not_safe=not_safe,
            finished=finished,
            earlier=reference_before(unit, URGENT_FORMS),
        )
    )
    _remember_household(unit)
    return scene.requests[key]


def raise_report(
    unit: Unit,
    form: Form,
    answers: Answers,
    priority: Priority,
    *,
    finished: bool,
    earlier: str = "",
    latest: datetime | None = None,
) -> Request | None:
    """A report by the carer at the desk; its answer is owed by `latest` (aware UTC), if given."""
    scene = unit.scene
    person = scene.person
    if person is None:
        return None
    key = uuid4()
    unit.decide(
        *raise_request(
            request=key,
            reference=make_reference(key.bytes),
            form=form.key,
            author=person,
            household=scene.household,
            roster=scene.roster,
            policy=scene.policy,
            at=scene.at,
            priority=priority,
            kind=form.kind_of(answers, scene.policy.kinds),
            code=form.kind_code(answers),
            answers=with_readers(unit, form, answers, priority),
            child=child_of(scene.household, answers),
            about_child=answers.get("child") != NOBODY,
            finished=finished,
            excluded=excluded_by(answers),
            wanted=wanted_for(answers, local_date(scene.at, scene.policy.office_hours)),
            latest=latest,
            earlier=earlier,
        )
    )
    _remember_household(unit)
    return scene.requests[key]


def _add(unit: Unit, form: Form, request: Request, answers: Answers, *, finished: bool) -> None:
    """Later answers of a request that is raised already."""
    scene, kinds = unit.scene, unit.scene.policy.kinds
    if scene.person is None:
        return
    more = form.raises_more(answers_of(unit, request), answers, kinds)
    asked_for = more or request.priority
    unit.decide(
        *add_answers(
            request,
            scene.person,
            scene.household,
            scene.roster,
            scene.policy,
            scene.at,
            priority=asked_for,
            finished=finished,
            kind=form.kind_of(answers, kinds),
            answers=with_readers(unit, form, answers, highest(asked_for, request.priority)),
            child=child_of(scene.household, answers),
            about_child=answers.get("child") != NOBODY,
            excluded=excluded_by(answers),
            wanted=wanted_for(answers, local_date(scene.at, scene.policy.office_hours)),
        )
    )


def add_report(unit: Unit, form: Form, request: Request, answers: Answers) -> None:
    """The same was reported before and is still open: what is true now is added to it."""
    _add(unit, form, request, answers, finished=True)


def _remember_household(unit: Unit) -> None:
    home = unit.scene.household
    if home is not None:
        unit.scene.households[home.id] = home


def with_readers(unit: Unit, form: Form, answers: Answers, priority: Priority) -> str:
    """The answers as they are kept, with who sees them at the urgency at which they go out."""
    facts = facts_for(unit, tongue(unit))
    kind = form.kind_of(answers, unit.scene.policy.kinds)
    return write_answers(answers, who_reads(answers, facts, kind, priority, form=form.key))
