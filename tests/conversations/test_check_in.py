"""What is particular to a check-in: six questions at most, readers first, an answer in parts."""

from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from conversations.catalogue import FORMS
from conversations.check_in import Said, said_card, said_list, sent_card, state_of
from conversations.check_in_answer import Reply
from conversations.check_in_page import CheckInView, open_page, shut_page
from conversations.forms.check_in import says_something
from conversations.forms.check_in_topics import LEADS_TO_HELP, TOPICS, needs_help
from conversations.rehearsal import SAM, TEAM_MANAGER, rehearsal_facts
from conversations.screen import Screen
from fostering.drafts import SKIPPED, Answer
from fostering.people import Role
from fostering.priority import Priority
from fostering.requests import Request, RequestState
from locales import language, languages
from tests.robots import Robot

AT = datetime(2026, 11, 23, 10, tzinfo=UTC)
TODAY = date(2026, 11, 24)
READERS = (SAM.id.hex, TEAM_MANAGER.id.hex)
TOPIC_VALUES = [topic.value for topic in TOPICS]
FACES = ["😀 Very good", "🙂 Good", "😐 Okay", "🙁 Not good", "😢 Bad", "❓ I don't know"]
REQUEST = Request(
    id=UUID(int=7),
    reference="R-22222F",
    form="check_in",
    kind="",
    author=UUID(int=1),
    household=None,
    state=RequestState.RAISED,
    priority=Priority.P3,
    language="en",
    raised_at=AT,
    owner=SAM.id,
    readers=frozenset({SAM.id}),
    take_by=datetime(2026, 11, 25, 17, tzinfo=UTC),
    answer_by=datetime(2026, 12, 7, 17, tzinfo=UTC),
)
SEEN = replace(REQUEST, state=RequestState.ACKNOWLEDGED, acknowledged_by=SAM.id, acknowledged_at=AT)
ANSWER = Reply(name="Sam", at=AT, said=("It is loud.",), done="We asked.", done_by=None, why_not="")
VIEW = Said(readers=("Sam",), holder="Sam", told=None, reply=None, today=TODAY)


def check_in(tag: str = "en") -> Robot:
    """A young person at the form."""
    return Robot(form=FORMS["check_in"], facts=rehearsal_facts(tag))


def words(screen: Screen) -> str:
    """All lines of a screen."""
    return "\n".join(line.text for line in screen.lines)


def labels(screen: Screen) -> list[str]:
    """The labels of all buttons."""
    return [button.label for row in screen.rows for button in row]


@pytest.mark.parametrize("topic", TOPIC_VALUES)
def test_a_sitting_has_at_most_six_questions_and_all_but_one_may_be_skipped(topic: str) -> None:
    robot = check_in().fill({"readers": READERS[0], "topic": topic})
    assert len(robot.journey.path) <= 6
    assert [q.key for q in robot.journey.path if not q.optional] == ["readers"]


@pytest.mark.parametrize("tag", languages())
def test_who_sees_it_is_chosen_first_and_said_again_before_it_is_sent(tag: str) -> None:
    robot = check_in(tag)
    assert robot.journey.state == "readers"
    robot.fill({"readers": READERS[0]})
    assert "Sam" in robot.text
    assert "Nadia" not in robot.text
    assert robot.journey.state == "review"


@pytest.mark.parametrize(
    ("said", "enough"),
    [
        ({}, False),
        ({"home": SKIPPED, "topic": SKIPPED, "words": SKIPPED}, False),
        ({"home": SKIPPED, "topic": "only"}, False),
        ({"home": SKIPPED, "topic": "talk"}, True),
        ({"home": "2", "topic": SKIPPED}, True),
        ({"home": SKIPPED, "topic": SKIPPED, "words": "Loud."}, True),
    ],
)
def test_one_answer_is_needed_besides_who_sees_it(said: dict[str, Answer], enough: bool) -> None:
    assert says_something({"readers": (READERS[0],), **said}) is enough


