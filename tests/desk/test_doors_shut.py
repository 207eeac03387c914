"""A code that is not good, a home that is not written to, answers that cannot go."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest

from conversations.catalogue import FORMS
from desk.annual_reviews import note_held_on
from desk.check_in import send_check_in
from desk.filing import show_not_filed
from desk.invitations import code_form, connect, redeem_code
from desk.newcomers import cut_off
from desk.scene import Where
from desk.supervisions import SUPERVISIONS
from fostering.annual_review import AnnualReview
from fostering.events import AnnualReviewWordsSent, PersonUnlinked, RoomConnected
from fostering.invitations import CodeForm, spoken_code
from fostering.people import Newcomer, Person
from fostering.priority import Priority
from fostering.private_home_states import PrivateHome
from fostering.requests import Request, RequestState
from fostering.supervision import Supervision
from tests.desk.a_full_desk import ARI
from tests.desk.at_the_desk import POLICY, PRIVATE, draft_of, told, unit_of
from tests.rules.cast import CARER, CLEO, DEE, HOME, MONDAY_NIGHT, MONDAY_NOON, SAM, TIA
from tests.rules.requests_told import raised
from tests.rules.test_invitations import invited

TRIED = [("telegram", "77")]


def test_a_code_that_is_not_good_is_counted_and_a_stranger_reads_whom_to_ring() -> None:
    for person, tried in ((None, TRIED), (CARER, TRIED)):
        unit = unit_of(person, sender=PRIVATE, rooms=("out_of_hours",))
        redeem_code(unit, "NOTGOOD")
        assert (unit.tries, unit.events) == (tried, [])
        assert len(unit.said) == 1
    unit = unit_of(CARER, rooms=("out_of_hours",))
    redeem_code(unit, "")
    assert (unit.tries, len(unit.said)) == ([], 1)
    unit = unit_of(None)
    redeem_code(unit, "NOTGOOD")
    assert (unit.tries, unit.said) == ([], [])


def test_a_group_is_not_connected_by_a_code_that_is_not_good_and_only_staff_are_answered() -> None:
    for person, answered in ((DEE, True), (CARER, False), (None, False)):
        sender = replace(PRIVATE, where=Where.STRANGE_GROUP, chat="-5")
        unit = unit_of(person, sender=sender)
        connect(unit, "NOTGOOD")
        assert (unit.tries, unit.events) == (TRIED, [])
        answers = [said.screen.lines[1:] for said in unit.said]
        assert [len(lines) for lines in answers] == ([1] if answered else [])
        assert {said.address.key for said in unit.said} == ({"-5"} if answered else set())
    unit = unit_of(DEE)
    connect(unit, "NOTGOOD")
    assert (unit.tries, unit.events, len(unit.said)) == ([], [], 1)


def test_a_group_that_is_connected_reads_at_once_what_it_will_get() -> None:
    invitation = invited(DEE, group=True)
    sender = replace(PRIVATE, where=Where.STRANGE_GROUP, chat="-5")
    unit = unit_of(DEE, sender=sender, invitation=invitation, at=MONDAY_NOON + timedelta(minutes=1))
    connect(unit, spoken_code(bytes(16)))
    assert [event.room for event in unit.events if isinstance(event, RoomConnected)] == ["-5"]
    [said] = unit.said
    assert (said.address.key, said.card) == ("-5", "")
    assert "This group is connected." in told(unit)["-5"]


def test_of_a_chat_that_is_cut_off_all_messages_are_taken_away() -> None:
    waits = replace(ARI, linked=True, newcomer=Newcomer(confirm_by=MONDAY_NIGHT))
    for chats, wiped in (({ARI.id: "900"}, ["900"]), ({}, [])):
        unit = unit_of(CLEO, people={ARI.id: waits}, chats=chats, at=MONDAY_NOON)
        cut_off(unit, ARI.id.hex)
        assert [type(event) for event in unit.events] == [PersonUnlinked]
        assert [address.key for address in unit.wiped] == wiped
        assert "is cut off" in unit.toast


def test_carers_in_private_process_are_not_written_to_and_who_pressed_reads_so() -> None:
    process = PrivateHome(id=HOME.id, since=MONDAY_NIGHT, by=TIA.id)
    supervision = Supervision(carer=CARER.id, worker=SAM.id, last_held=date(2026, 10, 1))
    for home, says in ((HOME, False), (replace(HOME, process=process), True)):
        for person in (SAM, None):
            unit = unit_of(person, households={HOME.id: home}, supervisions={CARER.id: supervision})
            SUPERVISIONS.tell_carer(unit, CARER.id)
            assert [*told(unit)] == ([] if says else [CARER.id.hex])
            assert bool(unit.toast) is (says and person is not None)


def test_what_an_annual_review_found_is_kept_and_not_sent_while_a_household_is_private() -> None:
    process = PrivateHome(id=HOME.id, since=MONDAY_NIGHT, by=TIA.id)
    review = AnnualReview(carer=CARER.id, worker=SAM.id, last_held=None, approved=None)
    draft = replace(draft_of(SAM, "review_held"), answers={"family": CARER.id.hex})
    answers = {"day": "2026-11-02", "words": "You do well."}
    for home, sent in ((HOME, True), (replace(HOME, process=process), False)):
        unit = unit_of(
            SAM, at=MONDAY_NOON, households={HOME.id: home}, annual_reviews={CARER.id: review}
        )
        note_held_on(unit, FORMS["review_held"], draft, answers)
        words = [event for event in unit.events if isinstance(event, AnnualReviewWordsSent)]
        assert [event.words for event in words] == ["You do well."]
        assert (CARER.id.hex in told(unit)) is sent
        assert unit.toast == ("" if sent else "They are not written to. Ring them.")


@pytest.mark.parametrize("form", ["check_in", "ask"])
def test_answers_that_nobody_can_read_are_kept_and_nothing_is_sent(form: str) -> None:
    draft = draft_of(ARI, form)
    policy = replace(POLICY, views=True)
    unit = unit_of(ARI, household=HOME, policy=policy, drafts={draft.id: draft}, at=MONDAY_NOON)
    unit.drop(draft)
    send_check_in(unit, FORMS[form], draft, {})
    assert (unit.events, [*unit.kept], [*unit.dropped]) == ([], [draft.id], [])
    assert len(unit.said) == 1


def closed(number: int, worker: Person, hours: int) -> Request:
    return replace(
        raised(request=UUID(int=number), reference=f"R-{number}", priority=Priority.P2),
        state=RequestState.CLOSED,
        closed_by=worker.id,
        closed_at=MONDAY_NOON - timedelta(hours=hours),
    )


def test_what_is_not_filed_is_listed_by_when_it_was_closed() -> None:
    unit = unit_of(SAM, closed(1, SAM, 2), closed(2, SAM, 5), closed(3, SAM, 3), at=MONDAY_NOON)
    show_not_filed(unit)
    [said] = unit.said
    keys = [b.press.args[0] for row in said.screen.rows for b in row if b.press and b.press.args]
    assert keys == [UUID(int=number).hex for number in (2, 3, 1)]


def test_a_short_code_was_said_aloud_and_a_long_one_came_by_a_link() -> None:
    assert code_form(spoken_code(bytes(16))) is CodeForm.SPOKEN
    assert code_form("a" * 32) is CodeForm.LINK
