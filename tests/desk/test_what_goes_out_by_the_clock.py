"""What goes out without a press: Monday's picture, a day that is near, what could not be read."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from conversations.catalogue import FORMS
from desk.due import say_unread
from desk.home import shift_of
from desk.letters import read_letter
from desk.oversight import monday
from desk.private_homes import say_told, show_household
from desk.unit import Lane
from fostering.due import next_due_at
from fostering.private_home_states import PrivateHome
from fostering.supervision import Supervision
from tests.desk.at_the_desk import POLICY, draft_of, told, unit_of
from tests.rules.cast import CARER, HOME, MEG, MONDAY_NIGHT, MONDAY_NOON, ONA, SAM, SVEN, TWO

NINE = datetime(2026, 11, 2, 9, tzinfo=UTC)
"""Monday at the hour of the week's picture, in winter."""


def test_mondays_picture_is_of_the_week_that_ends_at_its_hour_and_not_a_moment_before() -> None:
    moment = timedelta(seconds=1)
    for at, until in (
        (NINE, NINE),
        (NINE + timedelta(days=6, hours=23), NINE),
        (NINE - moment, NINE - timedelta(days=7)),
    ):
        assert monday(POLICY, at) == until


def test_what_could_not_be_read_wakes_the_one_who_is_on_call_first() -> None:
    unit = unit_of(None, at=MONDAY_NIGHT, rooms=("out_of_hours",))
    say_unread(unit, CARER)
    assert [(said.address.key, said.lane) for said in unit.said] == [
        (ONA.id.hex, Lane.URGENT),
        ("out_of_hours", Lane.NOTICE),
    ]
    assert CARER.name in told(unit)[ONA.id.hex]
    assert CARER.name not in told(unit)["out_of_hours"]


def test_who_has_a_shift_reads_who_is_the_other_of_the_pair() -> None:
    for worker, other in ((ONA, "Tom"), (TWO, "Ona"), (MEG, "Ona")):
        shift = shift_of(unit_of(worker, at=MONDAY_NIGHT), worker)
        assert shift is not None
        assert shift.other == other
    assert shift_of(unit_of(SAM, at=MONDAY_NIGHT), SAM) is None


def test_once_they_have_been_told_carers_get_a_message_of_its_own() -> None:
    process = PrivateHome(id=HOME.id, since=MONDAY_NIGHT - timedelta(days=1), by=SVEN.id)
    home = replace(HOME, process=process)
    form = FORMS["private_home_told"]
    draft = replace(draft_of(SVEN, form.key), answers={"home": HOME.id.hex})
    unit = unit_of(SVEN, at=MONDAY_NOON, households={HOME.id: home})
    say_told(unit, form, draft, {"day": "2026-11-02", "teller": SVEN.id.hex})
    [shown] = [said for said in unit.said if said.address.key == CARER.id.hex]
    assert (shown.screen.fresh, shown.lane) == (True, Lane.NOTICE)


def test_what_is_no_letter_is_not_carried_as_one() -> None:
    assert read_letter(b'{"subject": "About", "lines": ["One"]}').lines == ("One",)
    with pytest.raises(ValueError, match="no letter"):
        read_letter(b'{"lines": ["One"]}')


def test_what_stands_still_is_named_from_the_moment_it_is_due_with_the_day_since() -> None:
    begun = MONDAY_NOON - timedelta(days=3)
    process = PrivateHome(id=HOME.id, since=begun, by=SVEN.id)
    held = Supervision(carer=CARER.id, worker=SAM.id, last_held=date(2026, 9, 1))
    due_at = next_due_at(held, POLICY)
    assert due_at is not None
    for at, named in ((due_at, True), (due_at - timedelta(seconds=1), False)):
        unit = unit_of(
            SVEN,
            at=at,
            households={HOME.id: replace(HOME, process=process)},
            promises={HOME.id: (("supervision", held),)},
        )
        show_household(unit, HOME.id.hex)
        assert ("upervision" in "\n".join(told(unit).values())) is named
