"""Where a person stands follows from their answers alone."""

from conversations.form import Form
from conversations.journey import REVIEW, Journey
from conversations.questions import Choice, Option, Text, YesNo
from conversations.rehearsal import rehearsal_facts
from fostering.drafts import SKIPPED, Answer
from fostering.people import Standing

FACTS = rehearsal_facts()
FRUIT = (Option(value="apple", label="Apple"), Option(value="pear", label="Pear"))
STONES = (Option(value="plum", label="Plum"),)
FORM = Form(
    key="sample",
    version=1,
    audience=Standing.CARER,
    title="Sample",
    questions=(
        YesNo(key="stones", text="Stones?"),
        Choice(
            key="fruit",
            text="Which?",
            options=lambda answers, facts: STONES if answers.get("stones") == "yes" else FRUIT,
        ),
        Text(key="why", text="Why?", when=lambda a, facts: a.get("fruit") == "pear"),
        Text(key="words", text="More?", optional=True),
    ),
)


def journey(changing: str | None = None, **answers: Answer) -> Journey:
    """A journey through the sample form."""
    return Journey(FORM, answers, FACTS, changing)


def keys(there: Journey) -> list[str]:
    """The path by its keys."""
    return [question.key for question in there.path]


def test_it_begins_at_the_first_question() -> None:
    there = journey()
    assert there.state == "stones"
    assert there.position == (1, 3)
    assert not there.complete


def test_an_answer_leads_to_the_next_question() -> None:
    assert journey(stones="no").state == "fruit"


def test_a_condition_adds_its_question_to_the_path_and_to_the_count() -> None:
    there = journey(stones="no", fruit="pear")
    assert keys(there) == ["stones", "fruit", "why", "words"]
    assert there.state == "why"
    assert there.position == (3, 4)


def test_an_answer_that_is_no_longer_possible_is_asked_again_and_not_sent() -> None:
    there = journey(stones="yes", fruit="pear", why="juicy", words="x")
    assert there.state == "fruit"
    assert "fruit" not in there.held
    assert "why" not in keys(there)
    assert "why" not in there.held


def test_answers_off_the_path_are_kept_but_not_sent() -> None:
    there = journey(stones="no", fruit="apple", why="juicy", words="x")
    assert there.complete
    assert there.answers["why"] == "juicy"
    assert dict(there.held) == {"stones": "no", "fruit": "apple", "words": "x"}


def test_a_skipped_question_counts_as_answered_only_where_it_may_be_skipped() -> None:
    assert journey(stones="no", fruit="apple", words=SKIPPED).complete
    assert journey(stones=SKIPPED).state == "stones"


def test_all_answered_comes_to_the_review() -> None:
    there = journey(stones="no", fruit="apple", words="x")
    assert there.present is None
    assert there.state == REVIEW
    assert there.position == (3, 3)


def test_changing_an_answer_asks_that_question_though_it_has_one() -> None:
    there = journey("fruit", stones="no", fruit="apple", words="x")
    assert there.state == "fruit"
    assert there.complete


def test_a_question_before_the_one_being_changed_comes_first() -> None:
    assert journey("fruit", fruit="apple").state == "stones"


def test_changing_a_question_off_the_path_is_ignored() -> None:
    assert journey("why", stones="no", fruit="apple").state == "words"


def test_the_question_before_is_the_one_before_it_on_the_path() -> None:
    there = journey(stones="no", fruit="apple")
    assert there.before("words") == "fruit"
    assert there.before("stones") is None
    assert there.before(None) == "words"


def test_only_earlier_answers_shape_the_options() -> None:
    there = journey(stones="no", fruit="apple", words="x")
    assert dict(there.earlier("words")) == {"stones": "no", "fruit": "apple"}
    assert dict(there.earlier("nowhere")) == {"stones": "no", "fruit": "apple", "words": "x"}
