"""The transcripts are those of the forms as they are."""

from pathlib import Path

import pytest

from conversations.catalogue import FORMS
from conversations.kinds import KINDS, QUESTIONS
from conversations.readers import next_step_of
from conversations.transcripts import PLACE, main, transcript, transcripts
from locales import language, languages
from tests.house.sources import HOUSE

WRITTEN = dict(transcripts())


@pytest.mark.parametrize("name", sorted(WRITTEN))
def test_the_transcript_is_up_to_date(name: str) -> None:
    kept = (HOUSE / PLACE / name).read_text(encoding="utf-8")
    assert kept == WRITTEN[name], "run: make transcripts"


def test_transcripts_are_written_where_they_are_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    main()
    assert {path.name for path in (tmp_path / PLACE).iterdir()} == set(WRITTEN)


def test_no_transcript_is_left_over() -> None:
    kept = {path.name for path in (HOUSE / PLACE).glob("*.txt")}
    assert kept == set(WRITTEN)


@pytest.mark.parametrize("tag", languages())
def test_there_is_one_for_every_form_in_this_language(tag: str) -> None:
    assert {f"{key}.{tag}.txt" for key in FORMS} <= set(WRITTEN)


@pytest.mark.parametrize("tag", languages())
def test_it_shows_the_questions_clock_next_step_and_source_of_every_kind(tag: str) -> None:
    say = language(tag).say
    for kind in KINDS.values():
        whole = WRITTEN[f"{kind.form}.{tag}.txt"]
        part = whole.partition(f"- {kind.code} ")[2].partition("\n- ")[0]
        assert part.startswith(say(kind.title)), kind.code
        assert "first answer within" in part, kind.code
        assert f"> {next_step_of(language(tag), kind)}" in part, kind.code
        assert f"[{kind.source}]" in part, kind.code
        for key in kind.asks:
            assert f"? {say(QUESTIONS[key].text)}" in part, f"{kind.code} {key}"


@pytest.mark.parametrize("tag", languages())
def test_no_two_kinds_end_in_the_same_words_in_any_language(tag: str) -> None:
    said = [language(tag).say(kind.next_step) for kind in KINDS.values()]
    assert len(set(said)) == len(said)


@pytest.mark.parametrize("key", ["urgent_help", "talk_tonight", "missing_child", "safe_number"])
def test_what_is_sent_before_the_first_question_never_says_that_it_is_not(key: str) -> None:
    assert "Not sent." not in transcript(FORMS[key], "en")
