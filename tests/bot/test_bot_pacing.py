"""How soon a message may go: overall, for bulk, in one chat, in a group, after "retry after"."""

from math import inf

from hypothesis import given
from hypothesis import strategies as st

from bot.pacing import BULK_SHARE, GROUP_PER_MINUTE, OVERALL_BURST, OVERALL_PER_SECOND, Pacer


class Watch:
    """A clock that only moves when it is told to."""

    def __init__(self) -> None:
        self.seconds = 1000.0

    def __call__(self) -> float:
        return self.seconds


def paced() -> tuple[Pacer, Watch]:
    watch = Watch()
    return Pacer(watch), watch


def most_within(sent: list[float], seconds: float) -> int:
    """The most messages in any stretch of that length."""
    return max((sum(1 for t in sent if at <= t < at + seconds) for at in sent), default=0)


@given(
    st.lists(
        st.tuples(st.integers(0, 400), st.booleans(), st.floats(0, 0.2)), min_size=1, max_size=150
    )
)
def test_no_second_carries_more_than_rate_and_burst(
    wishes: list[tuple[int, bool, float]],
) -> None:
    pacer, watch = paced()
    sent: list[float] = []
    bulk_sent: list[float] = []
    for chat, bulk, idle in wishes:
        watch.seconds += idle
        watch.seconds += max(pacer.waits(bulk=bulk), pacer.chat_waits(str(chat)))
        # One more step of the clock, because sums of fractions may fall a hair short.
        watch.seconds += 1e-9
        assert pacer.waits(bulk=bulk) == 0
        pacer.draw(str(chat), bulk=bulk)
        sent.append(watch.seconds)
        if bulk:
            bulk_sent.append(watch.seconds)
    assert most_within(sent, 1.0) <= OVERALL_PER_SECOND + OVERALL_BURST
    assert most_within(bulk_sent, 1.0) <= OVERALL_PER_SECOND * BULK_SHARE + OVERALL_BURST


@given(st.lists(st.floats(0, 5), min_size=1, max_size=100))
def test_a_group_never_gets_more_than_twenty_in_a_minute(rests: list[float]) -> None:
    pacer, watch = paced()
    sent: list[float] = []
    for rest in rests:
        watch.seconds += rest + pacer.chat_waits("-1001") + 1e-9
        pacer.draw("-1001")
        sent.append(watch.seconds)
    assert most_within(sent, 60.0) <= GROUP_PER_MINUTE


def test_a_private_chat_gets_three_at_once_and_then_one_a_second() -> None:
    pacer, watch = paced()
    for _ in range(3):
        assert pacer.chat_waits("7") == 0
        pacer.draw("7")
    assert 0.9 < pacer.chat_waits("7") <= 1.0
    assert pacer.chat_waits("8") == 0
    watch.seconds += 1.0
    assert pacer.chat_waits("7") == 0


def test_urgent_messages_wait_for_nothing_but_retry_after() -> None:
    pacer, watch = paced()
    for _ in range(50):
        pacer.draw("7")
    assert pacer.waits() > 0
    assert pacer.waits(urgent=True) == 0
    assert pacer.chat_waits("7", urgent=True) == 0
    pacer.rest("7", 3)
    assert pacer.chat_waits("7", urgent=True) == 3
    watch.seconds += 3
    assert pacer.chat_waits("7", urgent=True) == 0


def test_retry_after_in_one_chat_stops_no_other() -> None:
    pacer, _ = paced()
    pacer.rest("7", 30)
    assert pacer.waits() == 0
    assert pacer.chat_waits("8") == 0
    assert pacer.waiting_chats() == {"7": 30}


def test_a_rest_of_the_whole_bot_leaves_urgent_messages_first() -> None:
    pacer, watch = paced()
    pacer.rest("7", 20)
    assert pacer.rests_beside("8")
    assert not pacer.rests_beside("7")
    pacer.rest_all(5)
    pacer.forgive()
    assert (pacer.free(), pacer.free(bulk=True), pacer.waits(), pacer.waits(bulk=True)) == (
        0,
        0,
        5,
        5,
    )
    assert pacer.waits(urgent=True) == 0
    assert pacer.chat_waits("8", urgent=True) == 0
    watch.seconds += 5
    assert pacer.waits() == 0
    assert pacer.free() == OVERALL_BURST
    watch.seconds += 15
    assert not pacer.rests_beside("9")