def test_the_people_at_home_are_no_readers_and_are_told_of_only_if_ticked() -> None:
    robot = check_in().answer("readers", "home").answer("readers", ".done")
    assert robot.journey.state == "readers"
    assert "Tick at least one person who may see it" in robot.text
    robot.answer("readers", READERS[0]).answer("readers", ".done").fill({})
    assert "You ticked that a worker may talk about it" in robot.text
    alone = check_in().fill({"readers": READERS[0]})
    assert "The people you live with will not see it here. We send them nothing." in alone.text


def test_typed_names_choose_readers_and_home_alone_does_not() -> None:
    assert check_in().write("Sam").journey.state == "home"
    assert check_in().write("They may tell people at home").journey.state == "readers"


def test_the_faces_stand_in_one_order_each_with_its_word() -> None:
    robot = check_in().answer("readers", READERS[0]).answer("readers", ".done")
    rows = [[button.label for button in row] for row in robot.screen.rows]
    assert rows[: len(FACES)] == [[face] for face in FACES]


def test_answers_of_danger_are_among_the_taps() -> None:
    taps = {question.key: question for question in FORMS["check_in"].questions}
    for key, value in LEADS_TO_HELP:
        assert value in {option.value for option in taps[key].options}  # type: ignore[attr-defined]
        assert needs_help(key, value)
    assert not needs_help("safe_home", "yes")
    assert not needs_help("safe_home", ("no",))


@pytest.mark.parametrize(
    ("request_", "state", "line"),
    [
        (REQUEST, "new", "nobody has opened it yet"),
        (SEEN, "seen", "Sam opened it on Monday 23 November"),
        (replace(SEEN, chased_until=AT), "late", "no one has answered yet"),
        (replace(SEEN, state=RequestState.ANSWERED), "answered", "there is an answer"),
        (replace(SEEN, state=RequestState.RAISED), "again", "you said the answer makes no sense"),
        (
            replace(REQUEST, state=RequestState.CLOSED, readers=frozenset({REQUEST.author})),
            "back",
            "you took it back",
        ),
    ],
)
def test_the_list_says_by_date_where_each_stands(request_: Request, state: str, line: str) -> None:
    assert state_of(request_) == state
    screen = said_list(language("en"), [(request_, "Sam")], TODAY)
    assert f"Monday 23 November: {line}." in words(screen)
    assert labels(screen)[0] == "Monday 23 November"


def test_two_of_one_day_are_told_apart_by_the_hour() -> None:
    later = replace(REQUEST, id=UUID(int=8), raised_at=AT.replace(hour=15))
    screen = said_list(language("en"), [(later, ""), (REQUEST, "")], TODAY)
    assert labels(screen)[:2] == ["Monday 23 November, 15:00", "Monday 23 November, 10:00"]
    assert "You have not sent anything yet." in words(said_list(language("en"), [], TODAY))


@pytest.mark.parametrize(
    ("role", "line"),
    [
        (Role.TEAM_MANAGER, "We have told the team manager."),
        (Role.SERVICE_MANAGER, "We have told the manager of the service."),
        (None, "You can ring us about it."),
    ],
)
def test_what_is_late_is_said_with_who_was_told(role: Role | None, line: str) -> None:
    late = replace(REQUEST, chased_until=AT)
    text = words(said_card(language("en"), late, replace(VIEW, told=role)))
    assert f"No one has answered yet. {line}" in text
    assert "Nobody has opened it yet." in text
    assert "You get an answer by" not in text


def test_an_answer_shows_its_parts_and_asks_whether_it_makes_sense() -> None:
    answered = replace(SEEN, state=RequestState.ANSWERED)
    card = said_card(language("en"), answered, replace(VIEW, reply=ANSWER))
    assert words(card).split("\n")[1:5] == [
        "What you said",
        "It is loud.",
        "What we did",
        "We asked.",
    ]
    assert "What can't happen" not in words(card)
    assert labels(card)[:2] == ["Yes, it makes sense", "No, it doesn't make sense"]
    ended = said_card(
        language("en"), replace(answered, state=RequestState.CLOSED), replace(VIEW, reply=ANSWER)
    )
    assert labels(ended)[0] == "It doesn't make sense after all"
    assert "Yes, it makes sense" not in labels(ended)


