"""What falls due, and who hears of it, is what stands written."""

from tests.desk.what_falls_due import PLACE, written


def test_what_falls_due_where_nobody_does_anything_is_what_stands_written() -> None:
    assert written() == PLACE.read_text(encoding="utf-8"), "make transcripts, and read what changed"