def test_bulk_leaves_room_for_replies() -> None:
    pacer, watch = paced()
    carried = 0
    for _ in range(2000):
        watch.seconds += 0.001
        if pacer.waits(bulk=True) == 0:
            pacer.draw(str(carried), bulk=True)
            carried += 1
    assert carried <= 2 * OVERALL_PER_SECOND * BULK_SHARE + OVERALL_BURST
    assert pacer.waits() < 0.1


def test_whoever_waits_looks_again_as_soon_as_a_reminder_may_go() -> None:
    pacer, watch = paced()
    assert pacer.next_chance() == inf
    for chat in range(OVERALL_BURST):
        pacer.draw(str(chat), bulk=True)
    assert 0 < pacer.next_chance() <= 1 / (OVERALL_PER_SECOND * BULK_SHARE)
    watch.seconds += pacer.waits(bulk=True) + 1e-6
    assert pacer.free(bulk=True) > 0


def test_forgiving_takes_back_our_own_pace_but_not_telegrams() -> None:
    pacer, _ = paced()
    for _ in range(30):
        pacer.draw("7")
    pacer.rest("8", 9)
    pacer.forgive()
    assert (pacer.waits(), pacer.chat_waits("7"), pacer.chat_waits("8")) == (0, 0, 9)


@given(st.lists(st.tuples(st.booleans(), st.floats(0, 0.5)), max_size=60))
def test_as_many_may_go_at_once_as_there_is_said_to_be_room_for(
    before: list[tuple[bool, float]],
) -> None:
    pacer, watch = paced()
    for chat, (bulk, idle) in enumerate(before):
        watch.seconds += idle
        pacer.draw(str(chat), bulk=bulk)
    free, free_bulk = pacer.free(), pacer.free(bulk=True)
    assert free_bulk <= free <= OVERALL_BURST
    assert (free == 0) == (pacer.waits() > 0)
    for chat in range(free):
        assert pacer.waits() < 1e-6
        pacer.draw(f"more-{chat}")
    assert pacer.waits() > 0


@given(
    st.lists(
        st.tuples(st.integers(0, 2), st.sampled_from(["7", "8", "-1001", "9"]), st.floats(0, 0.4)),
        max_size=120,
    )
)
def test_workers_who_pass_the_pace_on_keep_it_together(
    wishes: list[tuple[int, str, float]],
) -> None:
    watch = Watch()
    pacers = [Pacer(watch, called=lambda chat: f"name-{chat}") for _ in range(3)]
    left, sent = "", []
    for worker, chat, idle in wishes:
        pacer = pacers[worker]
        pacer.read(left)
        watch.seconds += idle + max(pacer.waits(), pacer.chat_waits(chat)) + 1e-6
        pacer.draw(chat, here=("chat", chat))
        sent.append((watch.seconds, chat))
        left = pacer.write()
    most = OVERALL_PER_SECOND + OVERALL_BURST
    assert most_within([at for at, _ in sent], 1.0) <= most
    assert most_within([at for at, chat in sent if chat == "7"], 1.0) <= 4
    assert most_within([at for at, chat in sent if chat == "-1001"], 60.0) <= GROUP_PER_MINUTE


def test_no_second_has_more_than_telegram_publishes() -> None:
    assert OVERALL_PER_SECOND + OVERALL_BURST <= 30


def test_another_worker_knows_who_rests_and_where_but_no_number_of_a_chat() -> None:
    one, watch = paced()
    two = Pacer(watch)
    named = Pacer(watch, called=lambda _: "hashed")
    named.draw("4711", here=("person", "abc"))
    assert "4711" not in named.write()
    one.rest("7", 30, here=("person", "seven"))
    two.read(one.write())
    assert two.waiting_places(urgent=True) == {("person", "seven")}
    two.rest("8", 9, here=("person", "eight"))
    two.read(one.write())
    assert two.waiting_places() == {("person", "seven"), ("person", "eight")}
    watch.seconds += 31
    assert two.waiting_places() == frozenset()
    two.read("")
    assert two.waits() == 0
