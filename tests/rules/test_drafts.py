"""Answers not yet sent."""

from uuid import UUID

from fostering.drafts import Draft
from tests.rules.cast import CARER, MONDAY_NOON


def test_buttons_name_a_draft_by_eight_digits():
    draft = Draft(
        id=UUID("12345678-0000-4000-8000-000000000001"),
        person=CARER.id,
        form="difficulty",
        form_version=1,
        language="en",
        begun_at=MONDAY_NOON,
        touched_at=MONDAY_NOON,
    )
    assert draft.tag == "12345678"
