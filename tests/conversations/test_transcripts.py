"""The transcripts are those of the forms as they are."""

import pytest

from conversations.transcripts import PLACE, transcripts
from tests.house.sources import HOUSE

WRITTEN = dict(transcripts())


@pytest.mark.parametrize("name", sorted(WRITTEN))
def test_the_transcript_is_up_to_date(name: str) -> None:
    kept = (HOUSE / PLACE / name).read_text(encoding="utf-8")
    assert kept == WRITTEN[name], "run: make transcripts"


def test_no_transcript_is_left_over() -> None:
    kept = {path.name for path in (HOUSE / PLACE).glob("*.txt")}
    assert kept == set(WRITTEN)
