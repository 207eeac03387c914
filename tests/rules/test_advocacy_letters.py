"""A provider without a chat is written to; the link opens once, in time, and is answered once."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from fostering import advocacy as rules
from fostering import advocacy_letters as letters
from fostering.advocacy import Advocacy, after
from fostering.due import due, next_due_at
from fostering.events import AdvocacyLetterOpened
from fostering.matters import Rule
from fostering.policy import Provider
from fostering.refusals import AlreadyClosed, LinkNotGood, NoAdvocate, NotYours
from tests.rules.cast import CARER, MONDAY_NOON, POLICY, YOUNG, utc
from tests.rules.test_advocacy import NADIA, follow

FIRST = Provider(
    name="Young Voices",
    number="0161 496 0177",
    email="ask@voices.example",
    checked=MONDAY_NOON.date(),
)
SECOND = replace(FIRST, name="Tees Advocacy", email="ask@tees.example")
WRITES = replace(
    POLICY,
    advocacy_provider=FIRST,
    advocacy_next=SECOND,
    letters=True,
    pages_address="https://pages.example.org",
)
ID, HASH = UUID(int=91), b"\1" * 32
LATE = utc(2026, 11, 3, 17)


def asked_by_letter() -> Advocacy:
    """Ari asked at noon on Monday; nobody of the provider is linked."""
    events = letters.ask_by_letter(ID, YOUNG, FIRST, WRITES, MONDAY_NOON, "{}", token_hash=HASH)
    asked = after(None, events[0])
    return follow(asked, events[1:])


ASKED = asked_by_letter()
OPENED = follow(ASKED, letters.open_letter(ASKED, MONDAY_NOON))
[MATTER] = due(ASKED, WRITES, LATE)
TOLD_LATE = follow(ASKED, rules.say_late(ASKED, MATTER, (), LATE))


def test_a_letter_goes_only_where_nobody_is_linked_and_a_letter_can_go():
    assert letters.provider_to_write(WRITES, ()) == FIRST
    assert letters.provider_to_write(WRITES, (NADIA,)) is None
    assert letters.provider_to_write(WRITES, (replace(NADIA, linked=False),)) == FIRST
    for lacks in (
        {"letters": False},
        {"pages_address": ""},
        {"advocacy_provider": None},
        {"advocacy_provider": replace(FIRST, email="")},
    ):
        assert letters.provider_to_write(replace(WRITES, **lacks), ()) is None


def test_it_is_with_the_provider_that_was_written_to_and_the_day_is_one_working_day():
    assert (ASKED.contact_by, ASKED.with_nobody) == (LATE, False)
    assert ASKED.letter is not None
    assert (ASKED.letter.provider, ASKED.letter.until) == ("Young Voices", LATE)


def test_only_a_young_person_asks():
    with pytest.raises(NotYours):
        letters.ask_by_letter(ID, CARER, FIRST, WRITES, MONDAY_NOON, "{}", token_hash=HASH)


def test_the_link_opens_once_in_time_and_while_it_is_wanted():
    just_before = LATE - timedelta(microseconds=1)
    assert letters.may_open_letter(ASKED, just_before)
    ended = follow(ASKED, rules.end(ASKED, YOUNG, MONDAY_NOON))
    for spent, at in ((ASKED, LATE), (OPENED, MONDAY_NOON), (ended, MONDAY_NOON)):
        with pytest.raises(LinkNotGood):
            letters.open_letter(spent, at)
    assert not letters.may_open_letter(replace(ASKED, letter=None), MONDAY_NOON)


def test_we_have_got_it_is_said_once_and_only_by_who_has_opened_it():
    taken = follow(OPENED, letters.take_on(OPENED, MONDAY_NOON))
    assert (OPENED.taken_on, taken.taken_on) == (False, True)
    ended = follow(OPENED, rules.end(OPENED, YOUNG, MONDAY_NOON))
    for refused in (ASKED, taken, ended, replace(ASKED, letter=None)):
        with pytest.raises(LinkNotGood):
            letters.take_on(refused, MONDAY_NOON)
    assert next_due_at(taken, WRITES) is None


def test_without_an_answer_it_is_late_once():
    assert MATTER.rule is Rule.ADVOCACY_CONTACT_LATE
    assert next_due_at(OPENED, WRITES) == LATE, "to open it is no answer"
    assert next_due_at(TOLD_LATE, WRITES) is None


def test_once_it_is_late_the_next_provider_may_be_written_to():
    assert letters.next_provider(ASKED, WRITES) is None
    assert letters.next_provider(TOLD_LATE, WRITES) == SECOND
    assert letters.next_provider(TOLD_LATE, replace(WRITES, letters=False)) is None
    assert letters.next_provider(TOLD_LATE, replace(WRITES, advocacy_next=None)) is None
    assert letters.next_provider(replace(TOLD_LATE, letter=None), WRITES) is None
    again = follow(
        TOLD_LATE, letters.ask_next(TOLD_LATE, YOUNG, WRITES, LATE, token_hash=b"\2" * 32)
    )
    assert again.letter is not None
    assert (again.letter.provider, again.letter.token_hash) == ("Tees Advocacy", b"\2" * 32)
    assert again.contact_by > LATE
    assert again.late_until is None
    assert letters.next_provider(replace(again, late_until=again.contact_by), WRITES) is None


def test_only_the_young_person_has_the_next_provider_written_to_and_only_then():
    def ask(asked, person):
        return letters.ask_next(asked, person, WRITES, LATE, token_hash=HASH)

    with pytest.raises(NotYours):
        ask(TOLD_LATE, CARER)
    with pytest.raises(NoAdvocate):
        ask(ASKED, YOUNG)
    with pytest.raises(AlreadyClosed):
        ask(follow(TOLD_LATE, rules.end(TOLD_LATE, YOUNG, LATE)), YOUNG)


def test_where_no_letter_was_written_none_is_opened():
    without = replace(ASKED, letter=None)
    opened = AdvocacyLetterOpened(at=LATE, subject=YOUNG.id, request=ID)
    assert after(without, opened) == without
