"""The transcripts are those of the forms as they are."""

from pathlib import Path

import pytest

from conversations.transcripts import PLACE, main, transcripts
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
