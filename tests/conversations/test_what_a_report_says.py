"""What a report says while it is asked: who sees it, whom to ring, until when, who owns it."""

from dataclasses import replace
from datetime import timedelta

import pytest

from conversations.card import form_card
from conversations.catalogue import FORMS
from conversations.kinds import KINDS
from conversations.rehearsal import PRIYA, rehearsal_facts
from conversations.screen import Press
from fostering.people import Role
from tests.reported import reported

DIFFICULTY = FORMS["difficulty"]


def test_the_review_says_who_sees_an_ordinary_report() -> None:
    robot = reported("D13").finish(lambda key: {"everyone_safe": "yes", "can_wait": "yes"}.get(key))
    robot.finish(lambda key: None)
    seen = "Who sees this: your supervising social worker, the social workers of the children with"
    assert seen in robot.text
    assert "the managers." in robot.text
    assert "on duty and on call" not in robot.text


def test_what_is_urgent_is_seen_by_the_workers_on_duty() -> None:
    assert "Who sees this: the workers on duty and on call, " in reported("D05").text


def test_who_is_kept_away_is_promised_nowhere() -> None:
    wanted = {"must_not_see": PRIYA.id.hex, "everyone_safe": "yes", "can_wait": "yes"}
    robot = reported("D12").finish(lambda key: wanted.get(key))
    assert "A worker will listen and think with you" in robot.text
    assert "our supervising social worker" not in robot.text


@pytest.mark.parametrize(
    ("code", "line"),
    [
        ("D05", "PAPYRUS HOPELINE247: 0800 068 4141."),
        ("D07", "Fosterline: 0800 040 7675."),
        ("CH17", "NHS 111: 111."),
    ],
)
def test_the_help_lines_of_a_kind_stand_under_its_next_step(code: str, line: str) -> None:
    robot = reported(code)
    for _ in ("after the kind", "on the review"):
        assert line in robot.text
        assert "(last checked Sunday 22 November 2026)" in robot.text
        robot.finish(lambda key: None)


def test_a_help_line_that_nobody_has_confirmed_is_not_shown() -> None:
    assert "National Domestic Abuse Helpline" not in reported("D24").text
    assert "Samaritans" not in reported("D30").text


def test_what_can_wait_is_asked_with_the_real_moment() -> None:
    robot = reported("D13").finish(lambda key: {"everyone_safe": "yes"}.get(key))
    at_night = robot.press(Press(verb="change", args=(robot.draft.tag, "can_wait")))
    opens = "Can this wait until Monday 23 November, 09:00, when the office opens?"
    assert opens in at_night.text
    noon = robot.facts.at + timedelta(hours=15)
    by_day = replace(robot.facts, at=noon, office_open=True, found={})
    text = form_card(DIFFICULTY, robot.draft, by_day)
    assert "Can this wait until tomorrow?" in [line.text for line in text.lines]


def test_by_day_nobody_asks_about_tonight() -> None:
    question = DIFFICULTY.question("awake_until")
    assert question is not None
    evening = rehearsal_facts()
    assert question.text_in(evening) == "Until when can we ring you tonight?"
    by_day = replace(evening, office_open=True)
    assert question.text_in(by_day) == "Until when can we ring you today?"


@pytest.mark.parametrize(
    ("who", "owner"),
    [
        ("supervisor", Role.TEAM_MANAGER),
        ("childs_worker", Role.SUPERVISING_SOCIAL_WORKER),
        ("manager", Role.SUPERVISING_SOCIAL_WORKER),
    ],
)
def test_whoever_cannot_be_reached_does_not_own_it(who: str, owner: Role) -> None:
    kind = DIFFICULTY.kind_of({"kind": "D20", "cannot_reach": who}, KINDS)
    assert kind is not None
    assert kind.owner is owner
