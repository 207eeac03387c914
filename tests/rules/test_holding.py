"""Only who has a request speaks for it; a colleague takes it over first."""

from datetime import timedelta

import pytest

from fostering import requests as rules
from fostering.priority import Priority
from fostering.refusals import AlreadyTaken, NotTaken
from tests.rules.cast import MONDAY_NIGHT, ONA, TIA, TWO
from tests.rules.requests_told import follow, raised
from tests.rules.test_requests import climbed_again, taken

LATER = MONDAY_NIGHT + timedelta(minutes=1)
ACTS = {
    "reply": lambda r, w, **k: rules.reply(r, w, "Hello", LATER, **k),
    "spoke": lambda r, w, **k: rules.record_contact(r, w, LATER, **k),
    "lower": lambda r, w, **k: rules.lower(r, w, Priority.P3, LATER, **k),
    "close": lambda r, w, **k: rules.close(r, w, "spoke", "", LATER, **k),
}
each = pytest.mark.parametrize("act", ACTS.values(), ids=ACTS)


@each
def test_nobody_speaks_for_what_a_colleague_has(act):
    with pytest.raises(AlreadyTaken) as refused:
        act(taken(), TWO, holder="Ona")
    assert refused.value.details == {"worker": "Ona"}


@each
def test_where_it_climbed_again_only_who_is_paged_speaks_for_it(act):
    request = climbed_again(paged=(TWO.id,))
    for worker in (ONA, TIA):
        with pytest.raises(NotTaken):
            act(request, worker)


def test_a_colleague_s_routine_request_is_not_closed_either():
    request = raised(priority=Priority.P3)
    request = follow(request, rules.acknowledge(request, ONA, LATER))
    with pytest.raises(AlreadyTaken):
        rules.close(request, TWO, "", "", LATER)
    assert rules.close(request, ONA, "", "", LATER)
