"""What people type is understood kindly, or they are told what to do."""

import pytest

from conversations.matching import match_label
from conversations.questions import (
    Choice,
    Date,
    Misunderstood,
    Number,
    Option,
    Question,
    Scale,
    Setting,
    Several,
    Telephone,
    Text,
    Time,
    YesNo,
)
from conversations.questions.choice import turned
from conversations.questions.question import Picking, Understood
from conversations.rehearsal import rehearsal_facts
from fostering.drafts import Answer

HERE = Setting(answers={}, facts=rehearsal_facts())
ANIMALS = tuple(
    Option(value=word.lower(), label=word) for word in ("Cat", "Café owl", "Dog", "Dogfish")
)
ANIMAL = Choice(key="animal", text="Which?", options=ANIMALS)
NAMES = (
    *("Ada Bo", "Ada Cy", "Ben Do", "Cat Eve", "Dee Fay", "Eve Gil"),
    *("Fay Hal", "Gil Ira", "Hal Jo", "Ira Kit", "Jo Lee"),
)
MANY = tuple(
    Option(value=f"p{place}", label=name, own_words=True) for place, name in enumerate(NAMES)
)
FAMILY = Choice(key="family", text="Who?", options=MANY, narrowed=True)
TICKS = Several(
    key="ticks",
    text="Which?",
    options=(*ANIMALS, Option(value="none", label="None of these")),
)


def understood(question: Question, text: str, setting: Setting = HERE) -> Answer | None:
    """What typed words answered; None when they did not."""
    found = question.read(text, setting)
    return found.answer if isinstance(found, Understood) else None


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Dog", "dog"),
        ("  dOG. ", "dog"),
        ("cafe owl", "café owl"),
        ("caf", "café owl"),
        ("2", "café owl"),
        ("٣", "dog"),
        ("5", None),
        ("0", None),
        ("do", None),
        ("horse", None),
        ("🐕", None),
    ],
)
def test_a_label_may_be_typed(typed: str, meant: str | None) -> None:
    assert understood(ANIMAL, typed) == meant


def test_a_beginning_that_fits_two_labels_is_asked_again() -> None:
    assert match_label("dogf", {"a": "Dogfish", "b": "Dogfinch"}) is None


def test_a_number_means_no_place_where_labels_have_numbers() -> None:
    assert match_label("2", {"a": "1 or 2 nights", "b": "3 to 7 nights"}) is None


def test_what_fits_nothing_says_what_to_do() -> None:
    found = ANIMAL.read("horse", HERE)
    assert isinstance(found, Misunderstood)
    assert found.hint.endswith("Tap one of the buttons.")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("y", "yes"), ("Yep", "yes"), ("nope", "no"), ("don't know", "not_sure"), ("نعم", "yes"),
     ("Ydw", "yes"), ("nac oes", "no"), ("ddim yn siŵr", "not_sure"),
     ("لا", "no"), ("not sure", "not_sure"), ("green", None)],
)  # fmt: skip
def test_yes_and_no_are_known_in_many_words(typed: str, meant: str | None) -> None:
    assert understood(YesNo(key="q", text="?"), typed) == meant


def test_a_long_list_turns_pages_and_comes_back() -> None:
    first = FAMILY.offers(HERE)
    assert [offer.label for row in first for offer in row][-1] == "Later"
    more = first[-1][0].page
    second = FAMILY.offers(Setting(answers={}, facts=HERE.facts, page=more))
    assert [offer.label for row in second for offer in row][:1] == ["Hal Jo"]
    assert second[-1][0].label == "Earlier"


@pytest.mark.parametrize("page", ["99", "²", "nonsense", "-1"])
def test_a_page_that_does_not_exist_shows_the_first(page: str) -> None:
    assert FAMILY.offers(Setting(answers={}, facts=HERE.facts, page=page)) == FAMILY.offers(HERE)


