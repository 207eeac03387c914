"""A decision that was asked for, at the desk: to whom it goes, and by when it is answered."""

from conversations.form import Form
from conversations.forms.decision import event_of
from desk import raising, reports
from desk.unit import Unit
from fostering.decision_requests import latest, priority_of
from fostering.drafts import Draft


def send(unit: Unit, form: Form, draft: Draft, answers: raising.Answers) -> None:
    """It goes to who may decide; the answer is owed before the event, never after it."""
    del draft
    scene = unit.scene
    event = event_of(answers)
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
