"""What a carer can report: whole lists in plain words."""

import re
from importlib.resources import files

from conversations.kinds import (
    GROUPS,
    KINDS,
    NUMBERS,
    QUESTIONS,
    Asking,
    placed_texts,
    texts,
)
from conversations.kinds.raising import raised_by
from fostering.drafts import Answer
from fostering.kinds import Clock, Kind, Span, Tier
from fostering.people import Role
from fostering.priority import Priority

CHANGES = {f"CH{number:02}" for number in (*range(1, 32), 99)}
SUPPORT = {f"S{number:02}" for number in range(1, 28)}
DIFFICULTIES = {f"D{number:02}" for number in (*range(1, 31), 99)}
BY_PHONE = {"D06", "D07", "D08", "CH11", "CH12", "CH13"}
AVOIDED = re.compile(
    r"\b(cases?|contacts?|notifications?|sessions?|users?|clients?|customers?|alerts?|incidents?"
    r"|tickets?|status|records?|please|sorry|invalid)\b",
    re.IGNORECASE,
)
SENTENCE_END = re.compile(r"(?<=[.!?:”])\s")
TELEPHONE = re.compile(r"\d[\d ]{3,}\d")


def named(kinds: list[Kind]) -> set[str]:
    return {kind.code for kind in kinds}


def test_every_change_and_every_difficulty_of_the_lists_is_there() -> None:
    assert {code for code, kind in KINDS.items() if kind.form == "household_change"} == CHANGES
    assert {code for code, kind in KINDS.items() if kind.form == "difficulty"} == DIFFICULTIES
    assert {code for code, kind in KINDS.items() if kind.form == "support"} == SUPPORT


def test_no_two_kinds_say_the_same_about_what_happens_next_or_share_a_button() -> None:
    for words in ([k.next_step for k in KINDS.values()], [k.title for k in KINDS.values()]):
        assert len(words) == len(set(words))


def test_danger_is_the_first_group_of_the_difficulties_and_life_in_danger_its_first_kind() -> None:
    assert GROUPS["difficulty"][0].key == "danger"
    difficulties = [kind for kind in KINDS.values() if kind.form == "difficulty"]
    assert difficulties[0].code == "D01"
    assert difficulties[0].group == "danger"


def test_buttons_fit_on_a_phone() -> None:
    for place, text in placed_texts():
        if place.endswith(" title") or " option " in place:
            assert len(text) <= (32 if " group " in place else 40), place


def test_what_is_for_the_phone_asks_nothing_and_goes_to_the_team_manager() -> None:
    by_phone = [kind for kind in KINDS.values() if kind.phone_only]
    assert named(by_phone) == BY_PHONE | {"CH27", "D29", "S18"}
    assert all(kind.asks == () and kind.owner is Role.TEAM_MANAGER for kind in by_phone)
    assert all(KINDS[code].priority is Priority.P1 for code in BY_PHONE | {"D29"})


def test_every_change_to_be_told_immediately_is_urgent() -> None:
    at_once = [kind for kind in KINDS.values() if kind.tier is Tier.IMMEDIATELY]
    assert {"CH04", "CH08", "CH10", "CH11", "CH12", "CH13", "CH26", "CH31"} == named(at_once)
    assert all(kind.priority is Priority.P1 for kind in at_once)


def test_a_change_has_a_tier_and_nothing_else_has_one() -> None:
    for kind in KINDS.values():
        assert (kind.tier is not None) == (kind.form == "household_change")


def test_an_urgent_difficulty_is_answered_in_thirty_minutes_except_a_lost_paper() -> None:
    half_an_hour = Clock(count=30, span=Span.MINUTES)
    urgent = [k for k in KINDS.values() if k.form == "difficulty" and k.priority.urgent]
    assert named([k for k in urgent if k.answer_within != half_an_hour]) == {"D22"}


def test_where_life_may_be_in_danger_999_is_shown_and_said() -> None:
    codes = ["D01", "D02", "D03", "D05", "D06", "D08", "D10", "D16", "D24", "D25", "D27", "D30"]
    for code in codes:
        assert KINDS[code].numbers[0] == "999", code
        assert "999" in KINDS[code].next_step, code
    assert KINDS["D01"].next_step.startswith("Ring 999 now")
    assert "press 55" in KINDS["D01"].next_step
    assert "press 55" in KINDS["D24"].next_step


def test_the_missing_card_says_that_101_is_slow() -> None:
    assert KINDS["D02"].card == "missing"
    assert "101 is slow and you are worried? Ring 999." in KINDS["D02"].next_step


def test_a_child_who_tells_is_not_questioned_and_their_words_stay_in_the_log() -> None:
    words = KINDS["D06"].next_step
    assert "Do not ask questions" in words
    assert "exact words in your own log" in words


def test_marks_are_not_photographed_and_images_are_never_forwarded() -> None:
    for code in ("D03", "D04", "D10"):
        assert re.search(r"Do not photograph (the )?marks", KINDS[code].next_step), code
    assert "Never copy or forward a sexual image" in KINDS["D08"].next_step
    assert "ring the police" in KINDS["D08"].next_step


