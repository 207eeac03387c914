"""Words, telephone numbers, times and numbers as people type them."""

import pytest

from conversations.questions import (
    Misunderstood,
    Number,
    Option,
    Question,
    Scale,
    Setting,
    Telephone,
    Text,
    Time,
)
from conversations.questions.question import Picking, Understood
from conversations.questions.text import telling
from conversations.questions.time import read_time
from conversations.rehearsal import rehearsal_facts
from fostering.drafts import Answer

HERE = Setting(answers={}, facts=rehearsal_facts())


def understood(question: Question, text: str, setting: Setting = HERE) -> Answer | None:
    """What typed words answered; None when they did not."""
    found = question.read(text, setting)
    return found.answer if isinstance(found, Understood) else None


def test_too_long_words_say_by_how_much() -> None:
    short = Text(key="t", text="?", longest=10)
    found = short.read("a" * 13, HERE)
    assert isinstance(found, Misunderstood)
    assert found.hint.startswith("That is 3 characters too long.")
    one = short.read("a" * 11, HERE)
    assert isinstance(one, Misunderstood)
    assert one.hint.startswith("That is 1 character too long.")


def test_nothing_typed_asks_for_words() -> None:
    assert isinstance(Text(key="t", text="?").read("", HERE), Misunderstood)


@pytest.mark.parametrize(
    "words",
    [
        "John Smith was here",
        "he went to Amira Khalil",
        "ring him on 07700 900123",
        "ring ٠٧٧٠٠ ٩٠٠١٢٣",
        "they live in M1 1AA",
        "it was at 12 Acacia Road",
        "NHS 943 476 5919",
    ],
)
def test_words_that_could_name_a_person_are_pointed_out(words: str) -> None:
    assert telling(words)


@pytest.mark.parametrize(
    "words",
    [
        "B was upset after school",
        "Police log 0161 496 0123 given",
        "log number 943 476 5919",
        "we saw him on Christmas Day",
        "Family Time went badly on Monday Evening",
        "12 people came",
    ],
)
def test_ordinary_words_and_police_logs_are_left_alone(words: str) -> None:
    assert not telling(words)


def test_telling_words_are_pointed_out_once_and_never_blocked() -> None:
    words = Text(key="t", text="?")
    first = words.read("John Smith came", HERE)
    assert isinstance(first, Picking)
    assert "Use initials" in first.hint
    waiting = Setting(answers={}, facts=HERE.facts, picked=first.picked)
    assert [o.label for row in words.offers(waiting) for o in row] == ["Keep it as it is"]
    assert words.press(".keep", waiting) == Understood(answer="John Smith came")
    assert words.read("John Smith again", waiting) == Understood(answer="John Smith again")


def test_keeping_words_that_were_never_typed_is_not_understood() -> None:
    assert isinstance(Text(key="t", text="?").press(".keep", HERE), Misunderstood)
    assert Text(key="t", text="?").offers(HERE) == ()


def test_the_label_of_a_child_is_never_pointed_out() -> None:
    assert understood(Text(key="t", text="?"), "Blue Fox shouted") == "Blue Fox shouted"


def test_a_log_number_is_kept_as_typed() -> None:
    log = Text(key="log", text="?", plain=True)
    assert understood(log, "CAD 0161 496 0123") == "CAD 0161 496 0123"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("0161 496 0123", "0161 496 0123"),
        ("  +44 (0)7700  900123 ", "+44 (0)7700 900123"),
        ("٠١٦١ ٤٩٦ ٠١٢٣", "0161 496 0123"),
        ("12345", None),
        ("1" * 16, None),
        ("my mum's phone", None),
    ],
)
def test_a_call_back_number_may_be_typed(typed: str, meant: str | None) -> None:
    assert understood(Telephone(key="ring", text="?"), typed) == meant


def test_the_number_we_hold_is_one_tap_and_only_if_we_hold_it() -> None:
    ring = Telephone(key="ring", text="?")
    assert ring.press("own", HERE) == Understood(answer="own")
    assert ring.show("own", HERE) == "The number you have for me"
    nobody = Setting(
        answers={},
        facts=type(HERE.facts)(
            at=HERE.facts.at, language=HERE.facts.language, policy=HERE.facts.policy
        ),
    )
    assert ring.offers(nobody) == ()
    assert isinstance(ring.press("own", nobody), Misunderstood)
    # A worker who reads the answer later has another number, or none.
    assert ring.accepts("own", nobody)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("21:30", "21:30"),
        ("9.30 pm", "21:30"),
        ("9pm", "21:00"),
        ("12 am", "00:00"),
        ("12pm", "12:00"),
        ("٢١:٣٠", "21:30"),
        ("٩ م", "21:00"),
        ("noon", "12:00"),
        ("منتصف الليل", "00:00"),
        ("9.30 yh", "21:30"),
        ("9 yb", "09:00"),
        ("hanner dydd", "12:00"),
        ("930", "09:30"),
        ("9", None),
        ("25:00", None),
        ("13 pm", None),
        ("21:75", None),
        ("late", None),
    ],
)
def test_a_time_may_be_typed(typed: str, meant: str | None) -> None:
    assert read_time(typed) == meant
    assert understood(Time(key="t", text="?"), typed) == meant


def test_suggested_times_are_pressed_without_their_colon() -> None:
    night = Time(
        key="t",
        text="?",
        options=(Option(value="21:00", label="21:00"), Option(value="all", label="All night")),
    )
    values = [offer.value for row in night.offers(HERE) for offer in row]
    assert values == ["2100", "all"]
    assert night.press("2100", HERE) == Understood(answer="21:00")
    assert isinstance(night.press("2200", HERE), Misunderstood)
    assert understood(night, "all night") == "all"
    assert night.accepts("all", HERE)
    assert night.show("all", HERE) == "All night"
    assert night.show("20:15", HERE) == "20:15"


def test_a_number_stays_within_its_range() -> None:
    nights = Number(key="n", text="?", least=1, most=30)
    assert understood(nights, "٧") == 7
    found = nights.read("31", HERE)
    assert isinstance(found, Misunderstood)
    assert found.hint == "Type a number from 1 to 30."
    assert understood(nights, "few") is None
    assert nights.offers(HERE) == ()
    assert nights.accepts(7, HERE)
    assert not nights.accepts("7", HERE)
    assert nights.show(7, HERE) == "7"


def test_a_short_range_has_a_button_each() -> None:
    few = Number(key="n", text="?", least=0, most=3)
    assert [o.value for row in few.offers(HERE) for o in row] == ["0", "1", "2", "3"]
    assert few.press("2", HERE) == Understood(answer=2)


def test_a_scale_has_a_word_on_every_step_and_one_step_a_row() -> None:
    scale = Scale(key="s", text="How is it?")
    rows = scale.offers(HERE)
    assert [len(row) for row in rows] == [1] * 5
    assert scale.press("1", HERE) == Understood(answer="1")
    assert understood(scale, "very good") == "5"
