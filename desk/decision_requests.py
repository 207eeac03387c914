"""Asking for a decision at the desk: from the list, with the child and the matter filled in."""

from conversations.form import Form
from desk import forms, raising, reports
from desk.unit import Unit
from desk.wishes import event_day
from fostering.decision_requests import latest, priority_of
from fostering.decisions import Decision
from fostering.drafts import Draft
from fostering.office_hours import local_date


def ask_for(unit: Unit, key: str, decision: str) -> None:
    """*Ask for a decision*, pressed on one line of the list."""
    home = unit.scene.household
    day = local_date(unit.scene.at, unit.scene.policy.office_hours)
    children = {p.id.hex for p in home.on(day).placements} if home is not None else set()
    filled = {"child": key} if key in children else {}
    filled |= {"decision": decision} if decision in tuple(Decision) else {}
    forms.open_form(unit, "decision", answers=filled, anew=True)


def send(unit: Unit, form: Form, draft: Draft, answers: raising.Answers) -> None:
    """It goes to who may decide; the answer is owed before the event, never after it."""
    del draft
    scene = unit.scene
    event = event_day(answers)
    request = raising.raise_report(
        unit,
        form,
        answers,
        priority_of(event, scene.at, scene.policy),
        finished=True,
        latest=latest(event, scene.at, scene.policy) if event is not None else None,
    )
    if request is not None:
        reports.show_request(unit, request.id)
