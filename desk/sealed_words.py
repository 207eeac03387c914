"""Words typed about a matter for the telephone: sealed to managers, not lost (practice 13)."""

from dataclasses import replace

from conversations.form import Form
from desk import raising
from desk.raising import Answers
from desk.unit import Unit
from fostering import requests as rules
from fostering.drafts import Draft
from fostering.people import Standing
from locales import mark

KEPT = mark(
    "We keep your words for the team manager, and tell them. Now ring us. Write the child's exact "
    "words, with the date and time, in your own log. Write no more about it here."
)


def are_sealed(unit: Unit, form: Form, draft: Draft) -> bool:
    """Whether what a carer types here, beside the question, is about a matter for the telephone."""
    person = unit.scene.person
    kind = form.kind_of(draft.answers, unit.scene.policy.kinds)
    carer = person is not None and person.standing is Standing.CARER
    return carer and not form.about_request and kind is not None and kind.phone_only


def keep(unit: Unit, form: Form, draft: Draft, answers: Answers, text: str) -> Draft:
    """Add the words to the request, raised now if it was not yet; only managers can open them."""
    person = unit.scene.person
    raised = raising.raise_now(unit, form, draft, answers)
    request = unit.scene.requests.get(raised.request) if raised.request is not None else None
    if person is not None and request is not None and request.open:
        unit.decide(*rules.add_words(request, person, text, unit.scene.at))
    touched = replace(raised, touched_at=unit.scene.at)
    unit.keep(touched)
    return touched
