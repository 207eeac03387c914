"""Who may take a request: every role, whoever is kept from it, in each of its states."""

from dataclasses import replace
from itertools import product
from uuid import UUID

from fostering.people import Role, Standing
from fostering.permission import MANAGES, may_deal_with
from fostering.priority import Priority
from fostering.refusals import Refusal
from fostering.requests import RequestState, acknowledge
from tests.rules.cast import CARER, HOME, MONDAY_NIGHT, YOUNG, staff
from tests.rules.requests_told import raised

SOMEBODY = UUID(int=99)
WORKERS = tuple(staff(100 + number, role.value, role) for number, role in enumerate(Role))
PEOPLE = (CARER, YOUNG, replace(YOUNG, standing=Standing.ADVOCATE), *WORKERS)
FACTS = tuple(facts for facts in product((True, False), repeat=6) if not all(facts[4:]))
"""(urgent, left out, kept from the household, has left, private, readers were chosen).

What has chosen readers is never made private.
"""


def taken_by(person, state, facts):
    """Whether this person may take it, and the rule lets them."""
    urgent, left_out, kept, gone, private, chosen = facts
    request = replace(
        raised(at=MONDAY_NIGHT) if urgent else raised(priority=Priority.P3),
        state=state,
        acknowledged_by=SOMEBODY if state is not RequestState.RAISED else None,
        excluded=frozenset({person.id} if left_out else ()),
        readers=frozenset({SOMEBODY} if chosen else ()),
        private_since=MONDAY_NIGHT if private else None,
        private_by=SOMEBODY if private else None,
    )
    home = replace(HOME, kept_from=frozenset({person.id} if kept else ()))
    someone = replace(person, active=not gone)
    if not may_deal_with(someone, request, home, phone_only=False):
        return False
    try:
        return bool(acknowledge(request, someone, MONDAY_NIGHT, holder="Somebody"))
    except Refusal:
        return False


def test_nobody_takes_what_is_not_for_them_whatever_else_is_true():
    took = 0
    for person, state, facts in product(PEOPLE, RequestState, FACTS):
        if not taken_by(person, state, facts):
            continue
        took += 1
        _, left_out, kept, gone, private, chosen = facts
        assert person.standing is Standing.STAFF
        assert state is RequestState.RAISED
        assert not any((left_out, kept, gone, chosen)), (person.name, facts)
        assert not private or person.roles & MANAGES, (person.name, facts)
    assert took
