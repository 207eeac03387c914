"""The fostering service lays its own choices over a kind, and what would harm is refused."""

import pytest

from conversations.kinds import KINDS, KindsError
from conversations.kinds.override import override
from fostering.kinds import Clock, Span
from fostering.people import Role
from fostering.priority import Priority


def test_a_service_changes_words_clock_and_offer_of_a_kind() -> None:
    kinds = override(
        KINDS,
        {
            "CH22": {
                "title": "My job",
                "next_step": "We ask you about your new hours.",
                "follows": "The work form.",
                "answer_within": "2 working days",
                "priority": "P2",
                "offered": False,
            }
        },
    )
    own = kinds["CH22"]
    assert (own.title, own.follows, own.offered) == ("My job", "The work form.", False)
    assert own.next_step == "We ask you about your new hours."
    assert own.answer_within == Clock(count=2, span=Span.WORKING_DAYS)
    assert own.priority is Priority.P2
    assert not own.proposed


def test_what_the_service_leaves_alone_stays_as_it_was() -> None:
    kinds = override(KINDS, {"CH22": {"title": "My job"}})
    assert kinds["CH22"].proposed
    assert {code for code in KINDS if kinds[code] != KINDS[code]} == {"CH22"}
    assert override(KINDS, {}) == KINDS


def test_a_form_that_follows_may_be_taken_away() -> None:
    assert override(KINDS, {"CH17": {"follows": ""}})["CH17"].follows == ""


def test_an_urgent_kind_may_be_raised_without_a_reason() -> None:
    assert override(KINDS, {"D02": {"priority": "P0"}})["D02"].priority is Priority.P0


def test_an_urgent_kind_is_lowered_only_on_purpose_and_with_a_reason() -> None:
    for fields in (
        {"priority": "P2"},
        {"priority": "P2", "lower": True},
        {"priority": "P2", "reason": "Seen in the day."},
    ):
        with pytest.raises(KindsError, match=r"kinds\.CH26: priority below P1 needs lower = true"):
            override(KINDS, {"CH26": fields})
    kinds = override(
        KINDS, {"CH26": {"priority": "P2", "lower": True, "reason": "Seen in the day."}}
    )
    assert kinds["CH26"].priority is Priority.P2


def test_danger_to_life_is_not_lowered_even_to_another_urgent_priority() -> None:
    with pytest.raises(KindsError, match=r"kinds\.D01: priority below P0"):
        override(KINDS, {"D01": {"priority": "P1"}})


def test_an_urgent_kind_is_left_out_only_with_a_reason() -> None:
    with pytest.raises(KindsError, match=r"kinds\.D05: offered = false"):
        override(KINDS, {"D05": {"offered": False}})
    kinds = override(KINDS, {"D05": {"offered": False, "lower": True, "reason": "By phone."}})
    assert not kinds["D05"].offered


def test_another_owner_needs_new_words_about_who_answers() -> None:
    with pytest.raises(KindsError, match=r"kinds\.CH23: owner .* next_step"):
        override(KINDS, {"CH23": {"owner": "duty_worker"}})
    kinds = override(
        KINDS, {"CH23": {"owner": "duty_worker", "next_step": "The duty worker asks you."}}
    )
    assert kinds["CH23"].owner is Role.DUTY_WORKER
    assert override(KINDS, {"CH23": {"owner": "supervising_social_worker"}}) == KINDS


def test_a_matter_for_the_phone_stays_with_the_team_manager() -> None:
    with pytest.raises(KindsError, match=r"kinds\.D06: owner must stay team_manager"):
        override(KINDS, {"D06": {"owner": "duty_worker", "next_step": "Ring the duty worker."}})


def test_two_kinds_may_not_come_to_say_the_same() -> None:
    with pytest.raises(KindsError, match="next_step is the same as that of CH22"):
        override(KINDS, {"CH23": {"next_step": KINDS["CH22"].next_step}})


def test_everything_wrong_is_said_at_once_with_code_and_field() -> None:
    with pytest.raises(KindsError) as refused:
        override(
            KINDS,
            {
                "CH77": {"title": "Nothing"},
                "CH01": "soon",
                "CH02": {"titel": "A slip", "title": "", "answer_within": "soon"},
                "CH03": {"title": "x" * 41, "owner": "boss", "next_step": ""},
            },
        )
    reasons = "\n".join(refused.value.reasons)
    for part in (
        "kinds.CH77: there is no such kind",
        "kinds.CH01: must be a table of fields",
        "kinds.CH02: titel is not a field here",
        "kinds.CH02: title is empty",
        "kinds.CH02: answer_within must be like",
        "kinds.CH03: title has 41 characters, at most 32 fit",
        "kinds.CH03: owner must be one of",
        "kinds.CH03: next_step is empty",
    ):
        assert part in reasons
