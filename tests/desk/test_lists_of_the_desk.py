"""Who is on a list of the desk, and what stands on a page, where two things must hold at once."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from conversations.kinds import KINDS
from desk.discretion import at_private_home
from desk.facts import phones
from desk.oversight import show_kept
from desk.private_homes import show_private
from desk.who_is_this import _child
from fostering.oversight import Firsts
from fostering.people import Person
from fostering.priority import Priority
from fostering.private_home_states import PrivateHome
from fostering.requests import Request, RequestState
from tests.desk.a_full_desk import ARI, PLACED
from tests.desk.at_the_desk import told, unit_of
from tests.rules.cast import CARER, DEE, HOME, MONDAY_NIGHT, MONDAY_NOON, SVEN
from tests.rules.requests_told import raised


def test_only_a_chat_that_is_there_can_be_cut_off() -> None:
    people: dict[object, Person] = {CARER.id: CARER, ARI.id: replace(ARI, linked=False)}
    assert phones(unit_of(SVEN, people=people)) == (CARER,)


def test_a_household_in_private_process_holds_what_its_carers_asked() -> None:
    request = raised(at=MONDAY_NOON, priority=Priority.P3)
    process = PrivateHome(id=HOME.id, since=MONDAY_NIGHT, by=SVEN.id)
    for home, holds in ((HOME, False), (replace(HOME, process=process), True)):
        unit = unit_of(None, request, households={HOME.id: home})
        assert at_private_home(unit, request) is holds
    assert not at_private_home(unit, replace(request, household=None))


def test_until_when_an_alert_stands_is_said_only_where_one_stands_tonight() -> None:
    tonight = MONDAY_NIGHT.date()
    for until, words in ((tonight, "Runs off at night"), (tonight - timedelta(days=3), "Old")):
        placed = replace(PLACED, alert=words, alert_until=until)
        child = _child(unit_of(DEE, people={ARI.id: ARI}), ARI.id, placed)
        assert (child.alert_until is not None) is (child.alert != "") is (until == tonight)
    without = _child(unit_of(DEE, people={ARI.id: ARI}), ARI.id, None)
    assert (without.alert, without.alert_until) == ("", None)


def test_what_is_private_is_listed_from_when_it_began_the_oldest_first() -> None:
    def private(number: int, hours: int, **facts: object) -> Request:
        made = raised(request=UUID(int=number), reference=f"R-{number}")
        since = MONDAY_NOON + timedelta(hours=hours)
        return replace(made, escalation=None, private_since=since, private_by=SVEN.id, **facts)  # type: ignore[arg-type]

    process = PrivateHome(id=HOME.id, since=MONDAY_NOON + timedelta(hours=2), by=SVEN.id)
    unit = unit_of(
        SVEN,
        private(301, 3),
        private(302, 1),
        private(303, 0, state=RequestState.CLOSED, closed_at=MONDAY_NIGHT),
        households={HOME.id: replace(HOME, process=process)},
        private_homes=(process,),
    )
    show_private(unit)
    [said] = unit.said
    named = [b.press.args[0] for row in said.screen.rows for b in row if b.press and b.press.args]
    assert named == [UUID(int=302).hex, HOME.id.hex, UUID(int=301).hex]


def test_promises_are_counted_of_the_last_thirty_days() -> None:
    for days, counted in ((29, True), (31, False)):
        at = MONDAY_NOON - timedelta(days=days)
        made = [
            raised(
                request=UUID(int=number),
                reference=f"R-{number}",
                at=at,
                form="difficulty",
                kind=KINDS["D12"],
                priority=Priority.P2,
            )
            for number in range(300, 305)
        ]
        in_time = Firsts(taken=at, answered=at, spoken=at)
        unit = unit_of(SVEN, *made, at=MONDAY_NOON, firsts={one.id: in_time for one in made})
        show_kept(unit)
        assert ("Taken in time: kept 5" in "\n".join(told(unit).values())) is counted, told(unit)
