"""The pace at whole seconds: what may go at the very instant, and what the next worker knows."""

import pytest

from bot.pacing import (
    BULK_SHARE,
    FORGET_CHATS_ABOVE,
    GROUP_PER_MINUTE,
    OVERALL_PER_SECOND,
    Pace,
    Pacer,
)
from tests.bot.test_bot_pacing import Watch, paced

EVEN = Pace(
    overall_per_second=1.0, overall_burst=4, chat_per_second=1.0, chat_burst=2, group_per_minute=3
)
"""Whole seconds, so that an instant can be met exactly."""


def evenly() -> tuple[Pacer, Watch]:
    watch = Watch()
    return Pacer(watch, EVEN), watch


def test_at_the_very_instant_at_which_something_may_go_it_may() -> None:
    pacer, watch = evenly()
    for _ in range(4):
        pacer.draw("7")
    assert (pacer.free(), pacer.waits(), pacer.waiting_chats()) == (0, 1.0, {"7": 3.0})
    assert pacer.next_chance() == 1.0
    watch.seconds += 1
    assert (pacer.free(), pacer.waits(), pacer.waiting_chats()) == (1, 0, {"7": 2.0})
    watch.seconds += 2
    assert (pacer.free(), pacer.chat_waits("7"), pacer.waiting_chats()) == (3, 0, {})


def test_a_group_gets_all_that_telegram_allows_in_a_minute_and_then_waits_for_the_first() -> None:
    pacer, watch = evenly()
    for _ in range(2):
        pacer.draw("-1")
        watch.seconds += 5
        assert pacer.chat_waits("-1") == 0
    pacer.draw("-1")
    assert pacer.chat_waits("-1") == 50
    watch.seconds += 50
    pacer.draw("-1")
    assert pacer.chat_waits("-1") == 5
    pacer.forgive()
    assert pacer.chat_waits("-1") == 0
    assert GROUP_PER_MINUTE <= 20


def test_a_reminder_waits_where_a_reply_may_go_and_whoever_waits_knows_how_long() -> None:
    pacer, _ = paced()
    pacer.draw("reply", here=("chat", "reply"))
    assert (pacer.free(), pacer.free(bulk=True)) == (3, 3)
    pacer, _ = paced()
    assert (pacer.free(), pacer.free(bulk=True)) == (4, 3)
    for chat in range(3):
        pacer.draw(str(chat), bulk=True)
    assert (pacer.free(), pacer.free(bulk=True)) == (1, 0)
    assert pacer.next_chance() == pytest.approx(1 / (OVERALL_PER_SECOND * BULK_SHARE))


def test_a_chat_that_had_its_share_is_left_alone_but_not_by_what_is_urgent() -> None:
    pacer, _ = evenly()
    for _ in range(2):
        pacer.draw("7", here=("chat", "seven"))
    assert pacer.waiting_places() == {("chat", "seven")}
    assert pacer.waiting_places(urgent=True) == frozenset()


def test_whoever_waits_only_for_a_chat_looks_again_when_that_chat_may() -> None:
    pacer, _ = evenly()
    pacer.rest("7", 30)
    assert pacer.next_chance() == 30


def test_what_may_go_since_the_last_look_is_looked_for_at_once() -> None:
    pacer, watch = evenly()
    for _ in range(4):
        pacer.draw("7")
    pacer.look()
    watch.seconds += 1
    assert pacer.next_chance() == 0
    pacer.look()
    assert pacer.next_chance() == 2.0


def test_a_shorter_retry_after_does_not_end_a_longer_one() -> None:
    pacer, watch = evenly()
    for seconds in (20, 5):
        pacer.rest("7", seconds)
        pacer.rest_all(seconds)
    assert (pacer.chat_waits("7"), pacer.waits()) == (20, 20)
    pacer.rest("8", 40)
    assert pacer.rests_beside("7")
    assert pacer.rests_beside("9")
    watch.seconds += 40
    assert not pacer.rests_beside("9")


def test_what_is_counted_is_known_to_have_moved() -> None:
    for count in (
        lambda pacer: pacer.draw("7"),
        lambda pacer: pacer.rest("7", 1),
        lambda pacer: pacer.rest_all(1),
    ):
        pacer, _ = evenly()
        assert not pacer.moved
        count(pacer)
        assert pacer.moved


def test_another_worker_goes_on_where_the_first_stopped() -> None:
    one, watch = evenly()
    two = Pacer(watch, EVEN)
    for chat in ("7", "7", "-1"):
        one.draw(chat, bulk=True)
    one.rest("8", 9)
    one.rest_all(3)
    two.read(one.write())
    for pacer in (one, two):
        assert [pacer.chat_waits(chat) for chat in ("7", "8", "-1", "9")] == [1, 9, 0, 0]
        assert (pacer.waits(), pacer.waits(bulk=True), pacer.free()) == (3, 3, 0)
    watch.seconds += 30
    two.draw("-1")
    two.read(two.write())
    two.draw("-1")
    assert two.chat_waits("-1") == 30


def test_the_longest_rest_stands_whoever_learnt_of_it() -> None:
    one, watch = evenly()
    two = Pacer(watch, EVEN)
    for pacer, longer, shorter in ((one, "7", "8"), (two, "8", "7")):
        pacer.rest(longer, 30)
        pacer.rest(shorter, 10)
    one.rest_all(20)
    two.rest_all(10)
    left = one.write()
    two.read(left)
    assert (two.chat_waits("7"), two.chat_waits("8"), two.waits()) == (30, 30, 20)
    two.rest_all(40)
    two.read(left)
    assert two.waits() == 40


def test_what_has_no_more_to_count_is_not_passed_on_but_a_groups_minute_is() -> None:
    pacer, watch = evenly()
    pacer.draw("7", here=("person", "seven"))
    pacer.draw("-1", here=("room", "group"))
    pacer.draw("-1", here=("room", "group"))
    watch.seconds += 10
    assert "seven" not in pacer.write()
    assert "group" in pacer.write()
    watch.seconds += 50
    assert "group" not in pacer.write()


def test_quiet_chats_are_not_remembered_for_ever() -> None:
    pacer, watch = evenly()
    pacer.rest("9", 300)
    for chat in range(FORGET_CHATS_ABOVE):
        pacer.draw(f"old-{chat}")
    watch.seconds += 30
    pacer.draw("lately")
    assert len(pacer._chats) > FORGET_CHATS_ABOVE
    watch.seconds += 40
    pacer.draw("now")
    assert [*pacer._chats] == ["9", "lately", "now"]
