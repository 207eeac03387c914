"""What a worker's page says of how the person may be reached, and what it keeps to itself."""

from dataclasses import replace

import pytest

from conversations.kinds import KINDS
from conversations.page_view import PageView
from desk.check_in_views import view_of
from desk.facts import facts_for
from desk.page_views import page_view
from fostering.people import Person
from fostering.phone_use import PhoneUse
from fostering.requests import Request, RequestState, acknowledge
from locales import language
from tests.desk.a_full_desk import ARI
from tests.desk.at_the_desk import POLICY, line, unit_of
from tests.rules.cast import CARER, CLEO, DEE, HOME, MEG, MONDAY_NOON, ONA, SAM, TIA
from tests.rules.requests_told import follow, raised
from tests.rules.said import sent

NOT_SAFE = raised(form="not_safe", author=ARI, not_safe=True, child=ARI.id)
HELP = raised()
PHONE_ONLY = next(code for code, kind in KINDS.items() if kind.phone_only)


def seen(request: Request, worker: Person = ONA, answers: str = "{}", **scene: object) -> PageView:
    added = replace(line("WordsAdded"), words={"words": "More"})
    written = {request.id: (line("RequestRaised", answers), added)}
    people = scene.pop("people", {CARER.id: CARER, ARI.id: ARI})
    unit = unit_of(worker, request, written=written, at=MONDAY_NOON, people=people, **scene)
    return page_view(unit, request, worker, language("en"))


@pytest.mark.parametrize(
    ("answers", "says", "rings", "no_number", "writes"),
    [
        ("{}", "no wish was given; do not ring the household", True, True, True),
        ('{"safe_way": "call"}', "they want a call", True, True, True),
        (
            '{"safe_way": "call", "ring_back": "07700 900123"}',
            "they want a call",
            True,
            False,
            True,
        ),
        ('{"safe_way": "message"}', "message only", False, False, True),
        ('{"safe_way": "nothere"}', "not in this chat", False, False, False),
    ],
)
def test_of_a_young_person_the_page_says_the_safe_way(
    answers: str, says: str, rings: bool, no_number: bool, writes: bool
) -> None:
    view = seen(NOT_SAFE, answers=answers)
    assert view.safe_way.startswith(says)
    assert (view.rings, view.no_safe_number, view.writes) == (rings, no_number, writes)
    assert (view.young_person, view.number_held) == (True, False)


def test_of_a_carer_the_page_says_no_way_and_whether_their_number_is_held() -> None:
    view = seen(HELP)
    assert (view.safe_way, view.young_person, view.no_safe_number) == ("", False, False)
    assert (view.number_held, view.rings, view.author) == (True, True, "Rosa")
    assert not seen(HELP, answers='{"ring_back": "07700 900123"}').number_held


def test_the_page_says_whether_somebody_has_a_chat_and_whether_others_use_the_phone() -> None:
    for linked in (True, False):
        people = {CARER.id: replace(CARER, linked=linked)}
        view = seen(HELP, people=people)
        assert (view.no_chat, view.writes) == (not linked, linked)
    for use, shared in ((PhoneUse.OWN, False), (PhoneUse.SHARED, True)):
        people = {ARI.id: replace(ARI, phone_use=use)}
        assert seen(NOT_SAFE, people=people).phone_shared is shared
    nobody = seen(HELP, people={})
    assert (nobody.author, nobody.phone_shared, nobody.no_chat) == ("", False, True)


def test_the_page_is_mine_once_i_have_it_and_paged_where_i_hold_a_copy() -> None:
    taken = follow(HELP, acknowledge(HELP, DEE, MONDAY_NOON))
    assert [seen(request, DEE).mine for request in (HELP, taken)] == [False, True]
    assert not seen(taken, ONA).mine
    assert [seen(HELP, worker).paged for worker in (ONA, SAM)] == [True, False]
    assert (seen(HELP, DEE).holder, seen(taken, ONA).holder) == ("", "Dee")


def test_what_is_for_the_telephone_shows_its_words_to_managers_alone() -> None:
    request = replace(HELP, kind=PHONE_ONLY)
    titles = {}
    for worker, sealed in ((SAM, True), (ONA, True), (MEG, True), (TIA, False)):
        view = seen(request, worker, '{"ring_back": "07700 900123", "details": "Kanarienvogel"}')
        assert (view.phone_only, view.sealed, bool(view.written)) == (True, sealed, not sealed)
        assert "Kanarienvogel" not in str(view.asks)
        titles[worker.name] = view.title
    assert titles["Sam"] == titles["Ona"] != titles["Meg"] == titles["Tia"]
    open_view = seen(HELP, SAM)
    assert (open_view.phone_only, open_view.sealed, bool(open_view.written)) == (False, False, True)
    assert HOME.id == HELP.household


def test_the_page_counts_how_often_somebody_was_paged() -> None:
    lines = (
        line("RequestRaised", "{}"),
        line("WorkerPaged", workers=["1"]),
        line("WorkerPaged", workers=[]),
        line("WorkerPaged", workers=["2"]),
        line("RequestAcknowledged", workers=["1"]),
    )
    unit = unit_of(ONA, HELP, written={HELP.id: lines})
    assert page_view(unit, HELP, ONA, language("en")).copy == 2


def test_the_form_for_a_change_at_home_is_owed_while_it_is_open_and_a_report_is_no_notice() -> None:
    told = replace(HELP, form="household_change", finished=True)
    closed = replace(told, state=RequestState.CLOSED, closed_at=MONDAY_NOON)
    for request, chat_counts, owed in (
        (told, False, True),
        (told, True, False),
        (replace(told, finished=False), False, False),
        (HELP, False, False),
        (closed, False, False),
    ):
        policy = replace(POLICY, chat_is_written_notice=chat_counts)
        assert seen(request, policy=policy).form_owed is owed


def test_a_reader_sees_that_others_use_the_phone_of_who_said_it() -> None:
    request = sent()
    for use, shared in ((PhoneUse.OWN, False), (PhoneUse.SHARED, True)):
        people = {ARI.id: replace(ARI, phone_use=use)}
        written = {request.id: (line("RequestRaised", "{}"),)}
        unit = unit_of(CLEO, request, written=written, people=people)
        facts = facts_for(unit, language("en"), HOME)
        assert view_of(unit, request, facts).phone_shared is shared
    nobody = unit_of(CLEO, request, written=written, people={})
    assert not view_of(nobody, request, facts).phone_shared


def test_that_nobody_spoke_stands_on_the_page_while_it_is_open_and_until_a_call_is_noted() -> None:
    closed = replace(HELP, state=RequestState.CLOSED, closed_at=MONDAY_NOON)
    denied, spoken = line("ContactDenied"), line("ContactRecorded")
    for request, lines, stands in (
        (HELP, (denied,), True),
        (HELP, (denied, spoken), False),
        (HELP, (), False),
        (closed, (denied,), False),
    ):
        unit = unit_of(ONA, request, written={request.id: (line("RequestRaised", "{}"), *lines)})
        assert page_view(unit, request, ONA, language("en")).denied is stands