def test_an_allegation_is_not_talked_about_and_names_support_from_outside() -> None:
    assert "Nothing about this is opened" in KINDS["D07"].next_step
    for code in ("D07", "CH11", "CH12", "CH13"):
        assert {"fosterline", "fostertalk"} <= set(KINDS[code].numbers), code


def test_the_death_of_a_child_has_its_own_card_and_no_form() -> None:
    assert KINDS["D29"].card == "death"
    assert "There is no form tonight" in KINDS["D29"].next_step


def test_no_next_step_promises_a_time_or_holds_a_long_number_or_claims_a_reader() -> None:
    for kind in KINDS.values():
        assert not re.search(r"\bwithin\b|minutes|hours? of", kind.next_step), kind.code
        assert not TELEPHONE.search(kind.next_step), kind.code
        assert not re.search(r"has (read|seen|opened)", kind.next_step), kind.code


def test_the_worker_whom_a_next_step_names_is_the_owner() -> None:
    for kind in KINDS.values():
        if "{worker}" in kind.next_step:
            assert kind.owner is Role.SUPERVISING_SOCIAL_WORKER, kind.code
        if "team manager" in kind.next_step:
            assert kind.owner is Role.TEAM_MANAGER, kind.code


def test_sentences_are_short_and_in_the_words_of_the_field() -> None:
    for place, text in placed_texts():
        assert not AVOIDED.search(text), place
        assert all(len(sentence.split()) <= 20 for sentence in SENTENCE_END.split(text)), place


def test_only_what_has_no_buttons_is_asked_in_words_and_it_wants_initials() -> None:
    typed = [question for question in QUESTIONS.values() if question.type is Asking.TEXT]
    assert {question.key for question in typed} == {"what_changed", "message", "good_news"}
    assert all("initials" in question.hint for question in typed)
    asked = {key: [k.code for k in KINDS.values() if key in k.asks] for key in QUESTIONS}
    assert (asked["what_changed"], asked["message"], asked["good_news"]) == (
        ["CH99"],
        ["S27"],
        ["S25"],
    )


def test_independent_support_is_asked_for_without_a_reason_and_a_talk_is_for_now() -> None:
    assert (KINDS["S18"].asks, KINDS["S18"].phone_only) == ((), True)
    assert KINDS["S18"].next_step.startswith("We do not ask why.")
    assert KINDS["S02"].priority is Priority.P1


def test_every_question_is_asked_by_some_kind() -> None:
    assert set(QUESTIONS) == {key for kind in KINDS.values() for key in kind.asks}


def test_a_threat_lifts_family_time_and_no_food_lifts_a_payment_problem() -> None:
    assert QUESTIONS["family_time_what"].raises == {"threat": Priority.P1}
    assert QUESTIONS["enough_food"].raises == {"no": Priority.P2, "not_sure": Priority.P2}
    assert QUESTIONS["enough_food"].values == ("yes", "no", "not_sure")


def test_an_answer_lifts_the_priority_only_of_a_kind_that_asks_for_it() -> None:
    assert raised_by(KINDS["D14"], {"family_time_what": "threat"}) is Priority.P1
    assert raised_by(KINDS["D14"], {"family_time_what": "upset"}) is None
    assert raised_by(KINDS["D13"], {"family_time_what": "threat"}) is None
    assert raised_by(KINDS["D14"], {}) is None


def test_the_most_urgent_of_several_answers_counts() -> None:
    answers: dict[str, Answer] = {"missing_risk": ("not_sure", "taken"), "police_told": "yes"}
    assert raised_by(KINDS["D02"], answers) is Priority.P0
    hurt: dict[str, Answer] = {"anyone_hurt": "no", "still_going_on": "yes", "child_was_held": 3}
    assert raised_by(KINDS["D10"], hurt) is Priority.P1


def test_a_help_line_without_a_day_of_checking_waits_for_the_service() -> None:
    unseen = {key for key, line in NUMBERS.items() if line.checked is None}
    assert {"samaritans", "nyas", "ofsted"} <= unseen
    assert all(NUMBERS[key].confirm for key in unseen)


def test_numbers_are_grouped_digits_and_emergency_numbers_are_checked() -> None:
    assert all(re.fullmatch(r"\d{3,4}( \d{3,4}){0,2}", line.number) for line in NUMBERS.values())
    for key in ("999", "police", "nhs_111", "nhs_crisis", "childline"):
        assert NUMBERS[key].checked is not None
        assert not NUMBERS[key].confirm


def test_the_texts_for_translation_are_every_text_of_the_files_once() -> None:
    written: set[str] = set()
    seen = re.compile(r'\b(?:title|next_step|follows|text|hint|label|name|purpose|hours) = "(.*?)"')
    for name in ("household_change", "difficulty", "support", "numbers"):
        source = files("conversations.kinds").joinpath(f"{name}.toml").read_text(encoding="utf-8")
        written.update(seen.findall(source))
    offered = list(texts())
    assert set(offered) == written
    assert len(offered) == len(set(offered))
