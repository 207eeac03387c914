"""What the forms at the start of a placement lead to: ticks, one request, support with its days."""

from collections.abc import Mapping

from conversations.catalogue import FORMS
from conversations.form import Form
from conversations.forms.information import ticked
from desk import raising, reports
from desk.answers import answers_of
from desk.placement_starts import named_start, show_start
from desk.unit import Unit
from fostering.drafts import Answer, Draft
from fostering.office_hours import local_date
from fostering.placement_start import tick_information, urgency_of
from fostering.requests import Request


def send_information(unit: Unit, form: Form, draft: Draft, answers: Mapping[str, Answer]) -> None:
    """The ticks are kept; what is missing becomes one request, or is added to the open one."""
    del draft
    key, carer = str(answers.get("child", "")), unit.scene.person
    day = local_date(unit.scene.at, unit.scene.policy.office_hours)
    not_told, out_of_date = ticked(answers, "not_told"), ticked(answers, "out_of_date")
    found = named_start(unit, key)
    if found is not None and carer is not None:
        home, _, start = found
        said = answers.get("emergency")
        unit.decide(
            *tick_information(
                start,
                carer,
                home,
                unit.scene.at,
                day,
                not_told=not_told,
                out_of_date=out_of_date,
                emergency=None if said is None else said == "yes",
            )
        )
    request = _open_request(unit, form.key, key)
    if request is not None:
        raising.add_report(unit, form, request, answers)
    elif not_told or out_of_date:
        request = raising.raise_report(unit, form, answers, urgency_of(not_told), finished=True)
    if request is not None:
        reports.show_request(unit, request.id)
    else:
        show_start(unit, key)


def send_support(unit: Unit, form: Form, draft: Draft, answers: Mapping[str, Answer]) -> None:
    """Each kind that is ticked becomes a request of its own, with its owner and its day."""
    del form, draft
    support = FORMS["support"]
    chosen = answers.get("kinds", ())
    kinds = unit.scene.policy.kinds
    for code in chosen if isinstance(chosen, tuple) else ():
        if code in kinds:
            kept = {key: answers[key] for key in ("child", "must_not_see") if key in answers}
            asked = {"group": kinds[code].group, "kind": code, **kept}
            priority = raising.priority_of_answers(unit, support, asked)
            raising.raise_report(unit, support, asked, priority, finished=True)
    reports.show_mine(unit)


def _open_request(unit: Unit, form: str, key: str) -> Request | None:
    """What this carer has asked about the same child already, if it is still open."""
    person = unit.scene.person
    mine = (
        request
        for request in unit.scene.requests.values()
        if person is not None
        and request.author == person.id
        and request.open
        and not request.private
    )
    about = (r for r in mine if r.form == form and answers_of(unit, r).get("child") == key)
    return next(about, None)