def test_a_list_narrowed_by_words_stays_so_while_its_pages_turn() -> None:
    many = tuple(Option(value=f"m{n}", label=f"Ann {n}", own_words=True) for n in range(12))
    others = tuple(Option(value=f"o{n}", label=f"Bea {n}", own_words=True) for n in range(12))
    found = Choice(key="q", text="?", options=(*others, *many), narrowed=True).read("ann", HERE)
    assert isinstance(found, Picking)
    asked = Choice(key="q", text="?", options=(*others, *many), narrowed=True)
    first = asked.offers(Setting(answers={}, facts=HERE.facts, page=found.page))
    assert first[0][0].label == "Ann 0"
    assert first[-1][0].label == "Later"
    page = turned(found.page, first[-1][0].page)
    second = asked.offers(Setting(answers={}, facts=HERE.facts, page=page))
    assert [offer.label for row in second for offer in row][:1] == ["Ann 8"]
    assert turned("1", "2") == "2"
    assert turned(found.page, "") == ""


def test_part_of_a_name_narrows_a_long_list() -> None:
    assert understood(FAMILY, "ben") == "p2"
    assert understood(FAMILY, "kit") == "p9"
    found = FAMILY.read("ada", HERE)
    assert isinstance(found, Picking)
    narrowed = FAMILY.offers(Setting(answers={}, facts=HERE.facts, page=found.page))
    assert [offer.label for row in narrowed for offer in row] == ["Ada Bo", "Ada Cy"]


def test_a_name_that_nobody_has_is_said() -> None:
    found = FAMILY.read("zoe", HERE)
    assert isinstance(found, Misunderstood)
    assert "Type another part" in found.hint
    assert isinstance(FAMILY.read("?", HERE), Misunderstood)


def test_several_labels_with_commas_answer_at_once() -> None:
    assert understood(TICKS, "dog, cat") == ("cat", "dog")
    assert understood(TICKS, "Dog and Cat") == ("cat", "dog")
    assert understood(TICKS, "Cat, Dog ac Café owl") == ("cat", "café owl", "dog")
    assert understood(TICKS, "none of these") == ("none",)
    assert understood(TICKS, "dog, none of these") is None
    assert understood(TICKS, "dog, horse") is None


def test_ticks_gather_until_that_is_all() -> None:
    first = TICKS.press("dog", HERE)
    assert first == Picking(picked=("dog",))
    ticked = Setting(answers={}, facts=HERE.facts, picked=("dog",))
    assert "✓ Dog" in [offer.label for row in TICKS.offers(ticked) for offer in row]
    assert TICKS.press("cat", ticked) == Picking(picked=("cat", "dog"))
    assert TICKS.press("dog", ticked) == Picking(picked=())
    assert TICKS.press(".done", ticked) == Understood(answer=("dog",))


def test_that_is_all_needs_a_tick_first() -> None:
    assert isinstance(TICKS.press(".done", HERE), Misunderstood)
    labels = [offer.label for row in TICKS.offers(HERE) for offer in row]
    assert "That is all" not in labels
    assert isinstance(TICKS.press("horse", HERE), Misunderstood)


def test_ticks_of_an_older_list_are_asked_again() -> None:
    assert not TICKS.accepts(("horse",), HERE)
    assert not TICKS.accepts((), HERE)
    assert not TICKS.accepts("dog", HERE)


def test_none_of_these_answers_at_once() -> None:
    assert TICKS.press("none", HERE) == Understood(answer=("none",))


def test_a_tick_on_the_second_page_stays_there() -> None:
    long = Several(key="long", text="?", options=MANY)
    assert long.press("p9", HERE) == Picking(picked=("p9",), page="1")
    assert long.press("p0", HERE) == Picking(picked=("p0",))


@pytest.mark.parametrize(
    "question",
    [ANIMAL, TICKS, Date(key="d", text="?"), Number(key="n", text="?"), Time(key="t", text="?"),
     Telephone(key="p", text="?"), Text(key="w", text="?"), Scale(key="s", text="?")],
    ids=lambda question: type(question).__name__,
)  # fmt: skip
@pytest.mark.parametrize("noise", ["<b>", "%s {x}", "\u202e\u2066", ";;", "-", "９" * 400])
def test_noise_never_breaks_a_question(question: Question, noise: str) -> None:
    found = question.read(noise, HERE)
    if isinstance(found, Understood):
        assert question.accepts(found.answer, HERE)
        assert question.show(found.answer, HERE)
