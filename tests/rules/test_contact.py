"""Contact in writing: it counts when a worker has written and the person has answered after it."""

from datetime import timedelta

import pytest

from fostering import requests as rules
from fostering.contact import ContactWay, asks_to_write
from fostering.due import due
from fostering.escalation import climb
from fostering.events import ReplyAnswered
from fostering.matters import Rule
from fostering.refusals import AlreadyClosed, NotAnswered, NotTaken, NotYours
from tests.rules.cast import CARER, HOME, MONDAY_NIGHT, ONA, OTHER_CARER, POLICY, ROSTER, TWO
from tests.rules.requests_told import follow, raised

LATER = MONDAY_NIGHT + timedelta(minutes=5)
HALF_AN_HOUR = MONDAY_NIGHT + timedelta(minutes=31)


def taken():
    """A request that Ona has."""
    request = raised()
    return follow(request, rules.acknowledge(request, ONA, MONDAY_NIGHT))


def written(request=None, at=LATER):
    """The request after Ona has written."""
    request = request or taken()
    return follow(request, rules.reply(request, ONA, "I am here", at))


def record_writing(request, worker=ONA):
    """The worker notes that they have written to each other."""
    way = ContactWay.WRITTEN
    return rules.record_contact(request, worker, LATER, way=way, asks_to_write=True)


def seen(request):
    """The request after Rosa has pressed that she has seen it."""
    return follow(request, rules.say_seen(request, CARER, LATER))


@pytest.mark.parametrize(
    ("answers", "writes"),
    [
        ({}, False),
        ({"need": ("call",)}, False),
        ({"need": ("text_only",)}, True),
        ({"need": ("text_only", "visit")}, True),
        ({"need": ("text_only", "call")}, False),
        ({"need": "text_only"}, False),
        ({"can_ring": "text_only"}, True),
        ({"can_ring": "yes"}, False),
        ({"safe_way": "message"}, True),
        ({"safe_way": "call"}, False),
        ({"safe_way": "nothere"}, False),
    ],
)
def test_who_asks_to_be_written_to(answers, writes):
    assert asks_to_write(answers) is writes


def test_a_reply_alone_is_no_contact_and_it_climbs_as_before():
    request = written()
    with pytest.raises(NotAnswered):
        record_writing(request)
    assert [m.rule for m in due(request, POLICY, HALF_AN_HOUR)] == [Rule.CLIMB]


def test_words_from_before_the_reply_answer_nothing():
    request = taken()
    request = follow(request, rules.add_words(request, CARER, "Hello?", MONDAY_NIGHT))
    request = written(request)
    assert not request.wrote_to_each_other
    assert rules.say_seen(raised(), CARER, LATER) == ()


@pytest.mark.parametrize(
    "answer",
    [
        lambda r: rules.say_seen(r, CARER, LATER),
        lambda r: rules.add_words(r, CARER, "Thank you", LATER),
        lambda r: rules.add_words(r, CARER, "M, not B", LATER, correction=True),
    ],
)
def test_an_answer_after_the_reply_lets_a_worker_record_it_and_it_stops(answer):
    request = written()
    request = follow(request, answer(request))
    assert (request.heard_at, request.wrote_to_each_other) == (LATER, True)
    # The answer itself stops nothing: it may be a cry for help.
    assert [m.rule for m in due(request, POLICY, HALF_AN_HOUR)] == [Rule.CLIMB]
    request = follow(request, record_writing(request))
    assert (request.contact_way, request.spoken_at) == (ContactWay.WRITTEN, LATER)
    assert due(request, POLICY, HALF_AN_HOUR) == ()


def test_it_is_answered_once_and_a_further_reply_takes_nothing_back():
    request = seen(written())
    assert rules.say_seen(request, CARER, LATER) == ()
    assert len(rules.add_words(request, CARER, "And more", LATER)) == 1
    assert written(request, HALF_AN_HOUR).wrote_to_each_other


def test_the_press_and_the_words_are_told_apart():
    request = written()
    pressed = rules.say_seen(request, CARER, LATER)[0]
    said = rules.add_words(request, CARER, "Thank you", LATER)[1]
    assert isinstance(pressed, ReplyAnswered)
    assert isinstance(said, ReplyAnswered)
    assert (pressed.pressed, said.pressed) == (True, False)


def test_writing_does_not_count_with_somebody_who_did_not_ask_for_it():
    request = seen(written())
    with pytest.raises(NotAnswered):
        rules.record_contact(request, ONA, LATER, way=ContactWay.WRITTEN)
    rung = follow(request, rules.record_contact(request, ONA, LATER))
    assert rung.contact_way is ContactWay.RUNG


def test_who_takes_it_over_writes_to_them_anew():
    request = seen(written())
    for event in climb(request, ROSTER, HOME, POLICY, HALF_AN_HOUR):
        request = rules.after(request, event)
    again = follow(request, rules.acknowledge(request, ONA, HALF_AN_HOUR))
    assert again.wrote_to_each_other
    other = follow(request, rules.acknowledge(request, TWO, HALF_AN_HOUR))
    assert (other.written_at, other.heard_at) == (None, None)


def test_only_who_asked_answers_and_only_while_it_is_open():
    request = written()
    with pytest.raises(NotYours):
        rules.say_seen(request, OTHER_CARER, LATER)
    spoken = follow(request, rules.record_contact(request, ONA, LATER))
    closed = follow(spoken, rules.close(spoken, ONA, "advised", "", LATER))
    with pytest.raises(AlreadyClosed):
        rules.say_seen(closed, CARER, LATER)


def test_nobody_records_contact_on_what_nobody_has_taken():
    with pytest.raises(NotTaken):
        record_writing(raised())