def test_each_of_their_screens_ends_with_help_and_hide_this() -> None:
    screens = [
        said_list(language("en"), [(REQUEST, "")], TODAY),
        said_card(language("en"), REQUEST, VIEW),
        sent_card(language("en"), REQUEST, VIEW),
    ]
    for screen in screens:
        assert labels(screen)[-2:] == ["I'm not safe right now", "Hide this"]


def test_without_promised_days_none_are_said() -> None:
    old = replace(REQUEST, take_by=None, answer_by=None)
    assert "by" not in words(said_card(language("en"), old, VIEW)).replace("nobody", "")


PAGE = CheckInView(
    author="Ari",
    readers=("Sam",),
    holder="Sam",
    told=(("Your words", "It is loud."),),
    replies=(replace(ANSWER, done_by=TODAY, why_not="No room."),),
)


@pytest.mark.parametrize(
    ("request_", "line"),
    [
        (REQUEST, "Open it by Wednesday 25 November, 17:00."),
        (SEEN, "Opened by Sam."),
        (replace(SEEN, state=RequestState.ANSWERED), "They have not said yet"),
        (replace(SEEN, state=RequestState.RAISED), "the answer makes no sense"),
        (replace(SEEN, state=RequestState.CLOSED), "the answer makes sense"),
        (replace(REQUEST, take_by=None, answer_by=None), "Nobody has opened it yet."),
    ],
)
def test_a_page_is_shut_until_it_is_opened(request_: Request, line: str) -> None:
    shut = shut_page(language("en"), request_, PAGE)
    assert line in words(shut)
    assert "It is loud." not in words(shut)
    assert "Open and read it" in labels(shut)
    assert ("It is in the case file" in labels(shut)) is not request_.open
    opened = open_page(language("en"), request_, PAGE)
    assert "It is loud." in words(opened)
    assert "No room." in words(opened)
    assert ("Answer" in labels(opened)) is (request_.state is RequestState.ACKNOWLEDGED)


def test_the_page_of_a_wish_says_so_and_not_which() -> None:
    shut = shut_page(language("en"), replace(REQUEST, form="ask"), PAGE)
    assert words(shut).startswith("R-22222F · A young person asks for something\n")


def test_a_wish_is_four_questions_and_two_may_be_skipped() -> None:
    robot = Robot(form=FORMS["ask"], facts=rehearsal_facts("en"))
    robot.fill({"wish": "visit", "readers": READERS[0]})
    assert [q.key for q in robot.journey.path] == ["wish", "readers", "words", "wanted_by"]
    assert [q.key for q in robot.journey.path if q.optional] == ["words", "wanted_by"]
    assert "The people you live with will not see it here." in robot.text


def test_the_page_says_whether_the_people_at_home_may_be_talked_to() -> None:
    told = open_page(language("en"), SEEN, replace(PAGE, may_tell_home=True, readers=()))
    assert "you may talk about it with the people they live with" in words(told)
    assert "Nothing of this goes to where they live" in words(open_page(language("en"), SEEN, PAGE))


def test_a_worker_answers_in_three_parts_with_a_day_and_a_reason() -> None:
    robot = Robot(form=FORMS["answer_check_in"])
    assert "It is loud at night." in robot.text
    robot.fill({"said_as": "theirs", "when_done": "done", "refused": "no"})
    assert [q.key for q in robot.journey.path] == ["said_as", "done", "when_done", "refused"]
    robot = Robot(form=FORMS["answer_check_in"])
    robot.fill({"said_as": "shorter", "when_done": "later", "refused": "yes"})
    assert {"said", "done_by", "why_not"} <= {q.key for q in robot.journey.path}
