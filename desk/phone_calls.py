"""Phone calls that duty writes down: a request for the carer who rang (practice 28)."""

from uuid import UUID, uuid4

from conversations.form import Form
from conversations.readers import excluded_by
from desk.answers import write_answers
from desk.home import show_home
from desk.raising import Answers, priority_of_answers
from desk.say import tongue
from desk.sight import may_act
from desk.telling import show_page
from desk.unit import Unit
from fostering.drafts import Draft
from fostering.people import Person, Standing
from fostering.raising import raise_request
from fostering.references import make_reference
from locales import mark


def send_phone_call(unit: Unit, form: Form, draft: Draft, answers: Answers) -> None:
    """Duty adds a request for a carer after a phone call (practice 28)."""
    del draft
    scene = unit.scene
    worker = scene.person
    chosen = answers.get("family")
    carer = next((p for p in scene.people.values() if p.id.hex == chosen), None)
    if worker is None or carer is None or carer.standing is not Standing.CARER:
        show_home(unit)
        return
    home = next((h for h in scene.households.values() if carer.id in h.carers), None)
    key = uuid4()
    unit.decide(
        *raise_request(
            request=key,
            reference=make_reference(key.bytes),
            form=form.key,
            author=carer,
            household=home,
            roster=scene.roster,
            policy=scene.policy,
            at=scene.at,
            priority=priority_of_answers(unit, form, answers),
            kind=form.kind_of(answers, scene.policy.kinds),
            code=form.kind_code(answers),
            answers=write_answers(answers),
            entered_by=worker.id,
            excluded=excluded_by(answers),
        )
    )
    if worker.id in unit.scene.requests[key].excluded:
        show_home(unit)
        return
    _point_at_another(unit, worker, key)
    show_page(unit, worker, key)


def _point_at_another(unit: Unit, worker: Person, key: UUID) -> None:
    """The carer may have told the same in their chat already (practice 28)."""
    told = unit.scene.requests[key]
    others = (r for r in unit.scene.requests.values() if r.author == told.author and r.open)
    other = next((r for r in others if r.id != key and may_act(unit, worker, r)), None)
    if other is not None:
        unit.toast = tongue(unit).say(
            mark("They have {reference} open as well. Is it about the same?"),
            reference=other.reference,
        )
