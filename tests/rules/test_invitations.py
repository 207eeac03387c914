"""The one way in: codes, ages, and whose account it is."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fostering.events import MistakeSaid, PersonLinked, PersonUnlinked, RoomConnected
from fostering.invitations import (
    CodeForm,
    after,
    age_on,
    connect_room,
    invite,
    read_spoken_code,
    redeem,
    spoken_code,
)
from fostering.refusals import CodeNotGood, StandingClash, TooYoung
from tests.rules.cast import CARER, DEE, MONDAY_NOON, OTHER_CARER, POLICY, SAM, YOUNG

MINUTE = timedelta(minutes=1)
NEW = replace(CARER, linked=False)


def invited(person=NEW, *, group=False):
    """An invitation made by Dee on Monday at noon."""
    (made,) = invite(
        id=UUID(int=70),
        subject=person.id,
        by=DEE.id,
        link_hash=b"link",
        spoken_hash=b"spoken",
        policy=POLICY,
        at=MONDAY_NOON,
        group=group,
    )
    return after(None, made)


NEWLY_INVITED = invited()


def use(invitation=NEWLY_INVITED, person=NEW, code=CodeForm.LINK, **more):
    """Redeem it one minute later."""
    given = {"holder": None, "tries": 0, "policy": POLICY, "at": MONDAY_NOON + MINUTE, **more}
    return redeem(invitation, code, person, door="telegram", account="7", **given)


def join(invitation, speaker=DEE, **more):
    """Write the group's code in the group."""
    given = {"tries": 0, "policy": POLICY, "at": MONDAY_NOON + MINUTE, **more}
    return connect_room(invitation, CodeForm.SPOKEN, speaker, door="telegram", room="-5", **given)


def test_a_good_code_links_the_person():
    (linked,) = use()
    assert isinstance(linked, PersonLinked)
    assert (linked.subject, linked.account) == (CARER.id, "7")


def test_a_code_works_once():
    used = after(NEWLY_INVITED, use()[0])
    assert used.used_at == MONDAY_NOON + MINUTE
    with pytest.raises(CodeNotGood):
        use(used)


def test_each_form_of_the_code_has_its_own_end():
    late = MONDAY_NOON + 10 * MINUTE
    with pytest.raises(CodeNotGood):
        use(code=CodeForm.SPOKEN, at=late)
    assert use(code=CodeForm.LINK, at=late)
    assert use(code=CodeForm.SPOKEN, at=late - MINUTE)
    with pytest.raises(CodeNotGood):
        use(at=MONDAY_NOON + timedelta(hours=24))


@pytest.mark.parametrize(
    "wrong",
    [
        {"invitation": None},
        {"person": None},
        {"person": replace(NEW, active=False)},
        {"person": OTHER_CARER},
        {"invitation": invited(group=True)},
        {"tries": 5},
    ],
)
def test_a_code_that_is_not_good_never_says_why(wrong):
    with pytest.raises(CodeNotGood) as refused:
        use(**wrong)
    assert refused.value.details == {}


def test_four_wrong_tries_are_forgiven():
    assert use(tries=4)


def test_one_account_is_one_person():
    with pytest.raises(StandingClash):
        use(holder=SAM)


def test_a_new_phone_takes_the_place_of_the_old():
    moved = use(person=CARER)
    assert [type(e) for e in moved] == [PersonUnlinked, PersonLinked]
    assert [type(e) for e in use(person=CARER, holder=CARER)] == [PersonLinked]


def test_a_young_person_must_be_sixteen():
    young = invited(YOUNG)
    sixteen_next_day = replace(YOUNG, born=date(2010, 11, 3))
    assert use(young, YOUNG)
    with pytest.raises(TooYoung):
        use(young, sixteen_next_day)
    assert use(young, replace(YOUNG, born=date(2010, 11, 2)))


def test_without_a_birth_date_nobody_knows_that_they_are_sixteen():
    with pytest.raises(TooYoung):
        use(invited(YOUNG), replace(YOUNG, born=None))


def test_the_service_may_decide_otherwise():
    policy = replace(POLICY, under_16_on_telegram=True)
    assert use(invited(YOUNG), replace(YOUNG, born=date(2015, 1, 1)), policy=policy)


def test_who_was_born_on_the_leap_day_is_older_on_the_first_of_march():
    assert age_on(date(2008, 2, 29), date(2026, 2, 28)) == 17
    assert age_on(date(2008, 2, 29), date(2026, 3, 1)) == 18


def test_staff_connect_the_group():
    group = invited(DEE, group=True)
    assert group.person is None
    (connected,) = join(group)
    assert isinstance(connected, RoomConnected)
    assert connected.room == "-5"
    with pytest.raises(CodeNotGood):
        join(after(group, connected))


@pytest.mark.parametrize(
    "wrong",
    [{"speaker": None}, {"speaker": CARER}, {"tries": 5}, {"at": MONDAY_NOON + 11 * MINUTE}],
)
def test_nobody_else_connects_a_group(wrong):
    with pytest.raises(CodeNotGood):
        join(invited(DEE, group=True), **wrong)


def test_a_persons_code_connects_no_group():
    with pytest.raises(CodeNotGood):
        join(NEWLY_INVITED)
    with pytest.raises(CodeNotGood):
        join(None)


def test_other_events_are_a_fault():
    event = MistakeSaid(at=MONDAY_NOON, subject=CARER.id)
    with pytest.raises(ValueError, match="MistakeSaid"):
        after(NEWLY_INVITED, event)
    with pytest.raises(ValueError, match="PersonLinked"):
        after(None, use()[0])


@given(st.binary(min_size=10, max_size=32))
def test_a_spoken_code_is_heard_however_it_is_said(chance):
    code = spoken_code(chance)
    assert read_spoken_code(code) == code
    assert read_spoken_code(f" {code[:5].lower()} - {code[5:]} ") == code
    assert read_spoken_code(code.replace("1", "l").replace("0", "o").replace("V", "u")) == code


@pytest.mark.parametrize("text", ["", "ABCDE", "ABCDEFGHJKM", "ABCDE!GHJK", "hello"])
def test_other_words_are_no_code(text):
    assert read_spoken_code(text) is None
